import { parse } from 'graphql';
import { expect, test } from 'vitest';
import type { OperationPlan } from '../../../src/execution/plan.ts';
import { defaultLimits } from '../../../src/limits.ts';
import { schema } from '../../../src/schema/index.ts';
import { createDocuments } from '../../../src/server/operation/documents.ts';
import { type Operation, operationOf } from '../../../src/server/operation/operation.ts';

const open = () => createDocuments({ schema, limits: defaultLimits, showsSchema: true });

function operationIn(text: string, name: string | null = null): Operation {
  const operation = operationOf(schema, parse(text), name);
  if (operation === null) throw new Error('There is no operation.');
  return operation;
}

const keysOf = (plan: OperationPlan | undefined) => plan?.root.fields.map(({ key }) => key);

test('a document that comes again is the one that is kept', () => {
  const documents = open();

  const [first, again] = [documents('{ __typename }'), documents('{ __typename }')];

  expect(first.document).toBeDefined();
  expect(again.document).toBe(first.document);
});

test('of many documents those of late are kept', () => {
  const documents = open();
  const first = documents('{ __typename }');
  const early = documents('{ a: __typename }');
  for (let at = 0; at < 499; at++) {
    documents(`{ b${at}: __typename }`);
    documents('{ __typename }');
  }

  expect(documents('{ __typename }').document).toBe(first.document);
  expect(documents('{ a: __typename }').document).not.toBe(early.document);
});

test.each([
  ['a long one', `{ __typename } # ${'x'.repeat(10_000)}`],
  ['one that cannot be parsed', '{ viewer'],
  ['one that does not fit', '{ nothing }'],
])('%s is not kept', (_what, text) => {
  const documents = open();

  expect(documents(text)).not.toBe(documents(text));
});

test('an operation has one plan, whatever its variables are that leave nothing out', () => {
  const operation = operationIn('query($n: Int) { customers(first: $n) { nodes { id } } }');

  expect(operation.plan({ n: 1 })).toBeDefined();
  expect(operation.plan({ n: 2 })).toBe(operation.plan({ n: 1 }));
});

test('each of what @skip and @include leave out has a plan of its own', () => {
  const operation = operationIn(
    'query($a: Boolean!, $b: Boolean!) { one: __typename @include(if: $a) two: __typename @skip(if: $b) }',
  );
  const flags = [false, true].flatMap((a) => [false, true].map((b) => ({ a, b })));

  expect(flags.map((each) => keysOf(operation.plan(each)))).toEqual([['two'], [], ['one', 'two'], ['one']]);
  for (const each of flags) expect(operation.plan({ ...each })).toBe(operation.plan(each));
});

test('plans are told apart by what fragments leave out, too', () => {
  const operation = operationIn(`query($a: Boolean!) { ...F } fragment F on Query {
    ... @include(if: $a) { one: __typename } two: __typename
  }`);

  expect([true, false].map((a) => keysOf(operation.plan({ a })))).toEqual([['one', 'two'], ['two']]);
});

test('an operation keeps the plans of late, and not one for each of its variants', () => {
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

test('operations of one document have plans of their own', () => {
  const document = parse('query A { a: __typename } query B { b: __typename }');

  const plans = ['A', 'B'].map((name) => operationOf(schema, document, name)?.plan({}));

  expect(plans.map(keysOf)).toEqual([['a'], ['b']]);
  expect(operationOf(schema, document, 'A')).toBe(operationOf(schema, document, 'A'));
});

test.each([
  '{ __schema { queryType { name } } }',
  '{ viewer { scopes } __type(name: "Query") { name } }',
  '{ __proto__: __typename }',
])('%s is left to graphql-js', (text) => {
  const operation = operationIn(text);

  expect([operation.plan({}), operation.plan({})]).toEqual([undefined, undefined]);
});
