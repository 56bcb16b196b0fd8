import { afterAll, expect, test } from 'vitest';
import type { AddressFilter } from '../../src/db/read/filter/filters.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { openGateway } from '../gateway.ts';
import { inAccount } from './query-as.ts';
import { nodesOf, type PlanNode, pageStatement } from './statement-plan.ts';

const { pool, url, as } = await openGateway();
const accountId = 'acc_places';
const serving = createServingPool({ connectionString: url }, () => undefined);
afterAll(() => serving.end());

await pool.query(`insert into accounts (id, name) values ('${accountId}', 'Places')`);
await pool.query(`alter table customers disable trigger user; alter table addresses disable trigger user`);
await pool.query(
  `insert into customers (account_id, id, number, name) select $1, 'cus_' || n, n, n from generate_series(1, 10000) n`,
  [accountId],
);
await pool.query(
  `insert into geolocations (account_id, id, locality, state, postal_code, country)
  select $1, 'geo_' || n, 'Ört ' || n % 5000, 'S' || n % 500, 'P' || n, chr(65 + n % 26) || chr(65 + n / 26 % 26)
  from generate_series(1, 10000) n`,
  [accountId],
);
await pool.query(
  `insert into addresses (account_id, id, customer_id, name, geolocation_id)
  select $1, 'adr_' || n, 'cus_' || n, 'Door', 'geo_' || n from generate_series(1, 10000) n`,
  [accountId],
);
await pool.query(`alter table customers enable trigger user; alter table addresses enable trigger user`);
await pool.query('vacuum analyze customers, addresses, geolocations');

const list = {
  name: 'Query.customers',
  model: 'Customer',
  order: [{ field: 'createdAt', descending: true }],
} as const;

async function planOf(address: AddressFilter): Promise<readonly PlanNode[]> {
  const { text, values } = await pageStatement(accountId, list, { where: { filter: { address } } });
  return inAccount(serving, accountId, async (client) => {
    // The gateway sends such statements the same way: planned for their values.
    await client.query('set local plan_cache_mode = force_custom_plan');
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
    return nodesOf(rows[0]['QUERY PLAN'][0].Plan);
  });
}

const fields = [
  ['locality', 'locality_key', 'ort 77'],
  ['state', 'state_key', 's77'],
  ['postalCode', 'postal_code_key', 'p777'],
  ['country', 'country_key', 'ab'],
] as const;

const operators = [
  ['equals', (text: string) => ({ equals: text })],
  ['in', (text: string) => ({ in: [text, 'nowhere'] })],
  ['startsWith', (text: string) => ({ startsWith: text })],
] as const;

test.each(
  fields.flatMap(([field, column, text]) =>
    operators.map(([name, make]) => [field, name, column, make(text)] as const),
  ),
)('`%s` with `%s` reads the index of %s under row-level security', async (field, _name, column, filter) => {
  const nodes = await planOf({ [field]: filter });

  const scan = nodes.find((node) => node['Index Name'] === `geolocations_account_id_${column}_idx`);
  expect(scan?.['Index Cond']).toContain(`(${column} `);
  expect(
    nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'geolocations'),
  ).toEqual([]);
});

test('`contains` reads the geolocations once, with and without matches', async () => {
  for (const contains of ['t', 'nowhere']) {
    const nodes = await planOf({ locality: { contains } });

    const scans = nodes.filter(
      (node) => node['Relation Name'] === 'geolocations' && node['Actual Loops'] > 0,
    );
    expect(scans.map((node) => node['Actual Loops'])).toEqual([1]);
  }
});

test('a page and its count agree', async () => {
  const { data } = await as(accountId).execute(
    `{ customers(first: 3, filter: { address: { locality: { contains: "RT 777" } } }) { totalCount nodes { name } } }`,
  );

  expect(data.customers.totalCount).toBe(2);
  expect(data.customers.nodes).toHaveLength(2);
});
