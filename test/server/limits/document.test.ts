import { type DocumentNode, OverlappingFieldsCanBeMergedRule, parse, validate, visit } from 'graphql';
import { expect, test, vi } from 'vitest';
import { SelectionCount } from '../../../src/execution/plan/selection-count.ts';
import { defaultLimits } from '../../../src/limits.ts';
import { schema } from '../../../src/schema/index.ts';
import { sizeOf } from '../../../src/server/limits/document-size.ts';
import { countValidation } from '../../../src/server/limits/validation-work.ts';
import { codesOf, openHttpGateway, type Reply } from './http-gateway.ts';

const { ask } = await openHttpGateway();

/** Sends a query; also returns the number of steps counted for its validation and planning. */
async function askCounting(query: string): Promise<{ readonly reply: Reply; readonly steps: number }> {
  const add = vi.spyOn(SelectionCount.prototype, 'add');
  const reply = await ask(query);
  const steps = add.mock.calls.reduce((sum, [selections = 1]) => sum + selections, 0);
  add.mockRestore();
  return { reply, steps };
}

/** Counts the reads of a property of the nodes of a kind; returns the number of nodes and the current count. */
function countReads(document: DocumentNode, kind: 'SelectionSet' | 'Field', property: string) {
  let [nodes, reads] = [0, 0];
  visit(document, {
    [kind]: (node: object) => {
      nodes += 1;
      const value: unknown = Reflect.get(node, property);
      const get = () => {
        reads += 1;
        return value;
      };
      Object.defineProperty(node, property, { get, enumerable: true });
    },
  });
  reads = 0;
  return { nodes, reads: () => reads };
}

const times = (count: number, of: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => of(at)).join(' ');

/** Nested `parentAccount`s, so that the document is `depth` fields deep. */
const deep = (depth: number) =>
  `{ customers(first: 1) { nodes { ${'parentAccount { '.repeat(depth - 3)} id ${'} '.repeat(depth - 3)} } } }`;

type Case = readonly [what: string, query: string];

const within: readonly Case[] = [
  ['15 fields deep', deep(15)],
  ['with 30 aliases', `{ viewer { ${times(30, (at) => `a${at}: scopes`)} } }`],
  [
    // Client caches add it to every selection.
    'with __typename in each of 61 selections',
    `{ ${times(20, (at) => `a${at}: viewer { __typename account { __typename ...F${at} } }`)} } ${times(20, (at) => `fragment F${at} on Account { __typename name }`)}`,
  ],
  ['with 20 root fields', `{ ${times(20, (at) => `a${at}: viewer { scopes }`)} }`],
  [
    'with 8 directives',
    `{ viewer { ...A } } fragment A on Viewer { ${times(8, (at) => `a${at}: scopes @skip(if: false)`)} }`,
  ],
];

test.each(within)('a document %s is answered', async (_what, query) => {
  expect((await ask(query)).errors).toBeUndefined();
});

const over: readonly Case[] = [
  ['16 fields deep', deep(16)],
  [
    '16 fields deep by its fragments',
    `{ customers(first: 1) { nodes { ...A } } } fragment A on Customer { parentAccount { ...B } } fragment B on Customer { parentAccount { ${'parentAccount { '.repeat(11)} id ${'} '.repeat(11)} } }`,
  ],
  ['with 31 aliases', `{ viewer { ${times(31, (at) => `a${at}: scopes`)} } }`],
  ['with 31 __typename too many', `{ viewer { ${'__typename '.repeat(32)} } }`],
  ['with 31 repetitions', `{ viewer { ${'scopes '.repeat(32)} } }`],
  ['with 21 root fields', `{ ${times(21, (at) => `a${at}: viewer { scopes }`)} }`],
  [
    'with 21 root fields by a fragment',
    `{ ...A ...B } fragment A on Query { ${times(11, (at) => `a${at}: __typename`)} } fragment B on Query { ${times(10, (at) => `b${at}: __typename`)} }`,
  ],
  ['with 9 directives', `{ viewer { scopes ${'@include(if: true) '.repeat(9)} } }`],
  ['of over 2,000 tokens', `{ ${'name '.repeat(2_000)} }`],
];

test.each(over)('a document %s is rejected before validation', async (_what, query) => {
  const { reply, steps } = await askCounting(query);

  expect(steps).toBe(0);
  expect([reply.status, codesOf(reply)[0], reply.data]).toEqual([400, 'LIMIT_EXCEEDED', undefined]);
});

test('the introspection query of GraphiQL is within the limits', async () => {
  const { getIntrospectionQuery } = await import('graphql');

  const { errors, extensions } = await ask(getIntrospectionQuery({ inputValueDeprecation: true }));

  expect(errors).toBeUndefined();
  expect(extensions.cost.requested).toBeLessThan(9_000);
});

test('a chain of `first: 1` twenty levels deep is rejected before validation', async () => {
  const chain = `${'childAccounts(first: 1) { nodes { '.repeat(20)} id ${'} } '.repeat(20)}`;

  const { reply, steps } = await askCounting(`{ customers(first: 1) { nodes { ${chain} } } }`);

  expect(codesOf(reply)).toEqual(['LIMIT_EXCEEDED']);
  expect(steps).toBe(0);
});

test('fragments that double twenty times are measured in linear steps and rejected before validation', async () => {
  const fragments = times(
    20,
    (at) =>
      `fragment F${at} on Customer { parentAccount { ...F${at + 1} } ... on Customer { parentAccount { ...F${at + 1} } } }`,
  );
  const query = `{ customers(first: 1) { nodes { ...F0 } } } ${fragments} fragment F20 on Customer { id }`;
  const document = parse(query);
  const sets = countReads(document, 'SelectionSet', 'selections');

  sizeOf(document);
  const { reply, steps } = await askCounting(query);

  expect(sets.reads()).toBeLessThanOrEqual(4 * sets.nodes);
  expect(codesOf(reply)).toEqual(['LIMIT_EXCEEDED']);
  expect(steps).toBe(0);
});

test('comparisons of fields in conflict are counted', async () => {
  const fields = 'id name number note status active createdAt updatedAt reference metadata mode ediStatus';
  const nested = `${fields} parentAccount { ${fields} parentAccount { ${fields} } }`;
  const fragments = times(32, (at) => `fragment F${at} on Customer { ${nested} }`);
  const query = `{ customers(first: 1) { nodes { ${times(32, (at) => `...F${at}`)} } } } ${fragments}`;
  const document = parse(query);
  const names = countReads(document, 'Field', 'name');
  const counted = new SelectionCount();
  countValidation(document, counted);

  const before = names.reads();
  validate(schema, document, [OverlappingFieldsCanBeMergedRule]);
  const compared = names.reads() - before;
  const { reply, steps } = await askCounting(query);

  expect(compared).toBeLessThanOrEqual(3 * counted.count);
  expect(steps).toBeGreaterThanOrEqual(counted.count);
  expect(steps).toBeLessThanOrEqual(defaultLimits.selections);
  expect(reply.status).toBe(200);
});

test('a response has at most five errors and the number of omitted ones', async () => {
  const query = `{ ${times(9, (at) => `a${at}: node(id: "x") { id }`)} }`;

  const { errors, extensions } = await ask(query);

  expect([errors?.length, extensions.errorsLeftOut]).toEqual([5, 4]);
});

test('a document with many errors gets five of them', async () => {
  const { errors } = await ask(`{ ${times(20, (at) => `a${at}`)} }`);

  expect(errors).toHaveLength(5);
});
