import { generateKeyPairSync } from 'node:crypto';
import { exportJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { insert } from '../db/sql-rows.ts';
import { addAccount, issued, openSigned, secret } from './gateway.ts';

const signed = await openSigned();
const { ask, pool } = signed;
const ours = await addAccount(signed, 'ours');
const theirs = await addAccount(signed, 'theirs');

const now = Math.floor(Date.now() / 1_000);
const good = {
  iss: issued.issuer,
  aud: issued.audience,
  exp: now + 300,
  account: ours,
  scope: 'customers:read',
  sub: 'tests',
};

function sign(claims: JWTPayload, { alg = 'HS256', key = secret, kid = '' } = {}): Promise<string> {
  const header = kid === '' ? { alg } : { alg, kid };
  return new SignJWT(claims).setProtectedHeader(header).sign(new TextEncoder().encode(key));
}

const without = (claim: keyof typeof good): JWTPayload =>
  Object.fromEntries(Object.entries(good).filter(([name]) => name !== claim));

test('a request with a valid token acts as its account, with its scopes', async () => {
  const { status, body } = await ask(
    `Bearer ${await sign(good)}`,
    '{ viewer { account { name } accountUser { id } scopes } customers { nodes { name } } }',
  );

  expect(status).toBe(200);
  expect(body).toEqual({
    data: {
      viewer: { account: { name: 'ours' }, accountUser: null, scopes: ['customers:read'] },
      customers: { nodes: [{ name: 'ours' }] },
    },
  });
});

test('the token determines the account: rows of other accounts are not visible', async () => {
  const { rows } = await pool.query<{ id: string }>('select id from customers where account_id = $1', [
    theirs,
  ]);

  const { body } = await ask(
    `Bearer ${await sign(good)}`,
    'query ($account: ID!, $customer: ID!) { account: node(id: $account) { id } customer: node(id: $customer) { id } }',
    { account: theirs, customer: rows[0]?.id },
  );

  expect(body).toEqual({ data: { account: null, customer: null } });
});

test('an unknown scope name grants nothing', async () => {
  const token = await sign({ ...good, scope: 'openid customers:write customers:delete  customers:read' });

  const { body } = await ask(`Bearer ${token}`);

  expect(body.data.viewer.scopes).toEqual(['customers:read', 'customers:write']);
});

test('a token without scopes can read its own identity', async () => {
  const { body } = await ask(`Bearer ${await sign(without('scope'))}`);

  expect(body).toEqual({ data: { viewer: { scopes: [] } } });
});

test('the subject is the id of the signed-in account user', async () => {
  const user_id = await insert(pool, 'users', { account_id: ours });
  const sub = await insert(pool, 'account_users', { account_id: ours, user_id });

  const { body } = await ask(`Bearer ${await sign({ ...good, sub })}`, '{ viewer { accountUser { id } } }');

  expect(body).toEqual({ data: { viewer: { accountUser: { id: sub } } } });
});

test('the scheme is case-insensitive', async () => {
  expect(await ask(`bearer ${await sign(good)}`)).toMatchObject({ status: 200 });
});

test('times are accepted with a tolerance of 30 seconds, for clock differences', async () => {
  expect(await ask(`Bearer ${await sign({ ...good, exp: now - 20 })}`)).toMatchObject({ status: 200 });
  expect(await ask(`Bearer ${await sign({ ...good, nbf: now + 20 })}`)).toMatchObject({ status: 200 });
});

/** A public key, used as the shared secret. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

const disabledUser = async () => {
  const user_id = await insert(pool, 'users', { account_id: ours });
  return insert(pool, 'account_users', { account_id: ours, user_id, status: 'DISABLED' });
};
const theirUser = async () => {
  const user_id = await insert(pool, 'users', { account_id: theirs });
  return insert(pool, 'account_users', { account_id: theirs, user_id });
};

const bad: Readonly<Record<string, () => Promise<string> | string>> = {
  'a wrong issuer': async () => `Bearer ${await sign({ ...good, iss: 'https://issuer.test' })}`,
  'no issuer': async () => `Bearer ${await sign(without('iss'))}`,
  'a wrong audience': async () => `Bearer ${await sign({ ...good, aud: ['another'] })}`,
  'no audience': async () => `Bearer ${await sign(without('aud'))}`,
  'alg none': () =>
    `Bearer ${new UnsecuredJWT(good).setIssuer(issued.issuer).setAudience(issued.audience).encode()}`,
  'alg none and a signature': async () => {
    const [, payload, signature] = (await sign(good)).split('.');
    return `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.${signature}`;
  },
  'an exp in the past': async () => `Bearer ${await sign({ ...good, exp: now - 60 })}`,
  'an nbf in the future': async () => `Bearer ${await sign({ ...good, nbf: now + 60 })}`,
  'no exp': async () => `Bearer ${await sign(without('exp'))}`,
  'an exp that is not a number': async () => `Bearer ${await sign({ ...good, exp: 'never' as never })}`,
  'a public key as the secret': async () => `Bearer ${await sign(good, { key: pem })}`,
  'the signature of a private key': async () =>
    `Bearer ${await new SignJWT(good).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)}`,
  'its own key in the header': async () => {
    const jwk = await exportJWK(publicKey);
    return `Bearer ${await new SignJWT(good).setProtectedHeader({ alg: 'RS256', jwk }).sign(privateKey)}`;
  },
  'another secret': async () =>
    `Bearer ${await sign(good, { key: 'another secret, which is long enough too' })}`,
  'another algorithm': async () => `Bearer ${await sign(good, { alg: 'HS512', key: secret.repeat(2) })}`,
  'modified claims': async () => {
    const [header, , signature] = (await sign(good)).split('.');
    const payload = Buffer.from(JSON.stringify({ ...good, account: theirs })).toString('base64url');
    return `Bearer ${header}.${payload}.${signature}`;
  },
  'an account that does not exist': async () =>
    `Bearer ${await sign({ ...good, account: 'acc_00000000000000000000000000000000' })}`,
  'an account that is not an id': async () => `Bearer ${await sign({ ...good, account: `${ours}'--` })}`,
  'an account as a list': async () => `Bearer ${await sign({ ...good, account: [ours] })}`,
  'no account': async () => `Bearer ${await sign(without('account'))}`,
  'no subject': async () => `Bearer ${await sign(without('sub'))}`,
  'scopes as a list': async () => `Bearer ${await sign({ ...good, scope: ['customers:read'] })}`,
  "another account's user": async () => `Bearer ${await sign({ ...good, sub: await theirUser() })}`,
  'a disabled user': async () => `Bearer ${await sign({ ...good, sub: await disabledUser() })}`,
  'a user with U+0000': async () => `Bearer ${await sign({ ...good, sub: 'acu_\0' })}`,
  garbage: () => 'Bearer garbage',
  'three parts of garbage': () => 'Bearer e30.e30.e30',
  'an empty header': () => '',
  'a token without a scheme': () => sign(good),
  'Basic auth': () => `Basic ${Buffer.from('user:password').toString('base64')}`,
  'two headers': async () => `Bearer ${await sign(good)}, Bearer ${await sign(good)}`,
  'two tokens': async () => `Bearer ${await sign(good)} ${await sign(good)}`,
};

test.for(Object.entries(bad))('%s is rejected with 401', async ([, authorization]) => {
  const { status, headers, body } = await ask(await authorization());

  expect(status).toBe(401);
  expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  expect(body).toEqual({
    errors: [
      {
        message:
          'The token or API key is invalid, expired or revoked; the log of the gateway has the reason under the request id.',
        extensions: { code: 'UNAUTHENTICATED', requestId: headers.get('x-request-id') },
      },
    ],
  });
});

test('the reason is logged with the request id', async () => {
  const { body } = await ask(`Bearer ${await sign({ ...good, exp: now - 60 })}`);

  const line = signed.log.find((each) => each.includes(body.errors[0].extensions.requestId));
  expect(JSON.parse(line ?? '{}')).toMatchObject({
    msg: 'not signed in',
    reason: 'a token that was refused: ERR_JWT_EXPIRED (exp)',
  });
});

test('an API key is rejected if keys are not accepted, and a token if tokens are not', async () => {
  const onlyTokens = await openSigned({ apiKeySecret: undefined });
  const onlyKeys = await openSigned({ tokens: undefined });

  expect(await onlyTokens.ask(`Bearer ck_${'a'.repeat(43)}`)).toMatchObject({ status: 401 });
  expect(await onlyKeys.ask(`Bearer ${await sign(good)}`)).toMatchObject({ status: 401 });
});
