import { expect, test } from 'vitest';
import { demoAccountId, seedDemoData } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';

const { pool } = await openTestDatabase();
await seedDemoData(pool, { customers: 40 });

async function warehouseRecord(shortId: string): Promise<unknown> {
  const { rows } = await pool.query(
    `select c.short_id as "shortID", c.name, g.street_line_1 as address1, g.street_line_2 as address2,
      g.locality as city, g.state, g.postal_code as zip, g.country, c.contact_phone as phone, c.contact_fax as fax,
      c.contact_email as email, c.contact_name as contact, c.discontinued_at is null as active,
      c.created_at as created, c.updated_at as modified, s.source_id as "sourceId"
    from customers c
    join addresses a on a.account_id = c.account_id and a.id = c.bill_to_address_id
    join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id
    join customer_sources s on s.account_id = c.account_id and s.customer_id = c.id and s.system = 'WAREHOUSE'
    where c.account_id = $1 and c.short_id = $2`,
    [demoAccountId, shortId],
  );
  return rows[0];
}

test('ACME-CORP equals its record in the warehouse, without its empty strings', async () => {
  expect(await warehouseRecord('ACME-CORP')).toEqual({
    shortID: 'ACME-CORP',
    name: 'Acme Corporation',
    address1: '123 Industrial Way',
    address2: null,
    city: 'Springfield',
    state: 'IL',
    zip: '62701',
    country: 'US',
    phone: '555-0100',
    fax: null,
    email: 'orders@acme.example.com',
    contact: 'Jane Smith',
    active: true,
    created: new Date('2023-04-15T08:30:00Z'),
    modified: new Date('2024-11-02T14:22:00Z'),
    sourceId: 'ACME-CORP',
  });
});

test('BRIGHT-MFG equals its record in the warehouse', async () => {
  expect(await warehouseRecord('BRIGHT-MFG')).toEqual({
    shortID: 'BRIGHT-MFG',
    name: 'Bright Manufacturing LLC',
    address1: '88 Factory Rd',
    address2: 'Suite 200',
    city: 'Rockford',
    state: 'IL',
    zip: '61101',
    country: 'US',
    phone: '555-0201',
    fax: '555-0202',
    email: 'inventory@brightmfg.example.com',
    contact: 'Tom Briggs',
    active: true,
    created: new Date('2022-09-01T09:00:00Z'),
    modified: new Date('2025-01-15T11:05:00Z'),
    sourceId: 'BRIGHT-MFG',
  });
});

test('ACME-CORP has rows of every kind', async () => {
  const { rows } = await pool.query(
    `select ca.name as carrier, sl.name as level, pt.name as payment, st.name as shipping, au.status as rep,
      num_nulls(c.type_id, c.credit_limit_value, c.ship_to_address_id, c.customer_group_id, c.shopper_reference) as nulls,
      st.flat_rate_value is not null and st.minimum_order_value_value is not null as amounts
    from customers c
    join carriers ca on ca.id = c.carrier_id join service_levels sl on sl.id = c.service_level_id
    join payment_terms pt on pt.id = c.payment_term_id join shipping_terms st on st.id = c.shipping_term_id
    join account_users au on au.account_id = c.account_id and au.id = c.sales_rep_id
    where c.account_id = $1 and c.short_id = 'ACME-CORP'`,
    [demoAccountId],
  );

  expect(rows).toEqual([
    {
      carrier: 'FedEx',
      level: 'Ground',
      payment: 'Net 30',
      shipping: 'Flat $9.95, free over $499.99',
      rep: 'ACTIVE',
      nulls: 0,
      amounts: true,
    },
  ]);
});

test.each([
  ['addresses', 6],
  ['attachments', 2],
  ['customer_events', 6],
  ['customer_price_groups', 5],
  ['customer_sources', 3],
  ['customer_subscriptions', 2],
  ['customer_tags', 10],
  ['order_subscriptions', 2],
  ['orders', 24],
  ['payment_sources', 3],
  ['returns', 2],
  ['shopper_credentials', 1],
  ['sku_lists', 2],
])('ACME-CORP has %s: %i', async (table, count) => {
  const { rows } = await pool.query(
    `select count(*)::int as count from ${table} t join customers c on c.account_id = t.account_id and c.id = t.customer_id
    where c.account_id = $1 and c.short_id = 'ACME-CORP'`,
    [demoAccountId],
  );

  expect(rows).toEqual([{ count }]);
});
