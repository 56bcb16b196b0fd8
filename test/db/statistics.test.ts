import { expect, inject, test } from 'vitest';
import { Statistics } from '../../src/db/admin/statistics.ts';
import { createDb } from '../../src/db/client.ts';
import * as add from '../builders.ts';
import { openTestDatabase } from '../database.ts';

const { pool } = await openTestDatabase(inject('template'));
const db = createDb(pool);

/** The numbers of rows that the planner expects; -1 if it knows none. */
async function known(): Promise<readonly (number | undefined)[]> {
  const { rows } = await pool.query<{ reltuples: number }>(
    `select reltuples from pg_class where relname in ('customers', 'addresses') and relkind = 'r' order by relname`,
  );
  return rows.map(({ reltuples }) => reltuples);
}

async function addCustomers(count: number): Promise<void> {
  const account = await add.addAccount(db);
  for (let at = 0; at < count; at += 1) {
    const customer = await add.addCustomer(db, account.id);
    await add.addAddress(db, account.id, customer.id);
  }
}

test('the statistics are updated whenever the customers have doubled', async () => {
  const statistics = new Statistics(pool);
  await addCustomers(2);

  await statistics.follow(0);
  expect(await known()).toEqual([-1, -1]);
  await statistics.follow(2);
  expect(await known()).toEqual([2, 2]);
  await addCustomers(2);
  await statistics.follow(3);
  expect(await known()).toEqual([2, 2]);
  await statistics.follow(4);
  expect(await known()).toEqual([4, 4]);

  // What another import adds to as many customers.
  const other = new Statistics(pool);
  await addCustomers(3);
  await other.follow(3);
  expect(await known()).toEqual([4, 4]);
  await other.follow(4);
  expect(await known()).toEqual([7, 7]);
});

test('the statistics of texts and documents are left to autovacuum', async () => {
  await addCustomers(2);
  await new Statistics(pool).follow(100);

  const { rows } = await pool.query<{ attname: string }>(
    `select attname from pg_stats where tablename = 'customer_search' order by attname`,
  );

  expect(rows.map(({ attname }) => attname)).toEqual(['account_id', 'customer_id']);
});
