import { expect, onTestFinished, test, vi } from 'vitest';
import { hashApiKey, newApiKey } from '../../src/auth/api-key.ts';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { addApiKey, revokeApiKey } from '../../src/db/admin/api-key.ts';
import { createDb } from '../../src/db/client.ts';
import { createCredentialStore } from '../../src/db/wire/credential.ts';
import { defaultLimits } from '../../src/limits.ts';
import { createLog } from '../../src/log.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { listen } from '../../src/server/listen.ts';
import { addAccount, apiKeySecret, openSigned, signToken, tokens } from './gateway.ts';

const signed = await openSigned();
const { pool, serving } = signed;
const maintenance = createDb(pool);
const account = await addAccount(signed, 'ours');

/** A gateway that allows three failed sign-ins of an address per minute, and the number of its key lookups. */
async function serve(failedSignIns = 3) {
  const store = createCredentialStore(serving);
  const findKeys = vi.spyOn(store, 'findKeys');
  const gateway = createGateway({
    db: createDb(serving),
    viewer: createAuthenticate({ tokens, apiKeySecret }, store, () => undefined),
    log: createLog('silent'),
    checkReady: async () => undefined,
    limits: { ...defaultLimits, failedSignIns },
    trustProxy: ['loopback'],
  });
  const { url, stop } = await listen(gateway, 0, '127.0.0.1');
  onTestFinished(() => stop(0));
  const post = (credential: string, from: string) =>
    fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${credential}`,
        'x-forwarded-for': `203.0.113.200, ${from}`,
      },
      body: '{"query":"{ viewer { scopes } }"}',
    });
  const statusOf = async (credential: string, from = '203.0.113.1') => {
    const response = await post(credential, from);
    await response.text();
    return response.status;
  };
  return { post, statusOf, findKeys };
}

async function addKey() {
  const key = newApiKey();
  const added = await addApiKey(maintenance, {
    accountId: account,
    name: key.slice(0, 20),
    hash: hashApiKey(key, apiKeySecret),
    scopes: ['customers:read'],
    expiresAt: null,
  });
  if (typeof added === 'string') throw new Error(added);
  return { key, id: added.id };
}

/** Tries keys that do not exist until the address is blocked. */
async function block(statusOf: (credential: string, from?: string) => Promise<number>, from?: string) {
  const statuses = [];
  for (let each = 0; each < 6; each += 1) statuses.push(await statusOf(newApiKey(), from));
  expect(statuses.slice(0, 3)).toEqual([401, 401, 401]);
  expect(statuses.at(-1)).toBe(429);
}

test('an address over its limit of failed sign-ins is rejected without a lookup, with a Retry-After header', async () => {
  const { post, statusOf, findKeys } = await serve();
  await block(statusOf);
  findKeys.mockClear();

  const response = await post(newApiKey(), '203.0.113.1');

  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await response.json()).errors[0].extensions.code).toBe('LIMIT_EXCEEDED');
  expect(findKeys).not.toHaveBeenCalled();
});

test('parallel failed sign-ins are limited like sequential ones', async () => {
  const { statusOf, findKeys } = await serve();

  const statuses = await Promise.all(Array.from({ length: 50 }, () => statusOf(newApiKey())));

  expect(findKeys.mock.calls.flatMap(([hashes]) => hashes).length).toBeLessThanOrEqual(4);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(46);
});

test('many valid credentials of an address can sign in for the first time concurrently', async () => {
  const { statusOf } = await serve();
  const keys = await Promise.all(Array.from({ length: 12 }, addKey));

  expect(await Promise.all(keys.map(({ key }) => statusOf(key)))).toEqual(Array(12).fill(200));
});

test('a blocked address is served with credentials that were valid before, until they are revoked', async () => {
  const { statusOf } = await serve();
  const { key, id } = await addKey();
  expect(await statusOf(key)).toBe(200);
  await block(statusOf);

  expect(await statusOf(key)).toBe(200);
  await revokeApiKey(maintenance, id);
  expect(await statusOf(key)).toBe(401);
});

test('a blocked address is served with new tokens of callers that signed in from it before', async () => {
  const { statusOf } = await serve();
  expect(await statusOf(await signToken(account, 'customers:read'))).toBe(200);
  await block(statusOf);

  expect(await statusOf(await signToken(account, 'customers:read settings:write'))).toBe(200);
});

test('other addresses are not blocked; the addresses of an IPv6 network count as one', async () => {
  const { statusOf } = await serve();
  await block(statusOf, '2001:db8:1:2::1');

  expect(await statusOf(newApiKey(), '2001:db8:1:2:ffff::9')).toBe(429);
  expect(await statusOf(newApiKey(), '2001:db8:1:3::1')).toBe(401);
  expect(await statusOf(newApiKey(), '203.0.113.7')).toBe(401);
});

test('repeating one invalid credential causes a single lookup and does not block the address', async () => {
  const { statusOf, findKeys } = await serve();
  const key = newApiKey();

  const statuses = [];
  for (let each = 0; each < 10; each += 1) statuses.push(await statusOf(key));

  expect(statuses).toEqual(Array(10).fill(401));
  expect(findKeys).toHaveBeenCalledTimes(1);
});

test('a key is accepted as soon as it is created', async () => {
  const { statusOf } = await serve();
  await statusOf(newApiKey());

  expect(await statusOf((await addKey()).key)).toBe(200);
});
