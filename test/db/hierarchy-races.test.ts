import type { PoolClient } from 'pg';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { atOnce } from './at-once.ts';
import { depth, openFamilies } from './family.ts';

const { pool } = await openTestDatabase();
const { add, reparent, family, typesOf } = await openFamilies(pool);

test('concurrent changes do not create a third level', async () => {
  const ids = [await add(), await add(), await add()] as const;
  const [a, b, c] = ids;

  expect(
    await atOnce(
      pool,
      (one) => reparent(a, b, one),
      (two) => reparent(b, c, two),
    ),
  ).toBe(depth);
  expect(await typesOf(...ids)).toEqual(['CHILD', 'PARENT', 'STANDALONE']);
  await reparent(a, null);
  expect(
    await atOnce(
      pool,
      (one) => reparent(b, c, one),
      (two) => reparent(a, b, two),
    ),
  ).toBe(depth);
  expect(await typesOf(...ids)).toEqual(['STANDALONE', 'CHILD', 'PARENT']);
  await reparent(b, null);
  expect(
    await atOnce(
      pool,
      (one) => add({ parent_id: b }, one),
      (two) => reparent(b, c, two),
    ),
  ).toBe(depth);
  expect(await typesOf(...ids)).toEqual(['STANDALONE', 'PARENT', 'STANDALONE']);
  expect(
    await atOnce(
      pool,
      (one) => reparent(a, c, one),
      (two) => add({ parent_id: a }, two),
    ),
  ).toBe(depth);
});

test('concurrent changes do not create a cycle', async () => {
  const [a, b] = [await add(), await add()];

  expect(
    await atOnce(
      pool,
      (one) => reparent(a, b, one),
      (two) => reparent(b, a, two),
    ),
  ).toBe(depth);
  expect(await typesOf(a, b)).toEqual(['CHILD', 'PARENT']);
});

test('when two children leave concurrently, the last one leaves no parent behind', async () => {
  const { parent, child } = await family();
  const sibling = await add({ parent_id: parent });
  const remove = (db: PoolClient, id: string) => db.query('delete from customers where id = $1', [id]);

  await atOnce(
    pool,
    (one) => reparent(child, null, one),
    (two) => reparent(sibling, null, two),
  );
  expect(await typesOf(parent)).toEqual(['STANDALONE']);
  await pool.query('update customers set parent_id = $1 where id = any ($2)', [parent, [child, sibling]]);
  await atOnce(
    pool,
    (one) => remove(one, child),
    (two) => remove(two, sibling),
  );
  expect(await typesOf(parent)).toEqual(['STANDALONE']);
});

test('a parent that gains a child while its last one leaves remains a parent', async () => {
  const { parent, child } = await family();

  await atOnce(
    pool,
    (one) => add({ parent_id: parent }, one),
    (two) => reparent(child, null, two),
  );
  expect(await typesOf(parent, child)).toEqual(['PARENT', 'STANDALONE']);
  const last = await family();
  await atOnce(
    pool,
    (one) => reparent(last.child, null, one),
    (two) => add({ parent_id: last.parent }, two),
  );
  expect(await typesOf(last.parent)).toEqual(['PARENT']);
});

test('two concurrent swaps of parents wait for each other, and both succeed', async () => {
  const [one, other] = [await family(), await family()];

  expect(
    await atOnce(
      pool,
      (client) => reparent(one.child, other.parent, client),
      (client) => reparent(other.child, one.parent, client),
    ),
  ).toBe('accepted');
  expect(await typesOf(one.parent, other.parent, one.child, other.child)).toEqual([
    'PARENT',
    'PARENT',
    'CHILD',
    'CHILD',
  ]);
});
