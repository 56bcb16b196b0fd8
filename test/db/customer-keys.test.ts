import { expect, test } from 'vitest';
import { readMigrations, statementsIn } from '../../src/db/admin/migration-file.ts';
import { openTestDatabase } from '../database.ts';
import { insert } from './sql-rows.ts';

const { pool } = await openTestDatabase();
const account_id = await insert(pool, 'accounts');

async function keysOf(id: string) {
  const { rows } = await pool.query(
    `select name_key, number_key, short_id_key, reference_key, contact_email_key, contact_phone_key, shopper_email_key
      from customers where id = $1`,
    [id],
  );
  return Object.values(rows[0] ?? {});
}

test('every write sets the keys, even if it writes other values to them', async () => {
  const texts = {
    name: 'Köln AG',
    number: 'C-Ä1',
    contact_email: 'Ann@Example.com',
    contact_phone: '+49 (30)',
  };
  const id = await insert(pool, 'customers', { account_id, ...texts, name_key: 'x', reference_key: 'x' });
  const inserted = await keysOf(id);
  await pool.query(
    `update customers set name = 'BRÜHL', contact_phone = null, number_key = 'x', contact_email_key = 'x' where id = $1`,
    [id],
  );

  expect(inserted).toEqual(['koln ag', 'c-a1', null, null, 'ann@example.com', '+49 (30)', null]);
  expect(await keysOf(id)).toEqual(['bruhl', 'c-a1', null, null, 'ann@example.com', null, null]);
});

test('the migration sets the keys of older rows, and can be repeated', async () => {
  const sql = (await readMigrations()).find(({ name }) => name.endsWith('_customer_keys'))?.sql ?? '';
  const statements = statementsIn(sql);
  await pool.query('alter table customers disable trigger customers_set_keys');
  await pool.query(
    `insert into customers (account_id, id, number, name, contact_email)
      select $1, 'cus_key' || n, 'K-' || n, 'Ört ' || n, 'A' || n || '@B.example' from generate_series(1, 1200) n`,
    [account_id],
  );
  await pool.query('alter table customers enable trigger customers_set_keys');
  expect(await keysOf('cus_key7')).toEqual([null, null, null, null, null, null, null]);

  for (let time = 0; time < 2; time++)
    for (const { sql: statement } of statements) await pool.query(statement);

  const { rows } = await pool.query(
    `select count(*)::int as set from customers
      where name_key = 'ort ' || substr(number, 3) and contact_email_key = 'a' || substr(number, 3) || '@b.example'`,
  );
  expect(statements.length).toBeGreaterThan(8);
  expect(rows).toEqual([{ set: 1_200 }]);
});
