import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { hashPassword, maxWaitingHashes } from '../../../src/domain/shopper/password.ts';
import * as add from '../../builders.ts';
import { type Caller, openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';
import { addShopper } from './shoppers.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const password = 'correct horse';
const passwordHash = await hashPassword(password, { requester: { accountId, caller: 'test' } });

const hash = vi.spyOn(crypto, 'scrypt');
syncBuiltinESMExports();
const hashes = () => hash.mock.calls.length;

type Callback = (error: Error | null, key: Buffer) => void;

beforeEach(() => void hash.mockReset());
afterAll(() => {
  hash.mockRestore();
  syncBuiltinESMExports();
});

const signIn = (email: string, given = password, caller: Caller = us) =>
  mutate(caller, 'shopperSignIn', { email, password: given }, 'customerId');
const attempts = async () =>
  Number((await pool.query('select coalesce(sum(count), 0) as count from attempt_counts')).rows[0].count);

async function newShopper(values: { readonly discontinuedAt?: Date; readonly noPassword?: boolean } = {}) {
  const { noPassword, ...rest } = values;
  const { id: customerId, shopperEmail } = await addShopper(db, accountId);
  await db.customer.updateMany({ where: { id: customerId }, data: rest });
  if (!noPassword) await db.shopperCredential.create({ data: { accountId, customerId, passwordHash } });
  return { customerId, email: shopperEmail ?? '' };
}

/** As if this number of sign-ins had failed. */
async function failBefore(email: string, count: number): Promise<void> {
  const subject = crypto.createHash('sha256').update(email).digest('base64url');
  await db.attemptCount.create({ data: { accountId, kind: 'shopperSignIn', subject, count } });
}

test('the right password returns the customer’s id, writes nothing, and leaves no attempt', async () => {
  const { customerId, email } = await newShopper();
  const before = [await everythingWritten(pool), await attempts()];

  expect(await signIn(` ${email.toUpperCase()} `)).toEqual({ customerId, userErrors: [] });
  expect([await everythingWritten(pool), await attempts()]).toEqual(before);
});

test('all failures have the same response, the same statements and the same number of hashes', async () => {
  const { email } = await newShopper();
  const { email: discontinued } = await newShopper({ discontinuedAt: new Date() });
  const { email: withoutPassword } = await newShopper({ noPassword: true });
  const foreign = as((await add.addAccount(db)).id);
  const cases: readonly (readonly [string, string, Caller])[] = [
    [email, 'wrong horse', us],
    [email, '', us],
    [email, `${password} `, us],
    [email, 'x'.repeat(1_000), us],
    [discontinued, password, us],
    [withoutPassword, password, us],
    [`${add.word()}@example.com`, password, us],
    [email, password, foreign],
  ];
  const query = `mutation ($email: String!, $password: String!) {
    shopperSignIn(input: { email: $email, password: $password }) { customerId userErrors { code message path } } }`;

  const seen = [];
  for (const [to, given, caller] of cases) {
    hash.mockClear();
    const answer = JSON.stringify((await caller.execute(query, { email: to, password: given })).data);
    const statements = await caller.statementsOf(query, { email: to, password: given });
    seen.push(JSON.stringify({ answer, statements, hashes: hashes() }));
  }

  expect(seen[0]).toContain('SIGN_IN_FAILED');
  expect(JSON.parse(seen[0] ?? '').hashes).toBe(2);
  expect(new Set(seen).size).toBe(1);
});

test('after ten failures within 15 minutes, even the right password is rejected, without a hash', async () => {
  const { customerId, email } = await newShopper();
  const unknown = `${add.word()}@example.com`;
  for (const each of [email, unknown]) {
    await failBefore(each, 9);
    expect(faultsOf(await signIn(each, 'wrong horse'))).toEqual(['SIGN_IN_FAILED']);
  }
  hash.mockClear();
  const before = await attempts();

  const rejections = [await signIn(email), await signIn(unknown)];

  expect(rejections.map(faultsOf)).toEqual([['LIMIT_EXCEEDED email'], ['LIMIT_EXCEEDED email']]);
  expect(rejections[0]).toEqual(rejections[1]);
  expect([hashes(), await attempts()]).toEqual([0, before]);
  await pool.query(`update attempt_counts set started_at = started_at - interval '15 minutes'`);
  expect(await signIn(email)).toEqual({ customerId, userErrors: [] });
});

test('a new password ends the wait after failed sign-ins', async () => {
  const { customerId, email } = await newShopper();
  await failBefore(email, 10);
  expect(faultsOf(await signIn(email))).toEqual(['LIMIT_EXCEEDED email']);

  await mutate(us, 'shopperPasswordSet', { by: { id: customerId }, password: 'battery staple' });

  expect(await signIn(email, 'battery staple')).toEqual({ customerId, userErrors: [] });
});

test('of 20 concurrent wrong attempts for one email, ten are checked', async () => {
  hash.mockImplementation((...given: unknown[]) => {
    const done = given.at(-1) as Callback;
    setImmediate(() => done(null, Buffer.alloc(32)));
  });
  const { email } = await newShopper();

  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(email, 'wrong horse')));

  const codes = answers.flatMap(faultsOf).toSorted();
  expect(codes).toEqual([...Array(10).fill('LIMIT_EXCEEDED email'), ...Array(10).fill('SIGN_IN_FAILED')]);
  expect(hashes()).toBe(10);
});

test('a flood of sign-ins is rejected beyond a short queue, does not count as failed, and delays no reads', async () => {
  const waiting: Callback[] = [];
  hash.mockImplementation((...given: unknown[]) => void waiting.push(given.at(-1) as Callback));
  const before = await attempts();
  const query = `mutation ($email: String!) {
    shopperSignIn(input: { email: $email, password: "wrong horse" }) { userErrors { code } } }`;
  const codes: unknown[] = [];
  const answered: Promise<void>[] = [];
  const most = maxWaitingHashes + 1;
  await new Promise<void>((resolve) => {
    for (let each = 0; each < 2 * most; each += 1)
      answered.push(
        us.execute(query, { email: `${add.word()}@example.com` }).then(({ data, errors }) => {
          codes.push(errors?.[0]?.extensions.code ?? data.shopperSignIn.userErrors[0].code);
          if (codes.length === most) resolve();
        }),
      );
  });

  expect(codes).toEqual(Array(most).fill('OVERLOADED'));
  expect(await attempts()).toBe(before + most);
  expect((await us.execute('{ customers(first: 1) { nodes { id } } }')).errors).toBeUndefined();

  hash.mockImplementation((...given: unknown[]) => (given.at(-1) as Callback)(null, Buffer.alloc(32)));
  for (const done of waiting) done(null, Buffer.alloc(32));
  await Promise.all(answered);
  expect(codes.slice(most)).toEqual(Array(most).fill('SIGN_IN_FAILED'));
});

test.for([
  ['', 'REQUIRED email'],
  ['ada', 'INVALID email'],
  [`${'x'.repeat(250)}@example.com`, 'TOO_LONG email'],
] as const)('a sign-in with the email %s is rejected without a hash', async ([email, fault]) => {
  const before = await attempts();

  expect(faultsOf(await signIn(email))).toEqual([fault]);
  expect([hashes(), await attempts()]).toEqual([0, before]);
});
