-- migrate: no transaction
-- migrate: expand
-- Names and numbers sort as people expect: as in a dictionary, and "9" before "10". The columns keep COLLATE "C": equality
-- and unique keys do not change. The collation is deterministic: texts that it finds equal are compared by code point.
-- A credit limit sorts by its unit first.
-- Previous gateways sort by customers_account_id_name_id_idx and customers_account_id_credit_limit_value_id_idx.

create collation if not exists natural_order (provider = icu, locale = 'und-u-kn-true');

create index concurrently if not exists customers_account_id_name_natural_idx
  on customers (account_id, name collate natural_order, id);

create index concurrently if not exists customers_account_id_number_natural_idx
  on customers (account_id, number collate natural_order);

create index concurrently if not exists customers_account_id_credit_limit_idx
  on customers (account_id, credit_limit_unit_id, credit_limit_value, id);

create index concurrently if not exists tags_account_id_name_natural_idx
  on tags (account_id, name collate natural_order);
