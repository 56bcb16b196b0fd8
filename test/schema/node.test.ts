import { type GraphQLInterfaceType, isInterfaceType } from 'graphql';
import { expect, test } from 'vitest';
import { type NodeType, newId } from '../../src/db/model/id.ts';
import { demoAccountId, secondDemoAccountId } from '../../src/demo/seed.ts';
import { schema } from '../../src/schema/index.ts';
import { openGateway } from '../gateway.ts';
import { everythingOf, idsIn, queryType, typeNamed } from '../selection.ts';

const { as, pool } = await openGateway({ demo: true });
const meridian = as(demoAccountId);
const harbour = as(secondDemoAccountId);

function nodeInterface(): GraphQLInterfaceType {
  const type = schema.getType('Node');
  if (!isInterfaceType(type)) throw new Error('The schema has no Node.');
  return type;
}

const nodeTypes = schema.getPossibleTypes(nodeInterface()).map(({ name }) => name as NodeType);

/** Ids of every type, as queries return them: those around ACME, and the first of every list. */
async function idsByType() {
  const customer = `customer(by: { shortId: "ACME-CORP" }) ${everythingOf(typeNamed('Customer'), 4, 2)}`;
  const { data } = await meridian.execute(`{ ${customer} rest: __typename }`);
  const { data: roots } = await meridian.execute(everythingOf(queryType, 3, 2));
  return idsIn([data, roots]);
}

const known = await idsByType();
const idsOf = (type: string): readonly string[] => [...(known.get(type) ?? [])];
const oneOfEach = nodeTypes.map((type) => idsOf(type)[0] ?? `no ${type}`);

const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

test('every node type has ids in the demo base', () => {
  expect(nodeTypes).toHaveLength(29);
  expect([...known.keys()].toSorted()).toEqual(nodeTypes.toSorted());
});

test.each(nodeTypes)('a %s is found by its id, alone and among others', async (type) => {
  const ids = idsOf(type);
  const expected = ids.map((id) => ({ __typename: type, id }));

  const alone = await meridian.execute(node, { id: ids[0] });
  const together = await meridian.execute(nodes, { ids });

  expect(alone).toEqual({ data: { node: expected[0] } });
  expect(together).toEqual({ data: { nodes: expected } });
});

test.each(nodeTypes)('a %s found by its id has all fields that it has elsewhere', async (type) => {
  const [id] = idsOf(type);

  const { data, errors } = await meridian.execute(
    `query ($id: ID!) { node(id: $id) { ... on ${type} ${everythingOf(typeNamed(type), 1, 1)} } }`,
    { id },
  );

  expect(errors).toBeUndefined();
  expect(data.node).toMatchObject({ __typename: type, id });
});

test('nodes are returned in the order of their ids, including duplicates', async () => {
  const [first, second, third, ...rest] = [...oneOfEach, ...oneOfEach.toReversed()];
  const ids = [third, first, second, first, ...rest];

  const { data, errors } = await meridian.execute(nodes, { ids });

  expect(errors).toBeUndefined();
  expect(data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
});

test('an unknown id of any type is null', async () => {
  const ids = nodeTypes.map((type) =>
    type === 'Quantity' ? `qty_credit_limit_${newId('Customer')}` : newId(type),
  );

  const all = await meridian.execute(nodes, { ids });

  expect(all).toEqual({ data: { nodes: nodeTypes.map(() => null) } });
  for (const id of ids) expect(await meridian.execute(node, { id })).toEqual({ data: { node: null } });
});

test('an id is null for another account unless the system provides it', async () => {
  const { rows } = await pool.query<{ id: string }>(
    `select id from (select id from carriers where account_id is null union all
      select id from service_levels where account_id is null union all
      select id from payment_terms where account_id is null union all
      select id from shipping_terms where account_id is null union all
      select id from units where account_id is null union all
      select id from roles where account_id is null union all
      select id from priorities union all
      select user_id from account_users where account_id = $1) shared`,
    [secondDemoAccountId],
  );
  const shared = new Set(rows.map(({ id }) => id));
  const isShared = (id: string) => shared.has(id.replace(/^qty_(flat_rate|minimum_order)_/, ''));
  const ids = nodeTypes.flatMap(idsOf).slice(0, 250);

  const { data, errors } = await harbour.execute(nodes, { ids });

  expect(errors).toBeUndefined();
  expect(data.nodes.map((found: { id: string } | null) => found?.id ?? null)).toEqual(
    ids.map((id) => (isShared(id) ? id : null)),
  );
});

test.each(['Carrier', 'PaymentTerm', 'Priority', 'Role', 'ServiceLevel', 'ShippingTerm', 'Unit'])(
  'a system-owned %s is the same for every account',
  async (type) => {
    const read = (ids: readonly string[]) =>
      [
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { id owner { type account { id } } } } }`,
        { ids },
      ] as const;
    const { data } = await meridian.execute(...read(await systemIds(type)));

    const other = await harbour.execute(...read(data.nodes.map(({ id }: { id: string }) => id)));

    expect(data.nodes).not.toEqual([]);
    for (const found of data.nodes) expect(found.owner).toEqual({ type: 'SYSTEM', account: null });
    expect(other).toEqual({ data });
  },
);

async function systemIds(type: string): Promise<readonly string[]> {
  const tables: Readonly<Record<string, string>> = { Priority: 'priorities where true' };
  const name = `${type.replace(/(?<=.)[A-Z]/g, '_$&').toLowerCase()}s where account_id is null`;
  const { rows } = await pool.query<{ id: string }>(`select id from ${tables[type] ?? name}`);
  return rows.map(({ id }) => id);
}

test('a malformed id has its own error, and the other ids are resolved', async () => {
  const [id = ''] = idsOf('Customer');

  const { data, errors } = await meridian.execute(nodes, { ids: [id, 'nonsense', id, 'xyz_0', ''] });

  expect(data.nodes).toEqual([
    { __typename: 'Customer', id },
    null,
    { __typename: 'Customer', id },
    null,
    null,
  ]);
  expect(errors?.map(({ path, extensions: { code } }) => [path, code])).toEqual([
    [['nodes', 1], 'ID_INVALID'],
    [['nodes', 3], 'ID_INVALID'],
    [['nodes', 4], 'ID_INVALID'],
  ]);
});

test.each([
  [
    'nonsense',
    '`id` is "nonsense", which is not an id. Ids come from queries; the id of a customer begins with "cus_".',
  ],
  [
    'cus_ABC',
    '`id` is "cus_ABC", which is not an id. Ids come from queries; the id of a customer begins with "cus_".',
  ],
  [
    'Q3VzdG9tZXI6MQ==',
    '`id` is "Q3VzdG9tZXI6MQ==", which is not an id. Ids come from queries; the id of a customer begins with "cus_".',
  ],
])('node(id: "%s") reports an invalid id', async (id, message) => {
  const { data, errors } = await meridian.execute(node, { id });

  expect(data).toEqual({ node: null });
  expect(errors).toMatchObject([{ message, path: ['node'], extensions: { code: 'ID_INVALID' } }]);
});

test('250 ids are accepted, and 251 are rejected', async () => {
  const ids = Array.from({ length: 250 }, (_, at) => oneOfEach[at % oneOfEach.length]);

  const most = await meridian.execute(nodes, { ids });
  const tooMany = await meridian.execute(nodes, { ids: [...ids, ids[0]] });

  expect(most.errors).toBeUndefined();
  expect(most.data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
  expect(tooMany.data).toBeUndefined();
  expect(tooMany.errors).toMatchObject([
    {
      message: '`ids` has 251 values; the maximum is 250.',
      extensions: { code: 'LIMIT_EXCEEDED' },
    },
  ]);
});

test('an empty list of ids returns no nodes', async () => {
  expect(await meridian.execute(nodes, { ids: [] })).toEqual({ data: { nodes: [] } });
});
