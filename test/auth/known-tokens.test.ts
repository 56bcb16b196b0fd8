import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signToken } from '../../src/auth/token.ts';
import type { CredentialStore } from '../../src/db/wire/credential.ts';
import { insert } from '../db/sql-rows.ts';
import { addAccount, openSigned, secret, tokens } from './gateway.ts';

const signed = await openSigned();
const { ask, pool, store } = signed;
const account = await addAccount(signed, 'ours');
let verify = vi.spyOn(crypto.subtle, 'verify');
const { now } = performance;
let advancedMs = 0;

beforeEach(() => {
  advancedMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + advancedMs);
  vi.useFakeTimers({ toFake: ['Date'] });
  verify = vi.spyOn(crypto.subtle, 'verify');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function advance(seconds: number): void {
  advancedMs += seconds * 1_000;
  vi.setSystemTime(Date.now() + seconds * 1_000);
}

const newToken = (claims: { account?: string; sub?: string } = {}, seconds = 300) =>
  signToken(tokens, secret, { account, scope: 'customers:read', sub: 'tests', ...claims }, seconds);

const statusOf = async (token: string) => (await ask(`Bearer ${token}`)).status;

async function addUser() {
  const user_id = await insert(pool, 'users', { account_id: account });
  return insert(pool, 'account_users', { account_id: account, user_id });
}

/** Holds the store's lookups until `release` is called. */
function holdLookUps(target: CredentialStore) {
  const { canSignIn } = target;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const spy = vi.spyOn(target, 'canSignIn').mockImplementation(async (subjects) => {
    await held;
    return canSignIn(subjects);
  });
  return { spy, release: () => release() };
}

test('a signature is verified once until the token expires', async () => {
  const token = await newToken({}, 60);

  for (let request = 0; request < 10; request += 1) {
    expect(await statusOf(token)).toBe(200);
    advance(8);
  }
  expect(verify).toHaveBeenCalledTimes(1);
  advance(11);

  expect(await statusOf(token)).toBe(401);
});

test('a signature is verified once for concurrent requests', async () => {
  const token = await newToken({ sub: 'concurrent' });

  expect(await Promise.all(Array.from({ length: 10 }, () => statusOf(token)))).toEqual(Array(10).fill(200));

  expect(verify).toHaveBeenCalledTimes(1);
});

test('the revocation of many tokens is looked up in one statement', async () => {
  const users = await Promise.all(Array.from({ length: 10 }, addUser));
  const all = await Promise.all(users.map((sub) => newToken({ sub })));
  await Promise.all(all.map(statusOf));
  await pool.query("update account_users set status = 'DISABLED' where id = $1", [users[3]]);
  const lookUps = vi.spyOn(store, 'canSignIn');

  advance(5);
  const statuses = await Promise.all(all.map(statusOf));

  expect(statuses).toEqual(users.map((_user, index) => (index === 3 ? 401 : 200)));
  expect(lookUps).toHaveBeenCalledTimes(1);
  expect(verify).toHaveBeenCalledTimes(10);
});

test('a check is renewed in the background after 4 s, and awaited after 5 s', async () => {
  const token = await newToken({ sub: 'renewed' });
  await statusOf(token);
  const { spy, release } = holdLookUps(store);

  advance(4.2);
  expect(await statusOf(token)).toBe(200);
  await expect.poll(() => spy.mock.calls.length).toBe(1);

  advance(0.8);
  let isAnswered = false;
  const late = statusOf(token).finally(() => {
    isAnswered = true;
  });
  expect(await statusOf(await newToken({ sub: '' }))).toBe(401);
  expect(isAnswered).toBe(false);
  release();

  expect(await late).toBe(200);
  expect(spy).toHaveBeenCalledTimes(1);
});

test('a check that began more than 5 s ago is repeated', async () => {
  const sub = await addUser();
  const token = await newToken({ sub });
  await statusOf(token);
  const { spy, release } = holdLookUps(store);
  advance(4.2);
  await statusOf(token);
  await expect.poll(() => spy.mock.calls.length).toBe(1);

  advance(5.1);
  const late = statusOf(token);
  release();

  expect(await late).toBe(200);
  expect(spy).toHaveBeenCalledTimes(2);
});

test('a token that was rejected in the background is verified like a new one', async () => {
  const sub = await addUser();
  const token = await newToken({ sub });
  await statusOf(token);
  await pool.query("update account_users set status = 'DISABLED' where id = $1", [sub]);
  const lookUps = vi.spyOn(store, 'canSignIn');
  advance(4.2);
  await statusOf(token);
  await expect.poll(() => lookUps.mock.settledResults[0]?.type).toBe('fulfilled');

  expect(await statusOf(token)).toBe(401);
  expect(await statusOf(token)).toBe(401);
  await pool.query("update account_users set status = 'ACTIVE' where id = $1", [sub]);
  expect(await statusOf(token)).toBe(200);
});

test('a failed lookup leads to a 503 after 5 s, and not before', async () => {
  const token = await newToken({ sub: 'outage' });
  await statusOf(token);
  const lookUps = vi
    .spyOn(store, 'canSignIn')
    .mockRejectedValue(Object.assign(new Error('the database is shutting down'), { code: '57P01' }));

  advance(4.2);
  expect(await statusOf(token)).toBe(200);
  await expect.poll(() => lookUps.mock.settledResults[0]?.type).toBe('rejected');
  expect(await statusOf(token)).toBe(200);
  advance(0.8);
  expect(await statusOf(token)).toBe(503);

  lookUps.mockRestore();
  expect(await statusOf(token)).toBe(200);
  expect(verify).toHaveBeenCalledTimes(1);
});
