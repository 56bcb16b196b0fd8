import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { CredentialError } from '../../../src/auth/credential.ts';
import { demoAccountId } from '../../../src/demo/seed.ts';
import { openHttpGateway, serve } from './http-gateway.ts';

const query = JSON.stringify({ query: '{ viewer { scopes } }' });
const database = await openHttpGateway();

/** Signs in callers by their names. */
const viewer = async (authorization: string | null) => {
  const caller = /^Bearer (caller-\w)$/.exec(authorization ?? '')?.[1];
  if (caller === undefined) throw new CredentialError('not a caller of the tests');
  return { accountId: demoAccountId, accountUserId: null, scopes: ['customers:read'] as const, caller };
};

const signed = await serve(database, {
  viewer,
  limits: { bodiesOfCaller: 2, bodiesOfAddress: 4, bodyMs: 2_000, bodyBytes: 10_000_000 },
  trustProxy: ['loopback'],
});
const demo = await serve(database, { limits: { bodiesOfCaller: 1, bodiesOfAddress: 3 } });
const small = await serve(database, { limits: { bodyBytes: 20_000 } });
const quick = await serve(database, { limits: { bodyMs: 200, inFlight: 1, waiting: 0 } });

/** The two handlers: the front for plain JSON, and Yoga for other requests. */
const ways = [
  ['the front', 'application/json'],
  ['Yoga', 'application/json, text/plain'],
] as const;

interface Head {
  readonly accept?: string;
  readonly caller?: string;
  readonly from?: string;
  readonly more?: readonly string[];
}

/** Opens a connection and sends the headers of a POST. */
async function begin(
  url: string,
  { accept = 'application/json', caller, from, more = [] }: Head,
): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  const lines = [
    'POST /graphql HTTP/1.1',
    'Host: localhost',
    `Accept: ${accept}`,
    'Content-Type: application/json',
    ...(caller === undefined ? [] : [`Authorization: Bearer caller-${caller}`]),
    ...(from === undefined ? [] : [`X-Forwarded-For: ${from}`]),
    ...more,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  return socket;
}

const withLength = (length = query.length) => [`Content-Length: ${length}`];

/** The data that a connection receives until it is closed, or its first response. */
async function responseOf(socket: Socket): Promise<string> {
  let received = '';
  for await (const chunk of socket) {
    received += chunk;
    if (/\r\n\r\n[\s\S]*\}\s*(0\r\n\r\n)?$/.test(received)) break;
  }
  return received;
}

const statusIn = (response: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(response)?.[1]);

/** Starts bodies until one is rejected; returns their number and the rejection. */
async function fill(url: string, heads: readonly Head[]): Promise<{ count: number; rejection: string }> {
  const opened: Socket[] = [];
  for (const head of heads) {
    const socket = await begin(url, { ...head, more: withLength() });
    socket.write('{');
    opened.push(socket);
  }
  const rejected = await Promise.race(
    opened.map(async (each) => ({ each, response: await responseOf(each) })),
  );
  const open = opened.filter((each) => each !== rejected.each && !each.destroyed);
  for (const each of open) each.destroy();
  return { count: open.length, rejection: rejected.response };
}

const times = <T>(count: number, of: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => of(at));

test.each(ways)(
  'a caller has a limited number of incomplete bodies on %s, and other callers have their own',
  async (_way, accept) => {
    const { count, rejection } = await fill(
      signed.url,
      times(3, (at) => ({ accept, caller: 'a', from: `10.0.0.${at}` })),
    );

    expect(count).toBe(2);
    expect(statusIn(rejection)).toBe(429);
    expect(rejection).toContain('"LIMIT_EXCEEDED"');
    expect(rejection).toMatch(/\r\nretry-after: 1\r\n/i);
    expect(rejection).toMatch(/\r\nconnection: close\r\n/i);
  },
);

test.each(ways)('incomplete bodies on %s are limited per address, for all callers', async (_way, accept) => {
  const { count, rejection } = await fill(
    signed.url,
    times(5, (at) => ({ accept, caller: 'abcde'[at] ?? '', from: '10.0.0.1' })),
  );

  expect([count, statusIn(rejection)]).toEqual([4, 429]);
});

test.each(ways)('without sign-in, only the address is limited on %s', async (_way, accept) => {
  const { count, rejection } = await fill(
    demo.url,
    times(4, () => ({ accept })),
  );

  expect([count, statusIn(rejection)]).toEqual([3, 429]);
});

test.each(ways)('incomplete bodies occupy no slot, and time out on %s', async (_way, accept) => {
  const sockets = await Promise.all(times(10, () => begin(quick.url, { accept, more: withLength() })));
  for (const socket of sockets) socket.write('{');

  expect((await quick.ask('{ viewer { scopes } }')).status).toBe(200);
  for (const socket of sockets) {
    const response = await text(socket);
    expect(statusIn(response)).toBe(408);
    expect(response).toContain('"TIMEOUT"');
  }
});

test.each(ways)('chunked bodies are limited on %s, with one byte per chunk', async (_way, accept) => {
  const socket = await begin(small.url, { accept, more: ['Transfer-Encoding: chunked'] });
  socket.on('error', () => undefined).write('1\r\na\r\n'.repeat(20_001));

  const response = await responseOf(socket);

  expect(statusIn(response)).toBe(413);
  expect(response).toContain('"LIMIT_EXCEEDED"');
});

test.each(ways)('a chunked body is answered on %s like any other', async (_way, accept) => {
  const socket = await begin(demo.url, { accept, more: ['Transfer-Encoding: chunked'] });
  for (const piece of [query.slice(0, 5), query.slice(5)]) {
    socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`);
    await new Promise(setImmediate);
  }
  socket.write('0\r\n\r\n');

  expect(statusIn(await responseOf(socket))).toBe(200);
});

test.each(ways)('large bodies that lack one byte are limited in bytes on %s', async (_way, accept) => {
  const size = 9_000_000;
  const begun = await Promise.all(
    times(2, () => begin(signed.url, { accept, caller: 'a', more: withLength(size) })),
  );
  for (const socket of begun) socket.on('error', () => undefined).write(Buffer.alloc(size - 1, ' '));

  const response = await Promise.race(begun.map(responseOf));

  expect(statusIn(response)).toBe(429);
  expect(response).toContain('bytes');
});

test('a client that expects 100-continue gets it after its sign-in is checked', async () => {
  const more = [...withLength(), 'Expect: 100-continue'];
  const unknown = await begin(signed.url, { more });
  expect(statusIn(await responseOf(unknown))).toBe(401);
  const known = await begin(signed.url, { caller: 'a', more });
  const [asked] = await once(known, 'data');
  expect(String(asked)).toBe('HTTP/1.1 100 Continue\r\n\r\n');

  known.write(query);

  expect(statusIn(await responseOf(known))).toBe(200);
});

test('a client that half-closes its connection is answered', async () => {
  const socket = await begin(demo.url, { more: withLength() });
  socket.end(query);

  expect(statusIn(await text(socket))).toBe(200);
});

test('a client that half-closes its connection within the body occupies no slot', async () => {
  const sockets = await Promise.all(times(3, () => begin(demo.url, { more: withLength() })));
  for (const socket of sockets) socket.end('{');
  await Promise.all(sockets.map((socket) => text(socket)));

  const { count } = await fill(
    demo.url,
    times(4, () => ({})),
  );

  expect(count).toBe(3);
});
