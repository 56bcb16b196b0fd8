import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestOptions, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createYoga } from 'graphql-yoga';
import { expect, onTestFinished, test } from 'vitest';
import { useCompression } from '../../src/server/http/compressed.ts';
import { codingFor, send, varyOn } from '../../src/server/http/response.ts';
import { openHttpGateway } from './limits/http-gateway.ts';

// With a high refill rate, the remaining budget is the same in each response.
const { url, log } = await openHttpGateway({ limits: { refill: 1_000_000_000 } });

interface Raw {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** The response as it is sent over the network. */
async function ask(to: string, options: RequestOptions, body?: string): Promise<Raw> {
  const sent = request(to, options).end(body);
  const [response]: [IncomingMessage] = (await once(sent, 'response')) as never;
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

const read = { br: brotliDecompressSync, gzip: gunzipSync };
const long = '{ customers(first: 50) { nodes { id number name createdAt } } }';
const wrong = `{ ${Array.from({ length: 5 }, (_, each) => `x${'y'.repeat(300)}${each}`).join(' ')} }`;
const strict = 'application/graphql-response+json';

const post = (query: string) => (headers: object) =>
  ask(
    url,
    { method: 'POST', headers: { 'content-type': 'application/json', accept: strict, ...headers } },
    JSON.stringify({ query }),
  );

const get = (query: string) => (headers: object) =>
  ask(`${url}?${new URLSearchParams({ query })}`, { headers: { accept: 'application/json', ...headers } });

const page = (headers: object) => ask(url, { headers: { accept: 'text/html', ...headers } });

/** Removes the parts that differ in each response. */
const textOf = (body: Buffer) =>
  body
    .toString()
    .replaceAll(/nonce="[^"]+"/g, '')
    .replaceAll(/"requestId":"[^"]+"/g, '');

const ways: readonly [string, (headers: object) => Promise<Raw>, number][] = [
  ['a response of the front', post(long), 200],
  ['a response of Yoga', get(long), 200],
  ['an error of the front', post(wrong), 400],
  ['an error of Yoga', get(wrong), 200],
  ['the page of GraphiQL', page, 200],
];

test.for(ways)('%s is the same, compressed or not', async ([, answer, status]) => {
  const plain = await answer({});

  expect(plain.headers).toMatchObject({
    vary: 'accept-encoding',
    'content-length': String(plain.body.length),
  });
  expect(plain.headers['content-encoding']).toBeUndefined();
  for (const coding of ['br', 'gzip'] as const) {
    const packed = await answer({ 'accept-encoding': coding });
    expect(packed.status).toBe(status);
    expect(packed.headers).toMatchObject({
      vary: 'accept-encoding',
      'content-encoding': coding,
      'content-length': String(packed.body.length),
      'content-type': plain.headers['content-type'],
      'x-content-type-options': 'nosniff',
    });
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    expect(textOf(read[coding](packed.body))).toBe(textOf(plain.body));
  }
});

test.for([
  ['the front', post],
  ['Yoga', get],
] as const)('a short response of %s is not compressed, unless `identity` is rejected', async ([, way]) => {
  const short = way('{ __typename }');

  const stayed = await short({ 'accept-encoding': 'br, gzip' });
  expect(stayed.headers).toMatchObject({ vary: 'accept-encoding' });
  expect(stayed.headers['content-encoding']).toBeUndefined();

  const compressed = await short({ 'accept-encoding': 'identity;q=0, gzip;q=0.1' });
  expect(compressed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(compressed.body)).toEqual(stayed.body);
});

test.for([
  [undefined, undefined],
  ['', undefined],
  ['deflate, zstd', undefined],
  ['gzip, deflate, br, zstd', 'gzip'],
  ['br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br; q=0.8 , gzip; q=0.5', 'br'],
  ['gzip, br;q=0', 'gzip'],
  ['gzip;q=0, br;q=0.000', undefined],
  ['*', 'gzip'],
  ['*;q=0.1, gzip;q=0', 'br'],
  ['gzip, *;q=0', 'gzip'],
  ['*;q=0', undefined],
  ['identity, gzip;q=0.5', undefined],
  ['identity;q=0.5, gzip;q=0.5', 'gzip'],
  ['identity;q=0', undefined],
  ['gzip;q=much', undefined],
  ['gzip;q=-1', undefined],
] as const)('accept-encoding %j gets a response with %s', ([accept, coding]) => {
  expect(codingFor(accept, 1_001)).toBe(coding);
});

test('a response of 1,000 bytes is not compressed, and one of 1,001 bytes is', () => {
  expect([codingFor('gzip', 1_000), codingFor('gzip', 1_001)]).toEqual([undefined, 'gzip']);
  expect(codingFor('gzip, *;q=0', 10)).toBe('gzip');
});

test.for([
  [null, 'accept-encoding'],
  ['Origin', 'Origin, accept-encoding'],
  ['Origin, Accept-Encoding', 'Origin, Accept-Encoding'],
  ['*', '*'],
] as const)('a response with vary %s gets vary %s', ([before, after]) => {
  expect(varyOn(before, 'accept-encoding')).toBe(after);
});

test.for([
  ['HEAD', '/graphql'],
  ['HEAD', '/health'],
  ['GET', '/health'],
  ['OPTIONS', '/graphql'],
] as const)('%s %s has nothing to compress', async ([method, path]) => {
  const headers = { accept: 'application/json', 'accept-encoding': 'br' };
  const { headers: answered } = await ask(new URL(path, url).href, { method, headers });

  expect(answered['content-encoding']).toBeUndefined();
});

/** The result of useCompression for a response of another handler. */
async function compressed(body: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  const yoga = createYoga({
    logging: false,
    plugins: [
      {
        onRequest({ endResponse, fetchAPI }) {
          endResponse(new fetchAPI.Response(body, { headers }));
        },
      },
      useCompression(),
    ],
  });
  return yoga.fetch('http://gateway.test/graphql', { headers: { 'accept-encoding': 'gzip' } });
}

test('a stream of events is not compressed', async () => {
  const events = 'event: next\ndata: {}\n\n'.repeat(100);

  const response = await compressed(events, { 'content-type': 'text/event-stream' });

  expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([null, null]);
  expect(await response.text()).toBe(events);
});

test('existing values of vary are kept', async () => {
  const body = JSON.stringify({ text: 'long'.repeat(1_000) });

  const response = await compressed(body, { 'content-type': 'application/json', vary: 'Origin' });

  expect(response.headers.get('vary')).toBe('Origin, accept-encoding');
  expect(gunzipSync(await response.arrayBuffer()).toString()).toBe(body);
});

test('a client that disconnects while its response is compressed causes no error', async () => {
  const server = createServer((_request, response) => {
    const body = JSON.stringify('long'.repeat(1_000));
    send(response, 'one', { status: 200, headers: {}, body });
    response.destroy();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const sent = request({ port, headers: { 'accept-encoding': 'br' } }).end();

  await expect(once(sent, 'response')).rejects.toThrow('socket hang up');
  expect((await post(long)({ 'accept-encoding': 'br' })).status).toBe(200);
  expect(log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
