import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSecretName, received, TooDeepError } from '../../../src/importers/mapping/received.ts';

test.each([
  ...['password', 'customer_password', 'passwordConfirmation', 'customer_token', 'payment_source_token'],
  ...[
    'token',
    'tokens',
    'accessToken',
    'client-secret',
    'API Key',
    'apiKey',
    'cvv',
    'card_number',
    'Authorization',
  ],
  ...[
    'shared_secret',
    'clientSecret',
    'PASSWORD',
    'accesstoken',
    'APIKey',
    'ResetPasswordTOKEN',
    'password2',
  ],
  ...['api.key', 'access_key_id', 'pwd', 'cvv2', 'PAN', 'token_value', 'customerpaymentsourcetoken'],
  ...[
    'passwordHash',
    'gateway_token',
    'payment_method_nonce',
    'paymentmethodnonce',
    'encryptedSecurityCode',
    'authorization_header',
  ],
])('%s is secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each([
  'has_password',
  'secretary',
  'service_level_token',
  'authorizations',
  'subscription_once',
  '_authorization_amount_cents',
  'serviceLevelToken',
  'company',
  'tokenizer',
  'span',
  'name',
])('%s is not secret', (name) => {
  expect(isSecretName(name)).toBe(false);
});

test('secrets are removed at any depth', () => {
  const document = { a: [{ password: 'x', b: { token: 'y', c: 1 } }], has_password: true };
  expect(received(document)).toEqual({ a: [{ b: { c: 1 } }], has_password: true });
});

test('texts that the database cannot store are replaced', () => {
  expect(received({ 'a\0': 'b\0\ud800c', d: '\ud83d\ude00' })).toEqual({
    'a\ufffd': 'b\ufffd\ufffdc',
    d: '\ud83d\ude00',
  });
});

test('a property named __proto__ is a property', () => {
  const copy = received(JSON.parse('{"__proto__": {"polluted": 1}}'));
  expect(Object.keys(copy as object)).toEqual(['__proto__']);
  expect('polluted' in (copy as object)).toBe(false);
});

test('a document that is nested too deeply fails', () => {
  const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  expect(received(nested(64))).toEqual(nested(64));
  expect(() => received(nested(65))).toThrow(TooDeepError);
  expect(() => received(nested(100_000))).toThrow(TooDeepError);
});

test('a document without secrets is kept', () => {
  const values = fc
    .jsonValue({ maxDepth: 4 })
    .filter((each) => !/pass|token|secret|\\u/i.test(JSON.stringify(each)));
  fc.assert(
    fc.property(values, (value) => {
      const before = JSON.parse(JSON.stringify(value));
      if (!/[\0\ud800-\udfff]/.test(JSON.stringify(value))) expect(received(before)).toEqual(before);
    }),
  );
});
