import { afterAll, beforeEach, expect, test } from 'vitest';
import { listen } from '../../../src/server/listen.ts';
import { addAccount, issued, openSigned, secret } from '../../auth/gateway.ts';
import { clientId, openIssuer, sentCookies, signInAt } from '../../auth/issuer.ts';
import { eventually } from '../../eventually.ts';

const issuer = await openIssuer();
issuer.refreshes = true;
const oidc = { issuer: issuer.url, clientId, scope: 'openid customers:read' };
const tokens = { ...issued, key: { jwksUrl: `${issuer.url}/jwks.json` } };
const signed = await openSigned({ tokens }, undefined, { oidc, sessionSecret: secret });
const [account, another] = [await addAccount(signed, 'ours'), await addAccount(signed, 'theirs')];
const server = await listen(signed.gateway, 0, '127.0.0.1');
afterAll(() => server.stop(0));
const { own, begin, finish } = signInAt(server.url);

beforeEach(() => {
  Object.assign(issuer, { claims: { account, scope: 'customers:read' }, seconds: 1_800, isDown: false });
});

async function signIn(): Promise<string> {
  const { link, cookie } = await begin();
  return sentCookies(await finish(link, cookie));
}

const renew = (cookie: string, headers: object = own) =>
  fetch(new URL('/session/renew', server.url), { method: 'POST', headers: { ...headers, cookie } });

const read = async (cookie: string) =>
  (await fetch(new URL('/session', server.url), { headers: { ...own, cookie } })).json();

test('a session is renewed with the next tokens of the issuer, but not extended', async () => {
  const cookie = await signIn();
  issuer.seconds = 3_600;
  const response = await renew(cookie);
  const [before, after] = [await read(cookie), await read(sentCookies(response))];

  expect(response.status).toBe(200);
  expect(issuer.scopes).toEqual(['openid customers:read offline_access']);
  expect(after).toMatchObject({ signedIn: true, accountId: account, renewableUntil: before.renewableUntil });
  expect(after.expiresAt - before.expiresAt).toBeGreaterThan(1_700_000);
  expect(after.renewableUntil - after.now).toBeGreaterThan(11 * 3_600_000);
  expect(sentCookies(response)).not.toContain('refresh-');
});

test('a session whose token has expired is renewed, and until then it authenticates nothing', async () => {
  issuer.seconds = 1;
  const cookie = await signIn();
  issuer.seconds = 1_800;

  await eventually(async () =>
    expect(await read(cookie)).toMatchObject({ signedIn: false, renewableUntil: expect.any(Number) }),
  );
  expect(await read(sentCookies(await renew(cookie)))).toMatchObject({ signedIn: true });
});

test('two tabs that renew together both stay signed in, and the issuer is asked once', async () => {
  const cookie = await signIn();
  const before = issuer.refreshed;

  const responses = await Promise.all([renew(cookie), renew(cookie)]);
  const late = await renew(cookie);

  expect(issuer.refreshed).toBe(before + 1);
  for (const each of [...responses, late]) {
    expect(await read(sentCookies(each))).toMatchObject({ signedIn: true });
    expect((await renew(sentCookies(each))).status).toBe(200);
  }
  expect(issuer.refreshed).toBe(before + 2);
});

test('a session that the issuer refuses to renew says so, and keeps its cookies', async () => {
  const cookie = await signIn();
  issuer.valid.clear();

  const response = await renew(cookie);

  expect([response.status, response.headers.get('set-cookie')]).toEqual([401, null]);
  expect((await response.json()).errors[0].message).toMatch(/Sign in again/);
  expect(await read(cookie)).toMatchObject({ signedIn: true });
});

test('tokens of another account or person do not continue a session', async () => {
  const [one, other] = [await signIn(), await signIn()];
  issuer.claims = { account: another, scope: 'customers:read' };
  const ofAccount = await renew(one);
  issuer.claims = { account, scope: 'customers:read', sub: 'grace' };

  expect([ofAccount.status, (await renew(other)).status]).toEqual([401, 401]);
});

test('while the issuer is down, the session remains, and is renewed later', async () => {
  const cookie = await signIn();
  issuer.isDown = true;
  const down = await renew(cookie);
  issuer.isDown = false;

  expect([down.status, down.headers.get('retry-after')]).toEqual([503, '1']);
  expect((await renew(cookie)).status).toBe(200);
});

test('only the own pages renew a session, and none without a refresh token', async () => {
  const cookie = await signIn();
  issuer.refreshes = false;
  const without = await signIn();
  issuer.refreshes = true;

  expect(await read(without)).toMatchObject({ signedIn: true, renewableUntil: null });
  expect((await renew(cookie, {})).status).toBe(400);
  expect((await renew(cookie, { ...own, 'sec-fetch-site': 'cross-site' })).status).toBe(400);
  expect([(await renew(without)).status, (await renew('')).status]).toEqual([401, 401]);
});

test('signing out withdraws the refresh token', async () => {
  issuer.valid.clear();
  const cookie = await signIn();
  expect(issuer.valid.size).toBe(1);

  await fetch(new URL('/session', server.url), { method: 'DELETE', headers: { ...own, cookie } });

  await eventually(() => expect(issuer.valid.size).toBe(0));
});
