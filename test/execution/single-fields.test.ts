import { type GraphQLField, type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { demoAccountId as account } from '../../src/demo/seed.ts';
import { openGateway } from '../gateway.ts';
import { fieldsOf, leadsTo, objectTypes, queryType, typeNamed } from '../selection.ts';
import { demoPools } from './demo-pools.ts';
import { expectSame } from './same-answer.ts';

const { pool, as, plainly } = await openGateway({ demo: true });
const [byPlan, byGraphql] = [as(account), plainly(account)];
const { ids, units } = await demoPools(pool, byPlan);

// A group whose policy applies shows that it was read.
await pool.query(
  `update account_groups set commission_policy = 'COMMISSION_EXEMPT', freight_policy = 'FREE_FREIGHT' where type = 'TYPE_GROUP'`,
);

type Field = GraphQLField<unknown, unknown>;

/** A field with its required arguments; lists of the root get more rows than nested ones. */
function callOf(field: Field, isRoot: boolean): string | undefined {
  if (field.name === 'convert') return `convert(to: ${JSON.stringify(units[0])})`;
  if (field.args.some(({ name }) => name === 'first')) return `${field.name}(first: ${isRoot ? 60 : 3})`;
  return field.args.some(({ type }) => String(type).endsWith('!')) ? undefined : field.name;
}

/** The shortest path to the objects of each type: a query with `#` in place of their fields. */
function waysToTypes(): ReadonlyMap<string, string> {
  const ways = new Map([['Query', '{ # }']]);
  for (const [name, way] of ways)
    for (const field of fieldsOf(typeNamed(name))) {
      const [type, call] = [leadsTo(field), callOf(field, name === 'Query')];
      if (type && call && !ways.has(type.name)) ways.set(type.name, way.replace('#', `${call} { # }`));
    }
  return ways;
}

/** A field alone; for objects, with each of their fields alone. */
function selectionsOf(field: Field): readonly string[] {
  const call = callOf(field, false);
  const type = getNamedType(field.type);
  if (call === undefined) return [];
  if (isLeafType(type)) return [call];
  const leaves = isObjectType(type)
    ? fieldsOf(type).filter((each) => isLeafType(getNamedType(each.type)))
    : [];
  return ['__typename', ...leaves.map(({ name }) => name)].map((inner) => `${call} { ${inner} }`);
}

async function expectSameFields(type: GraphQLObjectType, way: string): Promise<number> {
  const queries = fieldsOf(type).flatMap((field) =>
    selectionsOf(field).map((selection) => way.replace('#', selection)),
  );
  for (const query of queries) {
    const [planned, plain] = await Promise.all([byPlan.execute(query), byGraphql.execute(query)]);
    expect(plain.data, query).toBeTruthy();
    expectSame(planned, plain, query);
  }
  return queries.length;
}

const ways = waysToTypes();

/** All types that a query can reach, with any arguments; the others occur only in payloads. */
function typesOfQueries(): ReadonlySet<string> {
  const names = new Set(['Query']);
  for (const name of names)
    for (const field of fieldsOf(typeNamed(name))) names.add(leadsTo(field)?.name ?? 'Query');
  return names;
}

test('every type that queries reach has a path', () => {
  const asked = typesOfQueries();
  const missed = objectTypes.filter(({ name }) => asked.has(name) && !ways.has(name));

  expect(missed.map(({ name }) => name)).toEqual([]);
  expect(asked.has('Customer') && !asked.has('CustomerPayload')).toBe(true);
  expect(ways.get(queryType.name)).toBe('{ # }');
});

test.each([...ways])('each field of %s alone is the same as with all columns read', async (name, way) => {
  expect(await expectSameFields(typeNamed(name), way)).toBeGreaterThan(0);
});

const nodeTypes = objectTypes.filter((type) => type.getInterfaces().length > 0);

test.each(nodeTypes.map((type) => [type.name, type] as const))(
  'each field of %s alone is the same as with all columns read, also by id',
  async (name, type) => {
    const way = `{ nodes(ids: ${JSON.stringify(ids)}) { ... on ${name} { # } } }`;

    expect(await expectSameFields(type, way)).toBeGreaterThan(0);
  },
);

async function first(columns: string, from: string): Promise<readonly string[]> {
  const { rows } = await pool.query<string[]>({
    text: `select ${columns} from ${from} and account_id = $1 order by 1 limit 1`,
    values: [account],
    rowMode: 'array',
  });
  return (rows[0] ?? []).map((text) => JSON.stringify(text));
}

const [id, number] = await first('id, number', 'customers where true');
const [shortId] = await first('short_id', 'customers where short_id is not null');
const [shopperEmail] = await first('shopper_email', 'customers where shopper_email is not null');
const [reference] = await first(
  'reference',
  'customers where reference is not null and reference_origin is null',
);
const [sourceId] = await first('source_id', `customer_sources where system = 'WAREHOUSE'`);

test.each([
  `id: ${id}`,
  `number: ${number}`,
  `shortId: ${shortId}`,
  `shopperEmail: ${shopperEmail}`,
  `reference: { reference: ${reference} }`,
  `source: { system: INVENTORY_PRO, sourceId: ${sourceId} }`,
])('a customer is found by %s', async (by) => {
  for (const selection of ['id', 'name', 'shopper { email }', 'sources { sourceId }', 'type { name }']) {
    const query = `{ customer(by: { ${by} }) { ${selection} } }`;
    const [planned, plain] = await Promise.all([byPlan.execute(query), byGraphql.execute(query)]);

    expect(plain.data.customer, query).not.toBeNull();
    expectSame(planned, plain, query);
  }
});
