import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { demoAccountId as ours, secondDemoAccountId as theirs } from '../../src/demo/seed.ts';
import { schema } from '../../src/schema/index.ts';
import { type Answer, openGateway } from '../gateway.ts';
import { mutate } from '../mutation.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { drawOperation, type Values } from './operations.ts';

const { pool, as } = await openGateway({ demo: true });
const accounts = [ours, theirs] as const;

/** People and records with the same keys in both accounts, and names of their own. */
async function addRecords(accountId: string): Promise<void> {
  const us = as(accountId);
  const name = `Own ${accountId}`;
  const source = { system: 'AUGNO', sourceId: 'shared' };
  const customer = { source };
  await Promise.all([
    mutate(us, 'accountUserUpsert', { by: { source }, name, username: name }, 'outcome'),
    mutate(us, 'roleUpsert', { name }, 'outcome'),
    mutate(us, 'departmentUpsert', { name }, 'outcome'),
    mutate(us, 'customerUpsert', { by: customer, name }, 'outcome'),
  ]);
  const { errors } = await us.execute(`mutation {
    carriersUpsert(input: { items: [{ source: { system: AUGNO, sourceId: "shared" }, name: "${name}" }] }) { results { outcome } }
    ordersUpsert(input: { items: [{ source: { system: AUGNO, sourceId: "shared" }, number: "${name}", customer: { source: { system: AUGNO, sourceId: "shared" } } }] }) { results { outcome } }
    attachmentsUpsert(input: { items: [{ source: { system: AUGNO, sourceId: "shared" }, name: "${name}", customer: { source: { system: AUGNO, sourceId: "shared" } } }] }) { results { outcome } }
  }`);
  expect(errors).toBeUndefined();
}

for (const accountId of accounts) await addRecords(accountId);

/** Every id, name and number in the tables of an account. */
async function textsOf(accountId: string): Promise<ReadonlySet<string>> {
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and table_name <> 'customer_search'
      and column_name in ('id', 'name', 'number', 'short_id', 'contact_email', 'shopper_email', 'reference', 'source_id',
        'email', 'username', 'customer_email')
      and table_name in (select table_name from information_schema.columns where column_name = 'account_id')`,
  );
  const all = await Promise.all(
    columns.map(({ table, column }) =>
      pool.query<{ text: string }>(
        `select distinct ${column} as text from ${table} where account_id = $1 and ${column} is not null`,
        [accountId],
      ),
    ),
  );
  return new Set([accountId, ...all.flatMap(({ rows }) => rows.map(({ text }) => text))]);
}

const known = { ours: await textsOf(ours), theirs: await textsOf(theirs) };

/** The texts that belong to the one account only. */
const { rows: shared } = await pool.query<{ text: string }>(
  `select name as text from carriers where account_id is null union select name from units where account_id is null
  union select name from payment_terms where account_id is null union select name from shipping_terms where account_id is null
  union select name from service_levels where account_id is null union select name from roles where account_id is null
  union select name from priorities`,
);
const everyones = new Set(shared.map(({ text }) => text));
const secretOf = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  new Set([...one].filter((text) => !other.has(text) && !everyones.has(text)));
const foreign: Readonly<Record<string, ReadonlySet<string>>> = {
  [ours]: secretOf(known.theirs, known.ours),
  [theirs]: secretOf(known.ours, known.theirs),
};

async function cursorsOf(accountId: string): Promise<readonly string[]> {
  const { data } = await as(accountId).execute(
    '{ customers(first: 5) { edges { cursor } } carriers(first: 2) { edges { cursor } } }',
  );
  return [...data.customers.edges, ...data.carriers.edges].map(({ cursor }) => cursor);
}

const sample = (texts: ReadonlySet<string>, isId: boolean) =>
  [...texts].filter((text) => /^[a-z]{3}_[0-9a-f]{32}$/.test(text) === isId);
const everySeventh = (texts: readonly string[]) => texts.filter((_, at) => at % 7 === 0).slice(0, 400);

const values: Values = {
  ids: Object.values(known).flatMap((texts) => everySeventh(sample(texts, true))),
  sourceIds: ['shared'],
  texts: Object.values(known).flatMap((texts) => everySeventh(sample(texts, false))),
  cursors: (await Promise.all(accounts.map(cursorsOf))).flat(),
};

function leavesOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leavesOf);
}

function expectNothingForeign({ data, errors = [] }: Answer, accountId: string): void {
  expect(errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')).toEqual([]);
  expect(leavesOf(data).filter((leaf) => foreign[accountId]?.has(String(leaf)))).toEqual([]);
}

const hasOwn = (data: unknown, accountId: string): boolean =>
  leavesOf(data).some((leaf) => (accountId === ours ? known.ours : known.theirs).has(String(leaf)));

test('each account has many texts of its own', () => {
  for (const accountId of accounts) expect(foreign[accountId]?.size).toBeGreaterThan(1_000);
});

test('in concurrent requests of two accounts, neither sees the other’s data, and no internal error occurs', async () => {
  let [tried, answered] = [0, 0];
  await fc.assert(
    asyncProperty(fc.gen(), async (draw) => {
      const operation = drawOperation(draw, values);
      expect(validate(schema, parse(operation)).map(({ message }) => message)).toEqual([]);

      const ask = () => Promise.all(accounts.map((accountId) => as(accountId).execute(operation)));
      await ask();
      // The repeated look-ups of both accounts share transactions.
      const answers = await ask();

      for (const [at, answer] of answers.entries()) expectNothingForeign(answer, accounts[at] ?? '');
      tried += answers.length;
      answered += answers.filter(({ data }, at) => hasOwn(data, accounts[at] ?? '')).length;
    }),
    runs(250),
  );
  // Fails if few responses were compared.
  expect(answered).toBeGreaterThan(tried / 25);
});
