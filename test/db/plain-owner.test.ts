import pg from 'pg';
import { expect, test } from 'vitest';
import { migrationState } from '../../src/db/migration-state.ts';
import { servingSession } from '../../src/db/serving-session.ts';
import { demoAccountId as ours, seedDemoData, secondDemoAccountId as theirs } from '../../src/demo/seed.ts';
import { openOwnedDatabase } from '../owned-database.ts';
import { queryAs } from './query-as.ts';

const { url, owner, pool, serving } = await openOwnedDatabase();
await seedDemoData(pool, { customers: 100 });

async function inSession<T>(role: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`set role ${role}; set app.account_id = '${ours}'; set enable_seqscan = off`);
    return await work(client);
  } finally {
    await client.end();
  }
}

const planOf = (role: string) =>
  inSession(role, async (client) => {
    const { rows } = await client.query(
      `explain (costs off) select customer_id from customer_search
      where account_id = current_setting('app.account_id', true) and document like '%acme%'`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });

test('an owner who is no superuser migrates and fills the database', async () => {
  expect((await migrationState(pool)).pending).toEqual([]);
  expect(
    (await pool.query('select count(*)::int as count from customers where account_id = $1', [ours])).rows,
  ).toEqual([{ count: 100 }]);
});

test('the owner, too, sees rows of no account but the one it names, unless it says that it maintains them', async () => {
  const seen = await inSession(owner, async (client) => {
    const accounts = async () =>
      (await client.query('select distinct account_id as id from customers order by 1')).rows;
    const named = await accounts();
    await client.query(`set app.account_id = ''`);
    const unnamed = await accounts();
    await client.query(`set app.maintenance = 'on'`);
    return { named, unnamed, maintained: await accounts() };
  });

  expect(seen).toEqual({ named: [{ id: ours }], unnamed: [], maintained: [{ id: ours }, { id: theirs }] });
});

test('the owner’s login serves requests as the role that owns nothing', async () => {
  expect(await servingSession(serving)).toEqual({ role: 'customer_gateway', timezone: 'UTC', isBound: true });
});

test('search finds the account’s customers alone', async () => {
  const search = `select distinct account_id as id from customers where id in (select search_customers('acme', null))`;
  const found = async (accountId: string) => (await queryAs(serving, accountId, search)).rows;

  expect(await found(ours)).toEqual([{ id: ours }]);
  expect(await found(theirs)).toEqual([{ id: theirs }]);
  expect(await found('')).toEqual([]);
});

test('the search function reads the trigram index, which a policy would take away', async () => {
  const condition = /Index Cond: .*document ~~ '%acme%'/;

  expect(await planOf(owner)).toMatch(condition);
  expect(await planOf('customer_gateway')).not.toMatch(condition);
});

test('functions that run with their owner’s rights fix their search path and are not everyone’s', async () => {
  const { rows } = await pool.query<{ name: string; path: string | null; isPublic: boolean }>(
    `select proname as name, array_to_string(proconfig, ',') as path,
      exists (select from aclexplode(proacl) where grantee = 0) or proacl is null as "isPublic"
    from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
  );

  expect(rows.map(({ name }) => name)).toContain('search_customers');
  for (const row of rows)
    expect(row).toEqual({ name: row.name, path: 'search_path=public, pg_temp', isPublic: false });
});
