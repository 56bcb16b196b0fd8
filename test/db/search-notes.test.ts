import { expect, test } from 'vitest';
import { readMigrations, statementsIn } from '../../src/db/admin/migration-file.ts';
import { openTestDatabase } from '../database.ts';
import { insert } from './sql-rows.ts';

const { pool } = await openTestDatabase();
const account_id = await insert(pool, 'accounts');
const migrations = await readMigrations();
const statementsOf = (name: string) =>
  statementsIn(migrations.find((migration) => migration.name.endsWith(name))?.sql ?? '');

const documents = async () =>
  (
    await pool.query<{ document: string; beginnings: readonly string[] }>(
      `select document, beginnings from customer_search where account_id = $1 order by document`,
      [account_id],
    )
  ).rows;

test('the migration adds the notes of older customers, and can be repeated', async () => {
  // The functions as they were before the migration.
  for (const { sql } of statementsOf('_search_unchanged')) await pool.query(sql);
  await pool.query(
    `insert into customers (account_id, id, number, name, note)
      select $1, 'cus_note' || n, 'N' || n, 'Name', case when n % 2 = 0 then 'Nötig ' || n end from generate_series(1, 500) n`,
    [account_id],
  );
  const before = await documents();

  for (let time = 0; time < 2; time++)
    for (const { sql } of statementsOf('_search_notes')) await pool.query(sql);

  const after = await documents();
  expect(before.filter(({ document }) => document.includes('notig'))).toEqual([]);
  expect(after.filter(({ document }) => /^name\nn(\d+)\nnotig \1\n$/.test(document))).toHaveLength(250);
  expect(after.map(({ beginnings }) => beginnings)).not.toContainEqual(expect.arrayContaining(['no']));
  expect(after).toHaveLength(500);
});
