import { expect, test } from 'vitest';
import { everywhere } from '../../src/demo/places.ts';
import { demoAccountId, seedDemoData } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';

const { pool } = await openTestDatabase();
await seedDemoData(pool, { customers: 600 });

async function values(sql: string, parameters: readonly unknown[] = []): Promise<readonly unknown[]> {
  const { rows } = await pool.query({ text: sql, values: [...parameters], rowMode: 'array' });
  return rows.map(([value]) => value);
}

test('credit limits are positive amounts in the currency of the customer’s country', async () => {
  const [wrong] =
    await values(`select count(*)::int from customers c join units u on u.id = c.credit_limit_unit_id
    where u.type <> 'CURRENCY' or c.credit_limit_value not between 100 and 50000000
      or (c.credit_limit_value <> round(c.credit_limit_value) and c.number <> 'C-000001')`);
  const [foreign] = await values(`select count(*)::int from customers c
    join units u on u.id = c.credit_limit_unit_id
    join addresses a on a.account_id = c.account_id and a.id = c.bill_to_address_id
    join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id
    where (g.country in ('US', 'GB', 'JP', 'CA', 'KW', 'DE', 'PL')) and u.abbreviation <>
      case g.country when 'US' then 'USD' when 'GB' then 'GBP' when 'JP' then 'JPY' when 'CA' then 'CAD'
        when 'KW' then 'KWD' else 'EUR' end`);

  expect({ wrong, foreign }).toEqual({ wrong: 0, foreign: 0 });
});

test('customers who pay in advance have no credit limit', async () => {
  const [wrong] = await values(`select count(*)::int from customers c
    join payment_terms p on p.id = c.payment_term_id
    where p.name in ('Prepaid', 'Due on receipt', 'COD') and c.credit_limit_value is not null`);

  expect(wrong).toBe(0);
});

test('an address has a state, postal code and phone number of its city', async () => {
  const { rows } = await pool.query<Record<'locality' | 'state' | 'postal' | 'country' | 'phone', string>>(
    `select distinct g.locality, coalesce(g.state, '') as state, g.postal_code as postal, g.country, a.phone
    from addresses a join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id
    join customers c on c.account_id = a.account_id and c.id = a.customer_id
    where c.short_id is null or c.short_id not in ('ACME-CORP', 'BRIGHT-MFG')`,
  );
  const matches = (text: string | null, pattern: string) =>
    text === null ||
    new RegExp(`^${pattern.replace(/[()+]/g, '\\$&').replaceAll('#', '\\d').replaceAll('@', '[A-Z]')}$`).test(
      text,
    );
  const wrong = rows.filter(({ locality, state, postal, country, phone }) => {
    const isAt = everywhere.some(
      (place) =>
        place.country === country &&
        (place.state ?? '') === state &&
        (locality === null || place.city === locality) &&
        matches(postal, place.postalCode) &&
        matches(phone, place.phone),
    );
    return !isAt;
  });

  expect(rows.length).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
  for (const { country, state } of everywhere)
    if (['DE', 'ES', 'FR', 'GB', 'PL'].includes(country)) expect(state).toBe(null);
});

test('branches have their own names, places in the parent’s country, and its email domain', async () => {
  const [unnamed] = await values(`select count(*)::int from customers c
    join customers p on p.account_id = c.account_id and p.id = c.parent_id
    where c.name not like replace(p.name, '%', '') || ' – _%'`);
  const [twice] = await values(
    'select count(*)::int from (select from customers where parent_id is not null group by parent_id, name having count(*) > 1) t',
  );
  const [elsewhere] = await values(`select count(*)::int from customers c
    join customers p on p.account_id = c.account_id and p.id = c.parent_id
    where split_part(c.contact_email, '@', 2) <> split_part(p.contact_email, '@', 2)`);

  expect({ unnamed, twice, elsewhere }).toEqual({ unnamed: 0, twice: 0, elsewhere: 0 });
});

test('a customer’s email addresses and website are in one domain', async () => {
  const [wrong] = await values(`select count(*)::int from customers c
    where split_part(contact_email, '@', 2) <> split_part(shopper_email, '@', 2)
      or contact_url <> 'https://www.' || split_part(contact_email, '@', 2)`);

  expect(wrong).toBe(0);
});

test('service levels belong to the carrier, and shipments to other countries have one for export', async () => {
  const [wrong] = await values(`select count(*)::int from customers c
    join service_levels s on s.id = c.service_level_id where s.carrier_id <> c.carrier_id`);
  const abroad = await values(
    `select distinct s.name from customers c
    join service_levels s on s.id = c.service_level_id
    join addresses a on a.account_id = c.account_id and a.id = c.bill_to_address_id
    join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id
    where c.account_id = $1 and g.country <> 'US' order by 1`,
    [demoAccountId],
  );

  expect(wrong).toBe(0);
  expect(abroad).toEqual(['Collect, export', 'International Economy', 'Worldwide Expedited']);
});

test('free freight has a free shipping term, and billed freight has another', async () => {
  const [wrong] = await values(`select count(*)::int from customers c
    join shipping_terms s on s.id = c.shipping_term_id
    where (c.freight_policy = 'FREE_FREIGHT') <> (s.type = 'FREE_FREIGHT')`);

  expect(wrong).toBe(0);
});

test('only recent orders and returns are in progress, and none is later than a discontinuation', async () => {
  const [old] = await values(`select count(*)::int from orders where created_at < '2026-08-01'
    and (status in ('PLACED', 'PLACING', 'EDITING') or fulfillment_status = 'IN_PROGRESS')`);
  const [late] = await values(`select count(*)::int from customers c
    join orders o on o.account_id = c.account_id and o.customer_id = c.id
    where o.created_at > c.discontinued_at`);
  const [returned] =
    await values(`select count(*)::int from returns r where status in ('REQUESTED', 'APPROVED', 'SHIPPED')
    and created_at < '2026-08-01' or not exists (select from orders o
      where o.account_id = r.account_id and o.customer_id = r.customer_id and o.created_at <= r.created_at)`);

  expect({ old, late, returned }).toEqual({ old: 0, late: 0, returned: 0 });
});

test('only customers on hold have a note about it', async () => {
  const [wrong] = await values(`select count(*)::int from customers
    where note is not null and (status in ('HOLD_ALL', 'HOLD_SHIPMENT'))
      <> (note ~ '^(On hold|Credit application)')`);

  expect(wrong).toBe(0);
});
