-- migrate: no transaction
-- migrate: expand
-- Filters of customers by texts ignore case and accents. They compare keys, as filters of addresses do.

alter table customers
  add column if not exists name_key text collate "C",
  add column if not exists number_key text collate "C",
  add column if not exists short_id_key text collate "C",
  add column if not exists reference_key text collate "C",
  add column if not exists contact_email_key text collate "C",
  add column if not exists contact_phone_key text collate "C",
  add column if not exists shopper_email_key text collate "C";

create or replace function customers_set_keys() returns trigger language plpgsql as $$
begin
  new.name_key := address_key(new.name);
  new.number_key := address_key(new.number);
  new.short_id_key := address_key(new.short_id);
  new.reference_key := address_key(new.reference);
  new.contact_email_key := address_key(new.contact_email);
  new.contact_phone_key := address_key(new.contact_phone);
  new.shopper_email_key := address_key(new.shopper_email);
  return new;
end $$;

-- Each waits for the transactions that write without it, so that from here on every written row has its keys.
create or replace trigger customers_set_keys before insert on customers
  for each row execute function customers_set_keys();

create or replace trigger customers_set_changed_keys before update on customers
  for each row when (
    (new.name, new.number, new.short_id, new.reference, new.contact_email, new.contact_phone, new.shopper_email,
      new.name_key, new.number_key, new.short_id_key, new.reference_key, new.contact_email_key, new.contact_phone_key,
      new.shopper_email_key)
    is distinct from
    (old.name, old.number, old.short_id, old.reference, old.contact_email, old.contact_phone, old.shopper_email,
      old.name_key, old.number_key, old.short_id_key, old.reference_key, old.contact_email_key, old.contact_phone_key,
      old.shopper_email_key))
  execute function customers_set_keys();

-- Older rows get their keys in batches. A row that a writer holds is skipped and left to the next pass.
create or replace procedure customers_backfill_keys() language plpgsql as $$
declare
  highest constant text := U&'\+10FFFF';
  from_account text;
  from_id text;
  to_account text;
  to_id text;
  accounts text[];
  ids text[];
begin
  while exists (select from customers where name_key is null) loop
    from_account := '';
    from_id := '';
    while from_account <> highest loop
      select account_id, id into to_account, to_id from customers
        where (account_id, id) > (from_account, from_id)
        order by account_id, id offset 499 limit 1;
      if not found then
        to_account := highest;
        to_id := highest;
      end if;
      -- The limit has no effect but on the plan. The update finds the rows of the batch by their keys.
      select array_agg(b.account_id), array_agg(b.id) into accounts, ids from (
        select account_id, id from customers
          where (account_id, id) > (from_account, from_id) and (account_id, id) <= (to_account, to_id)
            and name_key is null
          order by account_id, id limit 500 for no key update skip locked) b;
      -- The trigger sets all keys of a row with a changed one.
      update customers c set name_key = ''
        from unnest(accounts, ids) b (account_id, id)
        where c.account_id = b.account_id and c.id = b.id;
      commit;
      from_account := to_account;
      from_id := to_id;
    end loop;
    perform pg_sleep(0.05);
  end loop;
end $$;

call customers_backfill_keys();

drop procedure if exists customers_backfill_keys();

create index concurrently if not exists customers_account_id_name_key_idx on customers (account_id, name_key);

create index concurrently if not exists customers_account_id_number_key_idx on customers (account_id, number_key);

create index concurrently if not exists customers_short_id_key on customers (account_id, short_id_key)
  where short_id_key is not null;

create index concurrently if not exists customers_reference_key on customers (account_id, reference_key)
  where reference_key is not null;

create index concurrently if not exists customers_contact_email_key on customers (account_id, contact_email_key)
  where contact_email_key is not null;

create index concurrently if not exists customers_contact_phone_key on customers (account_id, contact_phone_key)
  where contact_phone_key is not null;

create index concurrently if not exists customers_shopper_email_key on customers (account_id, shopper_email_key)
  where shopper_email_key is not null;

do $$
begin
  if exists (select from customers) then
    analyze customers;
  end if;
end $$;
