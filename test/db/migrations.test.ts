import { mkdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { migrate } from '../../src/db/admin/migrate.ts';
import { MigrationError } from '../../src/db/admin/migration-file.ts';
import { migrationState } from '../../src/db/admin/migration-state.ts';
import { openTestDatabase } from '../database.ts';
import { openScratch } from './migration-scratch.ts';

const { url } = await openTestDatabase();
const two = { '1_a': 'create table a (id int)', '2_b': 'create table b (id int)' };

test('pending migrations are applied in order, and each is reported', async () => {
  const { pool, directory, tables, write } = await openScratch(url, two);
  expect(await migrationState(pool, { directory })).toEqual({
    applied: [],
    pending: ['1_a', '2_b'],
    newer: [],
  });
  const told: string[] = [];
  const state = await migrate(pool, { directory, onApplied: (name) => told.push(name) });

  expect(told).toEqual(['1_a', '2_b']);
  expect(state).toEqual({ applied: ['1_a', '2_b'], pending: [], newer: [] });
  expect(await tables()).toEqual(['a', 'b']);

  await write('3_c', 'create table c (id int)');
  expect(await migrationState(pool, { directory })).toEqual({
    applied: ['1_a', '2_b'],
    pending: ['3_c'],
    newer: [],
  });
  await migrate(pool, { directory, onApplied: (name) => told.push(name) });
  expect(told).toEqual(['1_a', '2_b', '3_c']);
});

test('a changed file is rejected before anything is applied', async () => {
  const { pool, directory, tables, write } = await openScratch(url, two);
  await migrate(pool, { directory });
  await write('1_a', 'create table a (id bigint)');
  await write('3_c', 'create table c (id int)');

  const expected = new MigrationError(
    'Migration 1_a was changed after it was applied: restore its migration.sql, and write a new migration.',
  );
  await expect(migrate(pool, { directory })).rejects.toEqual(expected);
  await expect(migrationState(pool, { directory })).rejects.toEqual(expected);
  expect(await tables()).toEqual(['a', 'b']);
});

test('different line endings do not count as a change', async () => {
  const { pool, directory, write } = await openScratch(url, { '1_a': 'create table a (\nid int)\n' });
  await migrate(pool, { directory });
  await write('1_a', 'create table a (\r\nid int)\r\n');

  expect(await migrationState(pool, { directory })).toEqual({ applied: ['1_a'], pending: [], newer: [] });
});

test('a failed migration is rolled back completely, and later ones remain pending', async () => {
  const { pool, directory, tables, write } = await openScratch(url, {
    ...two,
    '2_b': '-- ünïcödé 🙂\ncreate table b (id int);\ncreate table c (id int);\n  create table c2 (id intt);',
    '3_d': 'create table d (id int)',
  });

  await expect(migrate(pool, { directory })).rejects.toThrow(
    new MigrationError(
      'Migration 2_b failed and was rolled back: migration.sql, line 4: type "intt" does not exist',
    ),
  );
  expect(await tables()).toEqual(['a']);
  expect(await migrationState(pool, { directory })).toEqual({
    applied: ['1_a'],
    pending: ['2_b', '3_d'],
    newer: [],
  });

  await write('2_b', 'create table b (id int)');
  await migrate(pool, { directory });
  expect(await tables()).toEqual(['a', 'b', 'd']);
});

test('a data error without a line number is reported with its detail', async () => {
  const { pool, directory } = await openScratch(url, {
    '1_a': 'create table a (id int primary key); insert into a values (1), (1)',
  });

  await expect(migrate(pool, { directory })).rejects.toThrow(
    'Migration 1_a failed and was rolled back: duplicate key value violates unique constraint "a_pkey" (Key (id)=(1) already exists.)',
  );
});

test('a migration that commits by itself and then fails is marked as failed', async () => {
  const { pool, directory } = await openScratch(url, { '1_a': 'create table a (); commit; select 1 / 0' });
  await expect(migrate(pool, { directory })).rejects.toThrow('division by zero');

  const failed =
    'Migration 1_a is incomplete, because it failed: repair the database, then delete its row from _prisma_migrations.';
  await expect(migrate(pool, { directory })).rejects.toEqual(new MigrationError(failed));
  await expect(migrationState(pool, { directory })).rejects.toEqual(new MigrationError(failed));
});

test('an applied migration without a file is rejected', async () => {
  const { pool, directory } = await openScratch(url, { '1_a': 'create table a ()' });
  await migrate(pool, { directory });
  await pool.query(`update _prisma_migrations set migration_name = '0_z'`);

  await expect(migrationState(pool, { directory })).rejects.toEqual(
    new MigrationError(
      'The database has migration 0_z, which this gateway does not have: run the version that has it.',
    ),
  );
});

test('a migration marked as rolled back is applied again', async () => {
  const { pool, directory } = await openScratch(url, { '1_a': 'create table if not exists a ()' });
  await migrate(pool, { directory });
  await pool.query('update _prisma_migrations set rolled_back_at = now()');

  expect(await migrationState(pool, { directory })).toEqual({ applied: [], pending: ['1_a'], newer: [] });
  expect(await migrate(pool, { directory })).toEqual({ applied: ['1_a'], pending: [], newer: [] });
});

test('a directory without a migration.sql is reported by name', async () => {
  const { pool, directory } = await openScratch(url, two);
  await mkdir(new URL('3_c', directory));

  await expect(migrate(pool, { directory })).rejects.toThrow('Migration 3_c has no readable migration.sql.');
});

test('of two concurrent runs, one applies everything and the other nothing', async () => {
  const { pool, directory, tables } = await openScratch(url, {
    '1_a': 'create table a (id int); select pg_sleep(0.2)',
    '2_b': 'create table b (id int); select pg_sleep(0.2)',
  });
  const told: string[] = [];
  const run = (who: string) => migrate(pool, { directory, onApplied: (name) => told.push(`${who} ${name}`) });
  const states = await Promise.all([run('one'), run('other')]);

  const winner = told[0]?.split(' ')[0];
  expect(told).toEqual([`${winner} 1_a`, `${winner} 2_b`]);
  expect(states[0]).toEqual(states[1]);
  expect(await tables()).toEqual(['a', 'b']);
});

test('waiting for a concurrent run ends with the timeout', async () => {
  const { pool, directory, tables } = await openScratch(url, two);
  const other = await pool.connect();
  await other.query('select pg_advisory_lock(72707369)');

  await expect(migrate(pool, { directory, timeoutSeconds: 0.1 })).rejects.toThrow(
    new MigrationError(
      'Another migration has been running on this database for 0.1 s: try again when it is done.',
    ),
  );
  expect(await tables()).toEqual([]);
  other.release(true);
  await migrate(pool, { directory });
});

test("the pool's timeouts apply neither to a long migration nor to waiting for one", async () => {
  const limits = { statement_timeout: 100, lock_timeout: 100 };
  const { pool, directory } = await openScratch(url, { '1_a': 'select pg_sleep(0.5)' }, limits);
  const states = await Promise.all([migrate(pool, { directory }), migrate(pool, { directory })]);

  expect(states.map(({ applied }) => applied)).toEqual([['1_a'], ['1_a']]);
});

test('session settings of a migration end with it', async () => {
  const { pool, directory } = await openScratch(url, { '1_a': `set statement_timeout = '100s'` }, { max: 1 });
  await migrate(pool, { directory });

  const { rows } = await pool.query('show statement_timeout');
  expect(rows).toEqual([{ statement_timeout: '0' }]);
});

test('a role with insufficient privileges is reported', async () => {
  const { pool, directory } = await openScratch(url, { '1_a': 'create table a ()' }, { max: 1 });
  await migrate(pool, { directory });
  await pool.query(
    `do $$ begin execute 'grant usage on schema ' || current_schema || ' to pg_monitor'; end $$`,
  );
  await pool.query('set role pg_monitor');

  await expect(migrationState(pool, { directory })).rejects.toThrow(
    "The database role lacks a right that migrations need (permission denied for table _prisma_migrations): grant it, or use the owner's role.",
  );
  // The pool has closed the connection of the failed statement.
  await pool.query('set role pg_monitor');
  await expect(migrate(pool, { directory })).rejects.toThrow(
    /^The database role lacks a right that migrations need \(permission denied for schema scratch_\d+\)/,
  );
});
