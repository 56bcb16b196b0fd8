import type { ClientRequest } from 'node:http';
import { expect, test } from 'vitest';
import { openHttpGateway, serve } from './limits/http-gateway.ts';
import { endlessSeconds, slowDown, untilRunning } from './limits/statements-under-way.ts';
import { openRequest, type RawReply, replyTo, send } from './raw-request.ts';

const query = '{ customers(first: 1) { nodes { name } } }';
const page = 'Query.customers page';
const endlessMs = endlessSeconds * 1_000;
const one = await openHttpGateway(
  { limits: { inFlight: 1, waiting: 0, bodiesOfAddress: 1, requestMs: endlessMs } },
  endlessMs,
);
const impatient = await serve(one, { limits: { bodyMs: 300, bodiesOfAddress: 1 } });

/** The handler, which depends on the request's accept header and body; the third is handed from the front to Yoga. */
const ways = [
  ['the front', 'application/json', { query }],
  ['Yoga', 'application/json, text/plain', { query }],
  ['Yoga after the front', 'application/json', { query, something: null }],
] as const;

const ask = (url: string): Promise<RawReply> =>
  send(url, { body: JSON.stringify({ query: '{ __typename }' }) });

/** Repeats the request until the response has this status. */
async function until(status: number, url: string): Promise<void> {
  while ((await ask(url)).status !== status) await new Promise(setImmediate);
}

interface Begun {
  readonly sent: ClientRequest;
  /** Resolves when the first part is sent; `rest` is the other part. */
  readonly begun: Promise<unknown>;
  readonly rest: string;
}

function beginTo(url: string, accept: string, body: object): Begun {
  const text = JSON.stringify(body);
  const sent = openRequest(url, { headers: { accept, 'content-length': String(Buffer.byteLength(text)) } });
  const begun = new Promise((resolve) => sent.write(text.slice(0, 10), resolve));
  return { sent, begun, rest: text.slice(10) };
}

/** Sends a body in two parts until the response is not a 429. */
async function untilWhole(url: string, accept: string, body: object): Promise<void> {
  for (;;) {
    const { sent, rest } = beginTo(url, accept, body);
    const reply = replyTo(sent);
    sent.end(rest);
    if ((await reply.catch(() => undefined))?.status !== 429) return;
  }
}

const unexpected = (log: readonly string[]) => log.filter((line) => line.includes('unexpected error'));

/** Checks that an incomplete body is counted: the next one exceeds the limit. */
async function expectCounted({ begun }: Begun): Promise<void> {
  await begun;
  // The server accepts connections in order: when it has answered this one, it has read what was sent before.
  expect((await ask(one.url)).status).toBe(200);
  const next = beginTo(one.url, 'application/json', { query });
  expect((await replyTo(next.sent)).status).toBe(429);
}

test.each(ways)(
  'a client that disconnects from %s within its body releases its slot',
  async (_who, accept, body) => {
    const first = beginTo(one.url, accept, body);
    first.sent.on('error', () => undefined);
    await expectCounted(first);
    expect((await ask(one.url)).status).toBe(200);

    first.sent.destroy();

    await untilWhole(one.url, accept, body);
    expect(unexpected(one.log)).toEqual([]);
  },
);

test.each(ways)(
  'a client of %s that disconnects while waiting releases its slot, and PostgreSQL cancels its statement',
  async (_who, accept, body) => {
    const restore = await slowDown(one.pool, endlessSeconds);
    const { sent, rest } = beginTo(one.url, accept, body);
    sent.on('error', () => undefined);
    sent.end(rest);
    await untilRunning(one.pool, page, 1);
    expect((await ask(one.url)).status).toBe(503);

    sent.destroy();

    await untilRunning(one.pool, page, 0);
    await until(200, one.url);
    await restore();
    expect(unexpected(one.log)).toEqual([]);
  },
);

test.each(ways)(
  'a client that sends to %s too slowly gets an error and releases its slot',
  async (_who, accept, body) => {
    const { sent } = beginTo(impatient.url, accept, body);

    const reply = await replyTo(sent);
    sent.destroy();

    const { code } = JSON.parse(reply.text).errors[0].extensions;
    expect([reply.status, code, reply.headers.connection]).toEqual([408, 'TIMEOUT', 'close']);
    await untilWhole(impatient.url, accept, body);
  },
);

test.each(ways)('a body sent to %s in pieces is answered as a whole', async (_who, accept, body) => {
  const { sent, rest } = beginTo(one.url, accept, { ...body, variables: { padding: 'ä'.repeat(100_000) } });
  const reply = replyTo(sent);
  for (let at = 0; at < rest.length; at += 20_001) {
    await new Promise((resolve) => sent.write(rest.slice(at, at + 20_001), resolve));
  }
  sent.end();

  const { status, text } = await reply;
  expect([status, JSON.parse(text).data.customers.nodes]).toEqual([200, [{ name: expect.any(String) }]]);
});

test('sequential requests on a connection are answered in order by different handlers', async () => {
  const bodies = [
    { query },
    { query, something: null },
    { query: '{ nothing }' },
    [],
    { query: '{ __typename }' },
  ];
  const statuses: number[] = [];
  for (const body of [...bodies, ...bodies]) {
    const response = await fetch(one.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await response.text();
    statuses.push(response.status);
  }

  expect(statuses).toEqual([200, 200, 200, 400, 200, 200, 200, 200, 400, 200]);
});
