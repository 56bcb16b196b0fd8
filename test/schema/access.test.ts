import { buildSchema, type GraphQLSchema, getNamedType, isCompositeType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { access, accessFaults, guarded } from '../../src/schema/access.ts';
import { schema } from '../../src/schema/index.ts';

test('every field that a query, mutation or subscription begins with has a rule', () => {
  expect(accessFaults(schema, access)).toEqual([]);
});

/** Every field that can be reached without passing one that takes a scope. */
function unguarded(graph: GraphQLSchema): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (typeName: string) => {
    const type = graph.getType(typeName);
    if (!isObjectType(type) || seen.has(typeName)) return;
    seen.add(typeName);
    for (const field of Object.values(type.getFields())) {
      if (access[typeName]?.[field.name] != null) continue;
      found.push(`${typeName}.${field.name}`);
      const next = getNamedType(field.type);
      if (isCompositeType(next)) for (const each of objects(next.name)) visit(each);
    }
  };
  const objects = (name: string) =>
    Object.values(graph.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type.name === name || type.getInterfaces().some((one) => one.name === name))
      .map((type) => type.name);
  for (const root of [graph.getQueryType(), graph.getMutationType(), graph.getSubscriptionType()])
    if (root) visit(root.name);
  return found;
}

test('without any scope there is nothing but who one is', () => {
  expect(unguarded(schema)).toEqual([...['Query._service', '_Service.sdl', 'Query.viewer', 'Viewer.scopes']]);
});

const two = 'type Query { a: Int me: Me } type Me { name: String secret: Int }';

test.for([
  [two, { Query: { me: null }, Me: { name: null, secret: null } }, ['Query.a has no rule']],
  [two, { Query: { a: 'customers:read', me: null }, Me: { name: null } }, ['Me.secret has no rule']],
  [two, { Query: { a: null, me: 'customers:read' } }, []],
  [two, { Query: { a: null, me: 'customers:read' }, Me: { name: null } }, ['Me.name has a rule for nothing']],
  [two, { Query: { a: null, b: null, me: 'settings:write' } }, ['Query.b has a rule for nothing']],
  [
    `${two} type Mutation { set: Me }`,
    { Query: { a: null, me: 'settings:write' } },
    ['Mutation.set has no rule'],
  ],
  [
    'type Query { node: Node } interface Node { id: ID } type A implements Node { id: ID more: Int }',
    { Query: { node: null } },
    ['A.id has no rule', 'A.more has no rule'],
  ],
  ['type Query { any: Any } union Any = A type A { id: ID }', { Query: { any: null }, A: { id: null } }, []],
] as const)('%s with %j: %j', ([sdl, rules, faults]) => {
  expect(accessFaults(buildSchema(sdl), rules)).toEqual(faults);
});

test('a schema with a field that has no rule is not built', () => {
  expect(() => guarded(buildSchema(two), { Query: { me: 'customers:read' } })).toThrow(
    'Who may have what is not clear (access.ts): Query.a has no rule.',
  );
});
