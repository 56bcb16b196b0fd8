import { once } from 'node:events';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readManifest } from '../../src/explorer/pages/manifest.ts';
import { openHttpGateway } from './limits/http-gateway.ts';

// Stalled clients keep their slots while no other request waits for one.
const { url, fetch, log } = await openHttpGateway({ limits: { stallMs: 600_000, requestMs: 60_000 } });
const { port } = new URL(url);
const { assets, graphiqlBase } = readManifest();
const bundle = `${graphiqlBase}graphiql.js`;

interface Raw {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** The response as it is sent; a path is not normalized. */
async function get(path: string, headers: object = {}, options: RequestOptions = {}): Promise<Raw> {
  const sent = request({ port, path, agent: false, headers: { ...headers }, ...options }).end();
  const [response]: [IncomingMessage] = (await once(sent, 'response')) as never;
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

const sockets: Socket[] = [];
afterAll(() => {
  for (const socket of sockets) socket.destroy();
});

/** A connection that has requested the bundle and reads only the beginning of the response. */
async function startReading(to: string, times = 1): Promise<Socket> {
  const socket = connect(Number(to), '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.write(`GET ${bundle} HTTP/1.1\r\nhost: gateway.test\r\n\r\n`.repeat(times));
  await once(socket, 'readable');
  return socket;
}

const read = { br: brotliDecompressSync, gzip: gunzipSync };

test.for(Object.keys(assets))('%s is stored plain and compressed', async (path) => {
  const plain = await get(path);

  expect(plain.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': String(plain.body.length),
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  });
  const etags = [plain.headers.etag];
  for (const coding of ['br', 'gzip'] as const) {
    const encodings = `${coding}, identity;q=0`;
    const packed = await get(path, { 'accept-encoding': encodings });
    const head = await get(path, { 'accept-encoding': encodings }, { method: 'HEAD' });
    const { etag = '' } = packed.headers;
    const known = await get(path, { 'accept-encoding': encodings, 'if-none-match': `"other", W/${etag}` });

    expect(packed.headers['content-encoding']).toBe(coding);
    expect(read[coding](packed.body).equals(plain.body)).toBe(true);
    expect(head.headers).toMatchObject({ etag, 'content-length': String(packed.body.length) });
    expect([known.status, known.body.length, known.headers.vary]).toEqual([304, 0, 'accept-encoding']);
    etags.push(etag);
  }
  expect(new Set(etags).size).toBe(3);
});

test('GraphiQL’s page is under 5 kB and is the only one generated per request', async () => {
  const accept = 'text/html';
  const [first, second] = [await get('/graphql', { accept }), await get('/graphql', { accept })];
  const head = await get('/graphql', { accept }, { method: 'HEAD' });

  expect(first.body.length).toBeLessThan(5_000);
  expect(first.body.equals(second.body)).toBe(false);
  expect(first.headers.etag).toBeUndefined();
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers['content-security-policy']).toContain("script-src 'nonce-");
});

test('a client that prefers brotli or accepts everything gets brotli', async () => {
  for (const encodings of ['br', 'gzip, deflate, br, zstd', '*'])
    expect((await get(bundle, { 'accept-encoding': encodings })).headers['content-encoding']).toBe('br');
});

test.for([
  `${graphiqlBase}../../../package.json`,
  `${graphiqlBase}%2e%2e/%2e%2e/%2e%2e/package.json`,
  `${graphiqlBase}..%2f..%2f..%2fpackage.json`,
  `${graphiqlBase}manifest.json`,
  graphiqlBase,
  bundle.replace('graphiql.js', 'graphiql%2ejs'),
  `${bundle}/`,
  `${bundle}%00`,
  '/graphql/assets/0000000000000000000000/graphiql.js',
  '/docs/assets/constructor',
])('%s does not exist', async (path) => {
  const { status, headers, body } = await get(path);

  expect([status, headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
  expect(JSON.parse(String(body)).errors[0].extensions.code).toBe('NOT_FOUND');
});

test('an asset cannot be requested by POST', async () => {
  const { status, headers, body } = await get(bundle, {}, { method: 'POST' });

  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  expect(JSON.parse(String(body)).errors[0].extensions.code).toBe('BAD_REQUEST');
});

test('the Fetch API returns the same asset', async () => {
  const response = await fetch(`http://gateway.test${bundle}`, { headers: { 'accept-encoding': 'br' } });
  const sent = await get(bundle, { 'accept-encoding': 'br' });

  expect(response.headers.get('etag')).toBe(sent.headers.etag);
  expect(Buffer.from(await response.arrayBuffer()).equals(sent.body)).toBe(true);
});

test('500 parallel requests are all answered', async () => {
  const paths = ['/graphql', '/docs', '/voyager', ...Object.keys(assets)];
  const requests = Array.from({ length: 500 }, (_, at) =>
    get(paths[at % paths.length] ?? '', { accept: 'text/html', 'accept-encoding': 'br' }),
  );

  const statuses = (await Promise.all(requests)).map(({ status }) => status);

  expect(new Set(statuses)).toEqual(new Set([200]));
});

test('clients that stop reading are disconnected when others need their slots', async () => {
  const stalled = await Promise.all(Array.from({ length: 100 }, () => startReading(port)));
  const closed = once(stalled[0] as Socket, 'close');

  const visitor = await get(bundle, { 'accept-encoding': 'br' });

  expect(visitor.status).toBe(200);
  for (const socket of stalled) socket.resume();
  await closed;
});

test('pipelined requests of a closed connection leave no slot occupied', async () => {
  const pipelined = await startReading(port, 100);
  pipelined.destroy();
  await once(pipelined, 'close');

  const answers = await Promise.all(Array.from({ length: 101 }, () => get('/voyager')));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});

test('a page request beyond the waiting list is rejected as OVERLOADED', async () => {
  const small = await openHttpGateway({ limits: { waiting: 0, stallMs: 600_000 } });
  const options = { port: new URL(small.url).port };
  await Promise.all(Array.from({ length: 100 }, () => startReading(options.port)));

  const { status, headers, body } = await get(bundle, {}, options);

  expect([status, headers['retry-after']]).toEqual([503, '1']);
  expect(JSON.parse(String(body)).errors[0].extensions.code).toBe('OVERLOADED');
  expect((await small.ask('{ __typename }')).status).toBe(200);
});
