import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { expect, test } from 'vitest';
import { readMigrations } from '../../src/db/admin/migration-file.ts';
import { tables } from '../../src/db/generated/tables.ts';
import { copyStatement } from '../../src/demo/rows.ts';
import { makeSystem } from '../../src/demo/settings.ts';
import { openTestDatabase } from '../database.ts';
import { insert } from './sql-rows.ts';

const models = [
  'Priority',
  'Unit',
  'Carrier',
  'ServiceLevel',
  'PaymentTerm',
  'ShippingTerm',
  'ShippingTermServiceLevel',
  'Role',
] as const;
const { rows: made } = makeSystem();

/** The statements of the migration that insert rows. */
async function insertions(): Promise<string> {
  const migration = (await readMigrations()).find(({ name }) => name.endsWith('_system_rows'));
  return migration?.sql.slice(0, migration.sql.indexOf('-- ----')) ?? '';
}

/** The rows that only the table or only the demo data has. */
async function differences(client: pg.PoolClient, model: (typeof models)[number]) {
  const { table } = tables[model];
  await client.query(`create temporary table expected_${table} (like ${table})`);
  const text = made.text(model) ?? '';
  await pipeline(Readable.from([text]), client.query(copyFrom(copyStatement(model, `expected_${table}`))));
  const { rows } = await client.query(
    `(select t::text from ${table} t except select e::text from expected_${table} e)
      union all (select e::text from expected_${table} e except select t::text from ${table} t)`,
  );
  return { lines: text.split('\n').length - 1, rows };
}

test.each(models)('the migrated rows of %s are those to which the demo data refers', async (model) => {
  const { pool } = await openTestDatabase();
  const client = await pool.connect();
  const { lines, rows } = await differences(client, model).finally(() => client.release(true));

  expect(lines).toBeGreaterThan(2);
  expect(rows).toEqual([]);
});

async function systemRows(pool: pg.Pool): Promise<object> {
  const all = models.map(async (model) => {
    const { rows } = await pool.query(`select t::text from ${tables[model].table} t order by 1`);
    return [model, rows];
  });
  return Object.fromEntries(await Promise.all(all));
}

test('a database that has the rows keeps them unchanged', async () => {
  const { pool } = await openTestDatabase();
  await pool.query(`update payment_terms set name = 'Thirty days' where name = 'Net 30'`);
  const before = await systemRows(pool);

  await pool.query(await insertions());

  expect(await systemRows(pool)).toEqual(before);
});

test('rows with other ids and the same names stay, and exchange rates are removed', async () => {
  const { pool } = await openTestDatabase();
  await pool.query('delete from shipping_term_service_levels; update service_levels set is_default = false');
  for (const model of models.toReversed()) await pool.query(`delete from ${tables[model].table}`);
  await insert(pool, 'priorities', { id: 'pri_1', code: 'HIGH', name: 'Urgent' });
  await insert(pool, 'units', { id: 'unt_1', name: 'Euro', abbreviation: 'EUR', ratio_numerator: '1.1' });
  await insert(pool, 'units', { id: 'unt_2', abbreviation: 'g', type: 'MASS', is_base_unit: true });
  await insert(pool, 'carriers', { id: 'crr_1', name: 'UPS' });
  await insert(pool, 'carriers', { id: 'crr_2', name: 'Federal Express', code: 'FEDEX' });
  await insert(pool, 'payment_terms', { id: 'ptm_1', name: 'Net 30', status: 'INACTIVE' });

  await pool.query(await insertions());

  const values = async (sql: string) => (await pool.query({ text: sql, rowMode: 'array' })).rows.flat();
  expect(await values("select id from priorities where code = 'HIGH'")).toEqual(['pri_1']);
  expect(await values("select ratio_numerator::int from units where abbreviation = 'EUR'")).toEqual([1]);
  expect(await values(`select abbreviation from units where type = 'MASS'`)).toEqual(['g']);
  expect(await values('select type::text from units where is_base_unit order by type::text')).toEqual([
    ...['AREA', 'CURRENCY', 'LENGTH', 'MASS', 'QUANTITY', 'TEMPERATURE', 'TIME', 'VOLUME'],
  ]);
  expect(await values('select count(*)::int from carriers')).toEqual([8]);
  expect(
    await values(`select count(*)::int from service_levels where service_level_token ~ '^(ups|fedex)'`),
  ).toEqual([0]);
  expect(await values(`select status::text from payment_terms where name = 'Net 30'`)).toEqual(['INACTIVE']);
});
