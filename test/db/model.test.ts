import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSchemaEngine, schemaDifference } from '../../scripts/schema-engine.mjs';
import { migrationState } from '../../src/db/admin/migration-state.ts';
import { openTestDatabase } from '../database.ts';

const { pool } = await openTestDatabase();
const directory = new URL('../../prisma/migrations/', import.meta.url);
const entries = await readdir(directory, { withFileTypes: true });
const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);

async function migrationsList() {
  const content = async (path: string) => readFile(new URL(path, directory), 'utf8');
  const migrationDirectories = names.sort().map(async (path) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok' as const, value: await content(`${path}/migration.sql`) },
    },
  }));
  return {
    baseDir: fileURLToPath(directory),
    lockfile: { path: 'migration_lock.toml', content: await content('migration_lock.toml') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(migrationDirectories),
  };
}

test('the migrations result in exactly schema.prisma', async () => {
  const engine = await openSchemaEngine(pool);

  expect(await schemaDifference(engine)).toEqual({ toSchema: '', toDatabase: '' });
});

test('differences are found in both directions', async () => {
  await pool.query(
    'alter table orders add column colour int; drop index customers_account_id_carrier_id_idx',
  );
  const { toSchema, toDatabase } = await schemaDifference(await openSchemaEngine(pool));
  await pool.query(`alter table orders drop column colour;
    create index customers_account_id_carrier_id_idx on customers (account_id, carrier_id)`);

  expect(toSchema).toContain('ALTER TABLE "orders" DROP COLUMN "colour";');
  expect(toSchema).toContain('CREATE INDEX "customers_account_id_carrier_id_idx"');
  expect(toDatabase).toMatch(/ADD COLUMN +"colour" INTEGER/);
  expect(toDatabase).toContain('DROP INDEX "public"."customers_account_id_carrier_id_idx";');
});

test('Prisma considers every migration applied', async () => {
  expect(await migrationState(pool)).toEqual({ applied: names, pending: [], newer: [] });
  const engine = await openSchemaEngine(pool);
  const filters = { externalTables: [], externalEnums: [] };

  expect(
    await engine.diagnoseMigrationHistory({
      migrationsList: await migrationsList(),
      optInToShadowDatabase: false,
      filters,
    }),
  ).toMatchObject({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  });
  expect(await engine.applyMigrations({ migrationsList: await migrationsList(), filters })).toEqual({
    appliedMigrationNames: [],
  });
});

test('texts have the same order on every server', async () => {
  const { rows } = await pool.query<{ column: string; collation: string }>(`
    select a.attrelid::regclass || '.' || a.attname as column, co.collname as collation
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_collation co on co.oid = a.attcollation
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and c.relname <> '_prisma_migrations'`);

  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter(({ collation }) => collation !== 'C')).toEqual([]);
});

// A table of customer data: customers, or one that refers to it.
const customerTables = `customer_tables as (
  select distinct t.oid from pg_class t
  where t.oid = 'customers'::regclass or exists (
    select from pg_constraint f
    where f.contype = 'f' and f.conrelid = t.oid and f.confrelid = 'customers'::regclass))`;

test("every index of a table with customers' data begins with the account", async () => {
  const { rows } = await pool.query<{ index: string; first: string | null }>(`with ${customerTables}
    select i.indexrelid::regclass::text as index, a.attname as first
    from customer_tables t join pg_index i on i.indrelid = t.oid
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]`);

  expect(rows.length).toBeGreaterThan(45);
  expect(rows.filter(({ first }) => first !== 'account_id')).toEqual([]);
});

test("every table with customers' data has a primary key that begins with the account", async () => {
  const { rows } = await pool.query<{ table: string; first: string | null }>(`with ${customerTables}
    select t.oid::regclass::text as table, a.attname as first
    from customer_tables t
    left join pg_index i on i.indrelid = t.oid and i.indisprimary
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]`);

  expect(rows.length).toBeGreaterThanOrEqual(15);
  expect(rows.filter(({ first }) => first !== 'account_id')).toEqual([]);
});

test("rows cannot refer to another account's rows: a key between two accounts' tables contains the account", async () => {
  const { rows } = await pool.query<{ key: string; holds: string; refers_to: string }>(`
    select f.conname as key, a.attname as holds, b.attname as refers_to
    from pg_constraint f
    join pg_attribute own on own.attrelid = f.conrelid and own.attname = 'account_id'
    join pg_attribute other on other.attrelid = f.confrelid and other.attname = 'account_id' and other.attnotnull
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
    where f.contype = 'f'`);

  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => row.holds !== 'account_id' || row.refers_to !== 'account_id')).toEqual([]);
});
