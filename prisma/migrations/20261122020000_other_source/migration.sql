-- migrate: expand
-- The source system OTHER. Gateways of the previous release cannot read records of it; only new gateways write them.

alter type source_system add value if not exists 'OTHER';
