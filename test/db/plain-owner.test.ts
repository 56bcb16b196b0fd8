import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { staleCollations } from '../../src/db/admin/collation.ts';
import { migrate } from '../../src/db/admin/migrate.ts';
import { migrationState } from '../../src/db/admin/migration-state.ts';
import { servingSession } from '../../src/db/wire/serving-session.ts';
import { demoAccountId as ours, seedDemoData, secondDemoAccountId as theirs } from '../../src/demo/seed.ts';
import { databaseUrl } from '../global-setup.ts';
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

/** Without a condition on the account, the trigram index is the only alternative to a sequential scan. */
const planOf = (role: string) =>
  inSession(role, async (client) => {
    const { rows } = await client.query(
      `explain (costs off) select customer_id from customer_search where document like '%acme%'`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });

test('an owner without superuser rights migrates and seeds the database', async () => {
  expect((await migrationState(pool)).pending).toEqual([]);
  expect(
    (await pool.query('select count(*)::int as count from customers where account_id = $1', [ours])).rows,
  ).toEqual([{ count: 100 }]);
});

test('an owner refreshes the own collation, and gets the statement for that of the administrator', async () => {
  const admin = new pg.Client(databaseUrl(inject('server'), owner));
  await admin.connect();
  await admin.query(
    `update pg_collation set collversion = '1' where collname in ('natural_order', 'und-x-icu')`,
  );
  const run: string[] = [];
  const missing: string[] = [];

  await migrate(pool, { onRun: (each) => run.push(each), onMissing: (each) => missing.push(each) });
  for (const statement of missing) await admin.query(statement);
  await admin.end();

  expect(run).toContain('alter collation natural_order refresh version');
  expect(missing).toEqual(['alter collation "und-x-icu" refresh version']);
  expect(await staleCollations(pool)).toEqual([]);
});

test('outside app.maintenance the owner gets an error for any row, and never an empty result', async () => {
  const required = {
    code: '42501',
    message: 'the owner of this table can use its rows only with app.maintenance on',
    hint: expect.stringContaining("PGOPTIONS='-c app.maintenance=on'"),
  };
  const tables = await pool.query<{ name: string }>(
    `select tablename as name from pg_policies where policyname = 'maintenance' and qual <> 'true'
      and (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || tablename, false, true, '')))[1]::text <> '0'
    order by 1`,
  );
  expect(tables.rows.length).toBeGreaterThan(20);

  await inSession(owner, async (client) => {
    for (const account of [ours, ''])
      for (const { name } of tables.rows) {
        await client.query(`set app.account_id = '${account}'`);
        await expect(client.query(`select * from ${name}`), name).rejects.toMatchObject(required);
        await expect(client.query(`delete from ${name}`), name).rejects.toMatchObject(required);
      }
    await expect(
      client.query(`insert into tags (account_id, id, name) values ('a', 'b', 'c')`),
    ).rejects.toThrow(required.message);
    await client.query(`set app.maintenance = 'on'`);
    const { rows } = await client.query('select distinct account_id as id from customers order by 1');
    expect(rows).toEqual([{ id: ours }, { id: theirs }]);
  });
});

test('every policy of the owner requires app.maintenance, except that of the search text', async () => {
  const { rows } = await pool.query(
    `select tablename as name from pg_policies where '${owner}' = any (roles)
      and (policyname <> 'maintenance' or qual not like '%THEN true%ELSE maintenance_required()%')`,
  );

  expect(rows).toEqual([{ name: 'customer_search' }]);
});

test('the owner’s login serves requests as the role without ownership', async () => {
  expect(await servingSession(serving)).toEqual({ role: 'customer_gateway', timezone: 'UTC', isBound: true });
});

test('search finds only the account’s customers', async () => {
  const search = `select distinct account_id as id from customers where id in (select search_customers('acme', null))`;
  const found = async (accountId: string) => (await queryAs(serving, accountId, search)).rows;

  expect(await found(ours)).toEqual([{ id: ours }]);
  expect(await found(theirs)).toEqual([{ id: theirs }]);
  expect(await found('')).toEqual([]);
});

test('the search function reads the trigram index, which a policy would prevent', async () => {
  const condition = /Index Cond: .*document ~~ '%acme%'/;

  expect(await planOf(owner)).toMatch(condition);
  expect(await planOf('customer_gateway')).not.toMatch(condition);
});

test('functions with their owner’s rights fix their search path and are not public', async () => {
  const { rows } = await pool.query<{ name: string; path: string | null; isPublic: boolean }>(
    `select proname as name, (select config from unnest(proconfig) config where config like 'search_path=%') as path,
      exists (select from aclexplode(proacl) where grantee = 0) or proacl is null as "isPublic"
    from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
  );

  expect(rows.map(({ name }) => name)).toContain('search_customers');
  for (const row of rows)
    expect(row).toEqual({ name: row.name, path: 'search_path=public, pg_temp', isPublic: false });
});
