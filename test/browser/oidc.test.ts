import { afterAll, expect, test } from 'vitest';
import { listen } from '../../src/server/listen.ts';
import { addAccount, issued, openSigned } from '../auth/gateway.ts';
import { clientId, openIssuer, signInAt } from '../auth/issuer.ts';
import { openPages } from './pages.ts';

const issuer = await openIssuer();
const scope = 'openid customers:read';
const oidc = { issuer: issuer.url, clientId, scope };
const tokens = { ...issued, key: { jwksUrl: `${issuer.url}/jwks.json` } };
const signed = await openSigned({ tokens }, undefined, { oidc });
const account = await addAccount(signed, 'ours');
issuer.claims = { account, scope: 'customers:read' };

const server = await listen(signed.gateway, 0, '127.0.0.1');
afterAll(() => server.stop(0));
const { open } = await openPages(server.url, [issuer.url]);

const { own, begin, finish } = signInAt(server.url);

test('a person signs in at the issuer and returns to the page, signed in', async () => {
  const { page, faults } = await open('/docs');

  await page.getByRole('button', { name: 'Sign in with your organization' }).click();
  await page.getByRole('link', { name: 'Continue as Ada' }).click();

  await page.getByRole('heading', { name: 'Schema reference' }).waitFor();
  await page.locator('#session').getByText('ours').waitFor();
  expect(new URL(page.url()).pathname).toBe('/docs');
  expect(issuer.scopes).toEqual([scope]);
  expect(faults.filter((fault) => !/status of 401/.test(fault))).toEqual([]);
});

test('the sign-in has PKCE, state and nonce, and its cookie shows none of them', async () => {
  const { location, begun, cookie } = await begin();
  const { searchParams } = new URL(location);

  expect(Object.fromEntries(searchParams)).toMatchObject({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: `${own.origin}/session/callback`,
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(begun.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax(,|$)/);
  for (const name of ['state', 'nonce'])
    expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toContain(searchParams.get(name));
});

test('a response is accepted once, with its own state, in the browser that began', async () => {
  const [one, other] = [await begin(), await begin()];
  const changed = new URL(one.link);
  changed.searchParams.set('state', 'forged');

  const refused = [
    await finish(one.link, ''),
    await finish(one.link, other.cookie),
    await finish(changed.href, one.cookie),
  ];
  const accepted = await finish(one.link, one.cookie);
  const repeated = await finish(one.link, one.cookie);

  expect(refused.map(({ status }) => status)).toEqual([401, 401, 401]);
  for (const each of [...refused, repeated]) expect(each.headers.get('set-cookie')).toBeNull();
  expect([accepted.status, accepted.headers.get('location'), repeated.status]).toEqual([303, '/docs', 401]);
  const [session, ...removed] = accepted.headers.getSetCookie();
  expect(session).toMatch(/^customer-gateway=[\w-]+; .*SameSite=Strict$/);
  for (const each of removed) expect(each).toMatch(/Max-Age=0$/);
});

test('an id token with another nonce, and an access token that the gateway rejects, start no session', async () => {
  const [nonce, foreign] = [await begin(), await begin()];
  issuer.nonce = 'another';
  const withNonce = await finish(nonce.link, nonce.cookie);
  issuer.nonce = undefined;
  issuer.claims = { account: 'acc_nonsense', scope: '' };
  const rejected = await finish(foreign.link, foreign.cookie);
  issuer.claims = { account, scope: 'customers:read' };

  for (const each of [withNonce, rejected]) {
    expect([each.status, each.headers.get('set-cookie')]).toEqual([401, null]);
    expect(await each.text()).toContain('<h1>Sign-in failed</h1>');
  }
});

test('only the own pages begin a sign-in, and it returns to one of them', async () => {
  const path = new URL('/session/oidc', server.url);
  const foreign = [
    await fetch(path, { headers: own }),
    await fetch(path, { method: 'POST', headers: { origin: own.origin } }),
    await fetch(path, { method: 'POST', headers: { ...own, 'sec-fetch-site': 'cross-site' } }),
  ];
  const elsewhere = await begin('//evil.test');

  expect(foreign.map(({ status }) => status)).toEqual([400, 400, 400]);
  expect((await finish(elsewhere.link, elsewhere.cookie)).headers.get('location')).toBe('/graphql');
});

test('an issuer that is down is reported, and found again later', async () => {
  const down = await openIssuer();
  down.isDown = true;
  const other = await openSigned(
    { tokens: { ...issued, key: { jwksUrl: `${down.url}/jwks.json` } } },
    undefined,
    { oidc: { ...oidc, issuer: down.url } },
  );
  const post = () =>
    other.gateway.fetch('http://gateway.test/session/oidc', { method: 'POST', headers: own });

  const first = await post();
  down.isDown = false;
  const second = await post();

  expect([first.status, first.headers.get('retry-after'), second.status]).toEqual([503, '1', 200]);
});
