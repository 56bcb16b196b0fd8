-- migrate: no transaction
-- migrate: expand
-- What the document around a source record says about it, for mapping the stored record again.

alter table customer_sources add column if not exists context jsonb;

alter table object_sources add column if not exists context jsonb;
