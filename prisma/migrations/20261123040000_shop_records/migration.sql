-- migrate: no transaction
-- migrate: expand
-- The order of a return, counted orders, and the indexes of new orders and lookups.

alter table returns add column if not exists order_id text collate "C";

do $$ begin
  if not exists (
    select from pg_constraint where conrelid = 'returns'::regclass and conname = 'returns_account_id_order_id_fkey')
  then
    alter table returns add constraint returns_account_id_order_id_fkey foreign key (account_id, order_id)
      references orders (account_id, id) on delete restrict on update restrict not valid;
  end if;
end $$;

-- A shopper whose number of orders is not given has null: its orders are counted. The former check required a number.
do $$ begin
  if not exists (
    select from pg_constraint where conrelid = 'customers'::regclass and conname = 'customers_shopper_has_email')
  then
    alter table customers
      add constraint customers_shopper_has_email check (
        (shopper_email is null) = (shopper_status is null)
        and (shopper_email is not null or (shopper_reference is null and total_orders_count is null))) not valid,
      drop constraint if exists customers_shopper_is_whole;
  end if;
end $$;

-- Former gateways wrote 0 for every new shopper and accepted no number. A row that a writer holds is left to the next pass.
create or replace procedure customers_forget_zero_orders() language plpgsql as $$
declare
  highest constant text := U&'\+10FFFF';
  from_account text;
  from_id text;
  to_account text;
  to_id text;
begin
  for pass in 1..3 loop
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
      update customers c set total_orders_count = null
        from (
          -- The limit has no effect but on the plan.
          select zero.account_id, zero.id from (
            select account_id, id from customers
              where (account_id, id) > (from_account, from_id) and (account_id, id) <= (to_account, to_id)
              order by account_id, id limit 500) page
            join customers zero using (account_id, id)
            where zero.total_orders_count = 0
            for no key update of zero skip locked) batch
        where c.account_id = batch.account_id and c.id = batch.id;
      commit;
      from_account := to_account;
      from_id := to_id;
    end loop;
  end loop;
end $$;

call customers_forget_zero_orders();

drop procedure if exists customers_forget_zero_orders();

create index concurrently if not exists customers_account_id_short_id_id_idx on customers (account_id, short_id, id);

create index concurrently if not exists customers_account_id_discontinued_at_id_idx
  on customers (account_id, discontinued_at, id);

create index concurrently if not exists customer_groups_account_id_created_at_id_idx
  on customer_groups (account_id, created_at, id);

create index concurrently if not exists orders_account_id_customer_id_status_idx
  on orders (account_id, customer_id, status);

create index concurrently if not exists orders_account_id_number_created_at_id_idx
  on orders (account_id, number, created_at, id);

create index concurrently if not exists returns_account_id_order_id_idx on returns (account_id, order_id);
