import { expect, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { depth, openFamilies } from './family.ts';
import { insert, refusalOf } from './sql-rows.ts';

const { pool } = await openTestDatabase();
const { own, add, reparent, family, typesOf } = await openFamilies(pool);

test('the type is derived from the parent, even if another one is written', async () => {
  const { parent, child } = await family();
  const alone = await add({ relationship_type: 'PARENT' });
  expect(await typesOf(parent, child, alone)).toEqual(['PARENT', 'CHILD', 'STANDALONE']);

  await pool.query(`update customers set relationship_type = 'CHILD' where id = any ($1)`, [[parent, alone]]);
  await pool.query(`update customers set relationship_type = 'STANDALONE' where id = $1`, [child]);
  expect(await typesOf(parent, child, alone)).toEqual(['PARENT', 'CHILD', 'STANDALONE']);
});

test('setting, clearing and deleting parents keeps the types of all affected customers', async () => {
  const { parent, child } = await family();
  const next = await add();
  const sibling = await add({ parent_id: parent });

  await reparent(child, next);
  expect(await typesOf(parent, child, next)).toEqual(['PARENT', 'CHILD', 'PARENT']);
  await reparent(sibling, null);
  expect(await typesOf(parent, sibling)).toEqual(['STANDALONE', 'STANDALONE']);
  await pool.query('delete from customers where id = $1', [child]);
  expect(await typesOf(next)).toEqual(['STANDALONE']);
});

test('one statement can move, detach and delete many customers', async () => {
  const parents = [await add(), await add()] as const;
  const children = [await add({ parent_id: parents[0] }), await add({ parent_id: parents[0] })];
  const ids = (list: readonly string[]) => [list];

  await pool.query('update customers set parent_id = $2 where id = any ($1)', [children, parents[1]]);
  expect(await typesOf(...parents, ...children)).toEqual(['STANDALONE', 'PARENT', 'CHILD', 'CHILD']);
  await pool.query(
    'update customers set parent_id = null where id = any ($1)',
    ids([...parents, ...children]),
  );
  expect(await typesOf(...parents, ...children)).toEqual(Array(4).fill('STANDALONE'));
  await pool.query('update customers set parent_id = $2 where id = any ($1)', [children, parents[1]]);
  await pool.query('delete from customers where id = any ($1)', ids([...children, parents[1]]));
  expect(await typesOf(...parents, ...children)).toEqual(['STANDALONE']);
});

test('children written before their parent in one statement are its children', async () => {
  await pool.query(
    `insert into customers (account_id, id, number, name, parent_id)
    select $1, 'cus_m' || i, 'm' || i, 'm', case when i < 3 then 'cus_m3' end from generate_series(1, 3) i`,
    [own.account_id],
  );

  expect(await typesOf('cus_m1', 'cus_m2', 'cus_m3')).toEqual(['CHILD', 'CHILD', 'PARENT']);
});

test('a parent cannot become a child, nor a child a parent', async () => {
  const { parent, child } = await family();
  const other = await add();

  expect(await refusalOf(reparent(parent, other))).toBe(depth);
  expect(await refusalOf(reparent(other, child))).toBe(depth);
  expect(await refusalOf(reparent(parent, child))).toBe(depth);
  expect(await refusalOf(add({ parent_id: child }))).toBe(depth);
  expect(await refusalOf(reparent(other, other))).toBe('customers_not_own_parent');
  expect(await typesOf(parent, child, other)).toEqual(['PARENT', 'CHILD', 'STANDALONE']);
});

test('a parent belongs to the same account, and cannot be deleted while it has children', async () => {
  const { parent } = await family();
  const foreign = { account_id: await insert(pool, 'accounts') };

  expect(await refusalOf(insert(pool, 'customers', { ...foreign, parent_id: parent }))).toBe(
    'customers_account_id_parent_id_fkey',
  );
  expect(await refusalOf(pool.query('delete from customers where id = $1', [parent]))).toBe(
    'customers_account_id_parent_id_fkey',
  );
});

test.each([
  ['a third level', { a: 'b', b: 'c', c: null }],
  ['a third level, from above', { c: null, b: 'c', a: 'b' }],
  ['a cycle', { a: 'b', b: 'a' }],
  ['a longer cycle', { a: 'b', b: 'c', c: 'a' }],
])('one statement cannot create %s', async (name, parents) => {
  const prefix = `cus_${name.replaceAll(/\W/g, '')}_`;
  const ids = Object.keys(parents).map((id) => prefix + id);
  const parentIds = Object.values(parents).map((id) => (id === null ? null : prefix + id));
  const write = pool.query(
    `insert into customers (account_id, id, number, name, parent_id)
    select $1, id, id, 'x', parent_id from unnest($2::text[], $3::text[]) as n (id, parent_id)`,
    [own.account_id, ids, parentIds],
  );
  expect(await refusalOf(write)).toBe(depth);

  for (const id of ids) await add({ id });
  const update = pool.query(
    `update customers c set parent_id = n.parent_id
    from unnest($1::text[], $2::text[]) as n (id, parent_id) where c.id = n.id`,
    [ids, parentIds],
  );
  expect(await refusalOf(update)).toBe(depth);
  expect(await typesOf(...ids)).toEqual(ids.map(() => 'STANDALONE'));
});
