-- migrate: no transaction
-- migrate: expand
-- Search words of one or two characters match the beginnings of words, by an index: a trigram index cannot serve them.

alter table customer_search add column if not exists beginnings text[] collate "C";

-- The first one and two characters of each word of a search text. A word begins at a letter or digit that follows another
-- kind of character. Punctuation begins a word, too, and so does each letter of scripts that are written without spaces
-- (Thai to Myanmar, Khmer, Chinese, Japanese). Of the phone number, one and two digits from any place follow a line break.
create or replace function search_beginnings(document text) returns text[]
language plpgsql immutable strict parallel safe cost 1000 as $$
declare
  phone constant text := substring(document from '\n[0-9]+$');
  single constant text := '(?:[^[:alnum:][:space:]]|[\u0E00-\u109F\u1780-\u17FF\u2E80-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF])';
begin
  return array(
    select left(word[1], size)
      from regexp_matches(document collate "und-x-icu", '[[:alnum:]]+[^[:alnum:][:space:]]?', 'g') word,
        generate_series(1, 2) size
    union all
    select substr(run[1], place, size)
      from regexp_matches(document collate "und-x-icu", single || '+[[:alnum:]]?', 'g') run,
        generate_series(1, length(run[1])) place, generate_series(1, 2) size
      where place < length(run[1]) or run[1] collate "und-x-icu" ~ (single || '$')
    union all
    select E'\n' || substr(phone, place, size)
      from generate_series(2, length(phone)) place, generate_series(1, 2) size);
end $$;

create or replace function customer_search_refresh(accounts text[], ids text[]) returns void language sql as $$
  insert into customer_search (account_id, customer_id, document, beginnings)
  select account_id, id, document, search_beginnings(document) from (
    select c.account_id, c.id,
      search_normalize(concat_ws(E'\n', c.name, c.number, c.short_id, c.contact_email, c.shopper_email, c.reference,
        (select string_agg(a.name, E'\n' order by a.id) from addresses a
          where a.account_id = c.account_id and a.customer_id = c.id)))
      || E'\n' || regexp_replace(coalesce(c.contact_phone, ''), '\D', '', 'g') as document
    from (select distinct * from unnest(accounts, ids) as changed (account_id, id)) n
    join customers c on c.account_id = n.account_id and c.id = n.id
    offset 0) written
  on conflict (account_id, customer_id) do update
    set document = excluded.document, beginnings = excluded.beginnings
    where customer_search.document <> excluded.document
$$;

-- From here on every write of a search text writes its beginnings; older texts get them in batches. A row that a writer
-- holds is skipped and left to the next pass, so that neither waits for the other.
create or replace procedure search_beginnings_backfill() language plpgsql as $$
declare
  highest constant text := U&'\+10FFFF';
  from_account text;
  from_customer text;
  to_account text;
  to_customer text;
begin
  while exists (select from customer_search where beginnings is null) loop
    from_account := '';
    from_customer := '';
    while from_account <> highest loop
      select account_id, customer_id into to_account, to_customer from customer_search
        where (account_id, customer_id) > (from_account, from_customer)
        order by account_id, customer_id offset 99 limit 1;
      if not found then
        to_account := highest;
        to_customer := highest;
      end if;
      update customer_search s set beginnings = search_beginnings(s.document)
        from (
          select account_id, customer_id from customer_search
            where (account_id, customer_id) > (from_account, from_customer)
              and (account_id, customer_id) <= (to_account, to_customer) and beginnings is null
            for no key update skip locked) batch
        where s.account_id = batch.account_id and s.customer_id = batch.customer_id;
      commit;
      from_account := to_account;
      from_customer := to_customer;
    end loop;
    perform pg_sleep(0.05);
  end loop;
end $$;

call search_beginnings_backfill();

create index concurrently if not exists customer_search_beginnings on customer_search using gin (account_id, beginnings);

-- The index has waited for the transactions that began with the former function.
call search_beginnings_backfill();

drop procedure if exists search_beginnings_backfill();

-- A condition on a search text `s`: it contains the word or, of one or two characters, a word that
-- begins with it; one or two digits are also found in the phone number. `digits`
-- are those of a word that can be part of a phone number, or empty.
create or replace function search_condition(word text, digits text) returns text language sql immutable parallel safe as $$
  select case when length(word) > 2 then format('s.document like %L', '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%')
      when word ~ '^[0-9]+$' then format('s.beginnings && array[%L, %L]', word, E'\n' || word)
      else format('s.beginnings @> array[%L]', word) end
    || case when coalesce(digits, '') = '' then ''
      when length(digits) <= 2 then format(' or s.beginnings @> array[%L]', E'\n' || digits)
      else format(' or s.document ~ %L', digits || '[0-9]*$') end
$$;

-- The customers that match all words, in one statement that is planned for them. It runs as the owner, as
-- search_customers(text, text) does, which older gateways call. Words without any character restrict nothing.
create or replace function search_customers(words text[], digits text[]) returns setof text
language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 100 as $$
begin
  return query execute
    'select s.customer_id from customer_search s where s.account_id = $1'
      || coalesce((
        select string_agg(' and (' || search_condition(given.word, given.digits) || ')', '' order by given.place)
        from (select btrim(search_normalize(w.word), E' \t\r\n') as word, w.digits, w.place
          from unnest(words, digits) with ordinality as w (word, digits, place)) given
        where given.word <> ''), '')
    using current_setting('app.account_id', true);
end $$;

revoke execute on function search_customers(text[], text[]) from public;
grant execute on function search_customers(text[], text[]) to customer_gateway;
