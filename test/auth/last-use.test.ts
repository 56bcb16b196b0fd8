import { afterEach, expect, test, vi } from 'vitest';
import { LastUse } from '../../src/auth/last-use.ts';
import { createCredentialStore } from '../../src/db/wire/credential.ts';
import { openTestDatabase } from '../database.ts';
import { insert } from '../db/sql-rows.ts';

const { pool, serving } = await openTestDatabase();
const store = createCredentialStore(serving);

const accounts = [await insert(pool, 'accounts'), await insert(pool, 'accounts')];

async function addUser(account_id: string, last_used_at: string | null = null) {
  const user_id = await insert(pool, 'users', { account_id });
  const accountUserId = await insert(pool, 'account_users', { account_id, user_id, last_used_at });
  return { accountId: account_id, accountUserId };
}

async function ageOf({ accountUserId }: { readonly accountUserId: string }): Promise<number | null> {
  const { rows } = await pool.query(
    'select extract(epoch from now() - last_used_at)::float as age from account_users where id = $1',
    [accountUserId],
  );
  return rows[0].age;
}

const viewer = (user: { readonly accountId: string; readonly accountUserId: string | null }) => ({
  ...user,
  scopes: [],
  caller: 'test',
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('the users of any accounts are touched in one statement', async () => {
  const users = await Promise.all([...accounts, ...accounts].map((account) => addUser(account)));

  await store.touchUsers(users);

  for (const user of users) expect(await ageOf(user)).toBeLessThan(60);
});

test.for([
  ['30 s ago', 30, false],
  ['61 s ago', 61, true],
  ['in the future', -3_600, true],
] as const)('a last use %s is replaced: %s', async ([, seconds, isReplaced]) => {
  const user = await addUser(accounts[0] ?? '', new Date(Date.now() - seconds * 1_000).toISOString());

  await store.touchUsers([user]);

  // A clock may be set back by a little between two statements.
  const age = (await ageOf(user)) ?? 0;
  expect(Math.abs(age) < 20, `${age} s ago`).toBe(isReplaced);
});

test('a user that a writer holds is left to the next call', async () => {
  const user = await addUser(accounts[0] ?? '');
  const writer = await pool.connect();
  await writer.query('begin');
  await writer.query('update account_users set status = status where id = $1', [user.accountUserId]);

  await store.touchUsers([user]);
  expect(await ageOf(user)).toBeNull();

  await writer.query('rollback');
  writer.release();
  await store.touchUsers([user]);
  expect(await ageOf(user)).not.toBeNull();
});

test('uses are gathered for a second, and noted once a minute for each user', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const advance = (ms: number) => {
    now += ms;
    vi.advanceTimersByTime(ms);
  };
  const touchUsers = vi.fn(async () => undefined);
  const lastUse = new LastUse({ touchUsers }, () => undefined);
  const [ada, bob] = ['acu_a', 'acu_b'].map((accountUserId) => ({ accountId: 'acc_a', accountUserId }));
  if (ada === undefined || bob === undefined) throw new Error('There are two users.');

  for (const user of [ada, bob, ada, { accountId: 'acc_a', accountUserId: null }]) lastUse.note(viewer(user));
  expect(touchUsers).not.toHaveBeenCalled();
  advance(1_000);
  lastUse.note(viewer(ada));
  advance(58_000);
  lastUse.note(viewer(ada));
  advance(1_000);
  expect(touchUsers.mock.calls).toEqual([[[ada, bob]]]);

  advance(1_000);
  lastUse.note(viewer(ada));
  advance(1_000);
  expect(touchUsers).toHaveBeenCalledTimes(2);
});

test('a use that could not be written is reported, and noted again with the next use', async () => {
  const touchUsers = vi.fn().mockRejectedValueOnce(new Error('read-only')).mockResolvedValue(undefined);
  const onFailure = vi.fn();
  const lastUse = new LastUse({ touchUsers }, onFailure);

  lastUse.note(viewer({ accountId: 'acc_a', accountUserId: 'acu_a' }));
  await expect.poll(() => onFailure.mock.calls.length, { timeout: 5_000 }).toBe(1);
  lastUse.note(viewer({ accountId: 'acc_a', accountUserId: 'acu_a' }));

  await expect.poll(() => touchUsers.mock.calls.length, { timeout: 5_000 }).toBe(2);
});
