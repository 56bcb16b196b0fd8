import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { untilSomeoneWaits } from '../customer-upsert/upserts.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;

/** Runs a mutation while another transaction changes the customer; that one commits when the mutation waits. */
async function whileChanged<T>(
  statements: readonly [string, ...unknown[]][],
  work: () => Promise<T>,
): Promise<T> {
  const other = await pool.connect();
  try {
    await other.query('begin');
    for (const [text, ...values] of statements) await other.query(text, values);
    const result = work();
    await untilSomeoneWaits(pool);
    await other.query('commit');
    return await result;
  } finally {
    other.release();
  }
}

const renumber = 'update customers set number = $2 where id = $1';

test('a customer that loses its number while a mutation waits for it is not updated', async () => {
  const { id, number } = await add.addCustomer(db, accountId);

  const result = await whileChanged([[renumber, id, word()]], () =>
    mutate(us, 'customerUpdate', { by: { number }, note: 'wrong customer' }),
  );

  expect(faultsOf(result)).toEqual(['NOT_FOUND by']);
  expect(await db.customer.findFirstOrThrow({ where: { id } })).toMatchObject({ note: null, version: 1 });
});

test('a number that concurrently moves to another customer leads to its new owner', async () => {
  const [before, after] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
  const { number } = before;
  const moves: readonly [string, ...unknown[]][] = [
    [renumber, before.id, word()],
    [renumber, after.id, number],
  ];

  const result = await whileChanged(moves, () =>
    mutate(us, 'customerTagsAdd', { by: { number }, tags: ['x'] }, undefined, 'CustomerTagsInput'),
  );

  expect(result.customer).toEqual({ id: after.id, version: 2 });
  expect(await db.customerTag.count({ where: { customerId: before.id } })).toBe(0);
});

test('a source record that concurrently moves to another customer leads to its new owner', async () => {
  const [before, after] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
  const record = { system: 'AUGNO', sourceId: word() } as const;
  await db.customerSource.create({
    data: { accountId, customerId: before.id, ...record, seenAt: new Date() },
  });

  const moves: readonly [string, ...unknown[]][] = [
    ['select from customers where id = $1 for update', before.id],
    ['update customer_sources set customer_id = $1 where source_id = $2', after.id, record.sourceId],
  ];
  const result = await whileChanged(moves, () =>
    mutate(us, 'customerUpdate', { by: { source: record }, note: 'x' }),
  );

  expect(result.customer).toEqual({ id: after.id, version: 2 });
});

test('a parent and a duplicate that concurrently lose their keys are not found', async () => {
  const [one, two] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];

  const child = await whileChanged([[renumber, one.id, word()]], () =>
    mutate(us, 'customerCreate', { name: 'Child', parent: { number: one.number } }),
  );
  const merged = await whileChanged([[renumber, two.id, word()]], () =>
    mutate(us, 'customerMerge', { target: { id: one.id }, duplicates: [{ number: two.number }] }),
  );

  expect([faultsOf(child), faultsOf(merged)]).toEqual([['NOT_FOUND parent'], ['NOT_FOUND duplicates.0']]);
  expect(await db.customer.count({ where: { id: { in: [one.id, two.id] } } })).toBe(2);
});
