import { expect, test } from 'vitest';
import { tables } from '../../src/db/generated/tables.ts';
import { demoAccountId, secondDemoAccountId, seedDemoData } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';

const { pool } = await openTestDatabase();
await seedDemoData(pool, { customers: 600 });

async function values(sql: string, parameters: readonly unknown[] = []): Promise<readonly unknown[]> {
  const { rows } = await pool.query({ text: sql, values: [...parameters], rowMode: 'array' });
  return rows.map(([value]) => value);
}

const filled: readonly (typeof tables)[keyof typeof tables][] = await Promise.all(
  Object.values(tables).map(async (table) =>
    (await values(`select from ${table.table} limit 1`)).length > 0 ? [table] : [],
  ),
).then((found) => found.flat());
const columns = filled.flatMap(({ table, columns }) => columns.map((column) => ({ table, ...column })));
const named = <T extends { readonly table: string; readonly column: string }>(list: readonly T[]) =>
  list.map((column) => [`${column.table}.${column.column}`, column] as const);

test('the first account has the requested number of customers, the second one 200', async () => {
  expect(await values('select count(*)::int from customers where account_id = $1', [demoAccountId])).toEqual([
    600,
  ]);
  expect(
    await values('select count(*)::int from customers where account_id = $1', [secondDemoAccountId]),
  ).toEqual([200]);
});

test('every table of a customer base has rows', () => {
  expect(filled.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['customers', 'orders', 'returns', 'sku_lists', 'customer_search']),
  );
  expect(filled.length).toBeGreaterThanOrEqual(30);
});

/** Reserved values, which no version writes yet. */
const reserved = ['UNMERGE', 'ERASE'];

test.each(named(columns.filter((column) => 'values' in column)))(
  '%s has every value of its enum',
  async (_, column) => {
    const found = await values(
      `select distinct ${column.column}::text from ${column.table} where ${column.column} is not null`,
    );

    const expected: readonly string[] = 'values' in column ? column.values : [];
    expect(new Set(found)).toEqual(new Set(expected.filter((value) => !reserved.includes(value))));
  },
);

/** Of imported source records. */
const ofImports = [
  ...['raw', 'context', 'content_hash', 'mapper_version', 'source_created_at', 'source_modified_at'],
  ...['first_seen_at', 'passed_at'],
];

/** Columns of deleted customers and accounts, and of addresses without a country, which the demo data does not have. */
const notInDemo = [
  ...['accounts.closed_at', 'customer_events.customer_id', 'geolocations.country'],
  ...ofImports.flatMap((column) => [`customer_sources.${column}`, `object_sources.${column}`]),
];

test.each(named(columns.filter(({ nullable }) => nullable)).filter(([name]) => !notInDemo.includes(name)))(
  '%s is null for some rows only',
  async (_, { table, column }) => {
    expect(await values(`select distinct ${column} is null from ${table} order by 1`)).toEqual([false, true]);
  },
);

test.each(['created_at', 'updated_at', 'name', 'status', 'credit_limit_value', 'total_orders_count'])(
  'some customers have the same %s',
  async (column) => {
    const ties = await values(
      `select count(*)::int from customers where account_id = $1 and ${column} is not null
      group by ${column} having count(*) > 1`,
      [demoAccountId],
    );

    expect(ties.length).toBeGreaterThan(2);
  },
);

test('one customer has no optional data, and one has all of it', async () => {
  const nullable = tables.Customer.columns.filter((column) => column.nullable).map(({ column }) => column);
  const nulls = await values(
    `select num_nulls(${nullable.join(', ')}) from customers where account_id = $1`,
    [demoAccountId],
  );

  expect(nulls).toContain(nullable.length);
  expect(nulls).toContain(0);
});

test('a parent has hundreds of children, and all three relationship types occur', async () => {
  const [most] = await values(
    'select count(*)::int from customers where account_id = $1 and parent_id is not null group by parent_id order by 1 desc',
    [demoAccountId],
  );
  const [wrong] = await values(`select count(*)::int from customers c where relationship_type::text <>
    case when parent_id is not null then 'CHILD'
      when exists (select from customers o where o.account_id = c.account_id and o.parent_id = c.id) then 'PARENT'
      else 'STANDALONE' end`);

  expect(most).toBe(250);
  expect(wrong).toBe(0);
});

test('three customers have 40 price groups', async () => {
  const counts = await values(
    'select count(*)::int from customer_price_groups group by customer_id order by 1 desc limit 4',
  );

  expect(counts).toEqual([40, 40, 40, 5]);
});

test('a shopper has as many orders as its count says', async () => {
  const [wrong] = await values(`select count(*)::int from customers c where coalesce(total_orders_count, 0) <>
    (select count(*) from orders o where o.account_id = c.account_id and o.customer_id = c.id)`);
  const [most] = await values('select max(total_orders_count) from customers');

  expect(wrong).toBe(0);
  expect(most).toBe(30);
});

test('ids grow with created_at', async () => {
  const [wrong] = await values(`select count(*)::int from (
    select created_at, lag(created_at) over (order by id) as before from customers) c where created_at < before`);

  expect(wrong).toBe(0);
});

test("no time is in the future, or before the customer's creation", async () => {
  const [wrong] = await values(`select count(*)::int from customers c
    join customer_events e on e.account_id = c.account_id and e.customer_id = c.id
    where e.occurred_at not between c.created_at and c.updated_at or c.updated_at >= '2026-11-01'
      or c.version <> (select count(*) from customer_events o where o.account_id = c.account_id and o.customer_id = c.id)`);

  expect(wrong).toBe(0);
});

test.each([
  ['customers', 'number', 'C-000001'],
  ['customers', 'short_id', 'ACME-CORP'],
  ['customers', 'shopper_email', 'jane.smith@acme.example.com'],
  ['customers', 'reference', 'ERP-100000'],
  ['account_groups', 'name', 'Distributors'],
  ['carriers', 'name', 'Prairie Freight Lines'],
  ['tags', 'name', 'key-account'],
])('both accounts have %s with the %s %s', async (table, column, value) => {
  const accounts = await values(`select account_id from ${table} where ${column} = $1 order by 1`, [value]);

  expect(accounts).toEqual([demoAccountId, secondDemoAccountId].sort());
});

test('some users belong to both accounts', async () => {
  const [shared] =
    await values(`select count(*)::int from account_users one join account_users other using (user_id)
    where one.account_id < other.account_id`);

  expect(shared).toBe(4);
});
