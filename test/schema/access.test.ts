import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { access } from '../../src/schema/build/access.ts';
import { accessFaults, findRule, withRules } from '../../src/schema/build/field-rules.ts';
import type { Access } from '../../src/schema/build/rule.ts';
import { schema } from '../../src/schema/index.ts';

test('every type of the schema has a rule, and every rule a type', () => {
  expect(accessFaults(schema, access)).toEqual([]);
});

const read = ['customers:read'] as const;
const write = ['customers:write'] as const;
const either = ['customers:read', 'settings:write'] as const;
const two = 'type Query { a: Int me: Me } type Me { name: String secret: Int }';
const list = `type Query { some: Payload } type Payload { as: AConnection one: A } type A { id: ID }
  type AConnection { edges: [AEdge] pageInfo: PageInfo } type AEdge { node: A cursor: ID }
  type PageInfo { endCursor: ID }`;
const face =
  'type Query { node: Node } interface Node { id: ID } type A implements Node { id: ID more: Int }';

test.for<[string, Access, readonly string[]]>([
  [two, { Query: 'open', Me: read }, []],
  [two, { Query: { me: 'open' }, Me: read }, ['Query.a has no rule']],
  [two, { Query: { '*': 'open' } }, ['Me has no rule']],
  [two, { Query: { a: 'open', me: read }, Me: { name: 'open' } }, ['Me.secret has no rule']],
  [two, { Query: { '*': 'open', b: read }, Me: read }, ['Query.b has a rule but does not exist']],
  [two, { Query: 'open', Me: read, You: read }, ['You has a rule but does not exist']],
  [two, { Query: either, Me: read }, ['Query.me needs less than the type that it leads to']],
  [two, { Query: write, Me: read }, ['Query.me needs less than the type that it leads to']],
  [two, { Query: read, Me: either }, []],
  [list, { Query: 'open', Payload: { as: read, one: 'open' }, A: read, PageInfo: 'open' }, []],
  [
    list,
    { Query: 'open', Payload: 'open', A: read, PageInfo: 'open' },
    ['Payload.as needs less than the type that it leads to'],
  ],
  [
    list,
    { Query: 'open', Payload: read, A: read, AEdge: read, PageInfo: 'open' },
    ['AEdge has the rule of its nodes'],
  ],
  [face, { Query: 'open', Node: 'open' }, ['A has no rule']],
  [face, { Query: 'open', A: read }, ['Node has no rule']],
  [face, { Query: 'open', Node: 'open', A: { '*': read, id: 'open' } }, []],
  [
    'type Query implements Face { a: A } interface Face { a: A } type A { id: ID }',
    { Query: read, Face: read, A: read },
    ['Face.a is an object in an interface, which is not checked for each type'],
  ],
  [
    'type Query { any: Any } union Any = A type A { id: ID }',
    { Query: 'open', A: read },
    ['Any has no rule'],
  ],
])('%s with %j: %j', ([sdl, rules, faults]) => {
  expect(accessFaults(buildSchema(sdl), rules)).toEqual(faults);
});

test('a schema with a type that has no rule is not built', () => {
  expect(() => withRules(buildSchema(two), { Query: 'open' })).toThrow(
    'The rules in access.ts are incomplete: Me has no rule.',
  );
});

test('a connection and its edges have the rule of the node type', () => {
  const rules: Access = { Query: 'open', Payload: read, A: { '*': read, id: 'open' }, PageInfo: 'open' };
  const graph = withRules(buildSchema(list), rules);
  const ruleAt = (type: string, name: string) => {
    const found = graph.getType(type);
    const field = found && 'getFields' in found ? found.getFields()[name] : undefined;
    return field && 'args' in field ? findRule(field) : undefined;
  };

  expect([ruleAt('AConnection', 'edges'), ruleAt('AEdge', 'cursor'), ruleAt('AEdge', 'node')]).toEqual([
    read,
    read,
    read,
  ]);
  expect([ruleAt('A', 'id'), ruleAt('PageInfo', 'endCursor')]).toEqual(['open', 'open']);
});
