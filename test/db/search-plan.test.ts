import type pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import type { PageRequest } from '../../src/db/read/page-plan.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { openGateway } from '../gateway.ts';
import { addManyCustomers } from './many-customers.ts';
import { inAccount } from './query-as.ts';
import { pageStatement } from './statement-plan.ts';

const { pool, url, as } = await openGateway();
const accountId = await addManyCustomers(pool);
const serving = createServingPool({ connectionString: url }, () => undefined);
afterAll(() => serving.end());

const list = {
  name: 'Query.customers',
  model: 'Customer',
  order: [{ field: 'createdAt', descending: true }],
} as const;

interface Scans {
  readonly byIndex: number;
  readonly byBeginnings: number;
  readonly ofTable: number;
}

/** Scans of the connection that are not yet reported to the statistics. */
async function scans(client: pg.PoolClient): Promise<Scans> {
  const { rows } = await client.query<Scans>(
    `select pg_stat_get_xact_numscans('customer_search_document'::regclass)::int as "byIndex",
      pg_stat_get_xact_numscans('customer_search_beginnings'::regclass)::int as "byBeginnings",
      pg_stat_get_xact_numscans('customer_search'::regclass)::int as "ofTable"`,
  );
  return rows[0] ?? { byIndex: 0, byBeginnings: 0, ofTable: 0 };
}

/** The number of scans of each index, and of the whole table, by the statement of a page. */
async function scansOf(query: string, request: Partial<PageRequest> = {}): Promise<Scans> {
  const { text, values } = await pageStatement(accountId, list, { ...request, where: { query } });
  return inAccount(serving, accountId, async (client) => {
    const before = await scans(client);
    await client.query(text, [...values]);
    const after = await scans(client);
    return {
      byIndex: after.byIndex - before.byIndex,
      byBeginnings: after.byBeginnings - before.byBeginnings,
      ofTable: after.ofTable - before.ofTable,
    };
  });
}

test.each([
  ['n777', 1],
  ['N19999', 1],
  ['buyer123', 1],
  ['möller 1234', 1],
  ['lodz 1777', 1],
  // The text as it is written, and as the digits of a phone number.
  ['555-10197', 2],
])('"%s" is found among 20,000 customers by the trigram index', async (query, byIndex) => {
  const { data } = await as(accountId).execute(
    'query ($query: String) { customers(query: $query) { totalCount } }',
    { query },
  );

  expect(await scansOf(query)).toEqual({ byIndex, byBeginnings: 0, ofTable: 0 });
  expect(data.customers.totalCount).toBeGreaterThan(0);
});

test.each(['n7', 'ma', '99 b'])(
  '"%s" is found among 20,000 customers by the index of prefixes',
  async (query) => {
    const { byBeginnings, ofTable } = await scansOf(query);

    expect({ byBeginnings, ofTable }).toEqual({ byBeginnings: 1, ofTable: 0 });
  },
);

test('a page between two cursors searches once', async () => {
  const [after, before] = [
    ['2024-01-05T00:00:00.000Z', 'cus_'],
    ['2024-01-02T00:00:00.000Z', 'cus_'],
  ];

  expect(await scansOf('n777', { after, before })).toEqual({ byIndex: 1, byBeginnings: 0, ofTable: 0 });
});

const indexScans = `select indexrelid::regclass::text as name, pg_stat_get_xact_numscans(indexrelid)::int as count
  from pg_index where indrelid = 'customers'::regclass order by 1`;

/** The indexes of customers that the first page of a search scans. */
async function customerIndexesOf(query: string): Promise<readonly string[]> {
  const { text, values } = await pageStatement(accountId, list, { where: { query } });
  return inAccount(serving, accountId, async (client) => {
    await client.query('set local plan_cache_mode = force_custom_plan');
    const before = await client.query(indexScans);
    await client.query(text, [...values]);
    const after = await client.query(indexScans);
    return after.rows.filter(({ count }, at) => count > before.rows[at].count).map(({ name }) => name);
  });
}

test('few matches are looked up by id, many are read in the order of the list', async () => {
  expect(await customerIndexesOf('n777')).toEqual(['customers_pkey']);
  expect(await customerIndexesOf('anders')).toEqual(['customers_account_id_created_at_id_idx']);
});

const selection =
  'totalCount nodes { number } pageInfo { startCursor endCursor } facets { statuses { count } }';

async function pageOf(args: string, query: string): Promise<Connection> {
  const text = `query ($query: String) { customers(query: $query, orderBy: { field: NAME }, ${args}) { ${selection} } }`;
  const { data } = await as(accountId).execute(text, { query });
  return data.customers;
}

interface Connection {
  readonly totalCount: number;
  readonly nodes: readonly { readonly number: string }[];
  readonly pageInfo: { readonly startCursor: string; readonly endCursor: string };
  readonly facets: { readonly statuses: readonly { readonly count: number }[] };
}

test.each([
  ['n777', 11],
  ['n10', 1_111],
  ['anders', 4_000],
])('"%s" returns its %i customers in order, in both directions', async (query, count) => {
  const { rows } = await pool.query<{ readonly number: string }>(
    `select number from customers where account_id = $1 and concat_ws(' ', name, number) ilike '%' || $2 || '%'
    order by name collate natural_order, id`,
    [accountId, query],
  );
  const first = await pageOf('first: 5', query);
  const second = await pageOf(`first: 5, after: "${first.pageInfo.endCursor}"`, query);
  const back = await pageOf(`last: 5, before: "${second.pageInfo.startCursor}"`, query);
  const last = await pageOf('last: 5', query);

  expect(first.totalCount).toBe(count);
  expect(first.facets.statuses.reduce((sum, each) => sum + each.count, 0)).toBe(count);
  expect([...first.nodes, ...second.nodes]).toEqual(rows.slice(0, 10));
  expect(back.nodes).toEqual(first.nodes);
  expect(last.nodes).toEqual(rows.slice(-5));
});
