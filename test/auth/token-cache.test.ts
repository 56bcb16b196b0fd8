import { jwtVerify } from 'jose';
import { expect, test, vi } from 'vitest';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { signToken } from '../../src/auth/token.ts';
import type { CredentialStore } from '../../src/db/credential.ts';
import { SharedCache } from '../../src/shared-cache.ts';
import { secret, tokens } from './gateway.ts';

vi.mock('jose', { spy: true });

const verify = vi.mocked(jwtVerify);

const newToken = (claims: { account?: string; sub?: string } = {}, seconds = 300) =>
  signToken(tokens, secret, { account: 'acc_a', scope: 'customers:read', sub: 'tests', ...claims }, seconds);

const everyone: CredentialStore = {
  findKeys: async (hashes) => hashes.map(() => undefined),
  touchKey: async () => undefined,
  canSignIn: async (subjects) => subjects.map(({ accountId }) => accountId !== 'acc_none'),
};

/** Sign-in with a cache of this number of bytes, without a database. */
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

test('known tokens are bounded in bytes, and an account cannot evict those of others', async () => {
  const { cache, signIn } = signInWith(200_000);
  const theirs = await newToken({ account: 'acc_b' });
  await signIn(theirs);

  for (let user = 0; user < 200; user += 1)
    await signIn(await newToken({ account: 'acc_a', sub: `${user}` }));
  expect(cache.bytesOf('acc_a')).toBeGreaterThan(40_000);
  expect(cache.bytesOf('acc_a')).toBeLessThanOrEqual(50_000);

  verify.mockClear();
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
