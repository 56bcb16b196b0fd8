import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/db/admin/migrate.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { openTestDatabase } from '../database.ts';
import { queryAs } from './query-as.ts';
import { insert } from './sql-rows.ts';

const { pool, url } = await openTestDatabase('template0');
const migrations = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));

/** The migrations before the one of people. */
async function earlier(): Promise<URL> {
  const path = await mkdtemp(join(tmpdir(), 'migrations-'));
  onTestFinished(() => rm(path, { recursive: true }));
  for (const name of await readdir(migrations))
    if (/^\d/.test(name) && name < '20261123020000_people')
      await cp(join(migrations, name), join(path, name), { recursive: true });
  return pathToFileURL(`${path}/`);
}

async function rowsOf(statement: string) {
  return (await pool.query(statement)).rows;
}

test('each account gets its own copy of a shared user, and former gateways read it by id', async () => {
  await migrate(pool, { directory: await earlier() });
  const accounts = [
    await insert(pool, 'accounts'),
    await insert(pool, 'accounts'),
    await insert(pool, 'accounts'),
  ];
  const seatOf = (account_id: string | undefined, user_id: string) =>
    insert(pool, 'account_users', { account_id, user_id });
  const shared = await insert(pool, 'users', { email: 'a@b.example', username: 'a', name: 'Shared' });
  const own = await insert(pool, 'users', { email: 'c@d.example' });
  await insert(pool, 'users', { email: 'nobody@b.example' });
  for (const account of accounts) await seatOf(account, shared);
  await seatOf(accounts[1], own);
  const many = Array.from({ length: 1_100 }, (_, at) => `usr_many${at}`);
  await pool.query('insert into users (id) select unnest($1::text[])', [many]);
  for (const account of accounts)
    await pool.query(
      'insert into account_users (account_id, id, user_id) select $1, replace(id, $2, $3), id from unnest($4::text[]) id',
      [account, 'usr', 'acu', many],
    );

  await migrate(pool);

  expect(
    await rowsOf(`select account_id, id, email, username, name from users where id = '${shared}' order by 1`),
  ).toEqual(
    [...accounts]
      .sort()
      .map((account_id) => ({ account_id, id: shared, email: 'a@b.example', username: 'a', name: 'Shared' })),
  );
  expect(await rowsOf(`select account_id from users where id = '${own}'`)).toEqual([
    { account_id: accounts[1] },
  ]);
  expect(await rowsOf('select count(*)::int as users from users')).toEqual([{ users: 3 * 1_101 + 1 }]);
  const serving = createServingPool({ connectionString: url }, () => undefined);
  const former = `select u.name from users u where exists (select from account_users seat
    where seat.account_id = $1 and seat.user_id = u.id) and u.id = $2`;
  const seen = await queryAs(serving, accounts[2] ?? '', former, [accounts[2] ?? '', shared]);
  await serving.end();
  expect(seen.rows).toEqual([{ name: 'Shared' }]);
});

test('the migration can be repeated from its first statement', async () => {
  const before = await rowsOf('select * from users order by account_id, id');
  await pool.query("update _prisma_migrations set finished_at = null where migration_name like '%_people'");

  await migrate(pool);

  expect(await rowsOf('select * from users order by account_id, id')).toEqual(before);
  expect(
    await rowsOf(`select conname from pg_constraint where contype = 'p' and conrelid = 'users'::regclass`),
  ).toEqual([{ conname: 'users_account_pkey' }]);
});
