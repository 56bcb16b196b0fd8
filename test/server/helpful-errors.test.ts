import { expect, test } from 'vitest';
import { openLoggedGateway } from './logged-gateway.ts';

const { ask, send } = await openLoggedGateway();

const messagesOf = async (query: string) => (await ask(query)).errors?.map(({ message }) => message);

const ofCustomer = (selection: string, field = 'nodes') =>
  `The fields of Customer are in \`${field}\`: select \`${field} { ${selection} }\`.`;

const selections: readonly (readonly [query: string, hint: string])[] = [
  ['{ customers { name } }', ofCustomer('name')],
  ['{ list: customers(first: 1) { called: name } }', ofCustomer('name')],
  ['{ customers { contactInfo { email } } }', ofCustomer('contactInfo { … }')],
  ['{ customers { zzz } }', ofCustomer('…')],
  ['{ customers { edges { name } } }', ofCustomer('name', 'node')],
  ['{ customers { ... on Customer { name } } }', ofCustomer('…')],
  ['{ customers { ...F } } fragment F on Customer { name }', ofCustomer('...F')],
  ['{ customers { ...F } } fragment F on CustomerConnection { name }', ofCustomer('name')],
  ['{ customers { ... { name } } }', ofCustomer('name')],
  ['{ customers }', 'Select `customers { nodes { … } }`.'],
  ['{ customers { edges } }', 'Select `edges { node { … } }`.'],
  ['{ carriers { code } }', 'The fields of Carrier are in `nodes`: select `nodes { code }`.'],
  [
    '{ node(id: "x") { ... on Customer { addresses { country } } } }',
    'The fields of Address are in `nodes`: select `nodes { … }`.',
  ],
  [
    '{ customers { nodes { shopper { orders { number } } } } }',
    'The fields of Order are in `nodes`: select `nodes { number }`.',
  ],
];

test.each(selections)('%s gets the hint how to select the items', async (query, hint) => {
  const [message, ...others] = (await messagesOf(query)) ?? [];

  expect(others).toEqual([]);
  expect(message).toMatch(/^(Cannot query field|Field|Fragment)/);
  expect(message?.endsWith(` ${hint}`), message).toBe(true);
});

test.each([
  ['{ viewer { name } }', 'Select `account { name }` or `accountUser { name }`.'],
  ['{ scopes }', 'Select `viewer { scopes }`.'],
  ['{ customers { nodes { salesRep { name } } } }', 'Select `defaults { salesRep { … } }`.'],
  ['mutation { customerUpdate(input: { by: { number: "1" } }) { name } }', 'Select `customer { name }`.'],
])('%s gets the hint which object has the field', async (query, hint) => {
  const messages = (await messagesOf(query)) ?? [];

  expect(
    messages.some((message) => message.endsWith(` ${hint}`)),
    messages.join('\n'),
  ).toBe(true);
});

test.each([
  '{ nodes }',
  '{ name }',
  '{ customers { totalcount } }',
  '{ customers { totalCount { value } } }',
  '{ customers { nodes { nonsense } } }',
  '{ customer(by: { number: "1" }) { nodes { name } } }',
  '{ viewer { ... on Customer { name } } }',
  '{ customers { ...F } } fragment F on CustomerConnection { totalCount ...F }',
])('%s gets no such hint', async (query) => {
  expect((await messagesOf(query))?.[0]).not.toMatch(/select `|Select `/);
});

interface Bad {
  readonly query: string;
  readonly variables?: object;
  /** The place that the message names. */
  readonly names: string;
  /** The text at the error's location. */
  readonly at: string;
  readonly path?: readonly string[];
}

const declarations = ['$f: CustomerFilter', '$at: DateTime', '$n: Int'];

/** The operation with the declarations of the variables that it uses. */
function withVariables(operation: string): string {
  const used = declarations.filter((each) => operation.includes(each.slice(0, each.indexOf(':'))));
  return `query (${used.join(', ')}) { ${operation} }`;
}

const badValues: readonly Bad[] = [
  {
    query: '{ customers(filter: { createdAt: { from: "yesterday" } }) { totalCount } }',
    ...{ names: '`filter.createdAt.from`: A DateTime', at: '"yesterday"' },
  },
  {
    query: '{ a: customers(filter: { or: [{}, { not: { updatedAt: { to: 5 } } }] }) { totalCount } }',
    ...{ names: '`filter.or[1].not.updatedAt.to`: A DateTime', at: '5', path: ['a'] },
  },
  {
    query: '{ customers(first: 1) { nodes { addresses(first: "one") { totalCount } } } }',
    ...{ names: '`first`: Int', at: '"one"', path: ['customers', 'nodes'] },
  },
  {
    query: '{ customers { ...F } } fragment F on CustomerConnection { count(cap: "x") { value } }',
    ...{ names: '`cap`: Int', at: '"x"', path: ['customers', 'count'] },
  },
  {
    query: '{ customers(first: 1) @include(if: 5) { totalCount } }',
    ...{ names: '`if`: Boolean', at: '5' },
  },
  {
    query: '{ customers(orderBy: [{ field: NAMES }]) { totalCount } }',
    ...{ names: '`orderBy[0].field`: Value "NAMES"', at: 'NAMES' },
  },
  {
    query: '{ customers(filter: { statuses: [NORMAL], colour: RED }) { totalCount } }',
    ...{ names: '`filter.colour`: Field "colour"', at: 'colour' },
  },
  {
    query: '{ customers(query: "a\\u0000b") { totalCount } }',
    ...{ names: '`query`: The string contains', at: '"a' },
  },
  {
    query:
      'mutation { save: customerCreate(input: { creditLimit: { value: 1e3, unit: { name: "USD" } } }) { customer { id } } }',
    ...{ names: '`input.creditLimit.value`: A decimal', at: '1e3', path: ['save'] },
  },
  {
    query: 'mutation { customerCreate(input: { metadata: [1] }) { customer { id } } }',
    ...{ names: '`input.metadata`: A JSONObject', at: '[1]', path: ['customerCreate'] },
  },
  {
    query: withVariables('customers(filter: $f) { totalCount }'),
    variables: { f: { and: [{ createdAt: { to: 'soon' } }] } },
    ...{ names: 'Variable "$f" got invalid value "soon" at "f.and[0].createdAt.to"; A DateTime', at: '$f' },
  },
  {
    query: withVariables(
      'viewer { scopes } list: customers(filter: { createdAt: { to: $at } }) { totalCount }',
    ),
    variables: { at: 5 },
    ...{ names: 'Variable "$at" got invalid value 5; A DateTime', at: '$at', path: ['list'] },
  },
  {
    query: withVariables('customers(first: 1) { nodes { events(first: $n) { totalCount } } }'),
    variables: { n: 1.5 },
    ...{ names: 'Variable "$n" got invalid value 1.5', at: '$n', path: ['customers', 'nodes'] },
  },
  {
    query: withVariables('customers(filter: $f) { totalCount }'),
    variables: { f: { tags: ['a\0'] } },
    ...{ names: '`$f.tags.0`: the string contains', at: '$f' },
  },
  {
    query: 'query ($at: DateTime = "soon") { customers(filter: { createdAt: { to: $at } }) { totalCount } }',
    ...{ names: 'A DateTime', at: '"soon"' },
  },
];

test.each(badValues)(
  '$names: the error has path and location',
  async ({ query, variables, names, at, path }) => {
    const { errors, data, status } = await ask(query, variables);

    const [error] = errors ?? [];
    // The type of a test's errors has no locations.
    const { locations } = error as unknown as {
      readonly locations?: readonly { line: number; column: number }[];
    };
    expect(data).toBeUndefined();
    expect(status).toBe(200);
    expect(errors).toHaveLength(1);
    expect(error?.message).toContain(names);
    expect(error?.path).toEqual(path ?? ['customers']);
    expect(locations?.map(({ column }) => query.slice(column - 1, column - 1 + at.length))).toEqual([at]);
  },
);

const range = 'DateTimeRange is an object with the fields `exists`, `from` and `to`.';
const sort = 'CustomerSort is an object with the fields `direction` and `field`.';
const statuses = 'CustomerStatus has the values `HOLD_ALL`, `HOLD_SHIPMENT`, `NORMAL` and `PREFERRED`.';
const identifier =
  'CustomerIdentifier is an object with one field: `id`, `number`, `reference`, `shopperEmail`, `shortId` or `source`.';
const inFilter = (filter: string) => `{ customers(filter: ${filter}) { totalCount } }`;

const wrongInputs: readonly (readonly [query: string, hint: string, variables?: object])[] = [
  ['{ customers(orderBy: NAME) { totalCount } }', sort],
  ['{ customers(orderBy: { field: NAME, by: ASC }) { totalCount } }', sort],
  ['{ customers(orderBy: { field: NAME, direction: "DESC" }) { totalCount } }', 'Send DESC, without quotes.'],
  [
    '{ customers(orderBy: { field: NAME, direction: UP }) { totalCount } }',
    'SortDirection has the values `ASC` and `DESC`.',
  ],
  ['{ customers(limit: 5) { totalCount } }', '`customers` has the arguments `after`, '],
  ['{ customers(first: "5") { totalCount } }', 'Send 5, without quotes.'],
  ['{ customers { totalCount(cap: 5) } }', '`totalCount` has no arguments.'],
  [inFilter('{ createdAt: "2024-11-01" }'), range],
  [inFilter('{ createdAt: { gte: "2024-11-01" } }'), range],
  [inFilter('"NORMAL"'), 'CustomerFilter is an object.'],
  [inFilter('{ statuses: "ACTIVE" }'), statuses],
  [inFilter('{ statuses: ["NORMAL"] }'), 'Send NORMAL, without quotes.'],
  [inFilter('{ statuses: 1 }'), statuses],
  [inFilter('{ and: { active: "true" } }'), 'Send true, without quotes.'],
  ['{ customer { id } }', identifier],
  ['{ customer(id: "cus_1") { id } }', '`customer` has the argument `by`.'],
  ['{ customer(by: {}) { id } }', identifier],
  ['{ customer(by: "cus_1") { id } }', identifier],
  ['{ customer(by: { number: 12345 }) { id } }', 'Send "12345", with quotes.'],
  [
    'mutation { customerUpdate(id: "cus_1", name: "A") { customer { id } } }',
    '`customerUpdate` has the argument `input`.',
  ],
  [
    'mutation { customerUpdate(input: { by: { id: "cus_1" }, creditLimit: 5 }) { customer { id } } }',
    'QuantityInput is an object with the fields `unit` and `value`.',
  ],
  [
    withVariables('customers(filter: $f) { totalCount }'),
    range,
    { f: { createdAt: { since: '2024-11-01' } } },
  ],
  [withVariables('customers(filter: $f) { totalCount }'), range, { f: { createdAt: '2024-11-01' } }],
  [withVariables('customers(filter: $f) { totalCount }'), statuses, { f: { statuses: ['ACTIVE'] } }],
  [withVariables('customers(filter: $f) { totalCount }'), statuses, { f: { statuses: [1] } }],
  [withVariables('customers(first: $n) { totalCount }'), 'Send 5, without quotes.', { n: '5' }],
  ['query ($by: CustomerIdentifier!) { customer(by: $by) { id } }', identifier, { by: {} }],
  [
    'query ($by: CustomerIdentifier!) { customer(by: $by) { id } }',
    'Send "5", with quotes.',
    { by: { number: 5 } },
  ],
];

test.each(wrongInputs.map(([query, hint, variables = {}]) => [query, hint, variables] as const))(
  '%s gets the hint %s',
  async (query, hint, variables) => {
    const { errors } = await ask(query, variables);

    const messages = (errors ?? []).map(({ message }) => message);
    expect(
      messages.some((message) => message.includes(` ${hint}`)),
      messages.join('\n'),
    ).toBe(true);
  },
);

test('an unknown argument has the path of its field', async () => {
  const { errors } = await ask('{ list: customers(limit: 5) { totalCount } }');

  expect(errors).toMatchObject([
    { path: ['list'], message: expect.stringMatching(/^`limit`: Unknown argument/) },
  ]);
});

test('the status of an operation with a bad value is 400 for clients of the GraphQL media type', async () => {
  const { status } = await send({
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: badValues[0]?.query }),
  });

  expect(status).toBe(400);
});

test('an id of another type gets the field that lists the right ones', async () => {
  const [{ message } = { message: '' }] = (await ask('{ carrier(by: { id: "cus_1" }) { id } }')).errors ?? [];

  expect(message).toBe(
    '`by.id` is "cus_1", the id of a Customer; the id of a Carrier begins with "crr_", and `carriers` lists all carriers.',
  );
});

const inOrder = (path: string, from: string, to: string, problem: string) =>
  `\`${path}.from\` (${from}) is ${problem} than \`${path}.to\` (${to}); exchange them.`;

test.each([
  [
    '{ customers(filter: { createdAt: { from: "2024-03-01", to: "2024-02-29" } }) { totalCount } }',
    inOrder('filter.createdAt', '2024-03-01', '2024-02-29', 'later'),
  ],
  [
    '{ customers(filter: { or: [{ orders: { some: { placedAt: { from: "2024-03-01T00:00:00.000001Z", to: "2024-03-01T01:00:00+01:00" } } } }] }) { totalCount } }',
    inOrder(
      'filter.or[0].orders.some.placedAt',
      '2024-03-01T00:00:00.000001Z',
      '2024-03-01T00:00:00Z',
      'later',
    ),
  ],
  [
    '{ customers(filter: { lastOrderAt: { from: "2024-03-01", to: "2024-02-01T00:00:00Z" } }) { totalCount } }',
    inOrder('filter.lastOrderAt', '2024-03-01', '2024-02-01T00:00:00Z', 'later'),
  ],
  [
    '{ customers(filter: { totalOrdersCount: { from: 10, to: 9 } }) { totalCount } }',
    inOrder('filter.totalOrdersCount', '10', '9', 'greater'),
  ],
  [
    '{ customers(filter: { creditLimit: { from: "-5", to: "-5.000000000000000000000000000001", unit: "USD" } }) { totalCount } }',
    inOrder('filter.creditLimit', '-5', '-5.000000000000000000000000000001', 'greater'),
  ],
  [
    '{ orders(filter: { total: { from: "10", to: "9.99", currencyCode: "USD" } }) { totalCount } }',
    inOrder('filter.total', '10', '9.99', 'greater'),
  ],
  [
    '{ customerChanges(filter: { occurredAt: { from: "2024-03-01", to: "2024-02-29" } }) { nodes { __typename } } }',
    inOrder('filter.occurredAt', '2024-03-01', '2024-02-29', 'later'),
  ],
  [
    '{ customersAggregate(filter: { not: { updatedAt: { from: "2024-03-01", to: "2024-02-29" } } }) { groupCount } }',
    inOrder('filter.not.updatedAt', '2024-03-01', '2024-02-29', 'later'),
  ],
])('%s says that the bounds are in the wrong order', async (query, message) => {
  expect(await messagesOf(query)).toEqual([message]);
});

test.each([
  '{ customers(filter: { createdAt: { from: "2024-02-29", to: "2024-02-29" } }) { totalCount } }',
  '{ customers(filter: { createdAt: { from: "2024-02-29T23:59:59.999999Z", to: "2024-02-29" } }) { totalCount } }',
  '{ customers(filter: { totalOrdersCount: { from: 9, to: 9 } }) { totalCount } }',
  '{ orders(filter: { total: { from: "9.99", to: "10", currencyCode: "USD" } }) { totalCount } }',
])('%s has bounds that something can be between', async (query) => {
  expect(await messagesOf(query)).toBeUndefined();
});
