import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '../../../src/domain/shopper/password.ts';
import { createTurns } from '../../../src/domain/shopper/turns.ts';

test('a hash is its password’s and no other’s, and no two are alike', async () => {
  const password = ' pässwörd 😀 ';
  const [first, second] = await Promise.all([hashPassword(password), hashPassword(password)]);

  expect(first).toMatch(/^scrypt\$131072\$8\$1\$[\w+/]{22}==\$[\w+/]{43}=$/);
  expect(second).not.toBe(first);
  expect(await isPassword(password, first)).toBe(true);
  expect(await isPassword(password.trim(), first)).toBe(false);
});

test('a hash that cost less is read by what it cost', async () => {
  const stored = `scrypt$1024$8$1$${Buffer.from('salt').toString('base64')}$`;
  const { scryptSync } = await import('node:crypto');
  const hash = scryptSync('password', 'salt', 64, { N: 1024, r: 8, p: 1 }).toString('base64');

  expect(await isPassword('password', stored + hash)).toBe(true);
  expect(await isPassword('passwort', stored + hash)).toBe(false);
});

test('only as many as there are places work at once, the others in order, also after one that fails', async () => {
  const inTurn = createTurns(2);
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const work = (at: number) =>
    inTurn(async () => {
      begun.push(at);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (at === 0) throw new Error('no');
      return at;
    });

  const all = Promise.allSettled([0, 1, 2, 3].map(work));
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1]);
  ends[0]?.();
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1, 2]);
  ends[1]?.();
  ends[2]?.();
  await new Promise(setImmediate);
  ends[3]?.();

  expect((await all).map(({ status }) => status)).toEqual([
    ...['rejected', 'fulfilled', 'fulfilled', 'fulfilled'],
  ]);
});
