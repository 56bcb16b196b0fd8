-- migrate: no transaction
-- migrate: expand
-- The search of customers finds words of three and more characters in their notes. Shorter words match beginnings of
-- words, which would be found in almost every note: beginnings are still those of the other texts.

create or replace function customer_search_refresh(accounts text[], ids text[]) returns void language sql as $$
  insert into customer_search (account_id, customer_id, document, beginnings)
  select account_id, id, document, search_beginnings(names || phone) from (
    select account_id, id, names, phone, document from (
      select account_id, id, names, phone, names || note || phone as document from (
        select c.account_id, c.id,
          search_normalize(concat_ws(E'\n', c.name, c.number, c.short_id, c.contact_email, c.shopper_email, c.reference,
            (select string_agg(a.name, E'\n' order by a.id) from addresses a
              where a.account_id = c.account_id and a.customer_id = c.id))) as names,
          coalesce(E'\n' || search_normalize(c.note), '') as note,
          E'\n' || regexp_replace(coalesce(c.contact_phone, ''), '\D', '', 'g') as phone
        from (select distinct * from unnest(accounts, ids) as changed (account_id, id)) n
        join customers c on c.account_id = n.account_id and c.id = n.id
        offset 0) texts
      offset 0) present
    where not exists (select from customer_search s
      where s.account_id = present.account_id and s.customer_id = present.id and s.document = present.document)
    offset 0) written
  on conflict (account_id, customer_id) do update
    set document = excluded.document, beginnings = excluded.beginnings
    where customer_search.document <> excluded.document
$$;

create or replace function customer_search_customers_updated() returns trigger language plpgsql as $$
begin
  perform customer_search_refresh(array_agg(n.account_id), array_agg(n.id))
    from written n join replaced o on o.account_id = n.account_id and o.id = n.id
    where (n.name, n.number, n.short_id, n.contact_email, n.shopper_email, n.reference, n.contact_phone, n.note)
      is distinct from
      (o.name, o.number, o.short_id, o.contact_email, o.shopper_email, o.reference, o.contact_phone, o.note);
  return null;
end $$;

-- The same triggers as before. Each waits for the transactions that write with the former functions.
create or replace trigger customer_search_inserted after insert on customers
  referencing new table as written for each statement execute function customer_search_customers();

create or replace trigger customer_search_updated after update on customers
  referencing old table as replaced new table as written
  for each statement execute function customer_search_customers_updated();

create or replace function search_lacks_note(customer customers) returns boolean language sql stable as $$
  select customer.note is not null and exists (select from customer_search s
    where s.account_id = customer.account_id and s.customer_id = customer.id
      and strpos(s.document, search_normalize(customer.note)) = 0)
$$;

-- Older search texts get their notes in batches. A customer that a writer holds is skipped and left to the next pass.
create or replace procedure search_notes_backfill() language plpgsql as $$
declare
  highest constant text := U&'\+10FFFF';
  from_account text;
  from_id text;
  to_account text;
  to_id text;
  accounts text[];
  ids text[];
begin
  while exists (select from customers c where search_lacks_note(c)) loop
    from_account := '';
    from_id := '';
    while from_account <> highest loop
      select account_id, id into to_account, to_id from customers
        where (account_id, id) > (from_account, from_id)
        order by account_id, id offset 199 limit 1;
      if not found then
        to_account := highest;
        to_id := highest;
      end if;
      select array_agg(b.account_id), array_agg(b.id) into accounts, ids from (
        select c.account_id, c.id from customers c
          where (c.account_id, c.id) > (from_account, from_id) and (c.account_id, c.id) <= (to_account, to_id)
            and search_lacks_note(c)
          order by c.account_id, c.id limit 200 for no key update skip locked) b;
      perform customer_search_refresh(accounts, ids);
      commit;
      from_account := to_account;
      from_id := to_id;
    end loop;
    perform pg_sleep(0.05);
  end loop;
end $$;

call search_notes_backfill();

drop procedure if exists search_notes_backfill();

drop function if exists search_lacks_note(customers);
