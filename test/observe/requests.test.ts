import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { scopes } from '../../src/auth/viewer.ts';
import { createCredentialStore } from '../../src/db/wire/credential.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { apiKeySecret, tokens } from '../auth/gateway.ts';
import { openHttpGateway, serve } from '../server/limits/http-gateway.ts';
import { follow } from '../server/live/follower.ts';
import { openRequest, type RawRequest, send } from '../server/raw-request.ts';
import { watch } from './watch.ts';

const seen = watch();
const viewer = { accountId: demoAccountId, accountUserId: null, scopes, caller: 'test' };
const usual = await openHttpGateway({ viewer, observer: seen.observer });
const { observer } = seen;
const small = await serve(usual, { observer, limits: { cost: 5 } });
const poor = await serve(usual, { observer, limits: { bucket: 5, cost: 5, refill: 0.000_001 } });
const full = await serve(usual, { observer, limits: { inFlight: 0, waiting: 0 } });
const local = await serve(usual, { observer, hosts: 'loopback' });
const signed = await serve(usual, {
  observer,
  viewer: createAuthenticate({ tokens, apiKeySecret }, createCredentialStore(usual.serving), () => undefined),
});

const document =
  'query Names { customers(first: 3) { nodes { id name tags(first: 2) { nodes { name } } } } }';
const json = (query: string, rest: object = {}) => JSON.stringify({ query, ...rest });
const search = `?query=${encodeURIComponent(document)}`;

test.each<readonly [string, string, RawRequest]>([
  ['a POST of JSON', '', {}],
  ['another type of JSON, by Yoga', '', { headers: { accept: 'application/json;charset=utf-8' } }],
  ['a result as an event', '', { headers: { accept: 'text/event-stream' } }],
  ['a GET', search, { method: 'GET', body: '', headers: { accept: 'application/json' } }],
])('%s is observed once, with all that it did', async (what, path, { headers = {}, ...init }) => {
  const id = what.replaceAll(/\W/g, '-');
  const [before, batchesBefore] = [seen.statements.length, seen.batches.length];
  const reply = await send(`${usual.url}${path}`, {
    body: json(document),
    ...init,
    headers: { ...headers, 'x-request-id': id },
  });
  const observation = await seen.of(id);

  expect(reply.status).toBe(200);
  expect(observation).toMatchObject({
    ...{ status: 200, codes: [], accountId: demoAccountId, caller: 'test', isStream: false, text: document },
    operation: { name: 'Names', type: 'query', hash: createHash('sha256').update(document).digest('hex') },
  });
  const [, cost] = /"cost":\{"requested":(\d+),"actual":(\d+)/.exec(reply.text)?.slice(0) ?? [];
  expect(observation.requestedCost).toBe(Number(cost));
  expect(observation.actualCost).toBeGreaterThan(0);
  const own = seen.statements.slice(before).filter(({ requestId }) => requestId === id);
  expect(own.map(({ name }) => name).sort()).toEqual(['Customer.tags page', 'Query.customers page']);
  expect(seen.batches.slice(batchesBefore)).toEqual([1, 3]);
  expect(observation.statements).toBe(own.length);
  expect(observation.rows).toBe(own.reduce((sum, { rows }) => sum + rows, 0));
  expect(observation.rows).toBeGreaterThan(3);
  const { durationMs, queueMs, databaseMs, ownMs } = observation;
  expect(databaseMs).toBeGreaterThan(0);
  expect(queueMs + databaseMs + ownMs).toBeCloseTo(durationMs);
});

test('of the name of an operation, the first 100 characters are observed', async () => {
  const body = json(`query Long${'g'.repeat(1_000)} { viewer { account { id } } }`);
  await send(usual.url, { body, headers: { 'x-request-id': 'long-name' } });

  expect((await seen.of('long-name')).operation?.name).toBe(`Long${'g'.repeat(96)}`);
});

test('the bytes of a response are those of its body as sent', async () => {
  for (const encoding of ['identity', 'gzip']) {
    const headers = { 'x-request-id': `bytes-${encoding}`, 'accept-encoding': encoding };
    const { headers: sent } = await send(usual.url, {
      body: json('{ __schema { types { name } } }'),
      headers,
    });
    expect((await seen.of(`bytes-${encoding}`)).bytes).toBe(Number(sent['content-length']));
  }
});

test.each([
  ['without credentials', signed.url, 401, ['UNAUTHENTICATED'], {}],
  ['with a wrong token', signed.url, 401, ['UNAUTHENTICATED'], { authorization: 'Bearer wrong' }],
  ['to a full gateway', full.url, 503, ['OVERLOADED'], {}],
  ['to another host', local.url, 421, ['BAD_REQUEST'], { host: 'example.com' }],
  ['above the cost limit', small.url, 400, ['COST_LIMIT'], {}],
  ['above what the caller has', poor.url, 429, ['THROTTLED'], {}],
])('a request %s is observed with the status and the code', async (what, url, status, codes, headers) => {
  // Replaced where the host is not answered.
  const id = what.replaceAll(' ', '-');
  const many = json(url === poor.url ? '{ viewer { scopes } }' : document.replace('first: 3', 'first: 50'));
  const replies = [];
  for (let n = 0; n < (url === poor.url ? 12 : 1); n++)
    replies.push(await send(url, { body: many, headers: { ...headers, 'x-request-id': `${id}-${n}` } }));
  const last = replies.at(-1);
  expect(last?.status).toBe(status);
  const observation = await seen.of(String(last?.headers['x-request-id']));

  expect(observation).toMatchObject({ status, codes });
});

test.each([
  ['invalid JSON', '{', 'BAD_REQUEST', undefined],
  ['a syntax error', json('{'), 'GRAPHQL_PARSE_FAILED', undefined],
  ['an unknown field', json('query A { nothing }'), 'GRAPHQL_VALIDATION_FAILED', undefined],
  [
    'an unknown operation',
    json('query A { viewer { scopes } }', { operationName: 'B' }),
    'BAD_REQUEST',
    undefined,
  ],
  [
    'a wrong variable',
    json('query A($n: Int!) { customers(first: $n) { nodes { id } } }'),
    'BAD_USER_INPUT',
    'A',
  ],
])('a request with %s is observed with the code', async (what, body, code, name) => {
  const id = what.replaceAll(' ', '-');
  await send(usual.url, { body, headers: { 'x-request-id': id } });
  const observation = await seen.of(id);

  expect(observation).toMatchObject({ codes: [code], statements: 0 });
  expect(observation.operation?.name).toBe(name);
});

test.each([
  ['HEAD', {}, '', 405, ['BAD_REQUEST'], 0],
  ['POST', { 'content-type': 'text/plain' }, '', 415, ['BAD_REQUEST'], 100],
  ['POST', { accept: 'image/png' }, '', 406, ['BAD_REQUEST'], 100],
  ['GET', {}, '/unknown', 404, ['NOT_FOUND'], 100],
] as const)('a %s with the headers %o to graphql%s has status, code and bytes', async (...row) => {
  const [method, headers, path, status, codes, bytes] = row;
  const id = `${method}-${status}`;
  const body = method === 'POST' ? json(document) : '';
  await send(`${usual.url}${path}`, { method, body, headers: { ...headers, 'x-request-id': id } });
  const observation = await seen.of(id);

  expect(observation).toMatchObject({ method, status, codes });
  expect(observation.bytes).toBeGreaterThanOrEqual(bytes);
  expect(observation.bytes > 0).toBe(bytes > 0);
});

test('a subscription is observed when its stream opens, and keeps nothing of its request', async () => {
  const stream = await follow(usual.url, {
    query: 'subscription Follow { customerChanged { cursor } }',
    headers: { 'x-request-id': 'follow' },
  });
  const observation = await seen.of('follow');
  stream.hangUp();

  expect(observation).toMatchObject({ status: 200, isStream: true, caller: 'test', text: undefined });
  expect(observation.operation).toBeUndefined();
});

test('a request whose client leaves is observed with the status 499', async () => {
  const sent = openRequest(usual.url, { headers: { 'content-length': '100', 'x-request-id': 'leaves' } });
  sent.on('error', () => undefined);
  sent.write('{');
  sent.once('socket', (socket) => socket.once('connect', () => setImmediate(() => sent.destroy())));

  expect(await seen.of('leaves')).toMatchObject({ status: 499, bytes: 0 });
});

test('requests of the Fetch API are observed', async () => {
  for (const accept of ['application/json', 'text/event-stream']) {
    const id = `fetched-${accept.slice(0, 4)}`;
    const headers = { 'content-type': 'application/json', accept, 'x-request-id': id };
    await usual.fetch('http://gateway.test/graphql', { method: 'POST', headers, body: json(document) });

    expect(await seen.of(id)).toMatchObject({ status: 200, operation: { name: 'Names' }, statements: 2 });
  }
});

test('an observer reads the headers of each request', async () => {
  const found: (string | undefined)[] = [];
  const other = await serve(usual, {
    observer: { ...seenAll(), started: (_, headerOf) => void found.push(headerOf('traceparent')) },
  });
  const headers = { traceparent: '00-1-2-01' };
  await send(other.url, { body: json(document), headers });
  await send(`${other.url}${search}`, { method: 'GET', headers: { ...headers, accept: 'application/json' } });
  await send(other.url, { body: json(document) });

  expect(found).toEqual(['00-1-2-01', '00-1-2-01', undefined]);
});

function seenAll() {
  if (observer === undefined) throw new Error('no observer');
  return observer;
}
