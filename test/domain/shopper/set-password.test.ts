import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import { isPassword } from '../../../src/domain/shopper/password.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';
import { addShopper, allText } from './shoppers.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);

const seen = `customer { id version shopper { hasPassword }
  events { nodes { action actor { type name } changes { path oldValue newValue } } } }`;
const set = (input: object) => mutate(us, 'shopperPasswordSet', input, seen);
const hashOf = async (customerId: string) =>
  (await db.shopperCredential.findFirst({ where: { customerId } }))?.passwordHash ?? '';

test('a password is set and replaced, each with a version and an event that does not contain it', async () => {
  const { id } = await addShopper(db, accountId);

  const first = await set({ by: { id: id }, password: 'correct horse' });
  const firstHash = await hashOf(id);
  const second = await set({ by: { id: id }, password: ' battery  staple ' });

  const password = { path: 'shopper.password', oldValue: null, newValue: null };
  const hasPassword = { path: 'shopper.hasPassword', oldValue: 'false', newValue: 'true' };
  const created = {
    action: 'UPDATE',
    actor: { type: 'SERVICE', name: 'test' },
    changes: [password, hasPassword],
  };
  const changed = { action: 'UPDATE', actor: { type: 'SERVICE', name: 'test' }, changes: [password] };
  const customer = (version: number, nodes: readonly object[]) => ({
    customer: { id, version, shopper: { hasPassword: true }, events: { nodes } },
    userErrors: [],
  });
  expect(first).toEqual(customer(2, [created]));
  expect(second).toEqual(customer(3, [changed, created]));
  expect(await isPassword('correct horse', firstHash)).toBe(true);
  expect(await isPassword(' battery  staple ', await hashOf(id))).toBe(true);
});

test('a password is stored only as its hash, also with an idempotency key', async () => {
  const { id } = await addShopper(db, accountId);
  const password = `secret ${add.word()}`;
  const idempotencyKey = add.word();

  const first = await set({ by: { id: id }, password, idempotencyKey });
  const again = await set({ by: { id: id }, password, idempotencyKey });
  const other = await set({ by: { id: id }, password: 'another secret', idempotencyKey });

  expect(first.userErrors).toEqual([]);
  expect(again).toEqual(first);
  expect(faultsOf(other)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  const text = await allText(pool);
  expect(text).toContain(idempotencyKey);
  for (const secret of [password, ...['md5', 'sha1', 'sha256', 'sha512'].map(quick(password))].flat())
    expect(text).not.toContain(secret);
});

const quick = (text: string) => (algorithm: string) =>
  (['hex', 'base64', 'base64url'] as const).map((form) => createHash(algorithm).update(text).digest(form));

test('a dry run does not set the password', async () => {
  const { id } = await addShopper(db, accountId);
  const before = await everythingWritten(pool);

  const { customer } = await set({ by: { id: id }, password: 'x'.repeat(8), dryRun: true });

  expect(customer.shopper.hasPassword).toBe(true);
  expect(await everythingWritten(pool)).toBe(before);
});

const { id: shopper } = await addShopper(db, accountId);
const { id: noShopper } = await add.addCustomer(db, accountId);
const { id: foreign } = await addShopper(db, (await add.addAccount(db)).id);

test.for([
  ['a short password', { password: '😀😀😀😀😀😀😀' }, ['INVALID password']],
  ['a long password', { password: 'x'.repeat(257) }, ['TOO_LONG password']],
  ['a customer that is not a shopper', { by: { id: noShopper } }, ['INVALID by']],
  ['another account’s customer', { by: { id: foreign } }, ['NOT_FOUND by']],
  [
    'an unknown customer, and no password',
    { by: { id: newId('Customer') }, password: '' },
    ['INVALID password', 'NOT_FOUND by'],
  ],
  ['an id of another type', { by: { id: 'x' } }, ['INVALID by']],
] as const)('setting a password with %s is rejected', async ([, wrong, faults]) => {
  const before = await everythingWritten(pool);

  const result = await set({ by: { id: shopper }, password: 'long enough', ...wrong });

  expect(faultsOf(result)).toEqual(faults);
  expect(result.customer).toBeNull();
  expect(await everythingWritten(pool)).toBe(before);
});

test.for(['x'.repeat(8), '😀'.repeat(256)])('a password can have any characters: %s', async (password) => {
  const { id } = await addShopper(db, accountId);

  expect((await set({ by: { id: id }, password })).userErrors).toEqual([]);
});
