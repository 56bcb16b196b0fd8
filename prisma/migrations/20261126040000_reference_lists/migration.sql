-- migrate: no transaction
-- migrate: expand
-- The customers of a sales rep, a carrier, a term, a priority and a customer group are listed, newest first.
-- A next release drops the indexes on the first two columns of some of these.

create index concurrently if not exists customers_account_id_sales_rep_id_created_at_id_idx
  on customers (account_id, sales_rep_id, created_at, id);

create index concurrently if not exists customers_account_id_carrier_id_created_at_id_idx
  on customers (account_id, carrier_id, created_at, id);

create index concurrently if not exists customers_account_id_service_level_id_created_at_id_idx
  on customers (account_id, service_level_id, created_at, id);

create index concurrently if not exists customers_account_id_payment_term_id_created_at_id_idx
  on customers (account_id, payment_term_id, created_at, id);

create index concurrently if not exists customers_account_id_shipping_term_id_created_at_id_idx
  on customers (account_id, shipping_term_id, created_at, id);

create index concurrently if not exists customers_account_id_priority_id_created_at_id_idx
  on customers (account_id, priority_id, created_at, id);

create index concurrently if not exists customers_account_id_customer_group_id_created_at_id_idx
  on customers (account_id, customer_group_id, created_at, id);
