-- migrate: expand
-- The beginnings of words are computed only for search texts that differ from the stored ones: they take most of the
-- time. Where a statement inserts customers and their addresses, the triggers of both tables compare the same text.

create or replace function customer_search_refresh(accounts text[], ids text[]) returns void language sql as $$
  insert into customer_search (account_id, customer_id, document, beginnings)
  select account_id, id, document, search_beginnings(document) from (
    select account_id, id, document from (
      select c.account_id, c.id,
        search_normalize(concat_ws(E'\n', c.name, c.number, c.short_id, c.contact_email, c.shopper_email, c.reference,
          (select string_agg(a.name, E'\n' order by a.id) from addresses a
            where a.account_id = c.account_id and a.customer_id = c.id)))
        || E'\n' || regexp_replace(coalesce(c.contact_phone, ''), '\D', '', 'g') as document
      from (select distinct * from unnest(accounts, ids) as changed (account_id, id)) n
      join customers c on c.account_id = n.account_id and c.id = n.id
      offset 0) present
    where not exists (select from customer_search s
      where s.account_id = present.account_id and s.customer_id = present.id and s.document = present.document)
    offset 0) written
  on conflict (account_id, customer_id) do update
    set document = excluded.document, beginnings = excluded.beginnings
    where customer_search.document <> excluded.document
$$;
