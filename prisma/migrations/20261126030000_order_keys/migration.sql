-- migrate: no transaction
-- migrate: expand
-- Orders are listed, filtered by their number without case and accents, and found by it in the search of customers.

alter table orders add column if not exists number_key text collate "C";

create or replace function orders_set_number_key() returns trigger language plpgsql as $$
begin
  new.number_key := address_key(new.number);
  return new;
end $$;

-- Each waits for the transactions that write without it, so that from here on every written row has its key.
create or replace trigger orders_set_number_key before insert on orders
  for each row execute function orders_set_number_key();

create or replace trigger orders_set_changed_number_key before update on orders
  for each row when ((new.number, new.number_key) is distinct from (old.number, old.number_key))
  execute function orders_set_number_key();

-- Older rows get their keys in batches. A row that a writer holds is skipped and left to the next pass.
create or replace procedure orders_backfill_number_key() language plpgsql as $$
declare
  highest constant text := U&'\+10FFFF';
  from_account text;
  from_id text;
  to_account text;
  to_id text;
  accounts text[];
  ids text[];
begin
  while exists (select from orders where number_key is null and number is not null) loop
    from_account := '';
    from_id := '';
    while from_account <> highest loop
      select account_id, id into to_account, to_id from orders
        where (account_id, id) > (from_account, from_id)
        order by account_id, id offset 499 limit 1;
      if not found then
        to_account := highest;
        to_id := highest;
      end if;
      -- The limit has no effect but on the plan. The update finds the rows of the batch by their keys.
      select array_agg(b.account_id), array_agg(b.id) into accounts, ids from (
        select account_id, id from orders
          where (account_id, id) > (from_account, from_id) and (account_id, id) <= (to_account, to_id)
            and number_key is null and number is not null
          order by account_id, id limit 500 for no key update skip locked) b;
      -- The trigger sets the key of a row with a changed one.
      update orders o set number_key = ''
        from unnest(accounts, ids) b (account_id, id)
        where o.account_id = b.account_id and o.id = b.id;
      commit;
      from_account := to_account;
      from_id := to_id;
    end loop;
    perform pg_sleep(0.05);
  end loop;
end $$;

call orders_backfill_number_key();

drop procedure if exists orders_backfill_number_key();

create index concurrently if not exists orders_account_id_number_key_idx on orders (account_id, number_key);

create index concurrently if not exists orders_account_id_created_at_id_idx on orders (account_id, created_at, id);

create index concurrently if not exists orders_account_id_placed_at_id_idx on orders (account_id, placed_at, id);

create index concurrently if not exists orders_account_id_customer_id_placed_at_id_idx
  on orders (account_id, customer_id, placed_at, id);

do $$
begin
  if exists (select from orders) then
    analyze orders;
  end if;
end $$;
