-- migrate: expand
-- The rows that the system provides to all accounts, with the ids that the demo data used to give them. A database that
-- has a row with the same id, code, name or abbreviation keeps its row. Accounts get a prefix of customer numbers and
-- the time of their closing. A system-owned currency has no exchange rate: its ratio becomes 1.

insert into priorities (id, code, name, created_at, updated_at)
select id, code::priority_code, name, timestamptz '2018-01-02 09:00+00', timestamptz '2018-01-02 09:00+00' from (values
  ('pri_0160b6194e80758499ceadb4fa600fa1', 'LOW', 'Low'),
  ('pri_0160b6194e807040b9906b3f0b8a8654', 'NORMAL', 'Normal'),
  ('pri_0160b6194e807ab6850f3b100f557243', 'HIGH', 'High')
) as v (id, code, name)
on conflict do nothing;

-- The other currencies do not depend on the base unit.
insert into units (id, name, abbreviation, type, ratio_numerator, ratio_denominator, is_base_unit, created_at, updated_at)
select id, name, abbreviation, unit_dimension 'CURRENCY', 1, 1,
  abbreviation = 'USD' and not exists (select from units u where u.type = 'CURRENCY' and u.is_base_unit),
  timestamptz '2018-01-02 09:00+00', timestamptz '2018-01-02 09:00+00' from (values
  ('unt_0160b6194e8071a1b850010cd7ad267b', 'US dollar', 'USD'),
  ('unt_0160b6194e807658a3b4d530794d07ca', 'Euro', 'EUR'),
  ('unt_0160b6194e807a3190831f9ca7ae97e2', 'Pound sterling', 'GBP'),
  ('unt_0160b6194e807655b17277db0edcf361', 'Japanese yen', 'JPY'),
  ('unt_0160b6194e807c938027c62bebfa5f4c', 'Canadian dollar', 'CAD'),
  ('unt_0160b6194e80779aa4bc301690e8cdcf', 'Kuwaiti dinar', 'KWD')
) as v (id, name, abbreviation)
on conflict do nothing;

do $$
begin
  update units set ratio_numerator = 1, ratio_denominator = 1
    where account_id is null and type = 'CURRENCY' and (ratio_numerator <> 1 or ratio_denominator <> 1);
end $$;

insert into units (id, name, abbreviation, type, ratio_numerator, ratio_denominator, is_base_unit, created_at, updated_at)
select id, name, abbreviation, type::unit_dimension, 1, 1, true,
  timestamptz '2018-01-02 09:00+00', timestamptz '2018-01-02 09:00+00' from (values
  ('unt_0160b6194e807525924464c5f3b615ee', 'Each', 'ea', 'QUANTITY'),
  ('unt_0160b6194e807bfcb9cbccbec4791af7', 'Second', 's', 'TIME'),
  ('unt_0160b6194e807aa98e2e6a7f8af69505', 'Kilogram', 'kg', 'MASS'),
  ('unt_0160b6194e807a139bceed973f3e5d15', 'Litre', 'L', 'VOLUME'),
  ('unt_0160b6194e8076628890d57bc41af1d4', 'Metre', 'm', 'LENGTH'),
  ('unt_0160b6194e807de9a3528825a18fb981', 'Kelvin', 'K', 'TEMPERATURE'),
  ('unt_0160b6194e80740e8093f57248c68f62', 'Square metre', 'm²', 'AREA')
) as v (id, name, abbreviation, type)
on conflict do nothing;

-- Ratios are relative to the base unit: a dimension with another base unit gets no further units.
insert into units (id, name, abbreviation, type, ratio_numerator, ratio_denominator, offset_numerator, offset_denominator,
  created_at, updated_at)
select v.id, v.name, v.abbreviation, b.type, v.ratio_numerator, v.ratio_denominator, v.offset_numerator,
  v.offset_denominator, timestamptz '2018-01-02 09:00+00', timestamptz '2018-01-02 09:00+00' from (values
  ('unt_0160b6194e807e059c966164285a3c02', 'Dozen', 'dz', 'ea', 12, 1, 0, 1),
  ('unt_0160b6194e807faab93e2910e3d9b838', 'Gross', 'gr', 'ea', 144, 1, 0, 1),
  ('unt_0160b6194e8075d68bb8116ba18afb06', 'Minute', 'min', 's', 60, 1, 0, 1),
  ('unt_0160b6194e8075d686a426a6aa8e8c17', 'Hour', 'h', 's', 3600, 1, 0, 1),
  ('unt_0160b6194e807ac682d78b8cf116f2d2', 'Day', 'd', 's', 86400, 1, 0, 1),
  ('unt_0160b6194e807cd9a7fdca0b84a1379a', 'Gram', 'g', 'kg', 1, 1000, 0, 1),
  ('unt_0160b6194e8074c7aebeb347cd557080', 'Pound', 'lb', 'kg', 0.45359237, 1, 0, 1),
  ('unt_0160b6194e8077188b5c2b881b447b5f', 'Ounce', 'oz', 'kg', 0.45359237, 16, 0, 1),
  ('unt_0160b6194e807c1e8505ac4c995d7276', 'Millilitre', 'mL', 'L', 1, 1000, 0, 1),
  ('unt_0160b6194e807be7879991799540aa80', 'US gallon', 'gal', 'L', 3.785411784, 1, 0, 1),
  ('unt_0160b6194e807d8a819b12019611586f', 'Centimetre', 'cm', 'm', 1, 100, 0, 1),
  ('unt_0160b6194e807970876a652593ccf1c7', 'Inch', 'in', 'm', 0.0254, 1, 0, 1),
  ('unt_0160b6194e8078f9b842af03e312651a', 'Foot', 'ft', 'm', 0.3048, 1, 0, 1),
  ('unt_0160b6194e80792c880ffad0a5d1b11d', 'Degree Celsius', '°C', 'K', 1, 1, 27315, 100),
  ('unt_0160b6194e8074228a66de206713fe25', 'Degree Fahrenheit', '°F', 'K', 5, 9, 45967, 180),
  ('unt_0160b6194e8074d792764efdb0f5116d', 'Square foot', 'ft²', 'm²', 0.09290304, 1, 0, 1)
) as v (id, name, abbreviation, base, ratio_numerator, ratio_denominator, offset_numerator, offset_denominator)
join units b on b.is_base_unit and b.abbreviation = v.base
on conflict do nothing;

insert into carriers (id, name, code, customer_portal_visibility, created_at, updated_at)
select id, name, code::carrier_code, visibility::portal_visibility, at::timestamptz, at::timestamptz from (values
  ('crr_0161426e99807af7b176dab9398620e7', 'FedEx', 'FEDEX', 'VISIBLE', '2018-01-29 15:00+00'),
  ('crr_0162581824807cc69ac23c2ad02b7f99', 'UPS', 'UPS', 'VISIBLE', '2018-03-24 13:00+00'),
  ('crr_01612ee7d2007a759a349533c59c16a0', 'USPS', 'USPS', 'VISIBLE', '2018-01-25 20:00+00'),
  ('crr_01617ddeaa0070d7af0c8d76bdf300cc', 'Will Call', 'WILL_CALL', 'VISIBLE', '2018-02-10 04:00+00'),
  ('crr_01624980ca8073b4b1e1fc6ee413794f', 'Delivery', 'DELIVERY', 'VISIBLE', '2018-03-21 17:00+00'),
  ('crr_01619d32af00772087c36d1a9462109a', 'LTL', 'LTL', 'VISIBLE', '2018-02-16 06:00+00'),
  ('crr_0161d56ac6007b168085b61434ba330e', 'LTL1', 'LTL1', 'HIDDEN', '2018-02-27 04:00+00'),
  ('crr_0161cbf9c800727f88f6f15dc2611457', 'Freight Collect', 'FREIGHT_COLLECT', 'VISIBLE', '2018-02-25 08:00+00')
) as v (id, name, code, visibility, at)
where not exists (select from carriers c
  where c.account_id is null and c.deleted_at is null and c.code = v.code::carrier_code)
on conflict do nothing;

insert into service_levels (id, carrier_id, name, service_level_token, customer_portal_visibility, is_default, created_at,
  updated_at)
select v.id, c.id, v.name, v.token, v.visibility::portal_visibility, v.is_default, v.at::timestamptz, v.at::timestamptz
from (values
  ('svl_016313a26580760eb25709c4afd650bb', 'crr_0161426e99807af7b176dab9398620e7', 'Ground', 'fedex_ground', 'VISIBLE', true, '2018-04-29 23:00+00'),
  ('svl_01630541fa007e7fa8addbf030142270', 'crr_0161426e99807af7b176dab9398620e7', '2Day', 'fedex_2day', 'VISIBLE', false, '2018-04-27 04:00+00'),
  ('svl_01629a6605007b2fb3eb12ab2db1b9b3', 'crr_0161426e99807af7b176dab9398620e7', 'Standard Overnight', 'fedex_standard_overnight', 'VISIBLE', false, '2018-04-06 10:00+00'),
  ('svl_0163a6d5808076e1b480bf0710dbc3b3', 'crr_0161426e99807af7b176dab9398620e7', 'Priority Overnight', 'fedex_priority_overnight', 'VISIBLE', false, '2018-05-28 13:00+00'),
  ('svl_0163d03f4f007124b1d73f8489d9bf42', 'crr_0161426e99807af7b176dab9398620e7', 'Home Delivery', 'fedex_home_delivery', 'VISIBLE', false, '2018-06-05 14:00+00'),
  ('svl_0162c43db0807ce481e4b2b01918fc3a', 'crr_0161426e99807af7b176dab9398620e7', 'International Economy', 'fedex_international_economy', 'VISIBLE', false, '2018-04-14 13:00+00'),
  ('svl_0162a85893807ca89c8dc595a73edbd0', 'crr_0162581824807cc69ac23c2ad02b7f99', 'Ground', 'ups_ground', 'VISIBLE', true, '2018-04-09 03:00+00'),
  ('svl_01627d0062807fe1825d57c681fb29d4', 'crr_0162581824807cc69ac23c2ad02b7f99', '3 Day Select', 'ups_3_day_select', 'VISIBLE', false, '2018-03-31 17:00+00'),
  ('svl_01638fdfd1007ec8b7c40d3ac68ed6b1', 'crr_0162581824807cc69ac23c2ad02b7f99', '2nd Day Air', 'ups_2nd_day_air', 'VISIBLE', false, '2018-05-24 02:00+00'),
  ('svl_0162d832550073fe992612c60d19a67d', 'crr_0162581824807cc69ac23c2ad02b7f99', 'Next Day Air', 'ups_next_day_air', 'VISIBLE', false, '2018-04-18 10:00+00'),
  ('svl_016286716080712085fff97ba20399e2', 'crr_0162581824807cc69ac23c2ad02b7f99', 'Next Day Air Early', 'ups_next_day_air_early', 'HIDDEN', false, '2018-04-02 13:00+00'),
  ('svl_01640ee759007d1e941b8315e400b77c', 'crr_0162581824807cc69ac23c2ad02b7f99', 'Worldwide Expedited', 'ups_worldwide_expedited', 'VISIBLE', false, '2018-06-17 18:00+00'),
  ('svl_01636df89e007db093b440e22bbf5707', 'crr_01612ee7d2007a759a349533c59c16a0', 'Ground Advantage', 'usps_ground_advantage', 'VISIBLE', true, '2018-05-17 12:00+00'),
  ('svl_0162b94c2d007b24b179b97602604010', 'crr_01612ee7d2007a759a349533c59c16a0', 'Priority Mail', 'usps_priority_mail', 'VISIBLE', false, '2018-04-12 10:00+00'),
  ('svl_0163448ecf807a4aaf113e296a74036b', 'crr_01612ee7d2007a759a349533c59c16a0', 'Priority Mail Express', 'usps_priority_mail_express', 'VISIBLE', false, '2018-05-09 11:00+00'),
  ('svl_0163db30d2807411a51533a72c195733', 'crr_01612ee7d2007a759a349533c59c16a0', 'Media Mail', 'usps_media_mail', 'HIDDEN', false, '2018-06-07 17:00+00'),
  ('svl_0163aa4468807c0e87881a41208e3b97', 'crr_01617ddeaa0070d7af0c8d76bdf300cc', 'Customer pickup', 'will_call_customer_pickup', 'VISIBLE', true, '2018-05-29 05:00+00'),
  ('svl_01631db82f0072b5b114e0d6dc9da293', 'crr_01624980ca8073b4b1e1fc6ee413794f', 'Route truck', 'delivery_route_truck', 'VISIBLE', true, '2018-05-01 22:00+00'),
  ('svl_0162979be8807d0d895e33adf8ba00af', 'crr_01624980ca8073b4b1e1fc6ee413794f', 'Same day courier', 'delivery_same_day_courier', 'VISIBLE', false, '2018-04-05 21:00+00'),
  ('svl_0162b2a54b8078bd84f4bb20d194985c', 'crr_01619d32af00772087c36d1a9462109a', 'Standard LTL', 'ltl_standard_ltl', 'VISIBLE', true, '2018-04-11 03:00+00'),
  ('svl_0162811416007a2dad2430c50b77a3f9', 'crr_01619d32af00772087c36d1a9462109a', 'Liftgate', 'ltl_liftgate', 'VISIBLE', false, '2018-04-01 12:00+00'),
  ('svl_0162b75dca80760881e59f123cb8f619', 'crr_01619d32af00772087c36d1a9462109a', 'Guaranteed by noon', 'ltl_guaranteed_by_noon', 'VISIBLE', false, '2018-04-12 01:00+00'),
  ('svl_016346eb0f00796b963ba1c6d16ba332', 'crr_0161d56ac6007b168085b61434ba330e', 'Volume LTL', 'ltl1_volume_ltl', 'VISIBLE', true, '2018-05-09 22:00+00'),
  ('svl_0162f0a88a007c51b5cd10eda5a08724', 'crr_0161cbf9c800727f88f6f15dc2611457', 'Collect', 'freight_collect_collect', 'VISIBLE', true, '2018-04-23 04:00+00'),
  ('svl_01636f0b4680745ebc04a7c22ddde3ed', 'crr_0161cbf9c800727f88f6f15dc2611457', 'Collect, export', 'freight_collect_collect_export', 'VISIBLE', false, '2018-05-17 17:00+00')
) as v (id, carrier_id, name, token, visibility, is_default, at)
join carriers c on c.id = v.carrier_id and c.account_id is null
on conflict do nothing;

insert into payment_terms (id, name, status, created_at, updated_at)
select id, name, status::payment_term_status, at::timestamptz, at::timestamptz from (values
  ('ptm_0162426c0c0076d3a4a9f43fc19fe235', 'Net 30', 'ACTIVE', '2018-03-20 08:00+00'),
  ('ptm_0162c775aa0073d5b9f32484a1409402', 'Net 15', 'ACTIVE', '2018-04-15 04:00+00'),
  ('ptm_01612e0c18007c5c9df97b6487e2466c', 'Net 45', 'ACTIVE', '2018-01-25 16:00+00'),
  ('ptm_0161660d40807f8abd68ee7f906f3d8e', 'Net 60', 'ACTIVE', '2018-02-05 13:00+00'),
  ('ptm_0161dba3ca8075c7a9e84ed621ca0508', 'Due on receipt', 'ACTIVE', '2018-02-28 09:00+00'),
  ('ptm_0162bf1754807d238fc8055db4c8160b', 'Prepaid', 'ACTIVE', '2018-04-13 13:00+00'),
  ('ptm_01623c3307807f5c89cddb78552e322d', '2% 10, Net 30', 'ACTIVE', '2018-03-19 03:00+00'),
  ('ptm_016202e848007f46a3a43ee152b53ddf', 'COD', 'INACTIVE', '2018-03-08 00:00+00')
) as v (id, name, status, at)
on conflict do nothing;

insert into shipping_terms (id, name, type, flat_rate_value, flat_rate_unit_id, created_at, updated_at)
select v.id, v.name, v.type::shipping_term_type, case when u.id is not null then v.rate end, u.id, v.at::timestamptz,
  v.at::timestamptz from (values
  ('stm_0162279997807179b6aa1f4d6101fb2e', 'Prepaid & add', 'CARRIER_RATE_FREIGHT', null, '2018-03-15 03:00+00'),
  ('stm_0162eb4b3f80752487cfda24865aaf25', 'Free freight', 'FREE_FREIGHT', null, '2018-04-22 03:00+00'),
  ('stm_01623a0db6807f8b9583c887b61c4277', 'Flat rate', 'FLAT_RATE_FREIGHT', 12.5, '2018-03-18 17:00+00')
) as v (id, name, type, rate, at)
left join units u on v.rate is not null and u.account_id is null and u.abbreviation = 'USD'
on conflict do nothing;

insert into shipping_term_service_levels (shipping_term_id, service_level_id)
select t.id, l.id from (values
  ('stm_0162eb4b3f80752487cfda24865aaf25', 'svl_01631db82f0072b5b114e0d6dc9da293'),
  ('stm_0162eb4b3f80752487cfda24865aaf25', 'svl_0162979be8807d0d895e33adf8ba00af'),
  ('stm_0162eb4b3f80752487cfda24865aaf25', 'svl_01629a6605007b2fb3eb12ab2db1b9b3')
) as v (term_id, level_id)
join shipping_terms t on t.id = v.term_id
join service_levels l on l.id = v.level_id
on conflict do nothing;

insert into roles (id, name, type, permissions, created_at, updated_at)
select id, name, type::role_type, string_to_array(permissions, ' '),
  timestamptz '2018-01-02 09:00+00', timestamptz '2018-01-02 09:00+00' from (values
  ('rol_0160b6194e807900a1340dce3e65eb08', 'Administrator', 'ADMIN', 'customers:create customers:read customers:update customers:delete orders:create orders:read orders:update orders:delete settings:create settings:read settings:update settings:delete'),
  ('rol_0160b6194e807bbc84e1449404559b92', 'Member', 'USER', 'customers:read orders:read'),
  ('rol_0160b6194e807fdea58fd39c3ea22b84', 'Scanner', 'SCANNER', 'inventory:read inventory:update'),
  ('rol_0160b6194e807ae4ad770695bc1b91fd', 'Sales representative', 'SALES_REP', 'customers:create customers:read customers:update customers:delete orders:read'),
  ('rol_0160b6194e8077488454beefbcf30f72', 'Agent', 'AGENT', 'customers:read')
) as v (id, name, type, permissions)
on conflict do nothing;

-- ------------------------------------------------------------------------------------------------ accounts

-- Accounts that exist keep the prefix of the numbers that they have.
alter table accounts
  add column number_prefix text collate "C" not null default 'C-'
    constraint accounts_number_prefix_format check (number_prefix ~ '^[A-Za-z]([A-Za-z0-9._/-]{0,8}[A-Za-z._/-])?$'),
  add column closed_at timestamptz(3);

create function accounts_number_prefix_is_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'the prefix of an account''s customer numbers cannot change'
    using errcode = 'check_violation', constraint = 'accounts_number_prefix_is_fixed', table = 'accounts';
end $$;

create trigger accounts_number_prefix_is_fixed before update of number_prefix on accounts for each row
  when (new.number_prefix <> old.number_prefix) execute function accounts_number_prefix_is_fixed();

-- An account can be renamed by its own administrators.
grant update (name, updated_at) on accounts to customer_gateway;

create policy account_update on accounts for update to customer_gateway
  using (id = (select current_setting('app.account_id', true)))
  with check (id = (select current_setting('app.account_id', true)));

-- The next free numbers of the account that the session serves, with the account's prefix.
create or replace function take_customer_numbers(wanted integer) returns setof text language plpgsql as $$
declare
  account constant text := current_setting('app.account_id', true);
  prefix text;
  number_at integer;
  candidate text;
  missing integer := wanted;
begin
  select a.number_prefix into strict prefix from accounts a where a.id = account;
  select n.last into number_at from customer_numbers n where n.account_id = account for no key update;
  if not found then
    insert into customer_numbers (account_id, last)
      select account, coalesce(max(substr(c.number, length(prefix) + 1)::integer), 0) from customers c
      where c.account_id = account and c.number >= prefix and c.number < text_after(prefix)
        and substr(c.number, length(prefix) + 1) ~ '^[0-9]{6,9}$'
      on conflict (account_id) do nothing;
    select n.last into strict number_at from customer_numbers n where n.account_id = account for no key update;
  end if;
  while missing > 0 loop
    number_at := number_at + 1;
    candidate := prefix || lpad(number_at::text, greatest(6, length(number_at::text)), '0');
    if not exists (select from customers c where c.account_id = account and c.number = candidate) then
      missing := missing - 1;
      return next candidate;
    end if;
  end loop;
  update customer_numbers n set last = number_at where n.account_id = account;
end $$;

-- ------------------------------------------------------------------------------------------------ closed accounts

-- Nobody signs in to a closed account.
create or replace function account_exists(id text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  before constant text := coalesce(current_setting('app.maintenance', true), '');
  found_one boolean;
begin
  perform set_config('app.maintenance', 'on', true);
  found_one := exists (select from accounts a where a.id = $1 and a.closed_at is null);
  perform set_config('app.maintenance', before, true);
  return found_one;
end $$;

create or replace function api_key_lookup(hash text)
returns table (id text, account_id text, name text, key_hash text, scopes text[], expires_at timestamptz, last_used_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp rows 1 as $$
declare
  before constant text := coalesce(current_setting('app.maintenance', true), '');
begin
  perform set_config('app.maintenance', 'on', true);
  return query select k.id, k.account_id, k.name, k.hash, k.scopes, k.expires_at::timestamptz, k.last_used_at::timestamptz
    from api_keys k join accounts a on a.id = k.account_id and a.closed_at is null
    where k.hash = $1 and k.revoked_at is null;
  perform set_config('app.maintenance', before, true);
end $$;

-- The customers of a closed account are deleted without changes in its feed, which nobody reads.
create or replace function customers_tell_deletion() returns trigger language plpgsql as $$
begin
  if not exists (select from customer_aliases where account_id = old.account_id and id = old.id)
    and not exists (select from accounts where id = old.account_id and closed_at is not null) then
    insert into customer_events (account_id, id, subject_id, action, changes)
      values (old.account_id, 'evt_' || replace(gen_random_uuid()::text, '-', ''), old.id, 'DELETE',
        jsonb_build_array(jsonb_build_object('field', 'id', 'oldValue', old.id, 'newValue', null)));
  end if;
  return null;
end $$;

-- Its parents are deleted too, and need no other type.
create or replace function customers_hierarchy_after() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from accounts where id = old.account_id and closed_at is not null) then
      return null;
    end if;
    perform from customers c where c.account_id = old.account_id and c.id = old.parent_id for no key update;
  end if;
  if tg_op <> 'INSERT' and old.parent_id is not null then
    update customers c set relationship_type = 'STANDALONE'
      where c.account_id = old.account_id and c.id = old.parent_id and c.relationship_type = 'PARENT'
        and not exists (select from customers o where o.account_id = c.account_id and o.parent_id = c.id);
  end if;
  if tg_op <> 'DELETE' and new.parent_id is not null then
    update customers c set relationship_type = 'PARENT'
      where c.account_id = new.account_id and c.id = new.parent_id and c.relationship_type <> 'PARENT';
  end if;
  return null;
end $$;
