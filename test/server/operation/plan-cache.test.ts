import { GraphQLError, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { OperationPlan } from '../../../src/execution/plan/plan.ts';
import { defaultLimits } from '../../../src/limits.ts';
import { schema } from '../../../src/schema/index.ts';
import { Documents, ReadDocument } from '../../../src/server/operation/documents.ts';
import type { Operation } from '../../../src/server/operation/operation.ts';
import { type CacheOwner, SharedCache } from '../../../src/shared-cache.ts';

const owner: CacheOwner = { accountId: 'acc_1', caller: 'one' };

function open(cache = new SharedCache(10_000_000)) {
  const documents = new Documents({ schema, limits: defaultLimits, showsSchema: true, cache });
  return (text: string) => documents.cached(text, owner) ?? documents.read(text, owner).document;
}

function operationIn(text: string, name: string | null = null): Operation {
  const operation = new ReadDocument(schema, parse(text)).operation(name);
  if (operation === null) throw new Error('operation not found');
  return operation;
}

const keysOf = (plan: OperationPlan | undefined) => plan?.root.fields.map(({ key }) => key);

test('a repeated document is parsed once', () => {
  const read = open();

  const first = read('{ __typename }');

  expect(first).toBeDefined();
  expect(read('{ __typename }')).toBe(first);
});

test('recently used documents stay cached, within the share of their account', () => {
  const cache = new SharedCache(640_000);
  const read = open(cache);
  const first = read('{ __typename }');
  const early = read('{ a: __typename }');
  for (let at = 0; at < 60; at++) {
    read(`{ b${at}: __typename }`);
    read('{ __typename }');
  }

  expect(read('{ __typename }')).toBe(first);
  expect(read('{ a: __typename }')).not.toBe(early);
  expect(cache.bytes).toBeGreaterThan(150_000);
  expect(cache.bytes).toBeLessThanOrEqual(160_000);
});

test.each([
  ['a large document', `{ __typename } # ${'x'.repeat(200_000)}`],
  ['a document that cannot be parsed', '{ viewer'],
  ['an invalid document', '{ nothing }'],
])('%s is not cached', (_what, text) => {
  const cache = new SharedCache(10_000_000);
  open(cache)(text);

  expect([cache.size, cache.bytes]).toEqual([0, 0]);
});

test('plans count towards the size of their document', () => {
  const cache = new SharedCache(10_000_000);
  const document = open(cache)(
    'query($n: Int, $a: Boolean!) { customers(first: $n) { nodes { id name @include(if: $a) } } }',
  );
  const before = cache.bytes;
  const operation = document?.operation(null);
  const sizes = [true, false].map((a) => {
    operation?.prepare({ n: 1, a });
    operation?.prepare({ n: 2, a });
    return cache.bytes;
  });

  expect(cache.size).toBe(1);
  expect(cache.bytes).toBe(document?.bytes);
  expect([before, ...sizes]).toEqual([...new Set([before, ...sizes])].sort((a, b) => a - b));
});

test('errors have their locations in a cached document', () => {
  const document = open()('{ viewer {\n  scopes } }')?.document;
  const [operation] = document?.definitions ?? [];
  const field = operation?.kind === 'OperationDefinition' ? operation.selectionSet.selections[0] : undefined;
  const inner = field?.kind === 'Field' ? field.selectionSet?.selections[0] : undefined;

  expect(new GraphQLError('', { nodes: inner ?? null }).locations).toEqual([{ line: 2, column: 3 }]);
});

test('an operation has one plan for all variables that skip the same selections', () => {
  const operation = operationIn('query($n: Int) { customers(first: $n) { nodes { id } } }');

  expect(operation.plan({ n: 1 })).toBeDefined();
  expect(operation.plan({ n: 2 })).toBe(operation.plan({ n: 1 }));
});

test('each combination of skipped selections has its own plan', () => {
  const operation = operationIn(
    'query($a: Boolean!, $b: Boolean!) { one: __typename @include(if: $a) two: __typename @skip(if: $b) }',
  );
  const flags = [false, true].flatMap((a) => [false, true].map((b) => ({ a, b })));

  expect(flags.map((each) => keysOf(operation.plan(each)))).toEqual([['two'], [], ['one', 'two'], ['one']]);
  for (const each of flags) expect(operation.plan({ ...each })).toBe(operation.plan(each));
});

test('plans are distinguished by the selections skipped within fragments, too', () => {
  const operation = operationIn(`query($a: Boolean!) { ...F } fragment F on Query {
    ... @include(if: $a) { one: __typename } two: __typename
  }`);

  expect([true, false].map((a) => keysOf(operation.plan({ a })))).toEqual([['one', 'two'], ['two']]);
});

test('an operation keeps its most recently used plans, not one for each variant', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const operation = operationIn(
    `query(${names.map((name) => `$${name}: Boolean!`).join()}) {
      ${names.map((name) => `${name}: __typename @include(if: $${name})`).join(' ')} __typename
    }`,
  );
  const variants = Array.from({ length: 32 }, (_, bits) =>
    Object.fromEntries(names.map((name, at) => [name, (bits & (1 << at)) !== 0])),
  );

  const plans = variants.map((each) => operation.plan(each));

  expect(new Set(plans).size).toBe(32);
  expect(operation.plan(variants[31] ?? {})).toBe(plans[31]);
  expect(operation.plan(variants[0] ?? {})).not.toBe(plans[0]);
  expect(keysOf(operation.plan(variants[5] ?? {}))).toEqual(['a', 'c', '__typename']);
});

test('operations of one document have separate plans', () => {
  const document = new ReadDocument(schema, parse('query A { a: __typename } query B { b: __typename }'));

  const plans = ['A', 'B'].map((name) => document.operation(name)?.plan({}));

  expect(plans.map(keysOf)).toEqual([['a'], ['b']]);
  expect(document.operation('A')).toBe(document.operation('A'));
});

test.each([
  '{ __schema { queryType { name } } }',
  '{ viewer { scopes } __type(name: "Query") { name } }',
  '{ __proto__: __typename }',
  'mutation { customerDiscontinue(input: { by: { number: "1" } }) { userErrors { code } } }',
])('%s is planned, too', (text) => {
  const operation = operationIn(text);

  expect(operation.plan({}).root.fields).not.toEqual([]);
  expect(operation.plan({})).toBe(operation.plan({}));
});
