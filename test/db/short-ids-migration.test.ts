import { expect, test } from 'vitest';
import { migrate } from '../../src/db/admin/migrate.ts';
import { openTestDatabase } from '../database.ts';
import { migrationsBefore } from './earlier-migrations.ts';
import { insert } from './sql-rows.ts';

const { pool } = await openTestDatabase('template0');

test('short ids and records of former gateways become the same, and a record wins', async () => {
  await migrate(pool, { directory: await migrationsBefore('20261124010000') });
  const account_id = await insert(pool, 'accounts');
  async function addCustomer(name: string, short_id: string | null, records: readonly string[] = []) {
    const customer_id = await insert(pool, 'customers', { account_id, name, short_id });
    for (const source_id of records) {
      const record = { account_id, customer_id, system: 'WAREHOUSE', source_id };
      await insert(pool, 'customer_sources', { ...record, synced_at: new Date() });
    }
  }
  await addCustomer('same', 'S1', ['S1']);
  await addCustomer('without a record', 'S2');
  await addCustomer('without a short id', null, ['S4', 'S3']);
  await addCustomer('not the first by id', 'S6', ['S5', 'S6']);
  await addCustomer('the record of another', 'S7');
  await addCustomer('that other', null, ['S7']);
  await addCustomer('neither', null);

  await migrate(pool);

  const { rows } = await pool.query(`select c.name, c.short_id, array(
      select s.source_id from customer_sources s where s.account_id = c.account_id and s.customer_id = c.id
        order by s.position, s.source_id) as records from customers c order by c.created_at, c.id`);
  const found = Object.fromEntries(rows.map(({ name, ...row }) => [name, row]));
  expect(found).toEqual({
    same: { short_id: 'S1', records: ['S1'] },
    'without a record': { short_id: 'S2', records: ['S2'] },
    'without a short id': { short_id: 'S3', records: ['S3', 'S4'] },
    'not the first by id': { short_id: 'S6', records: ['S6', 'S5'] },
    'the record of another': { short_id: null, records: [] },
    'that other': { short_id: 'S7', records: ['S7'] },
    neither: { short_id: null, records: [] },
  });
});
