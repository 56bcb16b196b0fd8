import { once } from 'node:events';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openHttpGateway } from './http-gateway.ts';

/** The attacks of graphql-cop, each with its own check for success, sent without the headers of a browser. */
const { send, ask, url } = await openHttpGateway({ introspection: 'off' });

const plain = { accept: '*/*' };
const times = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at));

test('101 aliases are rejected', async () => {
  const { data, status } = await ask(
    `query cop { ${times(101, (at) => `alias${at}:__typename`).join(' ')} }`,
  );

  expect({ data, status }).toEqual({ data: undefined, status: 400 });
});

test('an array of ten operations is rejected', async () => {
  const body = JSON.stringify(times(10, () => 'query cop { __typename }').map((query) => ({ query })));

  const reply = await send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });

  expect(reply.status).toBe(400);
  expect(reply.text).not.toContain('"data"');
});

test('circular introspection is rejected', async () => {
  const { data } = await ask(
    'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
  );

  expect(data).toBeUndefined();
});

test('many directives are reported in one error', async () => {
  const { data, errors } = await ask(`query cop { __typename ${'@aa'.repeat(10)} }`);

  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
});

test('a field repeated 500 times is rejected', async () => {
  const { data } = await ask(`query cop { ${'__typename \n'.repeat(500)} }`);
  const { data: other } = await ask(`query cop { viewer { ${'scopes \n'.repeat(500)} } }`);

  expect([data, other]).toEqual([undefined, undefined]);
});

test.each([
  'query cop { __schema { directive } }',
  'query cop { customer }',
  'query cop { custmers { totalCount } }',
  'query cop { customers(frst: 1) { totalCount } }',
  'query cop { customers(orderBy: [{ field: NAM }]) { totalCount } }',
  'query cop { node(id: "x") { ... on Custmer { id } } }',
])('%s: the error suggests no similar name', async (query) => {
  expect((await ask(query)).text).not.toMatch(/did you mean/i);
});

test('an invalid variable: the error suggests no similar name', async () => {
  const query = 'query($by: [CustomerSort!]) { customers(orderBy: $by) { totalCount } }';

  const value = await ask(query, { by: [{ field: 'NAM' }] });
  const field = await ask(query, { by: [{ feld: 'NAME' }] });

  expect(value.text + field.text).not.toMatch(/did you mean/i);
});

/** A GET as programs and links of other sites send it, without the headers of a browser's script. */
async function get(
  search: string,
  headers: OutgoingHttpHeaders = plain,
): Promise<readonly [number, boolean]> {
  const [response] = (await once(request(`${url}${search}`, { headers }).end(), 'response')) as [
    IncomingMessage,
  ];
  return [response.statusCode ?? 0, (await text(response)).includes('"data"')];
}

test('a mutation by GET is rejected', async () => {
  const search = '?query=mutation%20cop%20%7B__typename%7D';

  expect(await get(search)).toEqual([400, false]);
  expect(await get(search, { accept: 'application/json' })).toEqual([405, false]);
});

test('a query by GET that another site could send is rejected', async () => {
  const search = '?query=query%20cop%20%7B__typename%7D';

  expect(await get(search)).toEqual([400, false]);
  expect(await get(search, { accept: 'image/*', 'sec-fetch-mode': 'no-cors' })).toEqual([406, false]);
  expect(await get(search, { accept: 'text/html', 'sec-fetch-mode': 'navigate' })).toEqual([406, false]);
  expect(await get(search, { accept: 'application/json' })).toEqual([200, true]);
});

test.each(['', '/graphiql', '/playground', '/console'])('GraphiQL is not served at %j', async (path) => {
  const response = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } });

  expect(await response.text()).not.toMatch(/graphiql\.min\.css|<title>GraphQL|<script/i);
});

test.each([
  'query cop { __schema { types { name fields { name } } } }',
  'query cop { __type(name: "Query") { name } }',
])('%s is rejected', async (query) => {
  const { data, status } = await ask(
    query,
    {},
    {
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      method: 'POST',
      body: JSON.stringify({ query }),
    },
  );

  expect({ data, status }).toEqual({ data: undefined, status: 400 });
});

test.each([
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/graphql',
])('a POST of %s is rejected', async (type) => {
  const body = 'query=query+cop+{__typename}';

  const reply = await send({ method: 'POST', headers: { 'content-type': type, ...plain }, body });

  expect([reply.status, reply.data]).toEqual([415, undefined]);
});

test('a response contains no tracing data', async () => {
  const headers = { 'content-type': 'application/json', 'x-apollo-tracing': '1' };

  const { extensions = {} } = await ask('query cop { __typename }', {}, { headers });

  expect(extensions).not.toHaveProperty('tracing');
});
