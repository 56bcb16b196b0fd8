-- migrate: no transaction
-- migrate: expand
-- Validates the constraints of the previous migration, one table at a time.

alter table returns validate constraint returns_account_id_order_id_fkey;

alter table customers validate constraint customers_shopper_has_email;
