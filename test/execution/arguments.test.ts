import fc, { type GeneratorValue } from 'fast-check';
import {
  buildSchema,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getArgumentValues,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import { argumentReader } from '../../src/execution/plan/argument-reader.ts';
import { runs } from '../runs.ts';

const schema = buildSchema(`
  scalar Any
  enum Size { SMALL LARGE }
  input Key @oneOf { id: ID number: Int tree: Tree }
  input Part { name: String! size: Size = SMALL sizes: [Size!] count: Int! = 3 none: Int = null any: Any }
  input Tree { key: Key part: Part! = { name: "leaf" } parts: [Part!] grid: [[Int!]] trees: [Tree!] on: Boolean }
  type Query {
    any(key: Key, need: Key!, tree: Tree, trees: [Tree], part: Part = { name: "a" }, size: Size, ids: [ID!] = ["b"],
      grid: [[Int]!], count: Int! = 5, any: Any, none: Int = null): Int
  }
`);
const definition = schema.getQueryType()?.getFields().any as GraphQLField<unknown, unknown>;
const args = Object.fromEntries(definition.args.map(({ name, type }) => [name, type]));

const variables = ['a', 'b', 'c', 'd', 'constructor', '__proto__'];

/** A literal that mostly has the right shape, and can contain variables of any type. */
function literal(draw: GeneratorValue, given: GraphQLInputType, depth: number): string {
  const type = getNullableType(given);
  const choice = draw(fc.nat, 29);
  if (choice < 3) return `$${draw(fc.constantFrom, ...variables)}`;
  if (choice === 3) return draw(fc.constantFrom, 'null', '1', '"x"', 'LARGE', '[]', '{}', '[$a, [1]]');
  if (isListType(type) && choice > 5) {
    const items = Array.from({ length: draw(fc.nat, 3) }, () => literal(draw, type.ofType, depth + 1));
    return `[${items}]`;
  }
  if (isListType(type)) return literal(draw, type.ofType, depth);
  if (isEnumType(type)) return draw(fc.constantFrom, 'SMALL', 'LARGE');
  if (!isInputObjectType(type)) return type.toString() === 'Any' ? '{ x: [$a, { y: $b }] }' : '7';
  const fields = type.getFields();
  const names = draw(fc.subarray, Object.keys(fields), {
    maxLength: type.isOneOf ? 1 : Math.max(1, 4 - depth),
  });
  return `{ ${names.map((name) => `${name}: ${literal(draw, fields[name]?.type ?? type, depth + 1)}`).join(' ')} }`;
}

const outcomeOf = (read: () => unknown) => {
  try {
    return read();
  } catch {
    return 'invalid';
  }
};

const coerced = fc.dictionary(
  fc.constantFrom(...variables),
  fc.oneof(fc.constant(null), fc.nat(9), fc.constantFrom([], [null, 1], { name: 'a' })),
  { noNullPrototype: false, minKeys: 2 },
);

test('arguments have the same values as in graphql-js, whatever variables they contain', () => {
  let valid = 0;
  let invalid = 0;
  fc.assert(
    fc.property(fc.gen(), fc.array(coerced, { minLength: 1, maxLength: 4 }), (draw, requests) => {
      const names = draw(fc.subarray, Object.keys(args), { maxLength: 2 });
      const declared = { ...definition, args: definition.args.filter(({ name }) => names.includes(name)) };
      const given = names
        .slice(draw(fc.nat, 9) === 0 ? 1 : 0)
        .map((name) => `${name}: ${literal(draw, args[name] as GraphQLInputType, 0)}`);
      const text = `{ any${given.length > 0 ? `(${given})` : ''} }`;
      const [operation] = parse(text).definitions;
      const node = (operation as { readonly selectionSet?: { readonly selections: FieldNode[] } })
        .selectionSet?.selections[0] as FieldNode;
      const read = argumentReader(declared, node);
      for (const each of requests) {
        const values = Object.assign(Object.create(null), each);
        const expected = outcomeOf(() => getArgumentValues(declared, node, values));

        expect(read(values) ?? 'invalid', text).toEqual(expected);
        if (expected === 'invalid') invalid += 1;
        else valid += 1;
      }
    }),
    runs(2_000, 20),
  );
  // Fails if one of the outcomes is rare, so that few would be compared.
  expect(Math.min(valid, invalid)).toBeGreaterThan((valid + invalid) / 5);
});
