import { expect, test, vi } from 'vitest';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { signToken } from '../../src/auth/token.ts';
import type { CredentialStore } from '../../src/db/wire/credential.ts';
import { SharedCache } from '../../src/shared-cache.ts';
import { secret, tokens } from './gateway.ts';

const newToken = (claims: { account?: string; sub?: string } = {}, seconds = 300) =>
  signToken(tokens, secret, { account: 'acc_a', scope: 'customers:read', sub: 'tests', ...claims }, seconds);

const everyone: CredentialStore = {
  findKeys: async (hashes) => hashes.map(() => undefined),
  touchKey: async () => undefined,
  findIdentities: async (identities) => identities.map(() => undefined),
  signIn: async () => undefined,
  touchUsers: async () => undefined,
  canSignIn: async (subjects) => subjects.map(({ accountId }) => accountId !== 'acc_none'),
};

/** Sign-in with a cache of this number of bytes and without a database. */
function signInWith(bytes: number) {
  const cache = new SharedCache(bytes);
  const authenticate = createAuthenticate(
    { tokens, apiKeySecret: undefined },
    everyone,
    () => undefined,
    cache,
  );
  return { cache, signIn: (token: string) => authenticate(`Bearer ${token}`) };
}

test('known tokens are limited in bytes, and an account cannot evict those of others', async () => {
  const { cache, signIn } = signInWith(200_000);
  const theirs = await newToken({ account: 'acc_b' });
  await signIn(theirs);

  for (let user = 0; user < 200; user += 1)
    await signIn(await newToken({ account: 'acc_a', sub: `${user}` }));
  expect(cache.bytesOf('acc_a')).toBeGreaterThan(40_000);
  expect(cache.bytesOf('acc_a')).toBeLessThanOrEqual(50_000);

  const verify = vi.spyOn(crypto.subtle, 'verify');
  await signIn(theirs);
  expect(verify).not.toHaveBeenCalled();
});

test('rejected tokens are not cached', async () => {
  const { cache, signIn } = signInWith(200_000);
  const forged = `${(await newToken()).slice(0, -6)}AAAAAA`;
  const rejected = [
    forged,
    await newToken({ account: 'acc_none' }),
    await newToken({ account: 'cus_a' }),
    await newToken({}, -60),
  ];

  for (const token of rejected) await expect(signIn(token)).rejects.toThrow();

  expect(cache.size).toBe(0);
});
