import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { signToken } from '../../../src/auth/token.ts';
import { statements } from '../../../src/db/wire/connection.ts';
import type { Limits } from '../../../src/limits.ts';
import { secret, tokens } from '../../auth/gateway.ts';
import { codesOf } from '../limits/http-gateway.ts';
import { openRequest } from '../raw-request.ts';
import { type Follower, follow, next, rest, take } from './follower.ts';
import { changed, openLive, untilHolds } from './subscriber.ts';

const { accountId, gateway, signedGateway, change } = await openLive();
const writer = await gateway({ bucket: 1_000_000 });
await change(writer);

const allScopes = 'customers:read customers:write settings:write';

async function headersOf(sub: string, scope = 'customers:read') {
  const token = await signToken(tokens, secret, { account: accountId, sub, scope }, 600);
  return { authorization: `Bearer ${token}` };
}

async function open(limits: Partial<Limits> = {}) {
  const opened = await signedGateway(limits);
  return {
    ...opened,
    async followAs(sub: string, { query = changed, variables = {}, scope = 'customers:read' } = {}) {
      const stream = await follow(opened.url, { query, variables, headers: await headersOf(sub, scope) });
      onTestFinished(() => stream.hangUp());
      return stream;
    },
  };
}

const withAddresses = `subscription ($after: String, $first: Int = 1) { customerChanged(after: $after) {
  cursor customer { name addresses(first: $first) { nodes { id } } } } }`;

/** Counts the statements that load addresses: writes without addresses send none. */
async function addressStatements(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const note = (message: unknown) => {
    const { text } = message as { readonly text: string };
    if (/^\/\* Customer\.addresses/.test(text)) count += 1;
  };
  statements.subscribe(note);
  await work().finally(() => statements.unsubscribe(note));
  return count;
}

const cursorsOf = (answers: readonly { readonly data: { customerChanged: { cursor: string } } }[]) =>
  answers.map(({ data }) => data.customerChanged.cursor);

test('an event is computed once for all its receivers, whatever name the cursor has in their documents', async () => {
  const { followAs } = await open();
  const first = await followAs('a', { query: withAddresses });
  await change(writer);
  const [cursor = ''] = cursorsOf(await take(first, 1));
  const literal = withAddresses
    .replace('($after: String, $first', '($first')
    .replace('$after', `"${cursor}"`);
  const streams = [
    first,
    await followAs('a', { query: withAddresses }),
    await followAs('b', { query: withAddresses, variables: { after: cursor } }),
  ];
  const literals = [await followAs('b', { query: literal }), await followAs('c', { query: literal })];

  const count = await addressStatements(async () => {
    await change(writer, 'Once');
    const answers = await Promise.all([...streams, ...literals].map(next));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  // The literal has another text than the variable.
  expect(count).toBe(2);
});

test('subscriptions with other scopes, variables or selections are computed separately', async () => {
  const { followAs } = await open();
  const streams = [
    await followAs('a', { query: withAddresses }),
    await followAs('a', { query: withAddresses, scope: allScopes }),
    await followAs('a', { query: withAddresses, variables: { first: 2 } }),
    await followAs('a', { query: withAddresses.replace('cursor', 'cursor action') }),
  ];

  const count = await addressStatements(async () => {
    await change(writer);
    await Promise.all(streams.map(next));
  });

  expect(count).toBe(streams.length);
});

test('a variable that is also the cursor of another list determines the content of events', async () => {
  const { followAs } = await open();
  const query = `subscription ($after: String) { customerChanged(after: $after) {
    customer { addresses(first: 1, after: $after) { nodes { id } } } } }`;
  const start = await followAs('a');
  await change(writer);
  const [cursor] = cursorsOf([await next(start)]);
  const streams = [
    await followAs('a', { query }),
    await followAs('a', { query, variables: { after: cursor } }),
  ];
  await change(writer);

  const [without, withCursor] = await Promise.all(streams.map(next));
  expect(without?.errors).toBeUndefined();
  expect(withCursor?.errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_MISMATCH']);
});

test('receivers that join during writes get every event exactly once', async () => {
  const { followAs } = await open();
  const reference = await followAs('a');
  await change(writer);
  const [start = ''] = cursorsOf([await next(reference)]);
  const writes = 60;
  const seen: string[] = [start];
  const joined: { readonly from: number; readonly stream: Follower }[] = [];

  const writing = Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let n = 0; n < writes / 4; n += 1) await change(writer, `Customer ${n}`);
    }),
  );
  while (seen.length <= writes) {
    seen.push(...cursorsOf([await next(reference)]));
    if (seen.length % 6 !== 0) continue;
    // With the cursors of the newest, a recent and the first event.
    for (const from of [seen.length - 1, Math.floor(seen.length / 2), 0])
      if (joined.length < 24)
        joined.push({
          from,
          stream: await followAs(`caller ${joined.length % 5}`, { variables: { after: seen[from] } }),
        });
  }
  await writing;
  await change(writer, 'The last');
  seen.push(...cursorsOf([await next(reference)]));

  for (const { from, stream } of joined) {
    const expected = seen.slice(from + 1);
    expect(cursorsOf(await take(stream, expected.length))).toEqual(expected);
  }
});

test('each receiver pays 1 for an event, and the bucket is not in the response', async () => {
  const ours = await open({ refill: 0.001 });
  const available = async (sub: string): Promise<number> => {
    const reply = await ours.ask(
      '{ viewer { scopes } }',
      {},
      { headers: { 'content-type': 'application/json', ...(await headersOf(sub)) } },
    );
    return reply.extensions.cost.bucket.available;
  };
  const streams = [await ours.followAs('a'), await ours.followAs('a'), await ours.followAs('b')];
  const before = { a: await available('a'), b: await available('b') };
  const query = before.a - (await available('a'));

  for (let n = 0; n < 5; n += 1) await change(writer);
  const answers = await Promise.all(streams.map((stream) => take(stream, 5)));

  expect(before.a - query - (await available('a'))).toBe(2 * 5 + query);
  expect(before.b - (await available('b'))).toBe(5 + query);
  for (const answer of answers.flat())
    expect(answer).toHaveProperty('extensions', {
      cost: { requested: expect.any(Number), actual: expect.any(Number) },
    });
});

test('a receiver that cannot pay ends with its cursor, and others are not delayed', async () => {
  const ours = await open({ refill: 0.001, bucket: 40, cost: 40, feedLagMs: 500 });
  const rich = await ours.followAs('rich');
  const poor = [];
  // Each costs 1 to open; the rest of the bucket is for events.
  for (let n = 0; n < 10; n += 1) poor.push(await ours.followAs('poor'));
  const writes = 8;
  for (let n = 0; n < writes; n += 1) await change(writer, `Customer ${n}`);

  const all = cursorsOf(await take(rich, writes));
  const ends = await Promise.all(poor.map(rest));

  for (const answers of ends) {
    const last = answers.at(-1);
    const sent = cursorsOf(answers.slice(0, -1));
    expect(codesOf(last ?? { data: null })).toEqual(['SLOW_CONSUMER']);
    expect(sent).toEqual(all.slice(0, sent.length));
    const { cursor = '' } = (last?.errors?.[0]?.extensions ?? {}) as { cursor?: string };
    expect(last?.errors?.[0]?.message).toContain(cursor);
    const again = await follow(writer.url, { query: changed, variables: { after: cursor } });
    expect(cursorsOf(await take(again, writes - sent.length))).toEqual(all.slice(sent.length));
    again.hangUp();
  }
});

test('a receiver that does not read does not delay others, and ends', async () => {
  const ours = await open({ feedLagMs: 500 });
  const query = `subscription { customerChanged { cursor ${Array.from({ length: 20 }, (_, n) => `a${n}: changes { newValue }`).join(' ')} } }`;
  const headers = await headersOf('stuck');
  const ask = async (_url: string, init: RequestInit) => ours.fetch('http://gateway.test/graphql', init);
  const stuck = await follow(ours.url, { query, headers, ask });
  const reading = await ours.followAs('reading', { query });

  const long = 'x'.repeat(200);
  for (let n = 0; n < 20; n += 1) {
    await change(writer, long);
    expect((await next(reading)).errors).toBeUndefined();
  }
  await untilHolds(() => ours.open().subscriptions === 1);

  const left = await rest(stuck);
  expect(codesOf(left.at(-1) ?? { data: null })).toEqual(['SLOW_CONSUMER']);
  expect(left.length).toBeLessThan(20);
});

test('a socket that is not read is closed, and gets the reason if it is read later', async () => {
  const ours = await open({ feedLagMs: 500 });
  const selection = Array.from({ length: 25 }, (_, n) => `a${n}: changes { newValue }`).join(' ');
  const body = JSON.stringify({ query: `subscription { customerChanged { ${selection} } }` });
  const headers = { ...(await headersOf('stuck')), accept: 'text/event-stream' };
  const sent = openRequest(ours.url, { headers });
  onTestFinished(() => void sent.destroy());
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.pause();
  const { data } = await writer.ask('{ customers(first: 1) { nodes { id } } }');
  const [{ id }] = data.customers.nodes;

  // More than the kernel buffers.
  for (let n = 0; ours.open().subscriptions > 0; n += 1) {
    const reply = await writer.ask(
      'mutation ($id: ID!, $note: String!) { customerUpdate(input: { by: { id: $id }, note: $note }) { userErrors { code } } }',
      { id, note: `${n}`.padEnd(10_000, 'x') },
    );
    expect(reply.data.customerUpdate.userErrors).toEqual([]);
  }

  let text = '';
  response.setEncoding('utf8').on('data', (part) => {
    text = (text + part).slice(-1_000);
  });
  response.resume();
  await once(response, 'end');
  expect(text).toContain('SLOW_CONSUMER');
  expect(text).toMatch(/event: complete\ndata:\n\n$/);
});
