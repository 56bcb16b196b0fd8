import { expect, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { insert, refusalOf, type SqlRow } from './sql-rows.ts';

const { pool } = await openTestDatabase();

const own = { account_id: await insert(pool, 'accounts') };
const remove = (table: string, id: string) =>
  refusalOf(pool.query(`delete from ${table} where id = $1`, [id]));
const pricing = await insert(pool, 'account_groups', { ...own, type: 'PRICING_GROUP' });
const carrier_id = await insert(pool, 'carriers', own);

/** Rows that a customer's column refers to, and the foreign key that protects them. */
const inUse: readonly (readonly [table: string, column: string, key: string, row?: SqlRow])[] = [
  ['account_groups', 'type_id', 'customers_account_id_type_id_fkey'],
  ['customer_groups', 'customer_group_id', 'customers_account_id_customer_group_id_fkey'],
  ['carriers', 'carrier_id', 'customers_carrier_id_fkey'],
  ['payment_terms', 'payment_term_id', 'customers_payment_term_id_fkey'],
  ['shipping_terms', 'shipping_term_id', 'customers_shipping_term_id_fkey'],
  ['units', 'credit_limit_unit_id', 'customers_credit_limit_unit_id_fkey', { credit_limit_value: 1 }],
];

test.for(inUse)('a referenced row of %s cannot be deleted', async ([table, column, key, row]) => {
  const id = await insert(pool, table, own);
  const customer = await insert(pool, 'customers', { ...own, ...row, [column]: id });

  expect(await remove(table, id)).toBe(key);
  expect(await remove('customers', customer)).toBe('accepted');
  expect(await remove(table, id)).toBe('accepted');
});

test('a service level or sales rep in use, and a pricing group with members, cannot be deleted', async () => {
  const service_level_id = await insert(pool, 'service_levels', { ...own, carrier_id });
  const sales_rep_id = await insert(pool, 'account_users', {
    ...own,
    user_id: await insert(pool, 'users', own),
  });
  const customer_id = await insert(pool, 'customers', { ...own, carrier_id, service_level_id, sales_rep_id });
  await insert(pool, 'customer_price_groups', { ...own, customer_id, group_id: pricing });

  expect(await remove('service_levels', service_level_id)).toBe('customers_carrier_id_service_level_id_fkey');
  expect(await remove('account_users', sales_rep_id)).toBe('customers_account_id_sales_rep_id_fkey');
  expect(await remove('account_groups', pricing)).toBe('customer_price_groups_account_id_group_id_fkey');
});

test("a carrier's default service level cannot be deleted", async () => {
  const of = { ...own, carrier_id: await insert(pool, 'carriers', own) };
  const id = await insert(pool, 'service_levels', { ...of, is_default: true });

  expect(await remove('service_levels', id)).toBe('service_levels_default_stays');
  await pool.query('update service_levels set is_default = false where id = $1', [id]);
  expect(await remove('service_levels', id)).toBe('accepted');
});

test("a customer's default address can neither be deleted nor moved to another customer", async () => {
  const customer_id = await insert(pool, 'customers', own);
  const id = await insert(pool, 'addresses', { ...own, customer_id });
  const other = await insert(pool, 'customers', own);
  const move = () => pool.query('update addresses set customer_id = $1 where id = $2', [other, id]);

  for (const column of ['bill_to_address_id', 'ship_to_address_id']) {
    await pool.query(`update customers set ${column} = $1 where id = $2`, [id, customer_id]);
    const key = `customers_account_id_id_${column}_fkey`;
    expect(await remove('addresses', id)).toBe(key);
    expect(await refusalOf(move())).not.toBe('accepted');
    await pool.query(`update customers set ${column} = null where id = $1`, [customer_id]);
  }
  await move();
  expect(await remove('addresses', id)).toBe('accepted');
});

test("a customer's default address is one of its own addresses", async () => {
  const customer_id = await insert(pool, 'customers', own);
  const foreign = await insert(pool, 'addresses', {
    ...own,
    customer_id: await insert(pool, 'customers', own),
  });
  const choose = pool.query('update customers set ship_to_address_id = $1 where id = $2', [
    foreign,
    customer_id,
  ]);

  expect(await refusalOf(choose)).toBe('customers_account_id_id_ship_to_address_id_fkey');
});

test('deleting a customer deletes its own rows and keeps shared ones', async () => {
  const customer_id = await insert(pool, 'customers', own);
  const geolocation_id = await insert(pool, 'geolocations', own);
  const tag_id = await insert(pool, 'tags', own);
  const of = { ...own, customer_id };
  await insert(pool, 'addresses', { ...of, geolocation_id });
  await insert(pool, 'customer_tags', { ...of, tag_id });
  await insert(pool, 'customer_events', of);
  await insert(pool, 'customer_sources', { ...of, system: 'AUGNO', source_id: '1', synced_at: new Date() });
  await insert(pool, 'shopper_credentials', { ...of, password_hash: 'x' });

  expect(await remove('customers', customer_id)).toBe('accepted');
  for (const table of [
    'addresses',
    'customer_tags',
    'customer_events',
    'customer_sources',
    'shopper_credentials',
  ])
    expect((await pool.query(`select from ${table} where customer_id = $1`, [customer_id])).rowCount).toBe(0);
  expect(await remove('geolocations', geolocation_id)).toBe('accepted');
  expect(await remove('tags', tag_id)).toBe('accepted');
});
