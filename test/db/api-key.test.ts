import { expect, test } from 'vitest';
import { addApiKey, listApiKeys, revokeApiKey } from '../../src/db/admin/api-key.ts';
import { createDb } from '../../src/db/client.ts';
import { createCredentialStore } from '../../src/db/wire/credential.ts';
import { openTestDatabase } from '../database.ts';
import { openOwnedDatabase } from '../owned-database.ts';
import { insert } from './sql-rows.ts';

const { pool } = await openTestDatabase();
const maintenance = createDb(pool);
const store = createCredentialStore(pool);
const accountId = await insert(pool, 'accounts');
const key = { accountId, scopes: ['customers:read'], expiresAt: null };

test('at most two live keys of a name can be added concurrently', async () => {
  const adding = ['a', 'b', 'c', 'd'].map((hash) =>
    addApiKey(maintenance, { ...key, name: 'at once', hash }),
  );

  const added = await Promise.all(adding);

  expect(added.filter((each) => each === 'too many live keys')).toHaveLength(2);
});

test('a revoked or expired key does not count, and each name has its own limit', async () => {
  const add = (hash: string, expiresAt: Date | null = null) =>
    addApiKey(maintenance, { ...key, name: 'room', hash, expiresAt });
  const first = await add('room 1');
  await add('room 2', new Date(Date.now() - 1_000));
  await add('room 3');
  expect(await add('room 4')).toBe('too many live keys');
  expect(await addApiKey(maintenance, { ...key, name: 'another room', hash: 'room 4' })).toHaveProperty('id');

  await revokeApiKey(maintenance, typeof first === 'string' ? first : first.id);

  expect(await add('room 5')).toHaveProperty('id');
});

test('a key for an unknown account is rejected, and nothing is written', async () => {
  expect(await addApiKey(maintenance, { ...key, accountId: 'acc_none', name: 'none', hash: 'none' })).toBe(
    'no such account',
  );
  expect(await listApiKeys(maintenance, 'acc_none')).toBeUndefined();
  expect(await store.findKeys(['none'])).toEqual([undefined]);
});

test('a key is revoked once and keeps the time of the first revocation', async () => {
  const id = await insert(pool, 'api_keys', { account_id: accountId });
  expect(await revokeApiKey(maintenance, id)).toBe(true);
  const revoked = (await listApiKeys(maintenance, accountId))?.find((each) => each.id === id);

  expect(await revokeApiKey(maintenance, id)).toBe(true);

  expect((await listApiKeys(maintenance, accountId))?.find((each) => each.id === id)).toEqual(revoked);
  expect(await revokeApiKey(maintenance, 'key_none')).toBe(false);
});

test('keys are returned in the order of their hashes, without revoked and unknown ones', async () => {
  const first = await insert(pool, 'api_keys', { account_id: accountId, name: 'first', hash: 'first' });
  const second = await insert(pool, 'api_keys', { account_id: accountId, name: 'second', hash: 'second' });
  const revoked = await insert(pool, 'api_keys', { account_id: accountId, name: 'gone', hash: 'gone' });
  await revokeApiKey(maintenance, revoked);

  const found = await store.findKeys(['second', 'unknown', 'first', 'gone', 'second']);

  expect(found.map((each) => each?.id)).toEqual([second, undefined, first, undefined, second]);
});

test('the time of last use is written at most once a minute', async () => {
  const lastUsedAt = (seconds: number) => new Date(Date.now() - seconds * 1_000);
  const fresh = lastUsedAt(50);
  const id = await insert(pool, 'api_keys', { account_id: accountId, hash: 'touched', last_used_at: fresh });
  await store.touchKey(id);
  expect((await store.findKeys(['touched']))[0]?.lastUsedAt).toEqual(fresh);

  await pool.query('update api_keys set last_used_at = $2 where id = $1', [id, lastUsedAt(70)]);
  await store.touchKey(id);

  expect((await store.findKeys(['touched']))[0]?.lastUsedAt?.getTime()).toBeGreaterThan(fresh.getTime());
});

test('the functions for sign-in run as the owner, with a search path that other roles cannot write to', async () => {
  const { rows } = await pool.query<{ definer: boolean; config: readonly string[] }>(
    `select prosecdef as definer, proconfig as config from pg_proc
    where proname in ('api_key_lookup', 'api_key_touch', 'account_exists', 'account_user_is_active')`,
  );

  expect(rows).toEqual(Array(4).fill({ definer: true, config: ['search_path=public, pg_temp'] }));
});

test('under row-level security, the serving role can run the sign-in functions only', async () => {
  const { pool: owner, serving } = await openOwnedDatabase();
  const account_id = await insert(owner, 'accounts');
  const user_id = await insert(owner, 'users', { account_id });
  const user = await insert(owner, 'account_users', { account_id, user_id });
  const id = await insert(owner, 'api_keys', { account_id, hash: 'served' });
  const served = createCredentialStore(serving);

  expect(await served.findKeys(['served'])).toMatchObject([{ id, accountId: account_id, lastUsedAt: null }]);
  await served.touchKey(id);
  expect(await served.findKeys(['served'])).toMatchObject([{ lastUsedAt: expect.any(Date) }]);
  const subjects = [
    { accountId: account_id, accountUserId: 'acu_none' },
    { accountId: account_id, accountUserId: user },
    { accountId: 'acc_none', accountUserId: null },
    { accountId: account_id, accountUserId: null },
    { accountId: 'acc_none', accountUserId: user },
  ];
  expect(await served.canSignIn(subjects)).toEqual([false, true, false, true, false]);
  expect((await serving.query('select from accounts')).rowCount).toBe(0);
  await expect(serving.query('select from api_keys')).rejects.toThrow('permission denied for table api_keys');
});

test('only roles with the grant can run the functions', async () => {
  const { rows } = await pool.query<{ name: string; granted: readonly string[] }>(
    `select proname as name, array_agg(coalesce(rolname, 'public')::text order by 1) as granted
    from pg_proc, aclexplode(proacl) left join pg_roles on pg_roles.oid = grantee
    where proname in ('api_key_lookup', 'api_key_touch', 'account_exists', 'account_user_is_active')
      and grantee <> proowner
    group by 1`,
  );

  expect(rows.map(({ granted }) => granted)).toEqual(Array(4).fill(['customer_gateway']));
});
