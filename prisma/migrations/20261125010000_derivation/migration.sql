-- migrate: no transaction
-- migrate: expand
-- What a customer is derived from: the values of its source records, pins, and a baseline. Today's values are the
-- baseline of every customer: without a stored one, the columns are it.

alter table customers
  add column if not exists pins jsonb,
  add column if not exists baseline jsonb,
  add column if not exists has_conflicts boolean not null default false;

alter table customer_sources add column if not exists values jsonb;

create index concurrently if not exists customers_conflicts on customers (account_id, created_at, id) where has_conflicts;
