import type pg from 'pg';
import { expect, test } from 'vitest';
import { tables } from '../../src/db/generated/tables.ts';
import { demoAccountId, type SeedProgress, seedDemoData } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';

async function checksums(pool: pg.Pool): Promise<object> {
  const entries = Object.values(tables).map(async ({ table }) => {
    const { rows } = await pool.query(
      `select count(*), md5(string_agg(t::text, ';' order by t::text)) from ${table} t`,
    );
    return [table, rows[0]];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function countCustomers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query('select count(*)::int as count from customers where account_id = $1', [
    demoAccountId,
  ]);
  return rows[0].count;
}

const whole = await openTestDatabase();
await seedDemoData(whole.pool, { customers: 1200 });

test('a customer base topped up in steps equals one created in one step', async () => {
  const { pool } = await openTestDatabase();

  expect(await seedDemoData(pool, { customers: 30 })).toEqual({ added: 30, total: 30 });
  expect(await seedDemoData(pool, { customers: 600 })).toEqual({ added: 570, total: 600 });
  expect(await seedDemoData(pool, { customers: 1200 })).toEqual({ added: 600, total: 1200 });

  expect(await checksums(pool)).toEqual(await checksums(whole.pool));
});

test('a base that is large enough is not changed', async () => {
  const before = await checksums(whole.pool);

  expect(await seedDemoData(whole.pool, { customers: 700 })).toEqual({ added: 0, total: 1200 });

  expect(await checksums(whole.pool)).toEqual(before);
});

test('progress is reported after each block', async () => {
  const { pool } = await openTestDatabase();
  const told: SeedProgress[] = [];

  await seedDemoData(pool, { customers: 1010, onProgress: (progress) => told.push(progress) });

  expect(told).toEqual([
    { done: 1000, total: 1010 },
    { done: 1010, total: 1010 },
  ]);
});

test('a failed block leaves no rows, and the next run resumes from it', async () => {
  const { pool } = await openTestDatabase();
  await pool.query(`create function trouble() returns trigger language plpgsql as $$ begin
    if new.number = 'C-001150' then raise exception 'trouble'; end if; return new; end $$;
    create trigger trouble before insert on customers for each row execute function trouble()`);

  await expect(seedDemoData(pool, { customers: 1200 })).rejects.toThrow('trouble');

  expect(await countCustomers(pool)).toBe(1000);
  await pool.query('drop function trouble() cascade');
  expect(await seedDemoData(pool, { customers: 1200 })).toEqual({ added: 200, total: 1200 });
  expect(await checksums(pool)).toEqual(await checksums(whole.pool));
});

test('two concurrent runs create one base', async () => {
  const { pool } = await openTestDatabase();

  const results = await Promise.all([
    seedDemoData(pool, { customers: 50 }),
    seedDemoData(pool, { customers: 50 }),
  ]);

  expect(results.map(({ added }) => added).sort()).toEqual([0, 50]);
  expect(await countCustomers(pool)).toBe(50);
});

test('manually created and deleted customers do not interfere', async () => {
  const { pool } = await openTestDatabase();
  await seedDemoData(pool, { customers: 30 });
  await pool.query(
    `insert into customers (account_id, id, number, name) values ($1, 'cus_by_hand', 'C-000031', 'Mine')`,
    [demoAccountId],
  );
  await pool.query(`delete from customers where account_id = $1 and number = 'C-000003'`, [demoAccountId]);

  expect(await seedDemoData(pool, { customers: 40 })).toEqual({ added: 10, total: 40 });

  const { rows } = await pool.query(
    `select number from customers where account_id = $1 and number >= 'C-000031'
    order by number limit 3`,
    [demoAccountId],
  );
  expect(rows.map(({ number }) => number)).toEqual(['C-000031', 'C-000031-D', 'C-000032']);
});

test('the settings of the pool are restored', async () => {
  const { pool } = await openTestDatabase();

  await seedDemoData(pool, { customers: 1 });

  const { rows } = await pool.query(`select current_setting('statement_timeout') as timeout,
    (select count(*)::int from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())) as locks`);
  expect(rows).toEqual([{ timeout: '5s', locks: 0 }]);
});
