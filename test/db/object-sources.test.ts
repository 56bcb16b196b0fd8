import { expect, test } from 'vitest';
import { table } from '../../src/db/model/table.ts';
import { sourced, sourcedModels } from '../../src/domain/source/sourced.ts';
import { openTestDatabase } from '../database.ts';
import { insert, refusalOf } from './sql-rows.ts';

const { pool } = await openTestDatabase();
const account_id = await insert(pool, 'accounts');
const other = await insert(pool, 'accounts');
const customer_id = await insert(pool, 'customers', { account_id });

const nameOf = (model: (typeof sourcedModels)[number]) => table(model).name.sql.replaceAll('"', '');
const columnOf = (model: (typeof sourcedModels)[number]) =>
  table('ObjectSource').column(sourced[model].column).column;

/** The columns that the rows of a table need besides their own. */
const needed: Readonly<Record<string, () => Promise<object>>> = {
  account_users: async () => ({ user_id: await insert(pool, 'users', { account_id }) }),
  service_levels: async () => ({ carrier_id: await insert(pool, 'carriers', { account_id }) }),
  ...Object.fromEntries(
    ['addresses', 'orders', 'order_subscriptions'].map((name) => [name, async () => ({ customer_id })]),
  ),
  attachments: async () => ({ customer_id, id: 'att_1', name: 'x' }),
  customer_subscriptions: async () => ({ customer_id, id: 'csb_1', customer_email: 'a@b.example' }),
  payment_sources: async () => ({ customer_id, id: 'pay_1', type: 'x' }),
  returns: async () => ({ customer_id, id: 'ret_1' }),
  sku_lists: async () => ({ customer_id, id: 'skl_1', name: 'x', slug: 'x' }),
};

test.for(sourcedModels)(
  'a record of %s refers to a row of its own type, and is deleted with it',
  async (model) => {
    const [name, column, { type }] = [nameOf(model), columnOf(model), sourced[model]];
    const id = await insert(pool, name, { account_id, ...(await needed[name]?.()) });
    const record = { account_id, type, [column]: id };
    const wrong = type === 'UNIT' ? 'ORDER' : 'UNIT';

    await insert(pool, 'object_sources', record);
    expect(await refusalOf(insert(pool, 'object_sources', { ...record, type: wrong }))).toBe(
      'object_sources_reference_of_type',
    );
    expect(await refusalOf(insert(pool, 'object_sources', { account_id, type }))).toBe(
      'object_sources_reference_of_type',
    );
    expect(await refusalOf(insert(pool, 'object_sources', { ...record, [column]: 'xxx_0' }))).toMatch(
      /_fkey$|_visible$/,
    );
    expect(await refusalOf(insert(pool, 'object_sources', { ...record, account_id: other }))).toMatch(
      /_fkey$|_visible$/,
    );
    await pool.query(`delete from ${name} where id = $1`, [id]);

    expect((await pool.query(`select from object_sources where ${column} = $1`, [id])).rowCount).toBe(0);
  },
);

test('a record can refer to a row of the system, and is unique by account, type, system and source id', async () => {
  const [carrier_id, unit_id] = [await insert(pool, 'carriers'), await insert(pool, 'units')];
  const record = { account_id, source_id: 'same', type: 'CARRIER', carrier_id };

  await insert(pool, 'object_sources', record);
  await insert(pool, 'object_sources', { ...record, account_id: other });
  await insert(pool, 'object_sources', { ...record, system: 'COMMERCE_LAYER' });
  await insert(pool, 'object_sources', { account_id, source_id: 'same', type: 'UNIT', unit_id });

  expect(await refusalOf(insert(pool, 'object_sources', record))).toBe('object_sources_pkey');
});

test('foreign keys and look-ups of an object’s records are served by an index', async () => {
  const { rows } = await pool.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where tablename = 'object_sources'`,
  );
  const keys = await pool.query<{ columns: string }>(
    `select (select string_agg(a.attname, ', ' order by k.place) from unnest(f.conkey) with ordinality k(number, place)
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) as columns
    from pg_constraint f where f.conrelid = 'object_sources'::regclass and f.contype = 'f'`,
  );

  expect(keys.rows).toHaveLength(sourcedModels.length + 1);
  const unserved = keys.rows.filter(
    ({ columns }) => !rows.some(({ indexdef }) => indexdef.includes(`(${columns}`)),
  );
  expect(unserved).toEqual([]);
});
