-- migrate: no transaction
-- migrate: expand
-- The actions of the events of customerSourceAdd and customerSourceRemove. Gateways of the previous release cannot read
-- them; only new gateways write them.

alter type customer_event_action add value if not exists 'LINK';
alter type customer_event_action add value if not exists 'UNLINK';
