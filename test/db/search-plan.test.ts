import type pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { createServingPool } from '../../src/db/pool.ts';
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

/** What the connection has scanned and not yet reported to the statistics. */
async function scans(client: pg.PoolClient): Promise<Scans> {
  const { rows } = await client.query<Scans>(
    `select pg_stat_get_xact_numscans('customer_search_document'::regclass)::int as "byIndex",
      pg_stat_get_xact_numscans('customer_search_beginnings'::regclass)::int as "byBeginnings",
      pg_stat_get_xact_numscans('customer_search'::regclass)::int as "ofTable"`,
  );
  return rows[0] ?? { byIndex: 0, byBeginnings: 0, ofTable: 0 };
}

/** How often the statement of a page scans each index, and the whole table. */
async function scansOf(query: string): Promise<Scans> {
  const { text, values } = await pageStatement(accountId, list, { where: { query } });
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
  // As it is written, and as the digits of a phone number.
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
  '"%s" is found among 20,000 customers by the index of beginnings',
  async (query) => {
    const { byBeginnings, ofTable } = await scansOf(query);

    expect({ byBeginnings, ofTable }).toEqual({ byBeginnings: 1, ofTable: 0 });
  },
);
