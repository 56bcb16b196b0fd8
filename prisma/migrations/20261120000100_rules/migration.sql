-- The rules that hold whoever writes. Names say the rule: the gateway turns them into its own errors.

-- ------------------------------------------------------------------------------------------------ one row

alter table units
  add constraint units_ratio_numerator_not_zero check (ratio_numerator <> 0),
  add constraint units_ratio_denominator_not_zero check (ratio_denominator <> 0),
  add constraint units_offset_denominator_not_zero check (offset_denominator <> 0),
  add constraint units_base_is_system_owned check (not is_base_unit or account_id is null),
  add constraint units_base_is_one_to_one
    check (not is_base_unit or (ratio_numerator = ratio_denominator and offset_numerator = 0)),
  add constraint units_name_not_blank check (name ~ '[^[:space:]]'),
  add constraint units_abbreviation_not_blank check (abbreviation ~ '[^[:space:]]');

alter table carriers add constraint carriers_name_not_blank check (name ~ '[^[:space:]]');

alter table service_levels
  add constraint service_levels_name_not_blank check (name ~ '[^[:space:]]'),
  add constraint service_levels_token_not_empty check (service_level_token <> '');

-- Prisma makes every list nullable.
alter table roles add constraint roles_permissions_not_null check (permissions is not null);

alter table payment_terms add constraint payment_terms_name_not_blank check (name ~ '[^[:space:]]');

alter table shipping_terms
  add constraint shipping_terms_name_not_blank check (name ~ '[^[:space:]]'),
  add constraint shipping_terms_flat_rate_has_unit
    check ((flat_rate_value is null) = (flat_rate_unit_id is null)),
  add constraint shipping_terms_minimum_order_value_has_unit
    check ((minimum_order_value_value is null) = (minimum_order_value_unit_id is null));

alter table account_groups add constraint account_groups_name_not_blank check (name ~ '[^[:space:]]');

alter table tags add constraint tags_name_format check (name ~ '^[a-z0-9_:-]{1,25}$');

alter table addresses add constraint addresses_name_not_blank check (name ~ '[^[:space:]]');

alter table geolocations add constraint geolocations_country_code check (country ~ '^[A-Z]{2}$');

alter table customers
  add constraint customers_name_not_blank check (name ~ '[^[:space:]]'),
  add constraint customers_number_not_blank check (number ~ '[^[:space:]]'),
  add constraint customers_credit_limit_has_unit
    check ((credit_limit_value is null) = (credit_limit_unit_id is null)),
  add constraint customers_service_level_has_carrier check (service_level_id is null or carrier_id is not null),
  add constraint customers_billing_account_is_third_party
    check ((billing_account is not null) = coalesce(billing_type = 'THIRD_PARTY', false)),
  add constraint customers_child_has_parent check ((relationship_type = 'CHILD') = (parent_id is not null)),
  add constraint customers_not_own_parent check (parent_id <> id),
  add constraint customers_shopper_is_whole check (
    (shopper_email is null) = (shopper_status is null)
    and (shopper_email is null) = (total_orders_count is null)
    and (shopper_email is not null or shopper_reference is null)),
  add constraint customers_shopper_email_lowercase check (shopper_email = lower(shopper_email)),
  add constraint customers_orders_count_not_negative check (total_orders_count >= 0),
  add constraint customers_reference_has_origin check (reference is not null or reference_origin is null),
  add constraint customers_metadata_is_object check (jsonb_typeof(metadata) = 'object'),
  add constraint customers_version_positive check (version > 0);

alter table customer_events
  add constraint customer_events_changes_is_array check (jsonb_typeof(changes) = 'array');

alter table orders
  add constraint orders_total_has_currency check ((total_amount is null) = (currency_code is null)),
  add constraint orders_currency_code check (currency_code ~ '^[A-Z]{3}$');

alter table order_subscriptions
  add constraint order_subscriptions_expire_after_start check (expires_at > starts_at);

-- numeric knows NaN, which is no amount.
do $$
declare
  amount record;
begin
  for amount in
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema and data_type = 'numeric' order by table_name, ordinal_position
  loop
    execute format('alter table %I add constraint %I check (%I <> ''NaN'')', amount.table_name,
      amount.table_name || '_' || amount.column_name || '_is_number', amount.column_name);
  end loop;
end $$;

-- Nothing moves from one account to another. (A term's service levels take theirs from the term, below.)
create function account_is_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'a row does not change its account'
    using errcode = 'check_violation', constraint = tg_table_name || '_account_is_fixed', table = tg_table_name;
end $$;

do $$
declare
  name text;
begin
  for name in
    select table_name from information_schema.columns
    where table_schema = current_schema and column_name = 'account_id'
      and table_name <> 'shipping_term_service_levels' order by table_name
  loop
    execute format('create trigger %I before update of account_id on %I for each row
      when (new.account_id is distinct from old.account_id) execute function account_is_fixed()',
      name || '_account_is_fixed', name);
  end loop;
end $$;

-- ------------------------------------------------------------------------------------------------ uniqueness

-- Unique keys with account_id do not hold among system-owned rows: null differs from null.
create unique index roles_system_name on roles (name) where account_id is null;
create unique index units_system_name on units (name) where account_id is null;
create unique index units_system_abbreviation on units (abbreviation) where account_id is null;
create unique index payment_terms_system_name on payment_terms (name) where account_id is null;
create unique index service_levels_system_token on service_levels (carrier_id, service_level_token)
  where account_id is null;

-- A deleted carrier's name may be used again.
create unique index carriers_name on carriers (account_id, name) where deleted_at is null;
create unique index carriers_system_name on carriers (name) where account_id is null and deleted_at is null;
create unique index shipping_terms_system_name on shipping_terms (name) where account_id is null;

create unique index units_one_base_a_dimension on units (type) where is_base_unit;
create unique index service_levels_one_default_a_carrier on service_levels (carrier_id) where is_default;
create unique index customers_reference_without_origin on customers (account_id, reference)
  where reference_origin is null;

-- ------------------------------------------------------------------------------------------------ several rows

-- Rules that look at other tables are checked once a statement, over all the rows that it wrote. They ask for a row
-- that may be referred to, never for one that may not: row-level security hides the latter from them, while foreign
-- keys see through it.

create function customers_check_references() returns trigger language plpgsql as $$
declare
  wrong text;
begin
  select case
    when n.carrier_id is not null and ca.id is null then 'customers_carrier_visible'
    when n.service_level_id is not null and sl.id is null then 'customers_service_level_visible'
    when n.payment_term_id is not null and pt.id is null then 'customers_payment_term_visible'
    when n.shipping_term_id is not null and st.id is null then 'customers_shipping_term_visible'
    when n.credit_limit_unit_id is not null and u.id is null then 'customers_credit_limit_unit_visible'
    when n.type_id is not null and g.id is null then 'customers_type_is_type_group'
  end into wrong
  from written n
  left join carriers ca on ca.id = n.carrier_id and (ca.account_id is null or ca.account_id = n.account_id)
  left join service_levels sl
    on sl.id = n.service_level_id and (sl.account_id is null or sl.account_id = n.account_id)
  left join payment_terms pt
    on pt.id = n.payment_term_id and (pt.account_id is null or pt.account_id = n.account_id)
  left join shipping_terms st
    on st.id = n.shipping_term_id and (st.account_id is null or st.account_id = n.account_id)
  left join units u on u.id = n.credit_limit_unit_id and (u.account_id is null or u.account_id = n.account_id)
  left join account_groups g on g.id = n.type_id and g.type = 'TYPE_GROUP'
  where (n.carrier_id is not null and ca.id is null)
    or (n.service_level_id is not null and sl.id is null)
    or (n.payment_term_id is not null and pt.id is null)
    or (n.shipping_term_id is not null and st.id is null)
    or (n.credit_limit_unit_id is not null and u.id is null)
    or (n.type_id is not null and g.id is null)
  limit 1;
  if wrong is not null then
    raise exception 'a customer refers to a row that it may not: %', wrong
      using errcode = 'foreign_key_violation', constraint = wrong, table = 'customers';
  end if;
  return null;
end $$;

create trigger customers_check_references_inserted after insert on customers
  referencing new table as written for each statement execute function customers_check_references();
create trigger customers_check_references_updated after update on customers
  referencing new table as written for each statement execute function customers_check_references();

create function customer_price_groups_check() returns trigger language plpgsql as $$
begin
  if exists (
    select from written n join account_groups g on g.id = n.group_id where g.type <> 'PRICING_GROUP'
  ) then
    raise exception 'a price group is an account group of type PRICING_GROUP'
      using errcode = 'check_violation', constraint = 'customer_price_groups_is_pricing_group',
        table = 'customer_price_groups';
  end if;
  return null;
end $$;

create trigger customer_price_groups_check_inserted after insert on customer_price_groups
  referencing new table as written for each statement execute function customer_price_groups_check();
create trigger customer_price_groups_check_updated after update on customer_price_groups
  referencing new table as written for each statement execute function customer_price_groups_check();

create function account_groups_type_is_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'the type of an account group cannot change'
    using errcode = 'check_violation', constraint = 'account_groups_type_is_fixed', table = 'account_groups';
end $$;

create trigger account_groups_type_is_fixed before update of type on account_groups
  for each row when (new.type <> old.type) execute function account_groups_type_is_fixed();

create function units_type_is_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'the dimension of a unit cannot change'
    using errcode = 'check_violation', constraint = 'units_type_is_fixed', table = 'units';
end $$;

create trigger units_type_is_fixed before update of type on units
  for each row when (new.type <> old.type) execute function units_type_is_fixed();

-- An account's own service level on another's carrier, and an own default on a system carrier (which would be the
-- default of every account), are refused.
create function service_levels_check_carrier() returns trigger language plpgsql as $$
declare
  carrier_account text;
begin
  select account_id into carrier_account from carriers where id = new.carrier_id;
  if not found or (carrier_account is not null and carrier_account is distinct from new.account_id) then
    raise exception 'a service level belongs to a carrier of its own account, or to a system-owned one'
      using errcode = 'check_violation', constraint = 'service_levels_carrier_visible', table = 'service_levels';
  end if;
  if new.is_default and carrier_account is distinct from new.account_id then
    raise exception 'the default service level of a system-owned carrier is system-owned'
      using errcode = 'check_violation', constraint = 'service_levels_default_of_own_carrier',
        table = 'service_levels';
  end if;
  return new;
end $$;

create trigger service_levels_check_carrier before insert or update on service_levels
  for each row execute function service_levels_check_carrier();

create function shipping_terms_check_units() returns trigger language plpgsql as $$
begin
  if exists (
    select from unnest(array[new.flat_rate_unit_id, new.minimum_order_value_unit_id]) as wanted (id)
    where wanted.id is not null and not exists (
      select from units u where u.id = wanted.id and (u.account_id is null or u.account_id = new.account_id))
  ) then
    raise exception 'a shipping term''s units are its own account''s or system-owned'
      using errcode = 'check_violation', constraint = 'shipping_terms_unit_visible', table = 'shipping_terms';
  end if;
  return new;
end $$;

create trigger shipping_terms_check_units before insert or update on shipping_terms
  for each row execute function shipping_terms_check_units();

create function shipping_term_service_levels_check() returns trigger language plpgsql as $$
begin
  select account_id into new.account_id from shipping_terms where id = new.shipping_term_id;
  if not found or not exists (
    select from service_levels s
    where s.id = new.service_level_id and (s.account_id is null or s.account_id = new.account_id)
  ) then
    raise exception 'a shipping term''s free service levels are its own account''s or system-owned'
      using errcode = 'check_violation', constraint = 'shipping_term_service_levels_visible',
        table = 'shipping_term_service_levels';
  end if;
  return new;
end $$;

create trigger shipping_term_service_levels_check before insert or update on shipping_term_service_levels
  for each row execute function shipping_term_service_levels_check();

create function account_users_check_role() returns trigger language plpgsql as $$
begin
  if new.role_id is not null and not exists (
    select from roles r where r.id = new.role_id and (r.account_id is null or r.account_id = new.account_id)
  ) then
    raise exception 'an account user''s role is its own account''s or system-owned'
      using errcode = 'check_violation', constraint = 'account_users_role_visible', table = 'account_users';
  end if;
  return new;
end $$;

create trigger account_users_check_role before insert or update of role_id on account_users
  for each row execute function account_users_check_role();

-- ------------------------------------------------------------------------------------------------ hierarchy

-- Two levels at most: a parent has no parent, a child has no children. relationship_type follows from parent_id
-- and from who points here; whatever is written to it is replaced by what is true. The rows of the parents, the one
-- left and the one joined, are locked before they are judged, so that of two at once the second sees what the first
-- did. That no statement of several rows builds a third level is seen when the middle one becomes a parent.

create function customers_hierarchy_before() returns trigger language plpgsql as $$
declare
  grandparent text;
  is_parent boolean := tg_op = 'UPDATE' and exists (
    select from customers c where c.account_id = new.account_id and c.parent_id = new.id);
begin
  if tg_op = 'UPDATE' and new.parent_id is distinct from old.parent_id then
    perform from customers c
      where c.account_id = new.account_id and c.id in (old.parent_id, new.parent_id)
      order by c.id for no key update;
  end if;
  if new.parent_id is null then
    new.relationship_type := case when is_parent then 'PARENT' else 'STANDALONE' end;
    return new;
  end if;
  new.relationship_type := 'CHILD';
  if is_parent then
    raise exception 'a customer with children cannot have a parent'
      using errcode = 'check_violation', constraint = 'customers_hierarchy_depth', table = 'customers';
  end if;
  select c.parent_id into grandparent from customers c
    where c.account_id = new.account_id and c.id = new.parent_id for no key update;
  if grandparent is not null then
    raise exception 'a customer that has a parent cannot have children'
      using errcode = 'check_violation', constraint = 'customers_hierarchy_depth', table = 'customers';
  end if;
  return new;
end $$;

create trigger customers_hierarchy_before before insert or update of parent_id, relationship_type on customers
  for each row execute function customers_hierarchy_before();

create function customers_hierarchy_after() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform from customers c where c.account_id = old.account_id and c.id = old.parent_id for no key update;
  end if;
  if tg_op <> 'INSERT' and old.parent_id is not null then
    update customers c set relationship_type = 'STANDALONE'
      where c.account_id = old.account_id and c.id = old.parent_id and c.relationship_type = 'PARENT'
        and not exists (select from customers o where o.account_id = c.account_id and o.parent_id = c.id);
  end if;
  if tg_op <> 'DELETE' and new.parent_id is not null then
    update customers c set relationship_type = 'PARENT'
      where c.account_id = new.account_id and c.id = new.parent_id and c.relationship_type <> 'PARENT';
  end if;
  return null;
end $$;

create trigger customers_hierarchy_inserted after insert on customers
  for each row when (new.parent_id is not null) execute function customers_hierarchy_after();
create trigger customers_hierarchy_updated after update of parent_id on customers
  for each row when (new.parent_id is distinct from old.parent_id) execute function customers_hierarchy_after();
create trigger customers_hierarchy_deleted after delete on customers
  for each row when (old.parent_id is not null) execute function customers_hierarchy_after();
