import fc from 'fast-check';
import { buildSchema, getVariableValues, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { VariableReader } from '../../../src/server/operation/variables.ts';
import { runs } from '../../runs.ts';

const schema = buildSchema(`
  enum Size { SMALL LARGE }
  input Key @oneOf { id: ID number: Int }
  input Part { name: String! size: Size = SMALL sizes: [Size!] count: Int = 3 }
  input Tree { key: Key part: Part! = { name: "leaf" } parts: [Part!] grid: [[Int!]] trees: [Tree!] on: Boolean ratio: Float }
  type Query { any: Int }
`);

const types = ['Int', 'Float!', 'ID', 'String!', 'Boolean', 'Size', '[Size!]!', '[[Int!]!]', 'Key', 'Key!'];
const definitionsOf = (text: string) => {
  const [operation] = parse(text).definitions;
  return (operation?.kind === Kind.OPERATION_DEFINITION && operation.variableDefinitions) || [];
};
const every = definitionsOf(
  `query (${types.map((type, at) => `$v${at}: ${type}`).join()}, $part: Part = { name: "a", size: LARGE }, $parts: [Part!],
    $tree: Tree, $count: Int! = 5, $__proto__: Tree) { any }`,
);

const leaf = fc.oneof(
  fc.constantFrom('SMALL', 'LARGE', 'a', '', null, true, 0, 1, 2.5, 2 ** 40),
  fc.jsonValue({ maxDepth: 1 }),
);
const names = [
  'key',
  'part',
  'parts',
  'grid',
  'trees',
  'on',
  'id',
  'number',
  'name',
  'size',
  'sizes',
  'count',
];
/** Mostly of the right shape, so that many values are valid. */
const { value } = fc.letrec<{ value: unknown; object: object; list: unknown[] }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, tie('object'), tie('list')),
  object: fc.oneof(
    fc.record(
      { name: fc.string(), size: fc.constantFrom('SMALL', 'LARGE'), count: fc.nat(9) },
      { requiredKeys: [] },
    ),
    fc.record({ part: tie('object'), parts: tie('list'), trees: tie('list') }, { requiredKeys: [] }),
    fc.record({ id: leaf, number: fc.nat(9) }, { requiredKeys: [] }),
    fc.dictionary(fc.constantFrom(...names, 'other', '__proto__', 'constructor'), tie('value'), {
      maxKeys: 3,
    }),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
}));
const given = fc.dictionary(fc.constantFrom(...every.map(({ variable }) => variable.name.value)), value, {
  maxKeys: 4,
});

test.each([true, false])(
  'variables are coerced as graphql-js coerces them (hideSuggestions: %s)',
  (hideSuggestions) => {
    const options = { maxErrors: 5, hideSuggestions };
    let valid = 0;
    fc.assert(
      fc.property(fc.subarray([...every], { minLength: 1 }), given, (definitions, variables) => {
        const expected = getVariableValues(schema, definitions, variables, options);
        const read = new VariableReader(schema, definitions).read(variables, options);

        expect(read).toEqual(expected);
        expect(JSON.stringify(read.coerced)).toBe(JSON.stringify(expected.coerced));
        if (expected.coerced !== undefined) valid += 1;
      }),
      runs(500),
    );

    expect(valid).toBeGreaterThan(20);
  },
);

test('a value of each kind is coerced', () => {
  const tree = { key: { id: 7 }, grid: [1, [2, 3]], trees: { part: { name: 'b' } }, on: false };
  const variables = { v1: 1, v3: 'a', v6: 'LARGE', v7: [[1], 2], v9: { number: 1 }, tree };

  const { coerced } = new VariableReader(schema, every).read(variables, {
    maxErrors: 5,
    hideSuggestions: false,
  });

  expect(coerced).toEqual({
    ...{ v1: 1, v3: 'a', v6: ['LARGE'], v7: [[1], [2]], v9: { number: 1 }, count: 5 },
    part: { name: 'a', size: 'LARGE', count: 3 },
    tree: {
      ...{
        key: { id: '7' },
        part: { name: 'leaf', size: 'SMALL', count: 3 },
        grid: [[1], [2, 3]],
        on: false,
      },
      trees: [{ part: { name: 'b', size: 'SMALL', count: 3 } }],
    },
  });
});
