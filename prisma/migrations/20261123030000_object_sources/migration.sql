-- migrate: no transaction
-- migrate: expand
-- The source records of addresses, people, reference data and shop records. One table for all types, with a reference
-- column for each, so that foreign keys delete the records of a deleted object.

do $$ begin
  create type object_source_type as enum (
    'ACCOUNT_GROUP', 'ACCOUNT_USER', 'ADDRESS', 'ATTACHMENT', 'CARRIER', 'CUSTOMER_GROUP',
    'CUSTOMER_SUBSCRIPTION', 'DEPARTMENT', 'ORDER', 'ORDER_SUBSCRIPTION', 'PAYMENT_SOURCE', 'PAYMENT_TERM',
    'RETURN', 'ROLE', 'SERVICE_LEVEL', 'SHIPPING_TERM', 'SKU_LIST', 'UNIT'
  );
exception
  when duplicate_object then null;
end $$;

create table if not exists object_sources (
  account_id text collate "C" not null,
  type object_source_type not null,
  system source_system not null,
  source_id text collate "C" not null,
  seen_at timestamptz(3) not null default current_timestamp,
  gone_at timestamptz(3),
  account_group_id text collate "C",
  account_user_id text collate "C",
  address_id text collate "C",
  attachment_id text collate "C",
  carrier_id text collate "C",
  customer_group_id text collate "C",
  customer_subscription_id text collate "C",
  department_id text collate "C",
  order_id text collate "C",
  order_subscription_id text collate "C",
  payment_source_id text collate "C",
  payment_term_id text collate "C",
  return_id text collate "C",
  role_id text collate "C",
  service_level_id text collate "C",
  shipping_term_id text collate "C",
  sku_list_id text collate "C",
  unit_id text collate "C",
  constraint object_sources_pkey primary key (account_id, type, system, source_id),
  constraint object_sources_reference_of_type check (
    num_nonnulls(
      account_group_id, account_user_id, address_id, attachment_id, carrier_id, customer_group_id,
      customer_subscription_id, department_id, order_id, order_subscription_id, payment_source_id,
      payment_term_id, return_id, role_id, service_level_id, shipping_term_id, sku_list_id, unit_id
    ) = 1
    and case type
      when 'ACCOUNT_GROUP' then account_group_id
      when 'ACCOUNT_USER' then account_user_id
      when 'ADDRESS' then address_id
      when 'ATTACHMENT' then attachment_id
      when 'CARRIER' then carrier_id
      when 'CUSTOMER_GROUP' then customer_group_id
      when 'CUSTOMER_SUBSCRIPTION' then customer_subscription_id
      when 'DEPARTMENT' then department_id
      when 'ORDER' then order_id
      when 'ORDER_SUBSCRIPTION' then order_subscription_id
      when 'PAYMENT_SOURCE' then payment_source_id
      when 'PAYMENT_TERM' then payment_term_id
      when 'RETURN' then return_id
      when 'ROLE' then role_id
      when 'SERVICE_LEVEL' then service_level_id
      when 'SHIPPING_TERM' then shipping_term_id
      when 'SKU_LIST' then sku_list_id
      when 'UNIT' then unit_id
    end is not null)
);

-- One table at a time, so that each is locked only while its constraint is added. The references of reference data have
-- no account, because its rows can be the system's.
do $$
declare
  refers record;
  own boolean;
begin
  for refers in
    select * from (values
      ('account_id', 'accounts'),
      ('account_group_id', 'account_groups'),
      ('account_user_id', 'account_users'),
      ('address_id', 'addresses'),
      ('attachment_id', 'attachments'),
      ('carrier_id', 'carriers'),
      ('customer_group_id', 'customer_groups'),
      ('customer_subscription_id', 'customer_subscriptions'),
      ('department_id', 'departments'),
      ('order_id', 'orders'),
      ('order_subscription_id', 'order_subscriptions'),
      ('payment_source_id', 'payment_sources'),
      ('payment_term_id', 'payment_terms'),
      ('return_id', 'returns'),
      ('role_id', 'roles'),
      ('service_level_id', 'service_levels'),
      ('shipping_term_id', 'shipping_terms'),
      ('sku_list_id', 'sku_lists'),
      ('unit_id', 'units')
    ) as refers (column_name, table_name)
  loop
    own := refers.column_name <> 'account_id' and refers.table_name not in (
      'carriers', 'payment_terms', 'roles', 'service_levels', 'shipping_terms', 'units');
    if not exists (
      select from pg_constraint where conrelid = 'object_sources'::regclass
        and conname = case when own then 'object_sources_account_id_' else 'object_sources_' end
          || refers.column_name || '_fkey')
    then
      execute format('alter table object_sources add constraint %I foreign key (%s) references %I (%s)
        on delete %s on update restrict',
        case when own then 'object_sources_account_id_' else 'object_sources_' end || refers.column_name || '_fkey',
        case when own then 'account_id, ' else '' end || refers.column_name, refers.table_name,
        case when own then 'account_id, id' else 'id' end,
        case when refers.column_name = 'account_id' then 'restrict' else 'cascade' end);
    end if;
    commit;
  end loop;
end $$;

-- The column that the foreign key compares first is the first of the index.
create index if not exists object_sources_account_group_id
  on object_sources (account_id, account_group_id) where account_group_id is not null;
create index if not exists object_sources_account_user_id
  on object_sources (account_id, account_user_id) where account_user_id is not null;
create index if not exists object_sources_address_id
  on object_sources (account_id, address_id) where address_id is not null;
create index if not exists object_sources_attachment_id
  on object_sources (account_id, attachment_id) where attachment_id is not null;
create index if not exists object_sources_carrier_id
  on object_sources (carrier_id, account_id) where carrier_id is not null;
create index if not exists object_sources_customer_group_id
  on object_sources (account_id, customer_group_id) where customer_group_id is not null;
create index if not exists object_sources_customer_subscription_id
  on object_sources (account_id, customer_subscription_id) where customer_subscription_id is not null;
create index if not exists object_sources_department_id
  on object_sources (account_id, department_id) where department_id is not null;
create index if not exists object_sources_order_id
  on object_sources (account_id, order_id) where order_id is not null;
create index if not exists object_sources_order_subscription_id
  on object_sources (account_id, order_subscription_id) where order_subscription_id is not null;
create index if not exists object_sources_payment_source_id
  on object_sources (account_id, payment_source_id) where payment_source_id is not null;
create index if not exists object_sources_payment_term_id
  on object_sources (payment_term_id, account_id) where payment_term_id is not null;
create index if not exists object_sources_return_id
  on object_sources (account_id, return_id) where return_id is not null;
create index if not exists object_sources_role_id
  on object_sources (role_id, account_id) where role_id is not null;
create index if not exists object_sources_service_level_id
  on object_sources (service_level_id, account_id) where service_level_id is not null;
create index if not exists object_sources_shipping_term_id
  on object_sources (shipping_term_id, account_id) where shipping_term_id is not null;
create index if not exists object_sources_sku_list_id
  on object_sources (account_id, sku_list_id) where sku_list_id is not null;
create index if not exists object_sources_unit_id
  on object_sources (unit_id, account_id) where unit_id is not null;

create or replace trigger object_sources_account_is_fixed before update of account_id on object_sources for each row
  when (new.account_id is distinct from old.account_id) execute function account_is_fixed();

-- A foreign key without the account also accepts the id of another account's object.
create or replace function object_sources_check_visible() returns trigger language plpgsql as $$
begin
  if exists (
    select from written n
    where (n.carrier_id is not null and not exists (
        select from carriers o
        where o.id = n.carrier_id and (o.account_id is null or o.account_id = n.account_id)))
      or (n.payment_term_id is not null and not exists (
        select from payment_terms o
        where o.id = n.payment_term_id and (o.account_id is null or o.account_id = n.account_id)))
      or (n.role_id is not null and not exists (
        select from roles o
        where o.id = n.role_id and (o.account_id is null or o.account_id = n.account_id)))
      or (n.service_level_id is not null and not exists (
        select from service_levels o
        where o.id = n.service_level_id and (o.account_id is null or o.account_id = n.account_id)))
      or (n.shipping_term_id is not null and not exists (
        select from shipping_terms o
        where o.id = n.shipping_term_id and (o.account_id is null or o.account_id = n.account_id)))
      or (n.unit_id is not null and not exists (
        select from units o
        where o.id = n.unit_id and (o.account_id is null or o.account_id = n.account_id)))
  ) then
    raise exception 'a source record belongs to an object of its own account, or to a system-owned one'
      using errcode = 'check_violation', constraint = 'object_sources_visible', table = 'object_sources';
  end if;
  return null;
end $$;

create or replace trigger object_sources_check_visible_inserted after insert on object_sources
  referencing new table as written for each statement execute function object_sources_check_visible();

create or replace trigger object_sources_check_visible_updated after update on object_sources
  referencing new table as written for each statement execute function object_sources_check_visible();

do $$ begin
  if not exists (select from pg_policy where polrelid = 'object_sources'::regclass) then
    perform protect_table('object_sources');
  end if;
end $$;

alter table customer_sources add column if not exists gone_at timestamptz(3);
