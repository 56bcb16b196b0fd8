import { expect, test } from 'vitest';
import { type NodeType, newId, nodeTypes } from '../../src/db/model/id.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { addAccount, addCustomer, word } from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { everythingOf, idsIn, queryType, typeNamed } from '../selection.ts';

const { as, plainly, pool, db } = await openGateway({ demo: true });
const us = as(demoAccountId);

interface Known {
  readonly id: string;
  readonly number: string;
  readonly shortId: string;
}

const { rows: customers } = await pool.query<Known>(
  `select id, number, short_id as "shortId" from customers
  where account_id = $1 and short_id is not null order by id limit 40`,
  [demoAccountId],
);

/** An id of every type, as queries return them. */
async function idOfEach(): Promise<ReadonlyMap<string, string>> {
  const customer = `customer(by: { shortId: "ACME-CORP" }) ${everythingOf(typeNamed('Customer'), 4, 2)}`;
  const answers = [await us.execute(`{ ${customer} }`), await us.execute(everythingOf(queryType, 3, 2))];
  return new Map([...idsIn(answers.map(({ data }) => data))].map(([type, [id = '']]) => [type, id]));
}

const oneOfEach = await idOfEach();
const entity = (__typename: string, key: object) => ({ __typename, ...key });
const byId = (type: NodeType) => entity(type, { id: oneOfEach.get(type) });
const some = (at: number): Known => customers[at] ?? { id: '', number: '', shortId: '' };

const types =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
const names =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Customer { id number shortId } } }';
const ask = (query: string, representations: readonly unknown[]) => us.execute(query, { representations });

test('every node type is an entity by its id', async () => {
  const fields = nodeTypes.map((type) => `... on ${type} { id }`).join(' ');
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${fields} } }`;

  const answer = await ask(query, nodeTypes.map(byId));

  expect(answer).toEqual({ data: { _entities: nodeTypes.map(byId) } });
});

test.each(['id', 'number', 'shortId'] as const)('a customer is found by its %s', async (key) => {
  const asked = [some(3), some(0), some(7), some(0)];

  const answer = await ask(
    names,
    asked.map((each) => entity('Customer', { [key]: each[key] })),
  );

  expect(answer).toEqual({ data: { _entities: asked } });
});

test('with several keys, the id takes precedence, then the number', async () => {
  const [first, second, third] = [some(0), some(1), some(2)];

  const { data } = await ask(names, [
    entity('Customer', { shortId: third.shortId, number: second.number, id: first.id }),
    entity('Customer', { shortId: third.shortId, number: second.number }),
    entity('Customer', { shortId: third.shortId, number: null, id: null }),
    entity('Customer', { id: newId('Customer'), number: second.number }),
  ]);

  expect(data._entities).toEqual([first, second, third, null]);
});

test('100 representations of any types take one statement for each type and key', async () => {
  const kinds = [
    ...customers.slice(0, 20).map(({ id }) => entity('Customer', { id })),
    ...customers.slice(10, 30).map(({ number }) => entity('Customer', { number })),
    ...customers.slice(20, 40).map(({ shortId }) => entity('Customer', { shortId })),
    ...Array.from({ length: 10 }, () => [byId('Carrier'), byId('Address'), byId('Unit'), byId('Quantity')]),
  ].flat();
  // Interleaved by type.
  const representations = kinds.map((_, at) => kinds[(at * 37) % kinds.length]);
  expect(new Set(representations.map((each) => JSON.stringify(each))).size).toBe(64);

  const statements = await us.statementsOf(types, { representations });
  const { data } = await us.execute(types, { representations });

  expect(representations).toHaveLength(100);
  expect(statements.toSorted()).toEqual([
    ...['Address by id', 'Carrier by id', 'Customer by id', 'Customer by number', 'Customer by shortId'],
    'Unit by id',
  ]);
  expect(data._entities).toEqual(representations.map((each) => ({ __typename: each?.__typename })));
});

test.each(nodeTypes)('any number of %s objects take one statement', async (type) => {
  const [one, many] = [[byId(type)], Array.from({ length: 30 }, () => byId(type))];

  const statements = await us.statementsOf(types, { representations: one });

  expect(statements).toHaveLength(1);
  expect(await us.statementsOf(types, { representations: many })).toEqual(statements);
});

test('unknown rows and those of another account are null', async () => {
  const account = await addAccount(db);
  const { id, number, shortId } = await addCustomer(db, account.id, { shortId: `S-${word()}` });
  const keys = [{ id }, { number }, { shortId }].map((key) => entity('Customer', key));

  const answer = await ask(names, [
    ...[...keys, entity('Customer', { id: newId('Customer') }), entity('Customer', { number: '' })],
    ...[entity('Customer', { shortId: 'none' }), entity('Customer', some(5))],
  ]);
  const control = await as(account.id).execute(names, { representations: keys });

  expect(answer).toEqual({ data: { _entities: [null, null, null, null, null, null, some(5)] } });
  expect(control.data._entities).toEqual(keys.map(() => ({ id, number, shortId })));
});

test.each([us, plainly(demoAccountId)])(
  'the id of a merged customer leads to the target of the merge',
  async (them) => {
    const [merged, target] = [newId('Customer'), some(4)];
    await db.customerAlias.create({ data: { accountId: demoAccountId, id: merged, customerId: target.id } });

    const { data } = await them.execute(names, {
      representations: [entity('Customer', { id: merged }), entity('Customer', some(6))],
    });

    expect(data._entities).toEqual([target, some(6)]);
  },
);

const found = entity('Customer', some(0));
const wrong: readonly (readonly [unknown, string, string])[] = [
  [
    { __typename: 'Invoice', id: '1' },
    'BAD_USER_INPUT',
    '`representations[1].__typename` is "Invoice", which is not an entity type; it must be the name of a type with an id, such as "Customer".',
  ],
  [
    { __typename: 'PageInfo', id: '1' },
    'BAD_USER_INPUT',
    '`representations[1].__typename` is "PageInfo", which is not an entity type; it must be the name of a type with an id, such as "Customer".',
  ],
  [
    { id: some(0).id },
    'BAD_USER_INPUT',
    '`representations[1].__typename` is not a string; it must be the name of a type with an id, such as "Customer".',
  ],
  [
    'Customer',
    'BAD_USER_INPUT',
    '`representations[1]` is not an object; it must look like {"__typename": "Customer", "id": "cus_…"}.',
  ],
  [
    { __typename: 'Customer', name: 'Acme' },
    'BAD_USER_INPUT',
    '`representations[1]` has no key; the keys of a Customer are `id`, `number`, `shortId`.',
  ],
  [
    { __typename: 'Address', number: 'C-000001' },
    'BAD_USER_INPUT',
    '`representations[1]` has no key; the keys of an Address are `id`.',
  ],
  [
    { __typename: 'Customer', number: 1 },
    'BAD_USER_INPUT',
    '`representations[1].number` is not a string; send it in quotes.',
  ],
  [
    { __typename: 'Customer', id: 'nonsense' },
    'ID_INVALID',
    '`representations[1].id` is "nonsense", which is not an id; the id of a Customer begins with "cus_", and `customers` lists all customers.',
  ],
  [
    { __typename: 'Customer', id: 'adr_0' },
    'ID_INVALID',
    '`representations[1].id` is "adr_0", the id of an Address; the id of a Customer begins with "cus_", and `customers` lists all customers.',
  ],
];

test.each(wrong)('%j has its own error; the others are resolved', async (representation, code, message) => {
  const { data, errors } = await ask(names, [found, representation, found]);

  expect(data._entities).toEqual([some(0), null, some(0)]);
  expect(errors).toMatchObject([{ message, path: ['_entities', 1], extensions: { code } }]);
  expect(errors).toHaveLength(1);
});

test('250 representations are accepted, and 251 are rejected', async () => {
  const representations = Array.from({ length: 250 }, () => found);

  const most = await ask(types, representations);
  const tooMany = await ask(types, [...representations, found]);

  expect(most.data._entities).toHaveLength(250);
  expect(tooMany.errors).toMatchObject([
    {
      message: '`representations` has 251 values; the maximum is 250.',
      extensions: { code: 'LIMIT_EXCEEDED' },
    },
  ]);
});

test('representations can be literals in the document', async () => {
  const { data } = await us.execute(
    `query ($id: ID!) { _entities(representations: [{ __typename: "Customer", id: $id }, { __typename: Unit, id: 5 }]) { ... on Customer { number } } }`,
    { id: some(0).id },
  );

  expect(data._entities).toEqual([{ number: some(0).number }, null]);
});
