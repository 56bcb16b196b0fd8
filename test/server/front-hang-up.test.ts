import type { ClientRequest } from 'node:http';
import { expect, test } from 'vitest';
import { openHttpGateway, serve } from './limits/http-gateway.ts';
import { slowDown, untilRunning } from './limits/statements-under-way.ts';
import { openRequest, type RawReply, replyTo, send } from './raw-request.ts';

const query = '{ customers(first: 1) { nodes { name } } }';
const page = 'Query.customers page';
const one = await openHttpGateway({ limits: { inFlight: 1, waiting: 0, bodiesOfAddress: 1 } });
const impatient = await serve(one, { limits: { bodyMs: 300, bodiesOfAddress: 1 } });

/** Who answers, by what the caller accepts and sends; what the front hands over was begun by the front. */
const ways = [
  ['the front', 'application/json', { query }],
  ['Yoga', 'application/json, text/plain', { query }],
  ['Yoga after the front', 'application/json', { query, something: null }],
] as const;

const ask = (url: string): Promise<RawReply> =>
  send(url, { body: JSON.stringify({ query: '{ __typename }' }) });

/** Asks until the answer has a status. */
async function until(status: number, url: string): Promise<void> {
  while ((await ask(url)).status !== status) await new Promise(setImmediate);
}

function beginTo(
  url: string,
  accept: string,
  body: object,
): { readonly sent: ClientRequest; readonly rest: string } {
  const text = JSON.stringify(body);
  const sent = openRequest(url, { headers: { accept, 'content-length': String(Buffer.byteLength(text)) } });
  sent.write(text.slice(0, 10));
  return { sent, rest: text.slice(10) };
}

/** Sends a body in two parts until it is answered. */
async function untilWhole(url: string, accept: string, body: object): Promise<void> {
  for (;;) {
    const { sent, rest } = beginTo(url, accept, body);
    const reply = replyTo(sent);
    sent.end(rest);
    if ((await reply.catch(() => undefined))?.status !== 429) return;
  }
}

const unexpected = (log: readonly string[]) => log.filter((line) => line.includes('unexpected error'));

/** Begins another body until that is one too many. */
async function untilTooMany(url: string): Promise<void> {
  for (;;) {
    const { sent } = beginTo(url, 'application/json', { query });
    const reply = replyTo(sent);
    const timer = setTimeout(() => sent.destroy(), 100);
    const status = await reply.then(
      (each) => each.status,
      () => undefined,
    );
    clearTimeout(timer);
    if (status === 429) return;
  }
}

test.each(ways)(
  'a client that hangs up on %s amid its body frees the place of it',
  async (_who, accept, body) => {
    const { sent } = beginTo(one.url, accept, body);
    sent.on('error', () => undefined);
    await untilTooMany(one.url);
    expect((await ask(one.url)).status).toBe(200);

    sent.destroy();

    await untilWhole(one.url, accept, body);
    expect(unexpected(one.log)).toEqual([]);
  },
);

test.each(ways)(
  'who hangs up on %s while waiting leaves their place, and PostgreSQL runs their statement no more',
  async (_who, accept, body) => {
    const restore = await slowDown(one.pool, 4);
    const start = performance.now();
    const { sent, rest } = beginTo(one.url, accept, body);
    sent.on('error', () => undefined);
    sent.end(rest);
    await untilRunning(one.pool, page, 1);
    expect((await ask(one.url)).status).toBe(503);

    sent.destroy();

    await untilRunning(one.pool, page, 0);
    const stopped = performance.now() - start;
    await until(200, one.url);
    await restore();
    expect(stopped).toBeLessThan(3_000);
    expect(unexpected(one.log)).toEqual([]);
  },
);

test.each(ways)(
  'who sends to %s too slowly is told so, and leaves their place',
  async (_who, accept, body) => {
    const { sent } = beginTo(impatient.url, accept, body);

    const reply = await replyTo(sent);
    sent.destroy();

    const { code } = JSON.parse(reply.text).errors[0].extensions;
    expect([reply.status, code, reply.headers.connection]).toEqual([408, 'TIMEOUT', 'close']);
    await untilWhole(impatient.url, accept, body);
  },
);

test.each(ways)('what is sent to %s in pieces is answered as a whole', async (_who, accept, body) => {
  const { sent, rest } = beginTo(one.url, accept, { ...body, variables: { padding: 'ä'.repeat(100_000) } });
  const reply = replyTo(sent);
  for (let at = 0; at < rest.length; at += 20_001) {
    sent.write(rest.slice(at, at + 20_001));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  sent.end();

  const { status, text } = await reply;
  expect([status, JSON.parse(text).data.customers.nodes]).toEqual([200, [{ name: expect.any(String) }]]);
});

test('requests one after the other on a connection are answered in turn, whoever answers them', async () => {
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
