import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { holdTable } from './held-table.ts';
import { openLoggedGateway } from './logged-gateway.ts';

const { gateway, send, url } = await openLoggedGateway();

const names = '{ customers(first: 1) { nodes { name } } }';
const stopTimeoutMs = 10_000;

async function serve(): Promise<Listening> {
  const listening = await listen(gateway, 0, '127.0.0.1');
  onTestFinished(() => listening.stop(0));
  return listening;
}

function post(address: string, query: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(address, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

test('the root redirects to GraphQL', async () => {
  const { url: address } = await serve();

  const response = await fetch(new URL('/', address), { redirect: 'manual' });

  expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
});

test('health and readiness are reported', async () => {
  const { url: address } = await serve();

  const replies = await Promise.all(['/health', '/ready'].map((path) => fetch(new URL(path, address))));

  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
});

test('a query is answered over GET and POST, as JSON', async () => {
  const { url: address } = await serve();
  const query = '{ viewer { scopes } }';

  const answers = await Promise.all([
    fetch(`${address}?${new URLSearchParams({ query })}`, { headers: { accept: 'application/json' } }),
    post(address, query),
  ]);

  for (const answer of answers) expect(await answer.json()).toMatchObject({ data: { viewer: { scopes } } });
});

test('CORS permits no other origin by default', async () => {
  const response = await send(
    { headers: { origin: 'https://example.com', accept: 'application/json' } },
    `/graphql?query=${names}`,
  );

  expect(response.status).toBe(200);
  expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('GraphiQL’s page is a frame without data of the account', async () => {
  const page = await send({ headers: { accept: 'text/html,*/*' } });

  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.text).toContain('<title>Customer gateway</title>');
  expect(page.text).not.toMatch(/(cus|acc)_/);
});

test.each(['a', 'req-1', '0123456789abcdef:1.2_3', 'x'.repeat(128)])(
  'the request id %s is kept',
  async (id) => {
    const replies = [
      await send({ headers: { 'x-request-id': id } }, `/graphql?query=${names}`),
      await send({ headers: { 'x-request-id': id } }, '/nowhere'),
      await send({ headers: { 'x-request-id': id } }, '/health'),
    ];

    expect(replies.map(({ headers }) => headers.get('x-request-id'))).toEqual([id, id, id]);
    expect(replies[1]?.errors?.[0]?.extensions.requestId).toBe(id);
  },
);

test.each(['', 'a b', '<script>', 'ä', 'a,b', '{}', 'x'.repeat(129)])(
  'the request id %j is replaced',
  async (id) => {
    const { headers } = await send({ headers: { 'x-request-id': id } }, `/graphql?query=${names}`);

    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  },
);

test('a request id with a line break does not reach the gateway', async () => {
  const { url: address } = await serve();
  const { port } = new URL(address);
  const socket = connect(Number(port), '127.0.0.1');
  socket.end('GET /health HTTP/1.1\r\nhost: x\r\nx-request-id: a\nset-cookie: b=c\r\n\r\n');
  const [answer] = await once(socket, 'data');

  expect(String(answer)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
});

test('a stop lets running requests finish and accepts no new ones', async () => {
  const { url: address, stop } = await serve();
  const customers = await holdTable(url, 'customers');
  const underWay = post(address, names);
  await customers.waited();

  const stopped = stop(stopTimeoutMs);
  const rejected = await post(address, names).catch((error: Error) => error.cause);
  await customers.release();
  const response = await underWay;

  expect(rejected).toMatchObject({ code: 'ECONNREFUSED' });
  expect(response.headers.get('connection')).toBe('close');
  expect(await response.json()).toMatchObject({
    data: { customers: { nodes: [{ name: expect.any(String) }] } },
  });
  await stopped;
});

test('a stop aborts requests that do not finish in time', async () => {
  const { url: address, stop } = await serve();
  const customers = await holdTable(url, 'customers');
  const underWay = post(address, names).catch((error: Error) => error);
  await customers.waited();

  await stop(20);

  expect(await underWay).toBeInstanceOf(TypeError);
  await customers.release();
});

test('an idle connection does not delay a stop', async () => {
  const { url: address, stop } = await serve();
  const idle = connect(Number(new URL(address).port), '127.0.0.1');
  await once(idle, 'connect');
  await fetch(new URL('/health', address), { keepalive: true });
  const ended = once(idle, 'close');

  // Longer than the test's timeout.
  await expect(stop(3_600_000)).resolves.toBeUndefined();
  await ended;
});

test('an address in use is an error', async () => {
  const { url: address } = await serve();

  await expect(listen(gateway, Number(new URL(address).port), '127.0.0.1')).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
