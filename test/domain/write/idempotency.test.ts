import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;

test('the same key and input returns the first response again, with one effect', async () => {
  const input = { name: 'Once', note: 'a', metadata: { a: 1, b: 2 }, idempotencyKey: `${word()} ä😀` };

  const first = await mutate(us, 'customerCreate', input);
  const before = await everythingWritten(pool);
  const second = await mutate(us, 'customerCreate', {
    idempotencyKey: input.idempotencyKey,
    metadata: { b: 2, a: 1 },
    note: 'a',
    name: 'Once',
  });

  expect(second).toEqual(first);
  expect(await everythingWritten(pool)).toBe(before);
});

test('the same key with other input, or for another mutation, is rejected', async () => {
  const idempotencyKey = word();
  const { customer } = await mutate(us, 'customerCreate', { name: 'Once', idempotencyKey });
  const before = await everythingWritten(pool);

  const other = await mutate(us, 'customerCreate', { name: 'Twice', idempotencyKey });
  const elsewhere = await mutate(us, 'customerUpdate', {
    by: { id: customer.id },
    name: 'Once',
    idempotencyKey,
  });

  expect(faultsOf(other)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  expect(faultsOf(elsewhere)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  expect(await everythingWritten(pool)).toBe(before);
});

test('keys of different accounts are independent', async () => {
  const other = await add.addAccount(db);
  const idempotencyKey = word();
  const first = await mutate(us, 'customerCreate', { name: 'Ours', idempotencyKey });

  const theirs = await mutate(as(other.id), 'customerCreate', { name: 'Theirs', idempotencyKey });

  expect(theirs.userErrors).toEqual([]);
  expect(theirs.customer.id).not.toBe(first.customer.id);
});

test('a rejection is stored with the key only, and returned again', async () => {
  const taken = await add.addCustomer(db, accountId);
  const input = { name: '', number: taken.number, tags: ['made'], idempotencyKey: word() };
  const counts = async () => [
    await db.customer.count(),
    await db.tag.count(),
    await db.customerEvent.count(),
  ];
  const before = await counts();

  const first = await mutate(us, 'customerCreate', input);
  await db.customer.update({
    where: { accountId_id: { accountId, id: taken.id } },
    data: { number: word() },
  });
  const second = await mutate(us, 'customerCreate', input);

  expect(faultsOf(first)).toEqual(['TAKEN number']);
  expect(second).toEqual(first);
  expect(await counts()).toEqual(before);
});

test('a stale version returns the customer again', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const input = { by: { id }, ifVersion: 9, note: 'x', idempotencyKey: word() };

  const first = await mutate(us, 'customerUpdate', input);

  expect(first.customer).toEqual({ id, version: 1 });
  expect(await mutate(us, 'customerUpdate', input)).toEqual(first);
});

test('a key can be used again after 24 hours', async () => {
  const input = { name: 'Daily', idempotencyKey: word() };
  const first = await mutate(us, 'customerCreate', input);
  const aged = await db.idempotencyKey.findFirstOrThrow({ where: { key: input.idempotencyKey } });
  expect(aged.expiresAt.getTime() - aged.createdAt.getTime()).toBe(24 * 3_600_000);
  await pool.query(
    `update idempotency_keys set created_at = now() - interval '25 hours', expires_at = now() - interval '1 hour' where key = $1`,
    [input.idempotencyKey],
  );

  const second = await mutate(us, 'customerCreate', input);

  expect(second.userErrors).toEqual([]);
  expect(second.customer.id).not.toBe(first.customer.id);
  expect(await mutate(us, 'customerCreate', input)).toEqual(second);
});

test('new keys remove expired ones', async () => {
  const key = word();
  await mutate(us, 'customerCreate', { name: 'Old', idempotencyKey: key });
  await pool.query(
    `update idempotency_keys set created_at = now() - interval '25 hours', expires_at = now() - interval '1 hour' where key = $1`,
    [key],
  );

  await mutate(us, 'customerCreate', { name: 'New', idempotencyKey: word() });

  expect(await db.idempotencyKey.count({ where: { key } })).toBe(0);
});

test('a failed transaction does not store its key', async () => {
  const input = { name: 'Later', idempotencyKey: word() };
  await pool.query('alter table customer_events add constraint broken check (action is null) not valid');

  const { errors } = await us.execute(
    'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } } }',
    { input },
  );
  await pool.query('alter table customer_events drop constraint broken');
  const again = await mutate(us, 'customerCreate', input);

  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(await db.customer.count({ where: { name: 'Later' } })).toBe(1);
  expect(again.userErrors).toEqual([]);
});

test('a dry run neither stores nor uses a key', async () => {
  const input = { name: 'Tried', idempotencyKey: word() };

  const tried = await mutate(us, 'customerCreate', { ...input, dryRun: true });
  const done = await mutate(us, 'customerCreate', input);
  const triedAgain = await mutate(us, 'customerCreate', { ...input, dryRun: true });

  expect(await db.customer.count({ where: { name: 'Tried' } })).toBe(1);
  expect(new Set([tried, done, triedAgain].map(({ customer }) => customer.id)).size).toBe(3);
});

test('a stored key and response contain nothing of the input', async () => {
  const secret = word();
  await mutate(us, 'customerCreate', { name: secret, idempotencyKey: word() });

  const { rows } = await pool.query(`select from idempotency_keys k where k::text like $1`, [`%${secret}%`]);

  expect(rows).toEqual([]);
});
