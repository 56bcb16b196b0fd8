import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { table } from '../../src/db/model/table.ts';
import { statements } from '../../src/db/wire/connection.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { modelOf, propertyOf } from '../../src/execution/plan/field-facts.ts';
import { schema } from '../../src/schema/index.ts';
import type { DeclaredReads } from '../../src/schema/relay/reads.ts';
import { openGateway } from '../gateway.ts';

const { as } = await openGateway({ demo: true });
const { execute } = as(demoAccountId);

/** The types that queries reach: mutations are not planned. */
const reachable = new Set(['Query']);
for (const name of reachable) {
  const type = schema.getType(name);
  if (isAbstractType(type)) for (const each of schema.getPossibleTypes(type)) reachable.add(each.name);
  else if (isObjectType(type))
    for (const field of Object.values(type.getFields())) reachable.add(getNamedType(field.type).name);
}

const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && reachable.has(type.name)
    ? Object.values(type.getFields()).map((field) => ({ type, field, name: `${type.name}.${field.name}` }))
    : [],
);

test('every field with a custom resolver declares the columns that the resolver reads', () => {
  const silent = fields.filter(
    ({ field }) => propertyOf(field) === undefined && field.extensions.reads === undefined,
  );

  expect(fields.length).toBeGreaterThan(200);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('declared columns exist', () => {
  const known = (model: Parameters<typeof table>[0]) => new Set(table(model).columns.map(({ name }) => name));
  const unknown = fields.flatMap(({ type, field, name }) => {
    const model = modelOf(type);
    const property = propertyOf(field);
    const { parent = [], others = {} } = (field.extensions.reads ?? {}) as DeclaredReads;
    const ofParent = [...(property === undefined ? parent : [property])].filter(
      (column) => model !== undefined && !known(model).has(column),
    );
    const ofOthers = Object.entries(others).flatMap(([other, columns]) =>
      columns === 'all' ? [] : columns.filter((column) => !known(other as 'Customer').has(column)),
    );
    return [...ofParent, ...ofOthers].map((column) => `${name}: ${column}`);
  });

  expect(unknown).toEqual([]);
});

/** The columns that each statement of an operation selects, by the statement's name. */
async function columnsReadBy(query: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const read: Record<string, readonly string[]> = {};
  const note = (message: unknown) => {
    const { text } = message as { readonly text: string };
    const [, name = '', list = ''] = /^\/\* (.*?) \*\/ +select (.*?) from (?!pg_)/s.exec(text) ?? [];
    if (!['account', 'sessionSettings', ''].includes(name))
      read[name] = [...list.matchAll(/"(\w+)"/g)].map(([, column = '']) => column);
  };
  statements.subscribe(note);
  const { errors } = await execute(query).finally(() => statements.unsubscribe(note));
  expect(errors).toBeUndefined();
  return read;
}

type Case = readonly [query: string, read: Readonly<Record<string, readonly string[]>>];

const page = 'Query.customers page';

const cases: readonly Case[] = [
  ['{ customers(first: 2) { nodes { name } } }', { [page]: ['id', 'name', 'created_at'] }],
  [
    '{ customers(first: 2, orderBy: [{ field: NAME }]) { edges { cursor node { status } } } }',
    { [page]: ['id', 'name', 'status'] },
  ],
  ['{ customers(first: 1) { pageInfo { endCursor } } }', { [page]: ['id', 'created_at'] }],
  [
    '{ customers(first: 2) { nodes { note @skip(if: true) ...F } } } fragment F on Customer { shopper { email } }',
    { [page]: ['id', 'shopper_email', 'shopper_status', 'created_at'] },
  ],
  [
    '{ a: customers(first: 1) { nodes { number } } b: customers(first: 2) { nodes { note } } }',
    { [page]: ['id', 'number', 'note', 'created_at'] },
  ],
  [
    '{ customers(first: 20) { nodes { creditLimit { value displayValue } } } }',
    {
      [page]: ['id', 'credit_limit_value', 'credit_limit_unit_id', 'created_at'],
      'Unit by id': ['id', 'abbreviation', 'type'],
    },
  ],
  [
    '{ customers(first: 20) { nodes { shipToAddress { geolocation { country } } } } }',
    {
      [page]: ['id', 'ship_to_address_id', 'created_at'],
      'Address by id': ['id', 'geolocation_id'],
      'Geolocation by id': ['id', 'country'],
    },
  ],
  [
    '{ _entities(representations: [{ __typename: "Customer", shortId: "ACME-CORP" }]) { ... on Customer { name } ... on Unit { type } } }',
    // An entity can be a quantity, which is part of its customer's row.
    { 'Customer by shortId': ['id', 'name', 'credit_limit_value', 'credit_limit_unit_id', 'short_id'] },
  ],
];

test.each(cases)('%s reads only the columns that it returns, orders by or joins by', async (query, read) => {
  const found = await columnsReadBy(query);

  expect(found).toEqual(read);
});
