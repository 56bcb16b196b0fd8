import { expect, test } from 'vitest';
import type { Scope } from '../../../src/auth/viewer.ts';
import * as add from '../../builders.ts';
import { addWholeCustomer } from '../../whole-customer.ts';
import { askerOf, openScoped } from './gateway.ts';

const database = await openScoped();
const { db } = database;
const { id: accountId } = await add.addAccount(db);
const ours = await addWholeCustomer(db, accountId, { shortId: 'OURS', number: '1001' });
const { customer, type, priceGroup, shippingTerm } = ours;
const ask = askerOf(database, accountId);

const read: readonly Scope[] = ['customers:read'];
const write: readonly Scope[] = ['customers:write'];
const settings: readonly Scope[] = ['settings:write'];

test('a caller that can change a group cannot read its customers, and an attempt changes nothing', async () => {
  const rename = (selection: string) => `mutation {
    accountGroupUpdate(input: { id: "${type.id}", name: "Renamed" }) { accountGroup { name ${selection} } } }`;

  const answer = await ask(settings, rename('customers { totalCount nodes { name contactInfo { email } } }'));

  expect(answer).toMatchObject({ status: 200, data: undefined, statements: 0 });
  const path = ['accountGroupUpdate', 'accountGroup', 'customers'];
  expect(answer.errors.map((error) => [error.message, error.path])).toEqual([
    ['`AccountGroup.customers` requires the scope `customers:read`.', path],
    ['`CustomerConnection.totalCount` requires the scope `customers:read`.', [...path, 'totalCount']],
    ['`CustomerConnection.nodes` requires the scope `customers:read`.', [...path, 'nodes']],
    ['`Customer.name` requires the scope `customers:read`.', [...path, 'nodes']],
    ['`Customer.contactInfo` requires the scope `customers:read`.', [...path, 'nodes']],
    ['`CustomerContactInfo.email` requires the scope `customers:read`.', [...path, 'nodes']],
  ]);
  expect((await db.accountGroup.findUniqueOrThrow({ where: { id: type.id } })).name).toBe(type.name);
  expect((await ask(settings, rename(''))).data).toEqual({
    accountGroupUpdate: { accountGroup: { name: 'Renamed' } },
  });
});

test('a caller that can only write customers reads nothing but their ids and versions', async () => {
  const upsert = (selection: string) => `mutation {
    customerUpsert(input: { by: { number: "1001" }, dryRun: true }) { outcome customer { ${selection} } } }`;

  for (const field of ['name', 'number', 'contactInfo { email }', 'type { id }', 'createdAt'])
    expect(await ask(write, upsert(`id ${field}`))).toMatchObject({
      data: undefined,
      errors: expect.arrayContaining([
        expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) }),
      ]),
      statements: 0,
    });
  expect((await ask(write, upsert('__typename id version'))).data).toEqual({
    customerUpsert: {
      outcome: 'UNCHANGED',
      customer: { __typename: 'Customer', id: customer.id, version: 1 },
    },
  });
});

test('one forbidden field anywhere in a mutation: none of its fields is executed', async () => {
  const { errors, statements } = await ask(
    write,
    `mutation {
      first: customerTagsAdd(input: { by: { id: "${customer.id}" }, tags: ["leak"] }) { customer { id } }
      second: customerTagsAdd(input: { by: { id: "${customer.id}" }, tags: ["leaks"] }) { customer { id name } }
    }`,
  );

  expect(errors).toMatchObject([{ path: ['second', 'customer', 'name'], extensions: { code: 'FORBIDDEN' } }]);
  expect(statements).toBe(0);
});

const missing = `cus_${'0'.repeat(32)}`;
const quantity = (customerId: string) => `qty_credit_limit_${customerId}`;
const entity = (key: string) => (value: string) =>
  `{ _entities(representations: [{ __typename: "Customer", ${key}: "${value}" }]) { __typename ... on Node { id } } }`;

test.for<[string, (value: string) => string, string, string]>([
  ['node', (id) => `{ node(id: "${id}") { __typename id } }`, customer.id, missing],
  [
    'nodes',
    (id) => `{ nodes(ids: ["${id}"]) { id ... on Customer { version } ... on Order { id } } }`,
    customer.id,
    missing,
  ],
  ['node of an address', (id) => `{ node(id: "${id}") { id } }`, ours.address.id, `adr_${'0'.repeat(32)}`],
  [
    'node of a credit limit',
    (id) => `{ node(id: "${id}") { id } }`,
    quantity(customer.id),
    quantity(missing),
  ],
  [
    'node of a credit limit’s value',
    (id) => `{ node(id: "${id}") { ... on Quantity { value displayValue } } }`,
    quantity(customer.id),
    quantity(missing),
  ],
  ['_entities by id', entity('id'), customer.id, missing],
  ['_entities by number', entity('number'), '1001', '9999'],
  ['_entities by short id', entity('shortId'), 'OURS', 'NONE'],
])('%s has the same response for an existing and a missing customer', async ([, query, one, none]) => {
  for (const scopes of [settings, [...settings, ...write]]) {
    const [existing, absent] = [await ask(scopes, query(one)), await ask(scopes, query(none))];

    expect(existing.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scope: 'customers:read' } }]);
    expect(existing.statements).toBe(0);
    expect(JSON.stringify(existing.errors.map(({ message, path }) => [message, path]))).toBe(
      JSON.stringify(absent.errors.map(({ message, path }) => [message, path])),
    );
    expect(existing.data).toEqual(absent.data);
  }
  const { data, errors } = await ask(read, query(one));
  expect(errors).toEqual([]);
  expect(JSON.stringify(data)).not.toContain('null');
});

test('reference data is readable with either scope, and customers among its ids are not', async () => {
  const query = `{
    accountGroups { nodes { name } } carriers { nodes { name serviceLevels { nodes { name } } } }
    paymentTerms { nodes { name } } priorities { name }
    shippingTerms { nodes { flatRate { value unit { name } } } } units { nodes { name } }
    node(id: "qty_flat_rate_${shippingTerm.id}") { ... on Quantity { value } }
    nodes(ids: ["${type.id}", "${customer.id}"]) { id }
  }`;

  for (const scopes of [read, settings]) {
    const { data, errors } = await ask(scopes, query);
    const isReader = scopes === read;
    expect(data).toMatchObject({
      node: { value: '9.95' },
      nodes: [{ id: type.id }, isReader ? { id: customer.id } : null],
    });
    expect(errors.map(({ path }) => path)).toEqual(isReader ? [] : [['nodes', 1]]);
  }
  const { errors } = await ask(write, query);
  expect(errors[0]).toMatchObject({
    message: '`Query.accountGroups` requires the scope `customers:read` or `settings:write`.',
    extensions: { scopes: ['customers:read', 'settings:write'] },
  });
});

const both = (scope: readonly Scope[]): readonly Scope[] => [...read, ...scope];
const named = customer.shopperEmail ?? '';
const taken = (more = '') => `customerCreate(input: { name: "N", number: "1001" ${more} })`;
const bulk = `customersUpsert(input: { dryRun: true, items: [{
  by: { number: "2002" }, name: "N", shopper: { email: "${named}" } }] })`;
const tags = Array.from({ length: 10 }, (_, at) => `"t${at}"`).join(', ');

test.for<[string, readonly Scope[], string, string, string]>([
  [
    taken(),
    write,
    'Another customer has this number; choose another, or change that customer.',
    `Another customer (${customer.id}) has this number; choose another, or change that customer.`,
    'userErrors { message }',
  ],
  [
    bulk,
    write,
    'Another customer has this email; choose another, or change that customer.',
    `Another customer (${customer.id}) has this email; choose another, or change that customer.`,
    'results { userErrors { message } }',
  ],
  [
    `accountGroupDelete(input: { id: "${type.id}" })`,
    settings,
    'It cannot be deleted: customers use it. Change those first.',
    'It cannot be deleted: 1 customer uses it. Change that one first.',
    'userErrors { message }',
  ],
  [
    `customerTagsAdd(input: { by: { id: "${customer.id}" }, tags: [${tags}] })`,
    write,
    'The maximum is 10 tags.',
    'The customer would have 11 tags; the maximum is 10.',
    'userErrors { message }',
  ],
  [
    `customerUpdate(input: { by: { id: "${customer.id}" }, type: { id: "${priceGroup.id}" } })`,
    write,
    'This group is a PRICING_GROUP; choose a group of type TYPE_GROUP.',
    `“${priceGroup.name}” is a PRICING_GROUP; choose a group of type TYPE_GROUP.`,
    'userErrors { message }',
  ],
])('%s with %j: %s', async ([mutation, scope, message, detail, selection]) => {
  const messages = async (scopes: readonly Scope[]) =>
    [
      ...JSON.stringify(await ask(scopes, `mutation { it: ${mutation} { ${selection} } }`)).matchAll(
        messageOf,
      ),
    ].map(([, text = '']) => text);

  expect(await messages(scope)).toEqual([message]);
  expect(await messages(both(scope))).toEqual([detail]);
});

const messageOf = /"message":"([^"]*)"/g;

test('a repeated request shows its error as the current caller can read it, regardless of the first caller', async () => {
  const mutation = `mutation { ${taken(', idempotencyKey: "once"')} { userErrors { message } } }`;
  const textOf = async (scopes: readonly Scope[]) => JSON.stringify((await ask(scopes, mutation)).data);

  expect(await textOf(both(write))).toContain(customer.id);
  expect(await textOf(write)).toContain('Another customer has this number');
  expect(await textOf(write)).not.toContain(customer.id);
  expect(await textOf(both(write))).toContain(customer.id);
});
