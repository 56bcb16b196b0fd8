import { expect, test } from 'vitest';
import type { PageRequest } from '../../src/db/read/page-plan.ts';
import { openTestDatabase } from '../database.ts';
import { addManyCustomers } from './many-customers.ts';
import { inAccount } from './query-as.ts';
import { explain, nodesOf, type PlanNode, pageStatement } from './statement-plan.ts';

const { pool, serving } = await openTestDatabase();
const accountId = await addManyCustomers(pool);

const list = {
  name: 'Query.customers',
  model: 'Customer',
  order: [{ field: 'createdAt', descending: true }],
} as const;

interface Indexed {
  readonly field: string;
  readonly column: string;
  readonly index: string;
  /** An index on the column alone, which the planner can choose too. */
  readonly unique?: string;
  /** Whether row-level security makes the cursor's comparison a filter (docs/adr/0005). */
  readonly isFiltered?: boolean;
}

const fields: readonly Indexed[] = [
  { field: 'createdAt', column: 'created_at', index: 'customers_account_id_created_at_id_idx' },
  { field: 'updatedAt', column: 'updated_at', index: 'customers_account_id_updated_at_id_idx' },
  { field: 'name', column: 'name collate natural_order', index: 'customers_account_id_name_natural_idx' },
  {
    field: 'number',
    column: 'number collate natural_order',
    index: 'customers_account_id_number_natural_idx',
  },
  {
    ...{ field: 'status', column: 'status', index: 'customers_account_id_status_id_idx' },
    isFiltered: true,
  },
  {
    field: 'totalOrdersCount',
    column: 'total_orders_count',
    index: 'customers_account_id_total_orders_count_id_idx',
  },
  {
    field: 'shortId',
    column: 'short_id',
    index: 'customers_account_id_short_id_id_idx',
    unique: 'customers_account_id_short_id_key',
  },
  {
    field: 'discontinuedAt',
    column: 'discontinued_at',
    index: 'customers_account_id_discontinued_at_id_idx',
  },
];

/** The position of the row at this depth of an order. */
async function placeAt({ field, column }: Indexed, descending: boolean, depth: number) {
  const way = descending ? 'desc' : 'asc';
  const { rows } = await pool.query<{ id: string; value: Date | string | null }>(
    `select id, ${column} as value from customers where account_id = $1
    order by ${column} ${way} nulls last, id ${way} offset $2 limit 1`,
    [accountId, depth],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('No row is so deep.');
  const value = row.value instanceof Date ? row.value.toISOString() : row.value;
  return field === 'number' ? [value] : [value, row.id];
}

/** The statement's scans of customers. */
async function scansOf(request: Partial<PageRequest>, generic: boolean): Promise<readonly PlanNode[]> {
  const plan = await explain(pool, await pageStatement(accountId, list, request), { generic });
  return nodesOf(plan).filter((node) => node['Relation Name'] === 'customers');
}

/** The same under row-level security. */
async function servedScansOf(request: Partial<PageRequest>): Promise<readonly PlanNode[]> {
  const { text, values } = await pageStatement(accountId, list, request);
  const plan = await inAccount(serving, accountId, async (client) => {
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, [...values]);
    return nodesOf(rows[0]['QUERY PLAN'][0].Plan);
  });
  return plan.filter((node) => node['Relation Name'] === 'customers');
}

const buffersOf = (node: PlanNode | undefined): number =>
  node === undefined ? 0 : node['Shared Hit Blocks'] + node['Shared Read Blocks'];

test.each([0, 100, 10_000, 18_000, 19_900])(
  'the default order reads 20 rows at depth %d by one row comparison, from at most 10 buffers',
  async (depth) => {
    const after = await placeAt({ field: 'createdAt', column: 'created_at', index: '' }, true, depth);

    for (const generic of [false, true]) {
      const scans = await scansOf({ after }, generic);

      const [probe, page] = scans;
      expect(scans).toHaveLength(2);
      expect(page).toMatchObject({
        'Node Type': 'Index Scan',
        'Index Name': 'customers_account_id_created_at_id_idx',
        'Index Cond': expect.stringContaining('ROW(created_at, id) < ROW('),
        'Scan Direction': 'Backward',
        'Actual Rows': 21,
      });
      expect(probe).toMatchObject({
        'Index Name': 'customers_account_id_created_at_id_idx',
        'Index Cond': expect.stringContaining('ROW(created_at, id) >= ROW('),
        'Actual Rows': 1,
      });
      expect(buffersOf(page)).toBeLessThanOrEqual(10);
      expect(buffersOf(probe)).toBeLessThanOrEqual(6);
    }
  },
);

test('page sizes share a statement, apart from a few that have their own plans', async () => {
  const sizes = Array.from({ length: 251 }, (_, limit) => limit);
  const texts = await Promise.all(
    sizes.map(async (limit) => (await pageStatement(accountId, list, { limit })).text),
  );

  expect(new Set(texts).size).toBe(3);
});

test.each([0, 1, 2, 25, 26, 250])(
  'a page of %d reads one more row, at the start, at the end and after a position',
  async (limit) => {
    const field = { field: 'totalOrdersCount', column: 'total_orders_count', index: '' };
    // Before the nulls and among them, in the direction that reads two ranges of the index.
    const places = await Promise.all([500, 19_500].map((depth) => placeAt(field, true, depth)));
    const order = [{ field: field.field, descending: true }];
    const pages = [{}, { forward: false }, ...places.map((after) => ({ order, after }))];

    for (const page of pages) {
      const scans = await scansOf({ ...page, limit }, true);

      const read = scans.map((scan) => scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0));
      expect(Math.max(...read), JSON.stringify(page)).toBe(limit + 1);
    }
  },
);

/** Pages from both ends, and after positions near the start and near the end, where the nulls are. */
async function pagesOf(field: Indexed, descending: boolean): Promise<readonly Partial<PageRequest>[]> {
  const order = [{ field: field.field, descending }];
  const places = await Promise.all([500, 19_500].map((depth) => placeAt(field, descending, depth)));
  return [
    { order, forward: true },
    { order, forward: false },
    ...places.flatMap((place) => [
      { order, forward: true, after: place },
      { order, forward: false, before: place },
      { order, forward: true, before: place },
      { order, forward: false, after: place },
    ]),
  ];
}

test.each(fields)('pages by $field are read along $index, in both directions', async (field) => {
  for (const descending of [false, true])
    for (const request of await pagesOf(field, descending))
      for (const how of ['custom', 'generic', 'served'] as const) {
        const scans = await (how === 'served' ? servedScansOf(request) : scansOf(request, how === 'generic'));

        const isBounded = how !== 'served' || !field.isFiltered;
        const found = scans.map((scan) => {
          const isUnique = field.unique !== undefined && scan['Index Name'] === field.unique;
          const read = scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0);
          // Rows of a unique index are sorted by id in groups of 32.
          return {
            index: isUnique ? field.index : scan['Index Name'],
            read: !isBounded || read <= (isUnique ? 66 : 21),
          };
        });
        expect(found, JSON.stringify({ request, how })).toEqual(
          scans.map(() => ({ index: field.index, read: true })),
        );
      }
});

/** Pages of the order by unit and value: from both ends, and around rows in the first unit, in the second, and without a limit. */
async function limitPagesOf(descending: boolean): Promise<readonly Partial<PageRequest>[]> {
  const order = ['creditLimitUnitId', 'creditLimitValue'].map((field) => ({ field, descending }));
  const way = descending ? 'desc' : 'asc';
  const places = await Promise.all(
    [500, 9_000, 19_500].map(async (depth) => {
      const { rows } = await pool.query(
        `select credit_limit_unit_id as unit, credit_limit_value as value, id from customers where account_id = $1
        order by credit_limit_unit_id ${way} nulls last, credit_limit_value ${way} nulls last, id ${way} offset $2 limit 1`,
        [accountId, depth],
      );
      return [rows[0].unit, rows[0].value, rows[0].id];
    }),
  );
  return [
    { order, forward: true },
    { order, forward: false },
    ...places.flatMap((place) => [
      { order, forward: true, after: place },
      { order, forward: false, before: place },
    ]),
  ];
}

test('pages by credit limit are read along the index of unit, value and id', async () => {
  for (const descending of [false, true])
    for (const request of await limitPagesOf(descending))
      for (const how of ['custom', 'generic', 'served'] as const) {
        const scans = await (how === 'served' ? servedScansOf(request) : scansOf(request, how === 'generic'));

        const told = JSON.stringify({
          ...{ request, how },
          scans: scans.map((scan) => [
            scan['Index Name'],
            scan['Index Cond'],
            scan['Actual Rows'],
            scan['Rows Removed by Filter'],
          ]),
        });
        const isBeyond = request.after !== undefined || request.before !== undefined;
        expect(scans.length, told).toBeGreaterThan(0);
        for (const scan of scans) {
          expect(scan['Index Name'], told).toBe('customers_account_id_credit_limit_idx');
          // Row-level security makes the comparison of a cursor’s number a filter, as numbers’ operators are not leakproof.
          const read =
            scan['Actual Rows'] + (how === 'served' && isBeyond ? 0 : (scan['Rows Removed by Filter'] ?? 0));
          // Rows of one value are sorted by id in groups of 32.
          expect(read, told).toBeLessThanOrEqual(66);
        }
      }
});
