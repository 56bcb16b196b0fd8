import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { untilBlocks } from '../../db/blocked.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const fifty = Array.from({ length: 50 }, (_, at) => at);

test('50 concurrent requests with one key have one effect and one response', async () => {
  const input = { name: 'Twin', idempotencyKey: add.word() };

  const answers = await Promise.all(fifty.map(() => mutate(us, 'customerCreate', input)));

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.userErrors).toEqual([]);
  expect(await db.customer.count({ where: { name: 'Twin' } })).toBe(1);
  expect(await db.customerEvent.count({ where: { customer: { name: 'Twin' } } })).toBe(1);
});

test('of 50 concurrent creations with the same short id, one succeeds, and the others are rejected as TAKEN', async () => {
  const shortId = add.word();

  const answers = await Promise.all(fifty.map(() => mutate(us, 'customerCreate', { name: 'Key', shortId })));

  const faults = answers.map(faultsOf);
  expect(faults.filter((each) => each.length === 0)).toHaveLength(1);
  expect(faults.filter((each) => each[0] === 'TAKEN shortId')).toHaveLength(49);
  expect(await db.customer.count({ where: { name: 'Key' } })).toBe(1);
});

test('50 concurrent creations without a number get the next free ones, without a gap, skipping used ones', async () => {
  const { id } = await add.addAccount(db);
  for (const number of ['C-000007', 'C-000009', 'C-x', 'D-000099']) await add.addCustomer(db, id, { number });
  const first = await mutate(as(id), 'customerCreate', { name: 'First' }, 'customer { number }');
  await add.addCustomer(db, id, { number: 'C-000012' });

  const answers = await Promise.all(
    fifty.map(() => mutate(as(id), 'customerCreate', { name: 'New', number: ' ' }, 'customer { number }')),
  );

  expect(first.customer.number).toBe('C-000010');
  expect(answers.map(({ customer }) => customer.number).sort()).toEqual(
    [11, ...fifty.slice(1).map((at) => at + 12)].map((at) => `C-${String(at).padStart(6, '0')}`),
  );
});

test('of 50 concurrent updates of one version, one succeeds, and 49 are stale and return its result', async () => {
  const { id } = await add.addCustomer(db, accountId);

  const answers = await Promise.all(
    fifty.map((at) => mutate(us, 'customerUpdate', { by: { id }, ifVersion: 1, note: `note ${at}` })),
  );

  const done = answers.filter(({ userErrors }) => userErrors.length === 0);
  expect(done).toHaveLength(1);
  expect(answers.map(({ customer }) => customer)).toEqual(fifty.map(() => ({ id, version: 2 })));
  expect(await db.customerEvent.count({ where: { customerId: id } })).toBe(1);
});

test('50 concurrent updates of one customer without a version all succeed', async () => {
  const { id } = await add.addCustomer(db, accountId);

  const answers = await Promise.all(
    fifty.map((at) =>
      mutate(us, 'customerUpdate', {
        by: { id },
        tags: [`t${at % 7}`, `t${(at + 3) % 7}`],
        note: String(at),
      }),
    ),
  );

  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const { version } = await db.customer.findUniqueOrThrow({ where: { accountId_id: { accountId, id } } });
  expect(version).toBe(51);
  expect(await db.customerEvent.count({ where: { customerId: id } })).toBe(50);
  expect(await db.customerTag.count({ where: { customerId: id } })).toBe(2);
});

test('a carrier cannot be selected during its deletion', async () => {
  const carrier = await add.addCarrier(db, accountId);
  const { id } = await add.addCustomer(db, accountId);
  const other = await pool.connect();
  await other.query('begin');
  await other.query('update carriers set deleted_at = now() where id = $1', [carrier.id]);

  const update = mutate(us, 'customerUpdate', {
    by: { id },
    freightPreferences: { carrier: { id: carrier.id } },
  });
  await untilBlocks(pool, other);
  await other.query('commit');
  other.release();

  expect(faultsOf(await update)).toEqual(['NOT_FOUND freightPreferences.carrier']);
});

test('a number that is used between the check and the write leads to a retry with the next one', async () => {
  const number = `N-${add.word()}`;
  const other = await pool.connect();
  await other.query('begin');
  await other.query(
    `insert into customers (account_id, id, number, name) values ($1, 'cus_${add.word()}', $2, 'Other')`,
    [accountId, number],
  );

  const create = mutate(us, 'customerCreate', { name: 'Late', number });
  await untilBlocks(pool, other);
  await other.query('commit');
  other.release();

  expect(faultsOf(await create)).toEqual(['TAKEN number']);
});
