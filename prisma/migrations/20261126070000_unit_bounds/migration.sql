-- migrate: expand
-- Compares amounts of different units. PostgreSQL plans the body of this function once for each connection. Planning the
-- same joins within each statement took three times as long as the statement itself.

-- For each unit u that the wanted unit g (an id or an abbreviation) can be converted to: [factor, bound]. A value in u
-- is at least the amount in g if value * factor >= bound, and at most if <=. This is exact, since nothing is divided.
-- An amount in the base unit is (amount * factor + shift) / divisor. Exchange rates change: a currency of the system or
-- one of `currencies` is compared only with itself.
create or replace function unit_bounds(wanted text, is_abbreviation boolean, amount numeric, currencies text[])
returns jsonb language plpgsql stable as $$
begin
  return (
    select jsonb_object_agg(u.id, jsonb_build_array(s.sign * u.ratio_numerator * u.offset_denominator * g.divisor,
        s.sign * (g.base * u.ratio_denominator * u.offset_denominator - u.offset_numerator * u.ratio_denominator * g.divisor)))
      from (
        select id, type, ratio_denominator * offset_denominator as divisor, sign(ratio_numerator * offset_denominator) as sign,
            amount * ratio_numerator * offset_denominator + offset_numerator * ratio_denominator as base,
            type <> 'CURRENCY' or is_base_unit or (account_id is not null and abbreviation <> all(currencies)) as has_ratio
          from units where case when is_abbreviation then abbreviation = wanted else id = wanted end
          order by account_id nulls last limit 1) g
      join units u on u.type = g.type and (u.id = g.id or (g.has_ratio and (u.type <> 'CURRENCY' or u.is_base_unit
        or (u.account_id is not null and u.abbreviation <> all(currencies)))))
      cross join lateral (select g.sign * sign(u.ratio_denominator * u.offset_denominator) as sign) s);
end $$;

revoke execute on function unit_bounds(text, boolean, numeric, text[]) from public;
grant execute on function unit_bounds(text, boolean, numeric, text[]) to customer_gateway;
