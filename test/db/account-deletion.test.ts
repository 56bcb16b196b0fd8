import type pg from 'pg';
import { expect, inject, test } from 'vitest';
import { deleteAccount } from '../../src/db/admin/account-deletion.ts';
import { createDb } from '../../src/db/client.ts';
import { tables } from '../../src/db/generated/tables.ts';
import { demoAccountId, secondDemoAccountId } from '../../src/demo/seed.ts';
import { addAccount, addCustomer } from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { untilBlocks } from './blocked.ts';
import { insert, type SqlRow } from './sql-rows.ts';

/** Every table of the data model whose rows belong to accounts. */
const owned = Object.values(tables)
  .filter(({ columns }) => columns.some(({ name }) => name === 'accountId'))
  .map(({ table }) => table);

async function countOf(pool: pg.Pool, table: string, accountId: string): Promise<number> {
  const { rows } = await pool.query(`select count(*)::int as count from ${table} where account_id = $1`, [
    accountId,
  ]);
  return rows[0].count;
}

async function countsOf(pool: pg.Pool, accountId: string): Promise<Readonly<Record<string, number>>> {
  const counts = owned.map(async (table) => [table, await countOf(pool, table, accountId)] as const);
  return Object.fromEntries(await Promise.all(counts));
}

/** A hash of each table, without the rows of one account. */
async function hashes(pool: pg.Pool, without: string): Promise<object> {
  const each = Object.values(tables).map(async ({ table, columns }) => {
    const isOwned = columns.some(({ name }) => name === 'accountId');
    const account = table === 'accounts' ? 'id' : isOwned ? 'account_id' : `''::text`;
    const { rows } = await pool.query(
      `select md5(string_agg(t::text, ';' order by t::text)) as hash from ${table} t
        where ${account} is distinct from $1`,
      [without],
    );
    return [table, rows[0].hash];
  });
  return Object.fromEntries(await Promise.all(each));
}

/** Adds a row to each table that the demo data leaves empty. */
async function fillTables(pool: pg.Pool, accountId: string): Promise<void> {
  const firstOf = async (table: string, where = 'true'): Promise<string> => {
    const { rows } = await pool.query(
      `select id from ${table} where account_id = $1 and ${where} order by id limit 1`,
      [accountId],
    );
    return rows[0].id;
  };
  const customer_id = await firstOf('customers', 'parent_id is null');
  const references: Readonly<Record<string, SqlRow>> = {
    account_user_identities: { account_user_id: await firstOf('account_users') },
    object_sources: { type: 'ORDER', order_id: await firstOf('orders') },
  };
  for (const [table, count] of Object.entries(await countsOf(pool, accountId)))
    if (count === 0) {
      const ofCustomer = tableHas(table, 'customer_id') ? { customer_id } : {};
      await insert(pool, table, { account_id: accountId, ...ofCustomer, ...references[table] });
    }
}

const tableHas = (table: string, column: string): boolean =>
  Object.values(tables).some(
    (each) => each.table === table && each.columns.some(({ column: name }) => name === column),
  );

const notZero = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).filter(([, count]) => count !== 0);

test('no row of a deleted account remains in any table, and the other account is untouched', async () => {
  const { pool } = await openTestDatabase(inject('demo'));
  await fillTables(pool, demoAccountId);
  const before = await hashes(pool, demoAccountId);
  expect(notZero(await countsOf(pool, demoAccountId)).map(([table]) => table)).toEqual(owned);
  const progress: number[] = [];

  expect(
    await deleteAccount(pool, demoAccountId, { withData: true, onProgress: (rows) => progress.push(rows) }),
  ).toBeUndefined();

  expect(notZero(await countsOf(pool, demoAccountId))).toEqual([]);
  expect(await pool.query('select from accounts where id = $1', [demoAccountId])).toMatchObject({
    rowCount: 0,
  });
  expect(await hashes(pool, demoAccountId)).toEqual(before);
  expect(progress.length).toBeGreaterThan(20);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
});

test('a deletion writes no changes', async () => {
  const { pool } = await openTestDatabase(inject('demo'));
  await pool.query(`create table told (action text); grant all on told to public;
    create function tell() returns trigger language plpgsql as $$ begin
      insert into told values (new.action); return new; end $$;
    create trigger tell after insert on customer_events for each row execute function tell()`);

  await deleteAccount(pool, secondDemoAccountId, { withData: true });

  expect((await pool.query('select * from told')).rows).toEqual([]);
});

test('an account with customers is deleted only with its data; one without is deleted with its settings', async () => {
  const { pool } = await openTestDatabase();
  const db = createDb(pool);
  const [full, empty] = [await addAccount(db), await addAccount(db)];
  await addCustomer(db, full.id);
  const carrier_id = await insert(pool, 'carriers', { account_id: empty.id });
  await insert(pool, 'service_levels', { account_id: empty.id, carrier_id, is_default: true });

  expect(await deleteAccount(pool, full.id, { withData: false })).toBe('has customers');
  expect(await deleteAccount(pool, empty.id, { withData: false })).toBeUndefined();
  expect(await deleteAccount(pool, empty.id, { withData: false })).toBe('no such account');
  expect(await deleteAccount(pool, empty.id, { withData: true })).toBe('no such account');

  expect(await db.account.findMany({ where: { closedAt: null } })).toEqual([full]);
  expect(await db.customer.count()).toBe(1);
});

test('an interrupted deletion leaves the account closed, and the next one completes it', async () => {
  const { pool } = await openTestDatabase(inject('demo'));
  const db = createDb(pool);
  const stopped = deleteAccount(pool, demoAccountId, {
    withData: true,
    onProgress: (rows) => {
      if (rows > 5_000) throw new Error('stopped');
    },
  });

  await expect(stopped).rejects.toThrow('stopped');
  const left = await db.account.findUniqueOrThrow({ where: { id: demoAccountId } });
  expect(left.closedAt).not.toBeNull();
  expect(await db.customer.count({ where: { accountId: demoAccountId } })).toBeGreaterThan(0);

  expect(await deleteAccount(pool, demoAccountId, { withData: true })).toBeUndefined();
  expect(notZero(await countsOf(pool, demoAccountId))).toEqual([]);
});

test('rows that a transaction adds before the account is closed are deleted too', async () => {
  const { pool } = await openTestDatabase();
  const db = createDb(pool);
  const { id } = await addAccount(db);
  await addCustomer(db, id);
  const writer = await pool.connect();
  await writer.query('begin');
  await writer.query(
    `insert into customers (account_id, id, number, name) values ($1, 'cus_late', 'L', 'Late')`,
    [id],
  );

  const deleted = deleteAccount(pool, id, { withData: true });
  await untilBlocks(pool, writer);
  await writer.query('commit');
  writer.release();

  expect(await deleted).toBeUndefined();
  expect(await db.customer.count()).toBe(0);
  expect(await db.account.count()).toBe(0);
});

test('two deletions of one account run one after the other', async () => {
  const { pool } = await openTestDatabase();
  const db = createDb(pool);
  const { id } = await addAccount(db);
  await addCustomer(db, id);

  const results = await Promise.all([0, 1].map(() => deleteAccount(pool, id, { withData: true })));

  expect(results.toSorted()).toEqual(['no such account', undefined]);
});
