-- Free-text search: one normalised text a customer, found by parts of words through a trigram index.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- ICU's lower-casing, since the tables' own collation knows ASCII only. It ends Greek words in another sigma.
create function search_normalize(value text) returns text language sql stable parallel safe as $$
  select replace(lower(unaccent(value) collate "und-x-icu"), 'ς', 'σ')
$$;

-- A word as people type it, as a pattern for LIKE.
create function search_pattern(word text) returns text language sql stable parallel safe as $$
  select '%' || regexp_replace(search_normalize(word), '([\\%_])', '\\\1', 'g') || '%'
$$;

create index customer_search_document on customer_search using gin (account_id, document gin_trgm_ops);

create function customer_search_refresh(accounts text[], ids text[]) returns void language sql as $$
  insert into customer_search (account_id, customer_id, document)
  select c.account_id, c.id,
    search_normalize(concat_ws(E'\n', c.name, c.number, c.short_id, c.contact_email, c.shopper_email, c.reference,
      (select string_agg(a.name, E'\n' order by a.id) from addresses a
        where a.account_id = c.account_id and a.customer_id = c.id)))
    || E'\n' || regexp_replace(coalesce(c.contact_phone, ''), '\D', '', 'g')
  from (select distinct * from unnest(accounts, ids) as changed (account_id, id)) n
  join customers c on c.account_id = n.account_id and c.id = n.id
  on conflict (account_id, customer_id) do update set document = excluded.document
    where customer_search.document <> excluded.document
$$;

create function customer_search_customers() returns trigger language plpgsql as $$
begin
  perform customer_search_refresh(array_agg(n.account_id), array_agg(n.id)) from written n;
  return null;
end $$;

create function customer_search_customers_updated() returns trigger language plpgsql as $$
begin
  perform customer_search_refresh(array_agg(n.account_id), array_agg(n.id))
    from written n join replaced o on o.account_id = n.account_id and o.id = n.id
    where (n.name, n.number, n.short_id, n.contact_email, n.shopper_email, n.reference, n.contact_phone)
      is distinct from (o.name, o.number, o.short_id, o.contact_email, o.shopper_email, o.reference, o.contact_phone);
  return null;
end $$;

create trigger customer_search_inserted after insert on customers
  referencing new table as written for each statement execute function customer_search_customers();
create trigger customer_search_updated after update on customers
  referencing old table as replaced new table as written
  for each statement execute function customer_search_customers_updated();

-- The customers are locked, so that of two that write one's addresses at once the second reads what the first did.
create function customer_search_readdress(accounts text[], ids text[]) returns void language plpgsql as $$
begin
  perform from customers c
    where (c.account_id, c.id) in (select * from unnest(accounts, ids))
    order by c.account_id, c.id for no key update;
  perform customer_search_refresh(accounts, ids);
end $$;

create function customer_search_addresses() returns trigger language plpgsql as $$
begin
  perform customer_search_readdress(array_agg(n.account_id), array_agg(n.customer_id)) from written n;
  return null;
end $$;

-- An address that moves changes two customers.
create function customer_search_addresses_updated() returns trigger language plpgsql as $$
begin
  perform customer_search_readdress(array_agg(n.account_id), array_agg(n.customer_id))
    from (select * from written union all select * from replaced) n;
  return null;
end $$;

create trigger customer_search_address_inserted after insert on addresses
  referencing new table as written for each statement execute function customer_search_addresses();
create trigger customer_search_address_updated after update on addresses
  referencing old table as replaced new table as written
  for each statement execute function customer_search_addresses_updated();
create trigger customer_search_address_deleted after delete on addresses
  referencing old table as written for each statement execute function customer_search_addresses();
