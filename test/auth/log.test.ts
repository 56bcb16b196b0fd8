import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { hashApiKey, newApiKey } from '../../src/auth/api-key.ts';
import { addApiKey } from '../../src/db/admin/api-key.ts';
import { createDb } from '../../src/db/client.ts';
import { addAccount, apiKeySecret, issued, openSigned, secret } from './gateway.ts';

const signed = await openSigned();
const { ask, pool, log } = signed;
const maintenance = createDb(pool);
const account = await addAccount(signed, 'ours');

const sign = (expires: string, key = secret) =>
  new SignJWT({ account, scope: 'customers:read', sub: 'tests', note: 'claim-of-somebody' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issued.issuer)
    .setAudience(issued.audience)
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(key));

test('no token, key, password or variable is logged', async () => {
  const key = newApiKey();
  const unknownKey = newApiKey();
  const hash = hashApiKey(key, apiKeySecret);
  await addApiKey(maintenance, {
    accountId: account,
    name: 'log',
    hash,
    scopes: ['customers:read'],
    expiresAt: null,
  });
  const tokens = [
    await sign('5m'),
    await sign('-5m'),
    await sign('5m', 'another secret of 32 bytes or more'),
  ];
  const basic = Buffer.from('somebody:password-of-somebody').toString('base64');
  const credentials = [
    ...tokens.map((token) => `Bearer ${token}`),
    `Bearer ${key}`,
    `Bearer ${unknownKey}`,
    `Bearer ${unknownKey}x`,
    `Basic ${basic}`,
    'Bearer garbage-of-somebody',
  ];
  const search =
    'query ($q: String, $by: CustomerIdentifier!) { customers(query: $q) { nodes { id } } customer(by: $by) { id } }';
  const variables = { q: 'variable-of-somebody', by: { shopperEmail: 'address-of-somebody@example.com' } };
  const queries = [search, '{ customer(by: { id: "literal-of-somebody" }) { id } }', '{ unknownOfSomebody }'];

  for (const each of credentials) for (const query of queries) await ask(each, query, variables);
  // The gateway's internal errors are logged with their details.
  await pool.query('alter table customers rename to gone');
  await ask(`Bearer ${tokens[0]}`, search, variables);
  await pool.query('alter table gone rename to customers');
  await pool.query('alter table api_keys rename to gone');
  await ask(`Bearer ${key}`, search, variables);
  await pool.query('alter table gone rename to api_keys');

  const lines = log.join('');
  expect(lines).toContain('"not signed in"');
  expect(lines).toContain('"unexpected error"');
  expect(lines).toContain('"verifying credentials failed"');
  const secrets = [secret, apiKeySecret, key, unknownKey, hash, basic, 'password', ...tokens];
  const parts = tokens.flatMap((token) => token.split('.').slice(1));
  for (const each of [...secrets, ...parts, 'OfSomebody', 'of-somebody', 'example.com'])
    expect(lines).not.toContain(each);
});
