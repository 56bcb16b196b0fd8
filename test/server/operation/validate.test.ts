import fc from 'fast-check';
import { GraphQLError, Lexer, parse, Source, specifiedRules, validate } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../../src/schema/index.ts';
import { validateQuickly } from '../../../src/server/operation/validate.ts';
import { runs } from '../../runs.ts';
import { hostileDocuments } from './hostile-documents.ts';

const valid = [
  'query Q($n: Int = 3, $f: CustomerFilter) { customers(first: $n, filter: $f) { nodes { id name } totalCount } }',
  'query Q($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Customer { ...A } } } fragment A on Customer { name parentAccount { ...B } } fragment B on Customer { id addresses(first: 2) { edges { cursor node { name } } } }',
  'query A($a: Boolean!) { ...F @include(if: $a) } query B { viewer { scopes } } fragment F on Query { viewer { account { name } } }',
  'mutation M($input: CustomerUpdateInput!) { customerUpdate(input: $input) { customer { name } userErrors { code } } }',
  'subscription S($after: String) { customerChanged(after: $after) { cursor customer { name } } }',
  '{ customers(filter: { or: [{ statuses: [NORMAL] }, { tags: ["a"] }] }, orderBy: [{ field: NAME }]) { nodes { id } } }',
  '{ __schema { types { name fields { name args { name } } } } __type(name: "Customer") { name } }',
  'query { customer(by: { number: "1" }) { ... on Node { id ... on Customer { name @skip(if: true) } } } }',
];

function tokensOf(text: string): string[] {
  const lexer = new Lexer(new Source(text));
  const tokens: string[] = [];
  for (let token = lexer.advance(); token.kind !== '<EOF>'; token = lexer.advance())
    tokens.push(text.slice(token.start, token.end));
  return tokens;
}

const pool = valid.flatMap(tokensOf);

function expectSameErrors(text: string): number | undefined {
  try {
    const document = parse(text);
    const options = { maxErrors: 5, hideSuggestions: false };
    const expected = validate(schema, document, specifiedRules, options);

    expect(validateQuickly(schema, document, specifiedRules, options), text).toEqual(expected);
    return expected.length;
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

test.each(valid)('%s is valid', (text) => {
  expect(expectSameErrors(text)).toBe(0);
});

test.each([
  ...Object.entries(hostileDocuments),
  ['a type definition', 'type A { b: Int }'],
  ['a type definition beside a query', '{ __typename } type A { b: Int }'],
])('%s has the errors of graphql-js', (_name, text) => {
  expect(expectSameErrors(text)).toBeDefined();
});

test('documents with replaced, repeated and missing tokens have the errors of graphql-js', () => {
  let [invalid, stillValid] = [0, 0];
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const tokens = tokensOf(valid[draw(fc.nat, valid.length - 1)] ?? '');
      for (let count = 1 + draw(fc.nat, 2); count > 0; count--) {
        const at = draw(fc.nat, tokens.length - 1);
        // Replaces a name by a name, so that most of the documents can be parsed.
        const alike = pool.filter((each) => /^\w/.test(each) === /^\w/.test(tokens[at] ?? ''));
        const other = alike[draw(fc.nat, alike.length - 1)] ?? '';
        const change = draw(fc.nat, 3);
        if (change === 0) tokens.splice(at, 1);
        else if (change === 1) tokens.splice(at, 0, tokens[at] ?? '');
        else tokens[at] = other;
      }
      const errors = expectSameErrors(tokens.join(' '));
      if (errors === 0) stillValid += 1;
      else if (errors !== undefined) invalid += 1;
    }),
    runs(3_000),
  );
  // Fails if few documents were compared.
  expect(invalid).toBeGreaterThan(stillValid);
  expect(stillValid).toBeGreaterThan(invalid / 200);
});
