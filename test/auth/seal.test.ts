import { expect, test } from 'vitest';
import { Seal } from '../../src/auth/seal.ts';

const secret = 'a secret of the tests, of 32 bytes or more';
const seal = new Seal(secret);
const later = () => Date.now() + 60_000;

test('a sealed value is opened by every process with the secret, and shows nothing of the value', () => {
  const sealed = { value: { credential: 'ck_abc' }, expiresAt: later() };
  const text = seal.seal('session', sealed);

  expect(new Seal(secret).open('session', text)).toEqual(sealed);
  expect(text).toMatch(/^[\w-]+$/);
  expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('ck_abc');
  expect(seal.seal('session', sealed)).not.toBe(text);
});

test('another secret, another purpose and any changed byte open nothing', () => {
  const text = seal.seal('session', { value: 'x', expiresAt: later() });
  const bytes = Buffer.from(text, 'base64url');

  expect(new Seal(`${secret}.`).open('session', text)).toBeUndefined();
  expect(seal.open('oidc', text)).toBeUndefined();
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(seal.open('session', changed.toString('base64url')), String(at)).toBeUndefined();
  }
  for (const length of bytes.keys())
    expect(seal.open('session', bytes.subarray(0, length).toString('base64url'))).toBeUndefined();
});

test('an expired value is not opened', () => {
  expect(
    seal.open('session', seal.seal('session', { value: 'x', expiresAt: Date.now() - 1 })),
  ).toBeUndefined();
});
