import { expect, test } from 'vitest';
import { readMigrations, statementsIn } from '../../src/db/admin/migration-file.ts';
import { openTestDatabase } from '../database.ts';
import { insert } from './sql-rows.ts';

const { pool } = await openTestDatabase();
const account_id = await insert(pool, 'accounts');
const customer_id = await insert(pool, 'customers', { account_id });

async function keyOf(id: string) {
  const { rows } = await pool.query('select number_key from orders where id = $1', [id]);
  return rows[0]?.number_key;
}

test('every write sets the key, even if it writes another value to it', async () => {
  const id = await insert(pool, 'orders', { account_id, customer_id, number: 'WEB-Ä1', number_key: 'x' });
  const inserted = await keyOf(id);
  await pool.query(`update orders set number_key = 'x' where id = $1`, [id]);
  const kept = await keyOf(id);
  await pool.query(`update orders set number = 'Nº 7' where id = $1`, [id]);
  const changed = await keyOf(id);
  await pool.query('update orders set number = null where id = $1', [id]);

  expect([inserted, kept]).toEqual(['web-a1', 'web-a1']);
  expect(changed).toMatch(/7$/);
  expect(await keyOf(id)).toBeNull();
});

test('the migration sets the keys of older rows, and can be repeated', async () => {
  const sql = (await readMigrations()).find(({ name }) => name.endsWith('_order_keys'))?.sql ?? '';
  const statements = statementsIn(sql);
  await pool.query('alter table orders disable trigger orders_set_number_key');
  await pool.query(
    `insert into orders (account_id, id, customer_id, number)
      select $1, 'ord_key' || n, $2, case when n % 2 = 0 then 'K-Ö' || n end from generate_series(1, 1200) n`,
    [account_id, customer_id],
  );
  await pool.query('alter table orders enable trigger orders_set_number_key');
  expect(await keyOf('ord_key8')).toBeNull();

  for (let time = 0; time < 2; time++)
    for (const { sql: statement } of statements) await pool.query(statement);

  const { rows } = await pool.query(
    `select count(*)::int as set from orders where id like 'ord\\_key%' and number_key = 'k-o' || substr(number, 4)`,
  );
  expect(statements.length).toBeGreaterThan(8);
  expect(rows).toEqual([{ set: 600 }]);
});
