import { expect, test } from 'vitest';
import { openHttpGateway, serve } from './http-gateway.ts';

const secret = 'hunter2-4711';
const open = await openHttpGateway({ corsOrigins: ['https://a.example.com', 'https://b.example.com'] });
const plain = await serve(open);

const post = (headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: '{"query":"{ viewer { scopes } }"}',
});

test.each([
  ['https://a.example.com', 'https://a.example.com'],
  ['https://b.example.com', 'https://b.example.com'],
  ['https://c.example.com', null],
  ['null', null],
])('a preflight of the origin %s gets %s', async (origin, allowed) => {
  const answer = await open.send(post({ origin }));
  const preflight = await open.send({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  });

  for (const { headers } of [answer, preflight]) {
    expect(headers.get('access-control-allow-origin')).toBe(allowed);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  }
});

test('without CORS_ORIGINS, no origin is permitted', async () => {
  const { headers } = await plain.send(post({ origin: 'https://a.example.com' }));

  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test.each([
  ['an answer', post()],
  ['a refusal', { method: 'PUT' }],
  ['the page', { headers: { accept: 'text/html' } }],
])('%s is not cached, and its content type is not sniffed', async (_what, init: RequestInit) => {
  const { headers } = await plain.send(init);

  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

test('GraphiQL’s page runs only its own script, and cannot be framed', async () => {
  const first = await plain.send({ headers: { accept: 'text/html' } });
  const second = await plain.send({ headers: { accept: 'text/html' } });

  const policies = [first, second].map(({ headers }) => headers.get('content-security-policy') ?? '');
  const nonce = /'nonce-([\w-]+)'/.exec(policies[0] ?? '')?.[1];
  expect(policies[0]).toContain("frame-ancestors 'none'");
  expect(policies[0]).not.toEqual(policies[1]);
  const scripts = first.text.match(/<script[^>]*>/g) ?? [];
  expect(scripts).toHaveLength(2);
  for (const script of scripts) expect(script).toContain(` nonce="${nonce}" src="/graphql/assets/`);
});

test('no variable, password or token is logged', async () => {
  const headers = { authorization: `Bearer ${secret}`, cookie: `session=${secret}`, 'x-api-key': secret };
  const query =
    'query($q: String, $by: CustomerIdentifier!) { customers(query: $q) { totalCount } customer(by: $by) { id } }';
  const body = (variables: object) => JSON.stringify({ query, variables });
  await open.ask(query, { q: secret, by: { shopperEmail: secret } });
  await open.ask(query, { q: secret, by: {} });
  await open.ask(`{ customers(query: "${secret}") { nothing } }`);
  await open.send({ ...post(headers), body: body({ q: [secret], by: { number: secret } }) });
  await open.send(
    { headers: { ...headers, accept: 'application/json' } },
    `?query={${secret}}&variables={"a":"${secret}"}`,
  );
  await open.pool.query('alter table customers rename column number to called');
  await open.ask(query, { q: secret, by: { number: secret } });
  await open.pool.query('alter table customers rename column called to number');

  expect(open.log.join('')).toContain('does not exist');
  expect(open.log.join('')).not.toContain(secret);
});
