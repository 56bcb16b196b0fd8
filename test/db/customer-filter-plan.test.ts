import { afterAll, expect, test } from 'vitest';
import type { CustomerFilter } from '../../src/db/read/filter/filters.ts';
import { hasOnePlan } from '../../src/db/read/filter/plan.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { openGateway } from '../gateway.ts';
import { inAccount } from './query-as.ts';
import { nodesOf, type PlanNode, pageStatement } from './statement-plan.ts';

const { pool, url } = await openGateway();
const accountId = 'acc_texts';
const serving = createServingPool({ connectionString: url }, () => undefined);
afterAll(() => serving.end());

await pool.query(`insert into accounts (id, name) values ('${accountId}', 'Texts')`);
// In parts that are shorter than the statement timeout.
for (let from = 0; from < 10_000; from += 500)
  await pool.query(
    `insert into customers (account_id, id, number, name, contact_email, contact_phone, shopper_email, shopper_status, reference)
      select $1, 'cus_' || n, 'C-' || n, 'Örtlich ' || n, 'a' || n || '@b.example', '+49 ' || n, 's' || n || '@b.example',
        'REPEAT', 'R' || n from generate_series($2::int + 1, $2::int + 500) n`,
    [accountId, from],
  );
await pool.query('vacuum analyze customers');

const list = {
  name: 'Query.customers',
  model: 'Customer',
  order: [{ field: 'createdAt', descending: true }],
} as const;

async function planOf(filter: CustomerFilter): Promise<readonly PlanNode[]> {
  const { text, values } = await pageStatement(accountId, list, { where: { filter } });
  return inAccount(serving, accountId, async (client) => {
    // As the gateway plans the statement.
    const plan = hasOnePlan('Customer', filter) ? 'generic' : 'custom';
    await client.query(`set local plan_cache_mode = force_${plan}_plan`);
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
    return nodesOf(rows[0]['QUERY PLAN'][0].Plan);
  });
}

const fields = [
  ['name', 'name_key', 'ORTLICH 77'],
  ['number', 'number_key', 'c-77'],
  ['contactEmail', 'contact_email_key', 'A77@b.example'],
  ['contactPhone', 'contact_phone_key', '+49 77'],
  ['shopperEmail', 'shopper_email_key', 's77@b.example'],
  ['reference', 'reference_key', 'r77'],
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

  const scans = nodes.filter((node) => node['Index Cond']?.includes(`(${column} `));
  expect(scans.length).toBeGreaterThan(0);
  expect(
    nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'customers'),
  ).toEqual([]);
});

test('a quantity reads the units once', async () => {
  const nodes = await planOf({ creditLimit: { from: '5', unit: 'USD' } });

  const loops = nodes.filter((node) => node['Relation Name'] === 'units').map((node) => node['Actual Loops']);
  expect(Math.max(...loops)).toBeLessThan(20);
});
