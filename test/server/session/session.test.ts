import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { hashApiKey, newApiKey } from '../../../src/auth/api-key.ts';
import { listen } from '../../../src/server/listen.ts';
import { addAccount, apiKeySecret, openSigned, secret, signToken } from '../../auth/gateway.ts';
import { sentCookies } from '../../auth/issuer.ts';
import { insert } from '../../db/sql-rows.ts';

const signed = await openSigned({}, undefined, { sessionSecret: secret });
const account = await addAccount(signed, 'ours');
const token = await signToken(account, 'customers:read');
const server = await listen(signed.gateway, 0, '127.0.0.1');
afterAll(() => server.stop(0));

/** Over a socket and by the Fetch API. */
const ways = {
  socket: (path: string, init: RequestInit) => fetch(new URL(path, server.url), init),
  fetch: (path: string, init: RequestInit) =>
    signed.gateway.fetch(new URL(path, 'http://gateway.test'), init),
} as const;

const own = { 'x-session': 'https' };
const names = '{ customers { nodes { name } } }';
const asPost = (headers: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query: names }),
});

async function start(send = ways.socket, credential = token, headers: object = own): Promise<Response> {
  return send('/session', { method: 'POST', headers: { ...headers, authorization: `Bearer ${credential}` } });
}

const cookieOf = (response: Response) => response.headers.getSetCookie()[0] ?? '';

test.for(Object.entries(ways))('by %s, a session has the credentials of its sign-in', async ([, send]) => {
  const started = await start(send);
  const cookie = sentCookies(started);

  expect(started.status).toBe(200);
  expect(cookieOf(started)).toMatch(
    /^__Host-customer-gateway=[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
  expect(cookieOf(started) + (await started.text())).not.toContain(token);
  expect(await (await send('/session', { headers: { ...own, cookie } })).json()).toEqual({
    signsIn: true,
    hasIssuer: false,
    signedIn: true,
    accountId: account,
    service: 'tests',
    scopes: ['customers:read'],
    expiresAt: expect.any(Number),
    renewableUntil: null,
    now: expect.any(Number),
  });
  const { data } = await (await send('/graphql', asPost({ ...own, cookie }))).json();
  expect(data.customers.nodes).toEqual([{ name: 'ours' }]);
  const bySearch = await send(`/graphql?query=${encodeURIComponent(names)}`, {
    headers: { ...own, cookie, accept: 'application/json' },
  });
  expect((await bySearch.json()).data.customers.nodes).toEqual([{ name: 'ours' }]);
  expect((await send('/docs/content', { headers: { ...own, cookie } })).status).toBe(200);
});

test('without the header of the own pages, the cookie authenticates nothing', async () => {
  const cookie = sentCookies(await start());
  const foreign = [
    {},
    { 'x-session': 'http' },
    { 'x-session': 'cookie' },
    { ...own, 'sec-fetch-site': 'cross-site' },
    { ...own, 'sec-fetch-site': 'same-site' },
    { ...own, 'sec-fetch-site': 'none' },
  ];

  for (const headers of foreign) {
    expect((await ways.socket('/graphql', asPost({ ...headers, cookie }))).status).toBe(401);
    expect((await (await ways.socket('/session', { headers: { ...headers, cookie } })).json()).signedIn).toBe(
      false,
    );
  }
});

test('no other site gets permission to send the header', async () => {
  const preflight = await ways.socket('/graphql', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://evil.test',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-session',
    },
  });

  expect(preflight.headers.get('access-control-allow-headers')).toBeNull();
});

test('an own Authorization header precedes the session', async () => {
  const cookie = sentCookies(await start());
  const headers = { ...own, cookie, authorization: 'Bearer nonsense' };

  expect((await ways.socket('/graphql', asPost(headers))).status).toBe(401);
});

test('a session is started and ended by the own pages only, with valid credentials', async () => {
  const wrong = await start(ways.socket, 'nonsense');
  const foreign = await start(ways.socket, token, {});
  const none = await ways.socket('/session', { method: 'POST', headers: own });
  const ended = await ways.socket('/session', { method: 'DELETE', headers: own });
  const endedByOthers = await ways.socket('/session', { method: 'DELETE' });
  const put = await ways.socket('/session', { method: 'PUT', headers: own });

  expect([wrong.status, foreign.status, none.status, ended.status]).toEqual([401, 400, 401, 200]);
  for (const each of [wrong, foreign, none, endedByOthers]) expect(cookieOf(each)).toBe('');
  expect(cookieOf(ended)).toMatch(/^__Host-customer-gateway=; .*Max-Age=0$/);
  expect([endedByOthers.status, put.status, put.headers.get('allow')]).toEqual([
    400,
    405,
    'GET, POST, DELETE',
  ]);
});

test('over http, the cookie needs no encrypted connection, and https does not accept it', async () => {
  const started = await start(ways.socket, token, { 'x-session': 'http' });
  const cookie = sentCookies(started);

  expect(cookieOf(started)).toMatch(/^customer-gateway=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/);
  expect((await ways.socket('/graphql', asPost({ 'x-session': 'http', cookie }))).status).toBe(200);
  expect((await ways.socket('/graphql', asPost({ ...own, cookie }))).status).toBe(401);
});

test('another gateway with the same secret accepts the session; one with another secret does not', async () => {
  const cookie = sentCookies(await start());
  const [same, other] = [
    await openSigned({}, undefined, { sessionSecret: secret }),
    await openSigned({}, undefined, {}),
  ];
  const read = async ({ gateway }: typeof same) =>
    (await gateway.fetch('http://gateway.test/session', { headers: { ...own, cookie } })).json();

  expect(await read(other)).toMatchObject({ signsIn: true, hasIssuer: false, signedIn: false });
  // The account is not in the database of this gateway, so the token itself is rejected.
  expect(await read(same)).toMatchObject({ signedIn: false, message: expect.stringMatching('invalid') });
});

test('a session of an API key ends when the key is revoked', async () => {
  const key = newApiKey();
  const hash = hashApiKey(key, apiKeySecret);
  const id = await insert(signed.pool, 'api_keys', { account_id: account, name: 'ours', hash, scopes: '{}' });
  const cookie = sentCookies(await start(ways.socket, key));
  const read = async () => (await ways.socket('/session', { headers: { ...own, cookie } })).json();

  const before = await read();
  await signed.pool.query('update api_keys set revoked_at = now() where id = $1', [id]);

  expect(before).toMatchObject({ signedIn: true, accountId: account });
  expect(before.expiresAt - Date.now()).toBeGreaterThan(11 * 3_600_000);
  expect(before.expiresAt - Date.now()).toBeLessThanOrEqual(12 * 3_600_000);
  expect(await read()).toMatchObject({ signedIn: false });
  expect((await ways.socket('/graphql', asPost({ ...own, cookie }))).status).toBe(401);
});

/** A token with a claim that cannot be compressed. */
const longToken = (bytes: number) =>
  signToken(account, `customers:read ${randomBytes(bytes).toString('base64url')}`);

test('a long token is divided into cookies, which a shorter one removes', async () => {
  const long = await start(ways.socket, await longToken(4_500));
  const lines = long.headers.getSetCookie();
  const cookie = sentCookies(long);
  const { data } = await (await ways.socket('/graphql', asPost({ ...own, cookie }))).json();
  const shorter = (await start()).headers.getSetCookie();

  expect(lines.map((each) => each.split('=', 1)[0])).toEqual([
    '__Host-customer-gateway',
    '__Host-customer-gateway.1',
    '__Host-customer-gateway.2',
  ]);
  for (const each of lines) {
    expect(each.length).toBeLessThan(4_096);
    expect(each).toMatch(/=[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
  }
  expect(data.customers.nodes).toEqual([{ name: 'ours' }]);
  for (const each of shorter.slice(1)) expect(each).toMatch(/=; .*Max-Age=0$/);
  expect((await ways.socket('/graphql', asPost({ ...own, cookie: cookie.split(';')[0] }))).status).toBe(401);
});

test('a token that does not fit in the cookies is rejected with a message', async () => {
  const response = await start(ways.socket, await longToken(7_000));

  expect([response.status, (await response.json()).errors[0].message, cookieOf(response)]).toEqual([
    400,
    expect.stringMatching('too long'),
    '',
  ]);
});
