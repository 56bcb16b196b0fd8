import { SignJWT } from 'jose';
import { afterEach, expect, test, vi } from 'vitest';
import { addAccount, issued, openSigned } from './gateway.ts';
import { makeKey, openKeyServer, openWithKeys } from './key-server.ts';

const minutesLater = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
afterEach(() => void vi.useRealTimers());

test.for(['RS256', 'PS256', 'ES256', 'EdDSA'])(
  'a token signed by %s with a key of the set is accepted',
  async (alg) => {
    const pair = await makeKey('one', alg);
    const { statusWith } = await openWithKeys(pair);

    expect(await statusWith(pair)).toBe(200);
  },
);

test('the key set is fetched once for many tokens, and not before the first token', async () => {
  const pair = await makeKey('one', 'ES256');
  const { statusWith, server } = await openWithKeys(pair);
  expect(server.fetched).toBe(0);

  expect(await Promise.all(Array.from({ length: 5 }, () => statusWith(pair)))).toEqual(Array(5).fill(200));

  expect(server.fetched).toBe(1);
});

test('an unknown key id in a token causes a fetch, which also removes withdrawn keys', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const old = await makeKey('old', 'ES256');
  const next = await makeKey('next', 'ES256');
  const { statusWith, server } = await openWithKeys(old);
  expect(await statusWith(old)).toBe(200);

  server.keys = [old.jwk, next.jwk];
  minutesLater(1);
  expect(await statusWith(next)).toBe(200);
  expect(await statusWith(old)).toBe(200);

  server.keys = [next.jwk];
  minutesLater(11);
  expect(await statusWith(old)).toBe(401);
  expect(await statusWith(next)).toBe(200);
});

test('a withdrawn key is not accepted longer when the wall clock is set back', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const old = await makeKey('old', 'ES256');
  const next = await makeKey('next', 'ES256');
  const { statusWith, server } = await openWithKeys(old);
  expect(await statusWith(old)).toBe(200);

  server.keys = [next.jwk];
  minutesLater(-30);

  expect(await statusWith(old)).toBe(401);
  expect(await statusWith(next)).toBe(200);
  expect(server.fetched).toBe(2);
});

test('tokens with unknown key ids are rejected with 401 and cause at most two fetches a minute', async () => {
  const [known, unknown] = [await makeKey('known', 'ES256'), await makeKey('unknown', 'ES256')];
  const { statusWith, server } = await openWithKeys(known);
  expect(await statusWith(known)).toBe(200);

  for (let i = 0; i < 5; i += 1) expect(await statusWith(unknown)).toBe(401);

  expect(server.fetched).toBe(1);
});

test('a token signed with the public key as an HMAC secret is rejected with 401', async () => {
  const pair = await makeKey('one');
  const { ask, account } = await openWithKeys(pair);
  const claims = new SignJWT({ account, sub: 'tests' })
    .setProtectedHeader({ alg: 'HS256', kid: 'one' })
    .setIssuer(issued.issuer)
    .setAudience(issued.audience)
    .setExpirationTime('1h');

  const token = await claims.sign(new TextEncoder().encode(JSON.stringify(pair.jwk)));

  expect(await ask(`Bearer ${token}`)).toMatchObject({ status: 401 });
});

test('a symmetric key in the set is ignored: HS256 is rejected', async () => {
  const server = await openKeyServer();
  const key = new TextEncoder().encode('a symmetric secret in the public key set');
  server.keys = [{ kty: 'oct', kid: 'one', alg: 'HS256', k: Buffer.from(key).toString('base64url') }];
  const signed = await openSigned({ tokens: { ...issued, key: { jwksUrl: server.url } } });
  const account = await addAccount(signed, 'ours');
  const claims = new SignJWT({ account, sub: 'tests' }).setProtectedHeader({ alg: 'HS256', kid: 'one' });

  const token = await claims
    .setIssuer(issued.issuer)
    .setAudience(issued.audience)
    .setExpirationTime('1h')
    .sign(key);

  expect(await signed.ask(`Bearer ${token}`)).toMatchObject({ status: 401 });
});

test('a token without a key id is accepted if the set has one key for it, and rejected with 401 if it has two', async () => {
  const [one, two] = [await makeKey('one', 'ES256'), await makeKey('two', 'ES256')];
  const single = await openWithKeys(one);
  const several = await openWithKeys(one, two);

  expect(await single.ask(`Bearer ${await single.sign(one, { kid: undefined })}`)).toMatchObject({
    status: 200,
  });
  expect(await several.ask(`Bearer ${await several.sign(one, { kid: undefined })}`)).toMatchObject({
    status: 401,
  });
});

test('without a key set, requests fail with 503; known keys are accepted for ten more minutes', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const pair = await makeKey('one', 'ES256');
  const { statusWith, server, log } = await openWithKeys(pair);
  server.isDown = true;
  expect(await statusWith(pair)).toBe(503);
  server.isDown = false;
  expect(await statusWith(pair)).toBe(200);

  server.isDown = true;
  minutesLater(9);
  expect(await statusWith(pair)).toBe(200);
  minutesLater(2);
  expect(await statusWith(pair)).toBe(503);
  expect(JSON.parse(log.at(-1) ?? '{}')).toMatchObject({
    msg: 'verifying credentials failed',
    err: { message: 'The keys of AUTH_JWKS_URL cannot be fetched.', cause: { code: 'ERR_JOSE_GENERIC' } },
  });
});
