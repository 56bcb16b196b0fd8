import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '../../../src/domain/shopper/password.ts';

const requester = { accountId: 'acc_1', caller: 'test' };

test('a hash matches only its password, and hashing twice gives different hashes', async () => {
  const password = ' pässwörd 😀 ';
  const [first, second] = await Promise.all([
    hashPassword(password, { requester }),
    hashPassword(password, { requester }),
  ]);

  expect(first).toMatch(/^scrypt\$65536\$8\$2\$[\w+/]{22}==\$[\w+/]{43}=$/);
  expect(second).not.toBe(first);
  expect(await isPassword(password, first)).toBe(true);
  expect(await isPassword(password.trim(), first)).toBe(false);
});

test('a hash with a lower cost is verified with its own cost', async () => {
  const stored = `scrypt$1024$8$1$${Buffer.from('salt').toString('base64')}$`;
  const { scryptSync } = await import('node:crypto');
  const hash = scryptSync('password', 'salt', 64, { N: 1024, r: 8, p: 1 }).toString('base64');

  expect(await isPassword('password', stored + hash)).toBe(true);
  expect(await isPassword('passwort', stored + hash)).toBe(false);
});
