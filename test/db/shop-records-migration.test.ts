import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/db/admin/migrate.ts';
import { openTestDatabase } from '../database.ts';
import { insert } from './sql-rows.ts';

const { pool } = await openTestDatabase('template0');
const migrations = new URL('../../prisma/migrations/', import.meta.url);

/** A folder with the migrations before the one of shop records. */
async function earlierMigrations(): Promise<URL> {
  const path = await mkdtemp(join(tmpdir(), 'migrations-'));
  onTestFinished(() => rm(path, { recursive: true }));
  const names = (await readdir(migrations)).filter((name) => /^\d/.test(name) && name < '20261123040000');
  for (const name of names) {
    await mkdir(join(path, name));
    const sql = await readFile(new URL(`${name}/migration.sql`, migrations), 'utf8');
    await writeFile(join(path, name, 'migration.sql'), sql);
  }
  return pathToFileURL(`${path}/`);
}

test('shoppers with 0 orders get their orders counted, and given numbers stay', async () => {
  await migrate(pool, { directory: await earlierMigrations() });
  const account_id = await insert(pool, 'accounts');
  const shopper = (n: number) => ({
    ...{ shopper_email: `a${n}@b.example`, shopper_status: 'PROSPECT', total_orders_count: n % 3 },
  });
  for (let n = 0; n < 12; n += 1) await insert(pool, 'customers', { account_id, ...shopper(n) });
  await insert(pool, 'customers', { account_id });

  await migrate(pool);

  const { rows } = await pool.query(
    'select total_orders_count as orders, count(*)::int as customers from customers group by 1 order by 1',
  );
  expect(rows).toEqual([
    { orders: 1, customers: 4 },
    { orders: 2, customers: 4 },
    { orders: null, customers: 5 },
  ]);
});
