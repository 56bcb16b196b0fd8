import { expect, test } from 'vitest';
import { scopes } from '../../../src/auth/viewer.ts';
import { demoAccountId } from '../../../src/demo/seed.ts';
import { codesOf, openHttpGateway } from './http-gateway.ts';

const gateway = await openHttpGateway({
  viewer: { accountId: demoAccountId, accountUserId: null, scopes, caller: 'test' },
});
const { ask, log, url } = gateway;

/** The two parsers of requests. */
const ways = ['application/json', 'application/json, text/plain'] as const;

const listsOf = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const objectsOf = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const create = `mutation($m: JSONObject) { customerCreate(input: { name: "a", number: "deep", metadata: $m, idempotencyKey: "k" }) {
  customer { metadata } userErrors { code path } } }`;
const entities = 'query($r: [_Any!]!) { _entities(representations: $r) { __typename } }';

const bodies = (json: string): Readonly<Record<string, string>> => ({
  'metadata in variables': `{"query":${JSON.stringify(create)},"variables":{"m":{"a":${json}}}}`,
  'a representation': `{"query":${JSON.stringify(entities)},"variables":{"r":[{"__typename":"Customer","id":"x","a":${json}}]}}`,
  'a variable that is not declared': `{"query":"{ __typename }","variables":{"a":${json}}}`,
  extensions: `{"query":"{ __typename }","extensions":{"a":${json}}}`,
  'a persisted query': `{"extensions":{"persistedQuery":${json}}}`,
  'an unknown parameter': `{"query":"{ __typename }","unknown":${json}}`,
  'the body itself': json,
});

for (const accept of ways)
  for (const [kind, json] of [
    ['lists', listsOf(100_000)],
    ['objects', objectsOf(100_000)],
  ] as const)
    test.each(Object.entries(bodies(json)))(
      `%s of too many ${kind} is rejected (${accept})`,
      async (_what, body) => {
        const reply = await gateway.send({
          method: 'POST',
          headers: { 'content-type': 'application/json', accept },
          body,
        });

        expect([reply.status, codesOf(reply)]).toEqual([400, ['LIMIT_EXCEEDED']]);
      },
    );

test('variables in a URL are rejected in the same way', async () => {
  const search = new URLSearchParams({ query: '{ __typename }', variables: objectsOf(1_000) });
  const reply = await gateway.send({ headers: { accept: 'application/json' } }, `?${search}`);

  expect([reply.status, codesOf(reply)]).toEqual([400, ['LIMIT_EXCEEDED']]);
});

test('filters of the maximum depth are within the limit', async () => {
  const nest = (levels: number): object =>
    levels === 0 ? { active: true } : { and: [{ not: nest(levels - 1) }] };
  const reply = await ask('query($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }', {
    f: nest(4),
  });

  expect(codesOf(reply)).toEqual([]);
});

const inLiteral = (value: string) =>
  `mutation { customerCreate(input: { name: "a", number: "deep", metadata: { a: ${value} } }) { userErrors { code path } } }`;

test.each([
  ['lists', 40, (depth: number) => listsOf(depth)],
  ['objects', 40, (depth: number) => `${'{a:'.repeat(depth)}1${'}'.repeat(depth)}`],
])('metadata of too many %s in the document is a user error', async (_kind, depth, of) => {
  const { data } = await ask(inLiteral(of(depth)));

  expect(data.customerCreate.userErrors).toEqual([{ code: 'INVALID', path: ['metadata'] }]);
});

test.each([
  ['lists of a value', inLiteral(listsOf(950))],
  ['objects of a value', inLiteral(`${'{a:'.repeat(490)}1${'}'.repeat(490)}`)],
  ['lists for an enum', `{ customers(orderBy: ${listsOf(950)}) { totalCount } }`],
  ['lists for a text', `{ customers(query: ${listsOf(950)}) { totalCount } }`],
  [
    'lists for a decimal',
    `mutation { unitCreate(input: { ratioNumerator: ${listsOf(950)} }) { userErrors { code } } }`,
  ],
  ['filters', `{ customers(filter: ${'{not:'.repeat(490)}{}${'}'.repeat(490)}) { totalCount } }`],
  ['lists that do not end', `{ customers(query: ${'['.repeat(1_990)}`],
  ['selections that do not end', '{a'.repeat(990)],
  ['selections', `${'{viewer'.repeat(600)}${'}'.repeat(600)}`],
  ['types of a variable', `query($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { __typename }`],
  [
    'a number for a decimal',
    'mutation { unitCreate(input: { ratioNumerator: 1e999999 }) { userErrors { code } } }',
  ],
  ['a number in metadata', inLiteral('1e999999')],
  ['a whole number', `{ customers(first: ${'9'.repeat(100_000)}) { totalCount } }`],
  [
    'a decimal of many digits',
    `mutation { unitCreate(input: { ratioNumerator: ${'9'.repeat(100_000)} }) { userErrors { code } } }`,
  ],
  ['a text', `{ customers(query: "${'a'.repeat(500_000)}") { totalCount } }`],
])('%s in the document is an error of the request', async (_what, query) => {
  const reply = await ask(query);

  expect(reply.status).toBeLessThan(500);
  expect(codesOf(reply)).not.toEqual([]);
  expect(codesOf(reply)).not.toContain('INTERNAL_SERVER_ERROR');
  expect(reply.text.length).toBeLessThan(10_000);
});

test('a number beyond all doubles in metadata is rejected, not stored as null', async () => {
  const reply = await gateway.send({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":${JSON.stringify(create)},"variables":{"m":{"a":1e999}}}`,
  });

  expect(codesOf(reply)).toEqual(['BAD_USER_INPUT']);
});

test('no case is logged as an internal error', async () => {
  expect((await fetch(url.replace('/graphql', '/health'))).status).toBe(200);
  expect(log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});
