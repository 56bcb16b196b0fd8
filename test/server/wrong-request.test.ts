import { expect, test } from 'vitest';
import { expectErrors, openLoggedGateway } from './logged-gateway.ts';

const { send, ask, lines } = await openLoggedGateway();

const scopes = '{ viewer { scopes } }';
const json = { 'content-type': 'application/json' };
const post = (body: BodyInit, headers: Record<string, string> = json): RequestInit => ({
  method: 'POST',
  headers,
  body,
});
const asked = (body: unknown, headers = {}): RequestInit =>
  post(JSON.stringify(body), { ...json, ...headers });

type Case = readonly [what: string, status: number, code: string, init: RequestInit, path?: string];

const wrong: readonly Case[] = [
  ['a body that is not JSON', 400, 'BAD_REQUEST', post('{ viewer')],
  ['an empty body', 400, 'BAD_REQUEST', post('')],
  ['a body that is null', 400, 'BAD_REQUEST', post('null')],
  ['a body that is a text', 400, 'BAD_REQUEST', post('"query"')],
  ['a list of operations', 400, 'BAD_REQUEST', asked([{ query: scopes }])],
  ['a body without query', 400, 'BAD_REQUEST', asked({})],
  ['a query that is not a text', 400, 'BAD_REQUEST', asked({ query: 1 })],
  ['variables that are not an object', 400, 'BAD_REQUEST', asked({ query: scopes, variables: 'a' })],
  ['extensions that are not an object', 400, 'BAD_REQUEST', asked({ query: scopes, extensions: 1 })],
  ['an unknown parameter', 400, 'BAD_REQUEST', asked({ query: scopes, variable: {} })],
  ['an unknown operation', 400, 'BAD_REQUEST', asked({ query: scopes, operationName: 'Other' })],
  ['one of two operations', 400, 'BAD_REQUEST', asked({ query: `query A ${scopes} query B ${scopes}` })],
  ['a document of fragments', 400, 'BAD_REQUEST', asked({ query: 'fragment A on Viewer { scopes }' })],
  ['another content type', 415, 'BAD_REQUEST', post('query', { 'content-type': 'text/plain' })],
  [
    'an invalid content type',
    415,
    'BAD_REQUEST',
    post(JSON.stringify({ query: scopes }), { 'content-type': '' }),
  ],
  ['an upload', 415, 'BAD_REQUEST', { method: 'POST', body: new FormData() }],
  ['an unsupported response type', 406, 'BAD_REQUEST', asked({ query: scopes }, { accept: 'image/png' })],
  ['PUT', 405, 'BAD_REQUEST', { method: 'PUT', headers: json, body: '{}' }],
  ['DELETE', 405, 'BAD_REQUEST', { method: 'DELETE' }],
  ['GET without query', 400, 'BAD_REQUEST', {}],
  [
    'GET with variables that are not JSON',
    400,
    'BAD_REQUEST',
    {},
    '/graphql?query={viewer{scopes}}&variables={',
  ],
  [
    'GET with extensions that are not JSON',
    400,
    'BAD_REQUEST',
    {},
    '/graphql?query={viewer{scopes}}&extensions=x',
  ],
  ['a form', 415, 'BAD_REQUEST', post(new URLSearchParams({ query: scopes, variables: '{' }), {})],
  ['an unknown path', 404, 'NOT_FOUND', {}, '/graph'],
  ['an unknown path of 100 kB', 404, 'NOT_FOUND', {}, `/${'x'.repeat(100_000)}`],
  [
    'a body over the limit',
    413,
    'LIMIT_EXCEEDED',
    asked({ query: scopes, variables: { a: 'x'.repeat(1_000_000) } }),
  ],
];

for (const [what, status, code, init, path] of wrong)
  test(`${what} gets ${status} and the code ${code}`, async () => {
    const seen = lines.length;

    const reply = await send(init, path);

    expectErrors(reply, code);
    expect(reply.status).toBe(status);
    expect(lines.slice(seen)).toEqual([]);
  });

test('a body nested too deeply to parse is an error of the caller', async () => {
  const filter = `${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
  const query = 'query($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }';

  const declared = await send(post(`{"query":${JSON.stringify(query)},"variables":{"filter":${filter}}}`));
  const undeclared = await send(post(`{"query":"${scopes}","variables":{"filter":${filter}}}`));

  expectErrors(declared, 'LIMIT_EXCEEDED');
  expectErrors(undeclared, 'LIMIT_EXCEEDED');
});

test('a write whose response the client cannot accept is not executed', async () => {
  const create = 'mutation { customerCreate(input: { name: "Unread", number: "UN-1" }) { customer { id } } }';

  const { status } = await send(asked({ query: create }, { accept: 'image/png' }));
  const { data } = await ask('{ customer(by: { number: "UN-1" }) { id } }');

  expect([status, data]).toEqual([406, { customer: null }]);
});

test('parameters in a URL are named in the message', async () => {
  const message = async (search: string) =>
    (await send({ headers: { accept: 'application/json' } }, `/graphql?${search}`)).errors?.[0]?.message;

  expect(await message(`query=${scopes}&variables={`)).toBe(
    '`variables` in the URL is not valid JSON; send a JSON object.',
  );
  expect(await message(`query=${scopes}&extensions=[]`)).toContain('`extensions` is a list');
});

test('an error message says what would be valid', async () => {
  const message = async (init: RequestInit, path?: string) => (await send(init, path)).errors?.[0]?.message;

  expect(await message(post('{'))).toBe(
    'The body is not valid JSON. Send a JSON object with `query` and, if needed, `variables` and `operationName`, by POST as application/json.',
  );
  expect(await message(post('[]'))).toContain(
    'The body is a list; it must be an object. Batches are not supported.',
  );
  expect(await message(post('{}'))).toContain('`query` is missing.');
  expect(await message(asked({ query: scopes, variables: [] }))).toContain(
    '`variables` is a list; it must be an object.',
  );
  expect(await message(asked({ query: 5 }))).toContain('`query` is a number; it must be a string.');
  expect(await message(asked({ query: scopes, varibles: {} }))).toContain(
    'The body has an unknown parameter, `varibles`.',
  );
  expect(await message(asked({ query: scopes, operationName: 'Other' }))).toBe(
    'The operation to execute cannot be determined; `operationName` must be the name of an operation in the document, and can be omitted if there is only one.',
  );
  expect(await message({}, '/graph')).toBe('The URL /graph does not exist; GraphQL is at /graphql.');
  expect(await message(post('query', { 'content-type': 'text/plain' }))).toBe(
    'The request body must be application/json: an object with `query` and, if needed, `variables`.',
  );
});

test.each([
  ['application/json', 200, 200],
  ['application/graphql-response+json', 400, 200],
])(
  'with accept: %s an invalid document has the status %i, and a failed field has %i',
  async (accept, request, field) => {
    const headers = { accept };

    const parsing = await send(asked({ query: '{' }, headers));
    const validation = await send(asked({ query: '{ nothing }' }, headers));
    const variables = await send(asked({ query: 'query($id: ID!) { node(id: $id) { id } }' }, headers));
    const resolving = await send(asked({ query: '{ node(id: "x") { id } }' }, headers));

    expect([parsing, validation, variables, resolving].map(({ status }) => status)).toEqual([
      request,
      request,
      request,
      field,
    ]);
  },
);
