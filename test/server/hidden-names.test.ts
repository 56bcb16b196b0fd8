import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { openHttpGateway } from './limits/http-gateway.ts';

const gateway = await openHttpGateway({ introspection: 'off', limits: { errors: 100, bucket: 1_000_000 } });

/** Every name of the schema. */
const names = new Set(schema.getDirectives().map(({ name }) => name));
for (const type of Object.values(schema.getTypeMap())) {
  if (isSpecifiedScalarType(type) || type.name.startsWith('__')) continue;
  names.add(type.name);
  if (isEnumType(type)) for (const { name } of type.getValues()) names.add(name);
  if (isInputObjectType(type)) for (const name in type.getFields()) names.add(name);
  if (isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields()))
      for (const { name } of [field, ...field.args]) names.add(name);
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/[_A-Za-z]\w*/g) ?? []);

/** Names in a message: quoted words, and words in another case than English. */
const namesIn = (message: string): readonly string[] =>
  [
    ...[...message.matchAll(/"[^"]*"|`[^`]*`/g)].flatMap(([quoted]) => [...wordsOf(quoted)]),
    ...[...wordsOf(message)].filter((word) => /[A-Z_]/.test(word)),
  ].filter((word) => names.has(word));

const sort = 'query($o: [CustomerSort!]) { customers(orderBy: $o) { totalCount } }';
const filter = 'query($f: CustomerFilter) { customers(filter: $f) { totalCount } }';
const by = 'query($b: CustomerIdentifier!) { customer(by: $b) { id } }';
const entities = 'query($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
const create = 'mutation($i: CustomerCreateInput!) { customerCreate(input: $i) { userErrors { code } } }';

const requests: [what: string, query: string, variables?: object][] = [
  ['a root field', '{ custmers { totalCount } }'],
  ['a field', '{ viewer { scope } }'],
  ['a field of a connection', '{ customers { node { id } } }'],
  ['a field of an interface', '{ node(id: "x") { ids numbr } }'],
  ['a field of a union', '{ _entities(representations: []) { id } }'],
  ['an object without a selection', '{ viewer }'],
  ['a scalar with a selection', '{ viewer { scopes { a } } }'],
  ['an argument', '{ customers(fist: 1) { totalCount } }'],
  ['an argument that is missing', '{ node { id } nodes { id } }'],
  ['an argument of a directive', '{ viewer @skip(i: true) { scopes } }'],
  ['a directive', '{ viewer @skp { scopes } }'],
  ['a type of a fragment', 'fragment F on Custome { id } { viewer { ...F } }'],
  ['a fragment on an impossible type', '{ viewer { ... on Node { id } } }'],
  ['a type of a variable', 'query($f: CustomerFilte) { viewer { scopes } }'],
  ['a variable of another type than its position', 'query($f: Int) { customers(filter: $f) { totalCount } }'],
  ['an enum value', '{ customers(orderBy: [{ field: NAM }]) { totalCount } }'],
  ['an enum value as text', '{ customers(orderBy: [{ field: "NAME" }]) { totalCount } }'],
  ['an input field', '{ customers(orderBy: [{ feld: NAME }]) { totalCount } }'],
  ['a missing input field', '{ customers(orderBy: [{}]) { totalCount } }'],
  ['an input field of a filter', '{ customers(filter: { numbr: { eq: "1" } }) { totalCount } }'],
  ['an input object as a number', '{ customers(filter: 5) { totalCount } }'],
  ['an identifier', '{ customer(by: { numbr: "1" }) { id } }'],
  ['no identifier', '{ customer(by: {}) { id } }'],
  [
    'an input field of a mutation',
    'mutation { customerCreate(input: { nam: "a" }) { userErrors { code } } }',
  ],
  ['a mutation', 'mutation { customerCreat { userErrors { code } } }'],
  ['a subscription', 'subscription { customerChange { cursor } }'],
  ['a field twice', '{ customers { nodes { a: name a: number } } }'],
  ['an enum value in variables', sort, { o: [{ field: 'NAM' }] }],
  ['an input field in variables', sort, { o: [{ feld: 'X' }] }],
  ['a missing input field in variables', sort, { o: [{}] }],
  ['a filter in variables', filter, { f: { numbr: 1, an: [] } }],
  ['a filter of another kind in variables', filter, { f: 5 }],
  ['an identifier in variables', by, { b: { numbr: '1' } }],
  ['an empty identifier in variables', by, { b: {} }],
  ['a variable that is missing', by],
  ['an input in variables', create, { i: { nam: 'x', typ: 1 } }],
  ['a representation of an unknown type', entities, { r: [{ __typename: 'Custome', id: 'x' }] }],
  ['a representation without a type', entities, { r: [{ id: 'x' }] }],
  ['a representation without a key', entities, { r: [{ __typename: 'Customer', numbr: 'x' }] }],
  ['a representation that is a text', entities, { r: ['x'] }],
  ['an id of another kind', '{ node(id: "cu_1") { id } customer(by: { id: "acc_1" }) { id } }'],
];

test.each(requests)(
  'with the schema hidden, the error for %s contains none of its names',
  async (_what, query, variables) => {
    const { errors = [] } = await gateway.ask(query, variables);

    const given = wordsOf(`${query} ${JSON.stringify(variables ?? {})}`);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors)
      expect([message, namesIn(message).filter((name) => !given.has(name))]).toEqual([message, []]);
  },
);
