import { expect, test, vi } from 'vitest';
import { hashApiKey, newApiKey } from '../../src/auth/api-key.ts';
import { addApiKey, revokeApiKey } from '../../src/db/admin/api-key.ts';
import { createDb } from '../../src/db/client.ts';
import { addAccount, apiKeySecret, openSigned } from './gateway.ts';

const signed = await openSigned();
const { ask, pool, store } = signed;
const maintenance = createDb(pool);
const ours = await addAccount(signed, 'ours');
const theirs = await addAccount(signed, 'theirs');

interface Made {
  readonly id: string;
  readonly key: string;
}

let made = 0;

async function make({
  accountId = ours,
  scopes = ['customers:read'] as readonly string[],
  expiresAt = null as Date | null,
  secret = apiKeySecret,
  name = `key ${++made}`,
} = {}): Promise<Made> {
  const key = newApiKey();
  const added = await addApiKey(maintenance, {
    accountId,
    name,
    hash: hashApiKey(key, secret),
    scopes,
    expiresAt,
  });
  if (typeof added === 'string') throw new Error(added);
  return { id: added.id, key };
}

const statusOf = async ({ key }: Made) => (await ask(`Bearer ${key}`)).status;
const lastUsedAt = async ({ id }: Made): Promise<Date | null> =>
  (await pool.query('select last_used_at from api_keys where id = $1', [id])).rows[0].last_used_at;

test('an API key consists of ck_ and 32 random bytes, and is never repeated', () => {
  const keys = Array.from({ length: 100 }, newApiKey);

  expect(new Set(keys).size).toBe(100);
  for (const key of keys) {
    expect(key).toMatch(/^ck_[\w-]{43}$/);
    expect(Buffer.from(key.slice(3), 'base64url')).toHaveLength(32);
  }
});

test('a request with an API key acts as its account, with its scopes', async () => {
  const { key } = await make({ accountId: theirs, scopes: ['settings:write', 'customers:read', 'unknown'] });

  const { body } = await ask(
    `Bearer ${key}`,
    '{ viewer { account { name } accountUser { id } scopes } customers { nodes { name } } }',
  );

  expect(body).toEqual({
    data: {
      viewer: {
        account: { name: 'theirs' },
        accountUser: null,
        scopes: ['customers:read', 'settings:write'],
      },
      customers: { nodes: [{ name: 'theirs' }] },
    },
  });
});

test('an API key without the required scope gets an error that names the scope', async () => {
  const { key } = await make({ scopes: ['settings:write'] });

  const { status, body } = await ask(`Bearer ${key}`, '{ customer(by: { id: "x" }) { id } }');

  expect(status).toBe(200);
  expect(body).toEqual({
    errors: [
      expect.objectContaining({
        message: '`Query.customer` requires the scope `customers:read`.',
        path: ['customer'],
        extensions: { code: 'FORBIDDEN', scope: 'customers:read', requestId: expect.any(String) },
      }),
    ],
  });
});

test('only a keyed hash of the API key is stored', async () => {
  const { key, id } = await make();

  const { rows } = await pool.query(
    'select row_to_json(k)::text as row, hash from api_keys k where id = $1',
    [id],
  );

  expect(rows[0].hash).toMatch(/^[\w-]{43}$/);
  expect(rows[0].row).not.toContain(key.slice(3));
  expect(await ask(`Bearer ck_${rows[0].hash}`)).toMatchObject({ status: 401 });
});

test('a revoked API key is rejected from the next request on', async () => {
  const key = await make();
  expect(await statusOf(key)).toBe(200);

  await revokeApiKey(maintenance, key.id);

  expect(await statusOf(key)).toBe(401);
});

test('concurrent requests look their keys up in one statement', async () => {
  const keys = await Promise.all([make(), make(), make()]);
  const [revoked] = keys;
  await Promise.all(keys.map(statusOf));
  if (revoked) await revokeApiKey(maintenance, revoked.id);
  const lookUps = vi.spyOn(store, 'findKeys');

  expect(await Promise.all([...keys, ...keys].map(statusOf))).toEqual([401, 200, 200, 401, 200, 200]);

  expect(lookUps.mock.calls.map(([hashes]) => hashes.length)).toEqual([3]);
  lookUps.mockRestore();
});

test('an expired API key is rejected with 401', async () => {
  expect(await statusOf(await make({ expiresAt: new Date(Date.now() + 60_000) }))).toBe(200);
  expect(await statusOf(await make({ expiresAt: new Date(Date.now() - 1) }))).toBe(401);
});

test('two API keys with the same name can be live, so that one can replace the other', async () => {
  const old = await make({ name: 'rotated' });
  const next = await make({ name: 'rotated' });
  await expect(make({ name: 'rotated' })).rejects.toThrow('too many live keys');
  expect([await statusOf(old), await statusOf(next)]).toEqual([200, 200]);

  await revokeApiKey(maintenance, old.id);

  expect([await statusOf(old), await statusOf(next)]).toEqual([401, 200]);
});

test('an API key hashed with another secret is rejected with 401', async () => {
  expect(await statusOf(await make({ secret: 'another secret than the one of the gateway' }))).toBe(401);
});

test.for([newApiKey(), 'ck_', `ck_${'a'.repeat(42)}`, `ck_${'a'.repeat(44)}`, `CK_${'a'.repeat(43)}`])(
  '%s is rejected with 401',
  async (key) => {
    const { status, headers } = await ask(`Bearer ${key}`);

    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  },
);

test('the time of last use is stored at most once a minute', async () => {
  const key = await make();
  expect(await lastUsedAt(key)).toBeNull();
  await statusOf(key);
  await expect.poll(() => lastUsedAt(key)).toBeInstanceOf(Date);

  const used = await lastUsedAt(key);
  await statusOf(key);
  expect(await lastUsedAt(key)).toEqual(used);

  await pool.query(`update api_keys set last_used_at = last_used_at - interval '2 minutes' where id = $1`, [
    key.id,
  ]);
  await statusOf(key);
  await expect.poll(() => lastUsedAt(key)).not.toEqual(new Date((used?.getTime() ?? 0) - 120_000));
});

test('storing the time of last use delays no request, and a failure of it fails no request', async () => {
  const key = await make();
  const other = await pool.connect();
  await other.query('begin');
  await other.query('select from api_keys where id = $1 for update', [key.id]);

  expect(await statusOf(key)).toBe(200);

  expect(await lastUsedAt(key)).toBeNull();
  await other.query('rollback');
  other.release();
  await expect.poll(() => lastUsedAt(key)).toBeInstanceOf(Date);
});
