import { afterAll, expect, inject, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { servingSession } from '../../src/db/wire/serving-session.ts';
import { transaction } from '../../src/db/write/transaction.ts';
import { demoAccountId as ours, secondDemoAccountId as theirs } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';
import { queryAs } from './query-as.ts';

const { pool: owner, url } = await openTestDatabase(inject('demo'));
const serving = createServingPool({ connectionString: url }, () => undefined);
afterAll(() => serving.end());

interface TableRow {
  readonly name: string;
  readonly nullable: boolean;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly readable: boolean;
}

const { rows: tables } = await owner.query<TableRow>(
  `select c.relname as name, not a.attnotnull as nullable, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
    has_table_privilege('customer_gateway', c.oid, 'select') as readable
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
);

const readable = tables.filter((table) => table.readable);

const countOf = async (table: string, accountId = ''): Promise<number> =>
  Number((await queryAs(serving, accountId, `select count(*) from ${table}`)).rows[0].count);

test('requests are served by a role that is subject to row-level security', async () => {
  expect(await servingSession(serving)).toEqual({ role: 'customer_gateway', timezone: 'UTC', isBound: true });
});

test('every table with an account has forced row-level security', () => {
  expect(tables.length).toBeGreaterThan(20);
  expect(tables.filter(({ secured, forced }) => !secured || !forced)).toEqual([]);
});

test('every such table has a policy with a check for each command', async () => {
  const { rows } = await owner.query<{
    name: string;
    cmd: string;
    reads: string | null;
    writes: string | null;
  }>(
    `select tablename as name, cmd, qual as reads, with_check as writes from pg_policies
    where roles = '{customer_gateway}' and schemaname = 'public'`,
  );
  const own = "(account_id = ( SELECT current_setting('app.account_id'::text, true) AS current_setting))";

  for (const { name, nullable } of tables) {
    const policies = Object.fromEntries(
      rows.filter((row) => row.name === name).map(({ cmd, reads, writes }) => [cmd, [reads, writes]]),
    );
    expect(policies, name).toEqual({
      SELECT: [nullable ? `(${own} OR (account_id IS NULL))` : own, null],
      INSERT: [null, own],
      UPDATE: [own, own],
      DELETE: [own, null],
    });
  }
});

test('the serving role cannot read the hashes of API keys', () => {
  expect(tables.filter((table) => !table.readable).map(({ name }) => name)).toEqual(['api_keys']);
});

test('the tables without an account are listed here, and are read-only', async () => {
  const { rows } = await owner.query<{ name: string; writable: boolean }>(
    `select c.relname as name, has_table_privilege('customer_gateway', c.oid, 'insert,update,delete,truncate') as writable
    from pg_class c
    where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id') order by 1`,
  );

  expect(rows).toEqual(
    ['_prisma_migrations', 'accounts', 'priorities'].map((name) => ({ name, writable: false })),
  );
});

test('without an account, only the system’s rows are visible', async () => {
  for (const { name } of readable)
    expect(await countOf(`${name} where account_id is not null`), name).toBe(0);
  expect(await countOf('accounts')).toBe(0);
  expect(await countOf('priorities')).toBe(3);
});

test.for([ours, theirs])('an account sees its own rows and the system’s: %s', async (accountId) => {
  for (const { name } of readable) {
    const { rows } = await owner.query(
      `select count(*) from ${name} where account_id = $1 or account_id is null`,
      [accountId],
    );
    expect(await countOf(name, accountId), name).toBe(Number(rows[0].count));
  }
  expect(await countOf('accounts', accountId)).toBe(1);
});

test('an account can neither write another’s row, nor give one away, nor change the system’s', async () => {
  const id = (await owner.query('select id from tags where account_id = $1 limit 1', [theirs])).rows[0].id;
  const as = (statement: string, values: readonly string[]) => queryAs(serving, ours, statement, values);

  await expect(
    as(`insert into tags (account_id, id, name) values ($1, 'tag_x', 'x')`, [theirs]),
  ).rejects.toThrow(/row-level security/);
  await expect(as('update tags set account_id = $1', [theirs])).rejects.toThrow(/account|row-level security/);
  expect((await as('update tags set name = name where id = $1', [id])).rowCount).toBe(0);
  expect((await as('delete from tags where id = $1', [id])).rowCount).toBe(0);
  expect((await as('update carriers set name = $1 where account_id is null', ['mine'])).rowCount).toBe(0);
  expect((await as('delete from payment_terms where account_id is null', [])).rowCount).toBe(0);
  await expect(
    as(`insert into roles (id, name, type) values ('rol_x', $1, 'USER')`, ['mine']),
  ).rejects.toThrow(/row-level security/);
});

test('a connection belongs to no account: each write sets the account of its statements', async () => {
  const single = createServingPool({ connectionString: url }, () => undefined, undefined, 1);
  const db = createDb(single);
  const read = (accountId: string) =>
    db.$session({ accountId, caller: 'test' }).send({
      text: 'select distinct account_id from customers',
      values: [],
    });

  const seen = await Promise.all([ours, theirs, ours, ours, theirs].map(read));
  const { rows } = await single.query('select count(*)::int as seen from customers');

  await single.end();
  expect(seen).toEqual([ours, theirs, ours, ours, theirs].map((accountId) => [[accountId]]));
  expect(rows).toEqual([{ seen: 0 }]);
});

test('waiting callers get a connection for their own account, not for that of the previous caller', async () => {
  const statement = 'select $1::text as asked, array_agg(distinct account_id) as seen from customers';
  const ask = async (accountId: string) =>
    (await queryAs(serving, accountId, statement, [accountId])).rows[0];

  const asked = Array.from({ length: 200 }, (_, index) => (index % 3 === 0 ? theirs : ours));
  const answers = await Promise.all(asked.map(ask));

  expect(answers).toEqual(asked.map((accountId) => ({ asked: accountId, seen: [accountId] })));
});

test('two accounts that read one row each through Prisma in the same tick get their own rows', async () => {
  const db = createDb(serving);
  const where = (accountId: string) => ({ accountId_number: { accountId, number: 'C-000001' } });

  const found = await Promise.all(
    [ours, theirs].map((accountId) =>
      transaction(db, { accountId, caller: 'test' }, ({ prisma }) =>
        prisma((tx) =>
          Promise.all([
            tx.customer.findUnique({ where: where(ours) }),
            tx.customer.findUnique({ where: where(theirs) }),
          ]),
        ),
      ),
    ),
  );

  expect(found.map((each) => each.map((row) => row?.accountId))).toEqual([
    [ours, undefined],
    [undefined, theirs],
  ]);
});

test('Prisma sees no rows without an account', async () => {
  const db = createDb(serving);
  for (const accountId of [ours, theirs, ours, theirs]) await queryAs(serving, accountId, 'select 1');

  expect(await db.customer.count()).toBe(0);
  expect(await db.$transaction((tx) => tx.customer.count())).toBe(0);
});
