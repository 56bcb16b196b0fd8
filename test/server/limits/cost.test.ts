import { expect, test } from 'vitest';
import { moreQuestions } from '../../schema/more-questions.ts';
import { questions } from '../../schema/questions.ts';
import { codesOf, openHttpGateway } from './http-gateway.ts';

const { ask } = await openHttpGateway();
const fresh = await openHttpGateway();

const costOf = async (query: string, variables: object = {}): Promise<number> =>
  (await ask(query, variables)).extensions.cost.requested;

type Case = readonly [cost: number, query: string, variables?: object];

const priced: readonly Case[] = [
  [1, '{ __typename }'],
  [1, '{ viewer { scopes } }'],
  [2, '{ viewer { account { name } } }'],
  [26, '{ customers { nodes { name } } }'],
  [11, '{ customers(first: 10) { nodes { name } } }'],
  [11, '{ customers(last: 10) { edges { cursor node { name } } } }'],
  [11, '{ customers(first: 10) { pageInfo { endCursor } } }'],
  [11, '{ customers(first: 10) { nodes { name } pageInfo { endCursor } } }'],
  [41, '{ customers { totalCount } }'],
  [8, 'query($n: Int = 7) { customers(first: $n) { nodes { id } } }'],
  [4, 'query($n: Int = 7) { customers(first: $n) { nodes { id } } }', { n: 3 }],
  [1, 'query($n: Int) { customers(first: $n) { nodes { id } } }', { n: 0 }],
  [13, '{ customers { count { value } } }'],
  [7 + 36, '{ customers { count(cap: 1000000) { value } } }'],
  [13, 'query($cap: Int) { customers { count(cap: $cap) { value } } }', { cap: 100 }],
  [152, '{ customers { facets { statuses { count } } } }'],
  [252, '{ customers { facets { carriers { value { name } } } } }'],
  [62, '{ customers { facets { statuses(first: 10) { count } } } }'],
  [252, 'query($n: Int) { customers { facets { tags(first: $n) { count } } } }', { n: null }],
  [60 + 2, '{ customersAggregate { groups { count } } }'],
  [60 + 20 + 2 * 4, '{ customersAggregate(groupBy: STATUS) { groups { count } } }'],
  [60 + 2 * 20 + 3 * 2, '{ customersAggregate(groupBy: [STATUS, TYPE], first: 3) { groups { count } } }'],
  [60 + 20 + 1_000, '{ customersAggregate(groupBy: CREATED_DAY, first: 1000) { groupCount } }'],
  [60 + 20 + 150 + 10 * 2, '{ customersAggregate(groupBy: TAG, first: 10) { groups { count } } }'],
  [60 + 2 * 20 + 500 + 2, '{ customersAggregate(groupBy: [STATE, COUNTRY], first: 1) { groups { count } } }'],
  [60 + 25 + 2, '{ customersAggregate(filter: { active: true }) { groups { count } } }'],
  [60 + 2 + 2 * (1 + 1), '{ customersAggregate { groups { creditLimits { unit { id } } } } }'],
  [
    3 * 60 + 2 * 200 + 2 + 2 * 2,
    '{ customersAggregate { groups { a: orderTotals { sum } b: orderTotals(filter: {}) { sum } } } }',
  ],
  [
    60 + 20 + 30 + 2,
    '{ ordersAggregate(first: 1, groupBy: CUSTOMER, filter: { statuses: [PLACED], placedAt: {} }) { groups { count } } }',
  ],
  [1 + 2 * (1 + 60 + 2), '{ customers(first: 2) { nodes { childAccountsAggregate { groups { count } } } } }'],
  [2 + 25, '{ customers(first: 1, filter: { statuses: [NORMAL] }) { nodes { id } } }'],
  [1 + 25 + 40, '{ customers(filter: { statuses: [NORMAL] }) { totalCount } }'],
  [
    2 + 2 * 30 + 40,
    '{ customers(first: 1, filter: { not: { or: [{ active: true }, { modes: [TEST] }] } }) { nodes { id } totalCount } }',
  ],
  [2 + 2, '{ customers(first: 1, filter: { ids: [] }) { nodes { id } } }'],
  [2 + 30, '{ customers(first: 1, filter: { or: [{ ids: [] }, { active: true }] }) { nodes { id } } }'],
  [2 + 250, '{ customers(first: 1, filter: { tags: [] }) { nodes { id } } }'],
  [
    2 + 500,
    '{ customers(first: 1, filter: { and: [{ address: { state: { equals: "IL" } } }, { priceGroupIds: [] }] }) { nodes { id } } }',
  ],
  [
    2 + 250 + 2 * 5 + 25,
    '{ customers(first: 1, filter: { address: { state: { in: ["IL"], exists: true, equals: null }, locality: { contains: "a" } } }) { nodes { id } } }',
  ],
  [2 + 250, '{ customers(first: 1, filter: { address: {} }) { nodes { id } } }'],
  [2 + 25, '{ customers(first: 1, filter: { salesRep: { exists: false } }) { nodes { id } } }'],
  [2 + 25, '{ customers(first: 1, filter: { creditLimit: { exists: true } }) { nodes { id } } }'],
  [2 + 30, '{ customers(first: 1, filter: { salesRep: { name: { contains: "a" } } }) { nodes { id } } }'],
  [
    2 + 30 + 5,
    '{ customers(first: 1, filter: { carrier: { name: { contains: "a", exists: true } } }) { nodes { id } } }',
  ],
  [
    2 + 250 + 30,
    '{ customers(first: 1, filter: { parent: { statuses: [NORMAL], carrier: { codes: [UPS] } } }) { nodes { id } } }',
  ],
  [
    2 + 500 + 5,
    '{ customers(first: 1, filter: { children: { none: {}, every: { active: true, modes: [TEST] } } }) { nodes { id } } }',
  ],
  [2 + 25, '{ customers(first: 1, filter: { name: { contains: "a" } }) { nodes { id } } }'],
  [2 + 50, '{ customers(first: 1, filter: { note: { contains: "a" } }) { nodes { id } } }'],
  [
    2 + 30 + 25,
    '{ customers(first: 1, filter: { creditLimit: { from: "1", unit: "USD" } }) { nodes { id } } }',
  ],
  [
    2 + 250 + 5 + 5,
    '{ customers(first: 1, filter: { orders: { some: { statuses: [PLACED], total: { from: "1000", currencyCode: "USD" }, placedAt: { exists: true } } } }) { nodes { id } } }',
  ],
  [
    2 + 25 + 25,
    '{ customers(first: 1, filter: { metadata: { path: "a", exists: true } }) { nodes { id } } }',
  ],
  [
    2 + 250 + 5,
    '{ customers(first: 1, filter: { sources: { none: { system: AUGNO, seenAt: { from: "2024-01-01T00:00:00Z" } } } }) { nodes { id } } }',
  ],
  [2 + 25, '{ orders(first: 1, filter: { number: { startsWith: "8" } }) { nodes { id } } }'],
  [2 + 25, '{ orders(first: 1, query: "8396") { nodes { id } } }'],
  [2 + 250, '{ customers(first: 1, filter: { differsFromParent: [CARRIER, TAGS] }) { nodes { id } } }'],
  [
    2 + 250 + 2 * 25,
    '{ customers(first: 1, filter: { sharesWithAnother: [NAME, CONTACT_EMAIL, NAME] }) { nodes { id } } }',
  ],
  [2 + 250, '{ customers(first: 1, filter: { shipToDiffersFromBillTo: [STATE] }) { nodes { id } } }'],
  [
    2 + 250 + 5,
    '{ customers(first: 1, filter: { orders: { sum: { of: { statuses: [PLACED], createdAt: { exists: true } }, from: "1", currencyCode: "USD" } } }) { nodes { id } } }',
  ],
  [
    2 + 250,
    '{ customers(first: 1, filter: { exceedsCreditLimit: { statuses: [PLACED] } }) { nodes { id } } }',
  ],
  [
    2 + 250 + 25,
    '{ customers(first: 1, filter: { events: { some: { fields: [CREDIT_LIMIT] } } }) { nodes { id } } }',
  ],
  [
    2 + 250 + 25,
    '{ customers(first: 1, filter: { sourcesDiffer: { fieldGroups: [NAME] } }) { nodes { id } } }',
  ],
  [2 + 140, '{ customers(first: 1, query: "acme") { nodes { id } } }'],
  [2 + 260, '{ customers(first: 1, query: "acme ac ß acme") { nodes { id } } }'],
  [2, 'query($q: String) { customers(first: 1, query: $q) { nodes { id } } }'],
  [2 + 160, 'query($q: String) { customers(first: 1, query: $q) { nodes { id } } }', { q: 'ac' }],
  [2 + 180, 'query($q: String) { customers(first: 1, query: $q) { nodes { id } } }', { q: 'acme corp' }],
  [2, '{ customers(first: 1, query: "") { nodes { id } } }'],
  [2, '{ customers(first: 1, orderBy: { field: NAME, direction: DESC }) { nodes { id } } }'],
  [2, '{ customers(first: 1, orderBy: [{ field: NUMBER }, { field: NAME }]) { nodes { id } } }'],
  [2 + 120, '{ customers(first: 1, orderBy: [{ field: NAME }, { field: NUMBER }]) { nodes { id } } }'],
  [1, '{ customers(first: 1, orderBy: [{ field: NAME }, { field: NUMBER }]) { __typename } }'],
  [
    1 + 2 * (1 + 102),
    '{ customers(first: 2) { nodes { childAccounts(first: 1, orderBy: { field: NAME }) { nodes { id } } } } }',
  ],
  [1 + 140 + 40, '{ customers(first: 1, query: "acme") { totalCount } }'],
  [
    1 + 2 * 150 + 1 + 2 * 250,
    '{ customers(filter: { tags: ["vip"] }) { facets { statuses { count } carriers { count } } } }',
  ],
  [2 + 110, '{ customerChanges(first: 1, filter: { fields: [NAME] }) { nodes { cursor } } }'],
  [61, '{ customers(first: 10) { nodes { addresses(first: 4) { nodes { name } } } } }'],
  [3, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['cus_1', 'cus_2', 'cus_3'] }],
  [
    12,
    'query($all: [_Any!]!) { _entities(representations: $all) { ... on Customer { addresses(first: 4) { nodes { id } } } } }',
    { all: ['a', 'b'] },
  ],
  [1, '{ _service { sdl } }'],
  [
    18,
    'mutation { customersUpsert(input: { items: [{ by: { number: "" } }, { by: { number: "" } }] }) { results { outcome } } }',
  ],
  [2, '{ viewer { account { name } } customers @skip(if: true) { nodes { name } } }'],
  [
    26,
    'query($x: Boolean!) { viewer @include(if: $x) { scopes } customers { nodes { name } } }',
    { x: false },
  ],
  [2, '{ viewer { ...A ...A ... on Viewer { ...A } } } fragment A on Viewer { account { name } }'],
];

test.each(priced.map(([cost, query, variables = {}]) => [cost, query, variables] as const))(
  '%i is the cost of %s',
  async (cost, query, variables) => {
    expect(await costOf(query, variables)).toBe(cost);
  },
);

test('a fixed price is not refunded if fewer rows are returned', async () => {
  const query = '{ customers(first: 200, query: "nothingofthesort") { nodes { id } } }';

  const { extensions } = await ask(query);

  expect(extensions.cost).toMatchObject({ requested: 341, actual: 141 });
});

test('a cached price is not used for another number of words', async () => {
  const query =
    'query($q: String, $d: DateTime) { customers(first: 1, query: $q, filter: { createdAt: { from: $d } }) { nodes { id } } }';
  const of = (variables: object) => costOf(query, variables);

  expect(await of({})).toBe(2 + 25);
  expect(await of({ q: 'acme' })).toBe(2 + 25 + 140);
  expect(await of({ q: 'other' })).toBe(2 + 25 + 140);
  expect(await of({ q: 'acme corp' })).toBe(2 + 25 + 180);
  // The field rejects it.
  expect(await of({ q: 'x'.repeat(257) })).toBe(2);
});

test('a filter has at most 50 conditions', async () => {
  const query = 'query($filter: CustomerFilter) { customers(first: 1, filter: $filter) { nodes { id } } }';
  const filter = (size: number) => ({ not: { or: Array.from({ length: size }, () => ({ active: true })) } });

  expect((await ask(query, { filter: filter(50) })).errors).toBeUndefined();
  const reply = await ask(query, { filter: filter(51) });
  expect(codesOf(reply)).toEqual(['LIMIT_EXCEEDED']);
  expect(reply.errors?.[0]?.message).toBe(
    '`filter` has 51 conditions; the maximum is 50. Use lists of values where possible.',
  );
});

test.each(Object.entries({ ...questions, ...moreQuestions }))(
  '%s costs less than 2,000',
  async (_name, { query }) => {
    expect(await costOf(query)).toBeLessThan(2_000);
  },
);

test('unused cost is refunded', async () => {
  const query =
    'query($filter: CustomerFilter) { customers(first: 200, filter: $filter) { edges { node { addresses(first: 10) { nodes { id } } } } } }';

  const { extensions: none } = await fresh.ask(query, { filter: { ids: [] } });
  const { data, extensions } = await fresh.ask(query);

  const rows: { node: { addresses: { nodes: object[] } } }[] = data.customers.edges;
  const objects = rows.map(({ node }) => 2 + node.addresses.nodes.length).reduce((a, b) => a + b, 1);
  expect(none.cost).toMatchObject({ requested: 2403, actual: 3 });
  expect(extensions.cost).toMatchObject({
    requested: 2401,
    actual: objects,
    bucket: { capacity: 20_000, refillPerSecond: 1_000 },
  });
  expect(extensions.cost.bucket.available).toBeGreaterThanOrEqual(20_000 - objects - 3_000);
});

test('a request over the limit is rejected with its cost, the limit and its most expensive field', async () => {
  const reply = await ask(
    '{ viewer { scopes } all: customers(first: 250) { totalCount nodes { name here: addresses(first: 250) { nodes { geolocation { state } } } } } }',
  );

  expect(reply.status).toBe(400);
  expect(codesOf(reply)).toEqual(['COST_LIMIT']);
  expect(reply.data).toBeUndefined();
  expect(reply.errors?.[0]).toMatchObject({
    message:
      'The request costs 125542; the maximum is 10000. Most of the cost is at `all.nodes.here.nodes.geolocation`: request smaller pages or fewer fields there.',
    extensions: { cost: 125_542, limit: 10_000, path: ['all', 'nodes', 'here', 'nodes', 'geolocation'] },
  });
  expect(reply.extensions.cost).toMatchObject({ requested: 125_542, actual: 0 });
});

test('nested pages whose cost overflows are rejected like any other', async () => {
  const query = `{ customers(first: 250) { nodes { ${'childAccounts(first: 250) { nodes { '.repeat(6)} id ${'} } '.repeat(6)} } } }`;

  const reply = await ask(query);

  expect(codesOf(reply)).toEqual(['COST_LIMIT']);
  expect(reply.extensions.cost.requested).toBe(Number.MAX_SAFE_INTEGER);
});

type Long = readonly [path: string, variables: object];
const many = Array.from({ length: 251 }, (_, at) => `x${at}`);

const long: readonly Long[] = [
  ['ids', { ids: many }],
  ['filter.tags', { filter: { tags: many } }],
  ['filter.and[1].not.carrierIds', { filter: { and: [{}, { not: { carrierIds: many } }] } }],
  ['filter.or', { filter: { or: many.map(() => ({})) } }],
];

test.each(long)('251 values in `%s` are rejected', async (path, variables) => {
  const reply = await ask(
    'query($ids: [ID!]! = [], $filter: CustomerFilter) { nodes(ids: $ids) { id } customers(filter: $filter) { nodes { id } } }',
    variables,
  );

  expect(reply.status).toBe(400);
  expect(reply.errors?.map(({ message }) => message)).toEqual([
    `\`${path}\` has 251 values; the maximum is 250.`,
  ]);
});

test('251 values in a literal are rejected', async () => {
  const reply = await ask(`{ nodes(ids: ${JSON.stringify(many)}) { id } }`);

  expect(codesOf(reply)).toEqual(['LIMIT_EXCEEDED']);
});
