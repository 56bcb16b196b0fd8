-- migrate: no transaction
-- migrate: expand
-- Address filters ignore case and accents. They compare keys: the texts of a geolocation as the search normalizes them.
-- Columns with plain comparisons, because row-level security lets an index serve only leakproof operators.

alter table geolocations
  add column if not exists locality_key text collate "C",
  add column if not exists state_key text collate "C",
  add column if not exists postal_code_key text collate "C",
  add column if not exists country_key text collate "C";

-- The length is limited, so that every key fits into an index. Immutable, so that the planner knows the key of a
-- parameter.
create or replace function address_key(value text) returns text language plpgsql immutable strict parallel safe as $$
begin
  return left(search_normalize(value), 512);
end $$;

create or replace function address_keys(texts text[]) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct address_key(given.value)), '{}') from unnest(texts) given(value)
$$;

-- The first text, by code point, after all texts that begin with the prefix.
create or replace function text_after(prefix text) returns text language sql immutable strict parallel safe as $$
  select case
    when given.stem = '' then repeat(U&'\+10FFFF', 513)
    when ascii(right(given.stem, 1)) = 55295 then left(given.stem, -1) || chr(57344)
    else left(given.stem, -1) || chr(ascii(right(given.stem, 1)) + 1) end
  from (select rtrim(prefix, U&'\+10FFFF') as stem) given
$$;

create or replace function geolocations_set_keys() returns trigger language plpgsql as $$
begin
  new.locality_key := address_key(new.locality);
  new.state_key := address_key(new.state);
  new.postal_code_key := address_key(new.postal_code);
  new.country_key := address_key(new.country);
  return new;
end $$;

-- Waits for the transactions that write without it, so that from here on every written row has its keys.
create or replace trigger geolocations_set_keys before insert or update on geolocations
  for each row execute function geolocations_set_keys();

-- Older rows get their keys in batches. A row that a writer holds is skipped and left to the next pass.
create or replace procedure geolocations_backfill_keys() language plpgsql as $$
declare
  highest constant text := U&'\+10FFFF';
  from_account text;
  from_id text;
  to_account text;
  to_id text;
begin
  while exists (select from geolocations where country_key is null) loop
    from_account := '';
    from_id := '';
    while from_account <> highest loop
      select account_id, id into to_account, to_id from geolocations
        where (account_id, id) > (from_account, from_id)
        order by account_id, id offset 499 limit 1;
      if not found then
        to_account := highest;
        to_id := highest;
      end if;
      update geolocations g set country_key = address_key(g.country)
        from (
          select account_id, id from geolocations
            where (account_id, id) > (from_account, from_id) and (account_id, id) <= (to_account, to_id)
              and country_key is null
            for no key update skip locked) batch
        where g.account_id = batch.account_id and g.id = batch.id;
      commit;
      from_account := to_account;
      from_id := to_id;
    end loop;
    perform pg_sleep(0.05);
  end loop;
end $$;

call geolocations_backfill_keys();

drop procedure if exists geolocations_backfill_keys();

create index concurrently if not exists geolocations_account_id_locality_key_idx on geolocations (account_id, locality_key);

create index concurrently if not exists geolocations_account_id_state_key_idx on geolocations (account_id, state_key);

create index concurrently if not exists geolocations_account_id_postal_code_key_idx
  on geolocations (account_id, postal_code_key);

create index concurrently if not exists geolocations_account_id_country_key_idx on geolocations (account_id, country_key);

do $$
begin
  if exists (select from geolocations) then
    analyze geolocations;
  end if;
end $$;
