import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hashApiKey, newApiKey } from '../../src/auth/api-key.ts';
import { signToken } from '../../src/auth/token.ts';
import { statements } from '../../src/db/wire/connection.ts';
import { insert } from '../db/sql-rows.ts';
import { addAccount, apiKeySecret, openSigned, secret, tokens } from './gateway.ts';

const signed = await openSigned();
const { ask, pool } = signed;
const account = await addAccount(signed, 'ours');

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const setWallClock = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);

function advanceMonotonicClock(seconds: number): void {
  const { now } = performance;
  vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + seconds * 1_000);
}

/** A user, and a token for five minutes. */
async function addUser() {
  const user_id = await insert(pool, 'users', { account_id: account });
  const sub = await insert(pool, 'account_users', { account_id: account, user_id });
  const token = await signToken(tokens, secret, { account, scope: 'customers:read', sub }, 300);
  const disable = () => pool.query("update account_users set status = 'DISABLED' where id = $1", [sub]);
  return { status: async () => (await ask(`Bearer ${token}`)).status, disable };
}

test.for([
  ['runs on', 5],
  ['is set back by an hour', -3_600],
  ['is set forward by a minute', 60],
] as const)('a disabled user is rejected within 5 s when the wall clock %s', async ([, seconds]) => {
  const { status, disable } = await addUser();
  expect(await status()).toBe(200);
  await disable();

  setWallClock(seconds);
  advanceMonotonicClock(5);

  expect(await status()).toBe(401);
});

test('a token that was checked a moment ago expires by the wall clock', async () => {
  const { status } = await addUser();
  expect(await status()).toBe(200);

  setWallClock(331);

  expect(await status()).toBe(401);
});

async function addKey() {
  const key = newApiKey();
  const hash = hashApiKey(key, apiKeySecret);
  const id = await insert(pool, 'api_keys', { account_id: account, name: key, hash, scopes: '{}' });
  const status = async () => (await ask(`Bearer ${key}`)).status;
  return { id, status };
}

test('a revoked API key is rejected immediately after the wall clock was set back', async () => {
  const { id, status } = await addKey();
  expect(await status()).toBe(200);
  await pool.query('update api_keys set revoked_at = now() where id = $1', [id]);

  setWallClock(-3_600);

  expect(await status()).toBe(401);
});

test('the last use of an API key is stored while the clock is behind, but not with each request', async () => {
  const { id, status } = await addKey();
  await pool.query(`update api_keys set last_used_at = now() - interval '2 minutes' where id = $1`, [id]);
  let touches = 0;
  const count = (message: unknown) => {
    if ((message as { readonly text: string }).text.includes('apiKeyTouch')) touches += 1;
  };
  statements.subscribe(count);

  setWallClock(-3_600);
  for (let times = 0; times < 4; times += 1) expect(await status()).toBe(200);
  statements.unsubscribe(count);

  expect(touches).toBeGreaterThanOrEqual(1);
  expect(touches).toBeLessThanOrEqual(2);
});
