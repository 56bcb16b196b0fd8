import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { newId } from '../../src/db/model/id.ts';
import { sql } from '../../src/db/model/table.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { insertRows, lockRows, updateRows } from '../../src/db/write/rows.ts';
import { transaction } from '../../src/db/write/transaction.ts';
import { addAccount, addCustomer, word } from '../builders.ts';
import { openTestDatabase } from '../database.ts';

const { pool, serving, url } = await openTestDatabase();
const owner = createDb(pool);
const db = createDb(serving);
const { id: accountId } = await addAccount(owner);
const requester = { accountId, caller: 'test' };

test('a transaction reads its own writes, which others see only after it ends', async () => {
  const id = newId('Customer');

  const [inside, outside] = await transaction(db, requester, async (open) => {
    await insertRows(open, 'Customer', [{ accountId, id, number: word(), name: 'Ada' }]);
    return [await open.rows('Customer', 'id', [id]), await owner.customer.count({ where: { id } })];
  });

  expect(inside).toMatchObject([{ id, name: 'Ada', version: 1, creditLimitValue: null }]);
  expect(outside).toBe(0);
  expect(await owner.customer.count({ where: { id } })).toBe(1);
});

test('a transaction whose work throws is rolled back and rethrows the error', async () => {
  const id = newId('Customer');
  const reason = new Error('no');

  const failed = transaction(db, requester, async (open) => {
    await insertRows(open, 'Customer', [{ accountId, id, number: word(), name: 'Ada' }]);
    throw reason;
  });

  await expect(failed).rejects.toBe(reason);
  expect(await owner.customer.count({ where: { id } })).toBe(0);
});

test("a statement's own error is passed on, with the name of its constraint", async () => {
  const { number } = await addCustomer(owner, accountId);
  const again = (open: Parameters<Parameters<typeof transaction>[2]>[0]) =>
    insertRows(open, 'Customer', [{ accountId, id: newId('Customer'), number, name: 'Ada' }]);

  const error = await transaction(db, requester, again).catch((each: unknown) => each);

  expect(error).toBeInstanceOf(DatabaseError);
  expect(error).toMatchObject({ code: '23505', constraint: 'customers_account_id_number_key' });
});

test('many rows are written in one statement each, with exact decimals and JSON', async () => {
  const ids = Array.from({ length: 300 }, () => newId('Customer'));
  const values = { note: 'a "quote", a \\ and\na line', metadata: { deep: ['ä', null] } };

  await transaction(db, requester, async (open) => {
    const rows = ids.map((id) => ({ accountId, id, number: word(), name: 'Ada' }));
    await insertRows(open, 'Customer', rows);
    await updateRows(
      open,
      'Customer',
      ids.map((id) => ({ id, ...values })),
      ['note', 'metadata'],
    );
  });

  expect(await owner.customer.count({ where: { id: { in: ids }, note: values.note } })).toBe(300);
  expect(await owner.customer.findFirst({ where: { id: ids[7] ?? '' } })).toMatchObject(values);
});

test('another account’s rows are neither written nor locked', async () => {
  const other = await addAccount(owner);
  const { id } = await addCustomer(owner, other.id);

  await transaction(db, requester, async (open) => {
    await lockRows(open, 'Customer', [id], 'update');
    await updateRows(open, 'Customer', [{ id, name: 'Mine' }], ['name']);
  });

  expect(await owner.customer.count({ where: { id, name: 'Mine' } })).toBe(0);
});

test('concurrent transactions of many accounts see only their own rows', async () => {
  const accounts = await Promise.all(Array.from({ length: 25 }, () => addAccount(owner)));
  const customers = await Promise.all(accounts.map(({ id }) => addCustomer(owner, id)));
  const ids = customers.map(({ id }) => id);

  const seen = await Promise.all(
    accounts.map((account) =>
      transaction(db, { accountId: account.id, caller: 'test' }, (open) => open.rows('Customer', 'id', ids)),
    ),
  );

  expect(seen.map((rows) => rows.map(({ id }) => id))).toEqual(ids.map((id) => [id]));
});

test('transactions are READ COMMITTED, whatever the database’s default is', async () => {
  const { rows } = await pool.query('select current_database() as name');
  await pool.query(`alter database "${rows[0].name}" set default_transaction_isolation = 'serializable'`);
  const fresh = createServingPool({ connectionString: url }, () => undefined);

  const level = await transaction(createDb(fresh), requester, ({ run }) =>
    run(sql`show transaction_isolation`),
  );

  await fresh.end();
  expect(level).toEqual([['read committed']]);
});
