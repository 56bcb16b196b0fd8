import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { createCredentialStore } from '../../src/db/wire/credential.ts';
import { persistedDocuments } from '../../src/server/http/params.ts';
import { apiKeySecret, tokens } from '../auth/gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { openHttpGateway, serve } from './limits/http-gateway.ts';
import { type RawReply, type RawRequest, send } from './raw-request.ts';
import { accepts, bodies } from './request-cases.ts';

type Options = NonNullable<Parameters<typeof serve>[1]>;

const documents = persistedDocuments({ c0ffee: 'query Scopes { viewer { scopes } }' });
// Responses contain the remaining budget: each gateway has its own bucket, without a refill.
const limits = { bucket: 1_000_000, refill: 0.000_001 };

const database = await openHttpGateway();
await database.pool.query('alter table tags rename column name to called');

/** Gateways with the same options: one for requests over a socket, the other for those of the Fetch API. */
const open = (options: Options = {}) => {
  const both = { ...options, limits: { ...limits, ...options.limits } };
  return Promise.all([serve(database, both), serve(database, both)]);
};

type Ways = Awaited<ReturnType<typeof open>>;

const perMessage = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

const told = ({ status, headers, text }: RawReply) => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !perMessage.has(name))),
  text,
});

async function fetched({ fetch }: Ways[number], { body, ...request }: RawRequest): Promise<RawReply> {
  const headers = { 'content-type': 'application/json', ...request.headers };
  const init = { method: 'POST', headers, body: new Uint8Array(Buffer.from(body ?? '')) };
  const response = await fetch('http://gateway.test/graphql', init);
  const { status } = response;
  return { status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

/** Sends the request to both; returns the response over the socket. */
async function expectAlike(
  [bySocket, byFetch]: Ways,
  request: RawRequest,
  accept: string = accepts[0],
): Promise<RawReply> {
  const headers = { accept, 'x-request-id': 'the-same', ...request.headers };
  const [reply, other] = await Promise.all([
    send(bySocket.url, { ...request, headers }),
    fetched(byFetch, { ...request, headers }),
  ]);
  expect(told(reply)).toEqual(told(other));
  return reply;
}

const codesIn = ({ text }: RawReply): readonly string[] =>
  (JSON.parse(text).errors ?? []).map(({ extensions }: { extensions: { code: string } }) => extensions.code);

const json = (query: string, rest: object = {}) => ({ body: JSON.stringify({ query, ...rest }) });
const names = json('{ customers(first: 2) { nodes { name } } }');

const corsOrigins = ['https://app.example.com'];
const usual = await open({ persisted: { documents, only: false }, corsOrigins });

for (const accept of accepts)
  test.each(Object.entries(bodies))(
    `%s has the same response on both paths with accept: ${accept}`,
    async (_what, body) => {
      await expectAlike(usual, { body }, accept);
    },
  );

const anyText = fc.constantFrom('{ viewer { scopes } }', '{ nothing }', '{', '', 'c0ffee', 'A');
const anything = fc.oneof(
  anyText,
  fc.constantFrom(null, 5, true, [], {}, { n: 1 }, { persistedQuery: { sha256Hash: 'c0ffee' } }),
);
const parameters = fc.record(
  {
    query: fc.oneof({ weight: 3, arbitrary: anyText }, anything),
    variables: anything,
    operationName: anything,
    extensions: anything,
    documentId: anything,
    doc_id: anything,
    id: anything,
  },
  { requiredKeys: [] },
);

test('any parameters have the same response on both paths', async () => {
  await fc.assert(
    asyncProperty(parameters, fc.constantFrom(...accepts), async (given, accept) => {
      await expectAlike(usual, { body: JSON.stringify(given) }, accept);
    }),
    runs(300, 10),
  );
});

test.each([
  ['with a charset', { 'content-type': 'application/json; charset=utf-8' }],
  ['in a different case', { 'content-type': 'Application/JSON' }],
  ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['of another origin', { origin: 'https://a.example.com' }],
  ['of a permitted origin', { origin: 'https://app.example.com' }],
  ['of a client that accepts gzip', { 'accept-encoding': 'gzip, deflate, br' }],
])('a request %s has the same response on both paths', async (_what, headers) => {
  await expectAlike(usual, { ...names, headers });
});

test('an invalid request id is replaced', async () => {
  const request = { ...names, headers: { 'x-request-id': 'the same', accept: '*/*' } };
  const replies = [await send(usual[0].url, request), await fetched(usual[1], request)];

  for (const { headers } of replies) expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

/** The URL of a GET for the parameters of a POST; null for parameters that only a POST can have. */
function searchOf(body: string | Buffer): string | null {
  try {
    const { query, variables, operationName, extensions, ...rest } = JSON.parse(String(body));
    // Yoga treats an empty `query` in a URL as absent.
    if (typeof query !== 'string' || query === '' || Object.keys(rest).length > 0) return null;
    if (typeof operationName === 'number') return null;
    if ([variables, extensions].some((each) => typeof each !== 'object' && each !== undefined)) return null;
    if ([variables, extensions].some(Array.isArray) || /^(mutation|subscription)/.test(query)) return null;
    const given = {
      query,
      ...(variables && { variables: JSON.stringify(variables) }),
      ...(operationName && { operationName }),
      ...(extensions && { extensions: JSON.stringify(extensions) }),
    };
    return `?${new URLSearchParams(given)}`;
  } catch {
    return null;
  }
}

const readable = Object.entries(bodies).flatMap(([what, body]) => {
  const search = searchOf(body);
  // Node accepts headers and a URL of 16 kB together.
  return search === null || search.length > 8_000 ? [] : [{ what, body, search }];
});

test('most requests can be sent by GET', () => {
  expect(readable.length).toBeGreaterThan(25);
});

for (const accept of accepts)
  test.each(readable)(`$what by GET has the response of a POST with accept: ${accept}`, async (each) => {
    const headers = { accept, 'x-request-id': 'the-same', 'sec-fetch-mode': 'same-origin' };
    const [post, get] = await Promise.all([
      send(usual[0].url, { body: each.body, headers }),
      send(`${usual[1].url}${each.search}`, { method: 'GET', headers }),
    ]);
    expect(told(get)).toEqual(told(post));
  });

test('a throttled request has the same response on both paths', async () => {
  const ways = await open({ limits: { bucket: 4 } });

  const replies = [
    await expectAlike(ways, names),
    await expectAlike(ways, names),
    await expectAlike(ways, names),
  ];

  expect(replies.map(({ status }) => status)).toEqual([200, 429, 429]);
  expect(replies.slice(1).flatMap(codesIn)).toEqual(['THROTTLED', 'THROTTLED']);
});

test('a request over the cost limit has the same response on both paths', async () => {
  const ways = await open({ limits: { cost: 2 } });

  expect(codesIn(await expectAlike(ways, names))).toEqual(['COST_LIMIT']);
});

test('a body over the limit has the same response on both paths', async () => {
  const ways = await open({ limits: { bodyBytes: 100 } });

  const [just, over] = [100, 101].map((size) => json('{ __typename }').body.padEnd(size));

  expect((await expectAlike(ways, { body: just ?? '' })).status).toBe(200);
  expect(codesIn(await expectAlike(ways, { body: over ?? '' }))).toEqual(['LIMIT_EXCEEDED']);
});

test('errors over the limit are omitted on both paths', async () => {
  const ways = await open({ limits: { errors: 2 } });
  const many = json('{ nodes(ids: ["a", "b", "c", "d"]) { id } }');

  expect(codesIn(await expectAlike(ways, many))).toHaveLength(2);
});

test('with PERSISTED_ONLY, other documents have the same response on both paths', async () => {
  const ways = await open({ persisted: { documents, only: true } });

  expect(codesIn(await expectAlike(ways, names))).toEqual(['PERSISTED_ONLY']);
  expect((await expectAlike(ways, { body: '{"documentId":"c0ffee"}' })).status).toBe(200);
});

test('with the schema hidden, errors are the same on both paths', async () => {
  const ways = await open({ introspection: 'off' });

  for (const query of ['{ __schema { queryType { name } } }', '{ viewer { scope } }', '{ viewer }'])
    expect((await expectAlike(ways, json(query))).text).not.toContain('Did you mean');
});

test.each([
  ['no credentials', undefined],
  ['an invalid token', 'Bearer nope'],
  ['another scheme', 'Basic YTpi'],
])('%s have the same response on both paths', async (_what, authorization) => {
  const store = createCredentialStore(database.serving);
  const ways = await open({ viewer: createAuthenticate({ tokens, apiKeySecret }, store, () => undefined) });

  for (const body of [names.body, 'no JSON', '']) {
    const reply = await expectAlike(ways, { body, headers: authorization ? { authorization } : {} });
    expect([reply.status, codesIn(reply)]).toEqual([401, ['UNAUTHENTICATED']]);
  }
});
