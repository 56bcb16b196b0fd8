import { expect, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { insert, refusalOf } from './sql-rows.ts';

const { pool } = await openTestDatabase();

const from = await insert(pool, 'accounts');
const to = await insert(pool, 'accounts');

test.for(['account_groups', 'carriers', 'customers', 'tags'])(
  'a row of %s cannot be moved to another account',
  async (table) => {
    const id = await insert(pool, table, { account_id: from });

    const moved = pool.query(`update ${table} set account_id = $1 where id = $2`, [to, id]);

    expect(await refusalOf(moved)).toBe(`${table}_account_is_fixed`);
  },
);

test('writing the same account_id again is accepted', async () => {
  const id = await insert(pool, 'carriers', { account_id: from });

  await pool.query('update carriers set account_id = account_id where id = $1', [id]);
});

test('every table with an account has the rule', async () => {
  const { rows } = await pool.query<{ name: string; rule: string | null }>(
    `select c.relname as name, t.tgname as rule
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
    left join pg_trigger t on t.tgrelid = c.oid and t.tgname = c.relname || '_account_is_fixed'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );

  const without = rows.filter(({ rule }) => rule === null).map(({ name }) => name);

  // A trigger sets its account to the term's account, whatever is written.
  expect(without).toEqual(['shipping_term_service_levels']);
});
