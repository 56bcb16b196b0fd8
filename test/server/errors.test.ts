import { expect, test } from 'vitest';
import { expectErrors, openLoggedGateway } from './logged-gateway.ts';

const { ask, lines, pool } = await openLoggedGateway();

const names =
  'query($first: Int, $last: Int, $after: String, $filter: CustomerFilter, $query: String, $orderBy: [CustomerSort!]) { customers(first: $first, last: $last, after: $after, filter: $filter, query: $query, orderBy: $orderBy) { nodes { name } } }';
const byName = [{ field: 'NAME' }];
const long = 'x'.repeat(100_000);

const sample = await ask('{ customers(first: 1) { nodes { id } pageInfo { endCursor } } }');
const cursor: string = sample.data.customers.pageInfo.endCursor;
const customerId: string = sample.data.customers.nodes[0].id;

type Empty = readonly [what: string, filter: object];
const empty: readonly Empty[] = [
  ['an unknown id', { ids: ['cus_00000000000000000000000000000000'] }],
  ['an unknown carrier', { carrierIds: ['crr_00000000000000000000000000000000'] }],
  ['an empty list', { ids: [] }],
  ['an empty list of statuses', { statuses: [] }],
  ['an empty list of alternatives', { or: [] }],
  ['a tag of 100 kB', { tags: [long] }],
  ['a lone surrogate in a locality', { address: { locality: { equals: '\ud800' } } }],
  ['a lone surrogate', { tags: ['\ud800'] }],
];

test.each(empty)('a filter with %s matches nothing', async (_what, filter) => {
  const { data, errors } = await ask(names, { filter });

  expect({ data, errors }).toEqual({ data: { customers: { nodes: [] } }, errors: undefined });
});

test.each([
  ['number', '9'.repeat(100_000)],
  ['shortId', '\ud800'],
  ['shopperEmail', 'nobody@example.com'],
  ['id', 'cus_00000000000000000000000000000000'],
])('a customer of an unknown %s is null', async (key, value) => {
  const { data, errors } = await ask('query($by: CustomerIdentifier!) { customer(by: $by) { id } }', {
    by: { [key]: value },
  });

  expect({ data, errors }).toEqual({ data: { customer: null }, errors: undefined });
});

test('an invalid id leaves the other nodes intact', async () => {
  const reply = await ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: ['x', customerId, 'cus_00000000000000000000000000000000'],
  });

  expectErrors(reply, 'ID_INVALID');
  expect(reply.data).toEqual({ nodes: [null, { id: customerId }, null] });
  expect(reply.errors?.map(({ path }) => path)).toEqual([['nodes', 0]]);
});

test('an error message says what would be valid', async () => {
  const messages = await Promise.all(
    [
      { first: 251 },
      { first: 1, last: 1 },
      { after: 'x' },
      { after: cursor, orderBy: byName },
      { query: 'a\0b' },
    ].map(async (variables) => (await ask(names, variables)).errors?.[0]?.message),
  );

  expect(messages).toEqual([
    '`first` is 251; the maximum is 250.',
    '`first` and `last` are both given; send one of them.',
    '`after` is not a valid cursor; use a cursor from `edges` or `pageInfo` of the same list.',
    '`after` is a cursor of another list, order or filter; use a cursor of this list, or omit `after` to start from the first page.',
    '`$query`: the string contains the character U+0000; remove it.',
  ]);
});

test('an internal error is masked, and logged once with the request id of the response', async () => {
  await pool.query('alter table addresses rename column name to called');
  const seen = lines.length;

  const reply = await ask('{ customers(first: 25) { nodes { shipToAddress { name } } } }');

  await pool.query('alter table addresses rename column called to name');
  expectErrors(reply, 'INTERNAL_SERVER_ERROR');
  expect(new Set(reply.errors?.map(({ message }) => message))).toEqual(
    new Set(['An internal error occurred; the log of the gateway has the details under the request id.']),
  );
  expect(lines.slice(seen)).toMatchObject([
    {
      level: 50,
      requestId: reply.headers.get('x-request-id'),
      err: { message: 'column t.name does not exist' },
    },
  ]);
});

test('a response without data because of an internal error has status 500', async () => {
  await pool.query('alter table customers rename column name to called');

  const reply = await ask('{ customers(first: 1) { nodes { name } } }');

  await pool.query('alter table customers rename column called to name');
  expectErrors(reply, 'INTERNAL_SERVER_ERROR');
  expect(reply).toMatchObject({ status: 500, data: null });
  expect((await ask('{ customers(first: 1) { nodes { name } } }')).status).toBe(200);
});
