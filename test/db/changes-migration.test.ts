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

async function directoryOf(all: readonly (readonly [name: string, sql: string])[]): Promise<URL> {
  const path = await mkdtemp(join(tmpdir(), 'migrations-'));
  onTestFinished(() => rm(path, { recursive: true }));
  for (const [name, sql] of all) {
    await mkdir(join(path, name));
    await writeFile(join(path, name, 'migration.sql'), sql);
  }
  return pathToFileURL(`${path}/`);
}

async function migrationsOf(): Promise<readonly (readonly [name: string, sql: string])[]> {
  const names = (await readdir(migrations)).filter((name) => /^\d/.test(name)).sort();
  const read = (name: string) => readFile(new URL(`${name}/migration.sql`, migrations), 'utf8');
  return Promise.all(names.map(async (name) => [name, await read(name)] as const));
}

test('existing events get positions in the order of their times, per account', async () => {
  const all = await migrationsOf();
  const at = all.findIndex(([name]) => name.endsWith('_changes'));
  await migrate(pool, { directory: await directoryOf(all.slice(0, at)) });
  const ids: string[] = [];
  for (const days of [
    [3, 1, 2],
    [5, 4],
  ]) {
    const account_id = await insert(pool, 'accounts');
    const customer_id = await insert(pool, 'customers', { account_id });
    for (const day of days)
      ids.push(
        await insert(pool, 'customer_events', { account_id, customer_id, occurred_at: `2026-01-0${day}` }),
      );
  }

  await migrate(pool);

  const { rows } = await pool.query(
    'select id, position::int as position, subject_id = customer_id as "isOfItsOwn" from customer_events',
  );
  const positions = [3, 1, 2, 2, 1];
  expect(rows).toHaveLength(ids.length);
  expect(rows).toEqual(
    expect.arrayContaining(ids.map((id, n) => ({ id, position: positions[n], isOfItsOwn: true }))),
  );
  const { rows: heads } = await pool.query('select position::int as position from change_heads order by 1');
  expect(heads).toEqual([{ position: 2 }, { position: 3 }]);
});
