-- migrate: expand
-- The country of an address is optional. Gateways of the previous release cannot return a geolocation without one; only
-- new gateways write them.

alter table geolocations alter column country drop not null;
