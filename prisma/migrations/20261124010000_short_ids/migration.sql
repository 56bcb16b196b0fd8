-- migrate: no transaction
-- migrate: expand
-- A customer's short id is the id of its first record in the warehouse system.

alter table customer_sources add column if not exists position integer not null default 0;

-- Records for short ids without one, then short ids for records without one. A record that another customer has wins
-- over a short id. A row that a writer holds is left to the next pass.
create or replace procedure customers_link_short_ids() language plpgsql as $$
declare
  highest constant text := U&'\+10FFFF';
  from_account text;
  from_id text;
  to_account text;
  to_id text;
  accounts text[];
  ids text[];
begin
  for pass in 1..4 loop
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
      -- The limit has no effect but on the plan. The statements below find the rows of the batch by their keys.
      select array_agg(b.account_id), array_agg(b.id) into accounts, ids from (
        select account_id, id from customers
          where (account_id, id) > (from_account, from_id) and (account_id, id) <= (to_account, to_id)
          order by account_id, id limit 500 for no key update skip locked) b;
      insert into customer_sources (account_id, customer_id, system, source_id, synced_at, position)
        select c.account_id, c.id, 'WAREHOUSE', c.short_id, c.updated_at, -1
          from unnest(accounts, ids) b (account_id, id) join customers c using (account_id, id)
          where c.short_id is not null
          on conflict do nothing;
      update customer_sources s set position = -1
        from unnest(accounts, ids) b (account_id, id) join customers c using (account_id, id)
        where s.account_id = c.account_id and s.customer_id = c.id
          and s.system = 'WAREHOUSE' and s.source_id = c.short_id and s.position = 0
          and exists (
            select from customer_sources o where o.account_id = c.account_id and o.customer_id = c.id
              and o.system = 'WAREHOUSE' and o.source_id < s.source_id);
      update customers c set short_id = null
        from unnest(accounts, ids) b (account_id, id)
        where c.account_id = b.account_id and c.id = b.id and c.short_id is not null
          and not exists (
            select from customer_sources s where s.account_id = c.account_id and s.customer_id = c.id
              and s.system = 'WAREHOUSE' and s.source_id = c.short_id);
      update customers c set short_id = (
          select s.source_id from customer_sources s
            where s.account_id = c.account_id and s.customer_id = c.id and s.system = 'WAREHOUSE'
            order by s.position, s.source_id limit 1)
        from unnest(accounts, ids) b (account_id, id)
        where c.account_id = b.account_id and c.id = b.id and c.short_id is null and pass > 1
          and exists (
            select from customer_sources s where s.account_id = c.account_id and s.customer_id = c.id
              and s.system = 'WAREHOUSE')
          -- The next pass releases the short id of a customer that was locked.
          and not exists (
            select from customer_sources s join customers o on o.account_id = s.account_id and o.short_id = s.source_id
              where s.account_id = c.account_id and s.customer_id = c.id and s.system = 'WAREHOUSE');
      commit;
      from_account := to_account;
      from_id := to_id;
    end loop;
  end loop;
end $$;

call customers_link_short_ids();

drop procedure if exists customers_link_short_ids();
