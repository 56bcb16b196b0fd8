import { expect, test } from 'vitest';
import { codesOf, openHttpGateway } from './http-gateway.ts';

const { ask } = await openHttpGateway();

const times = (count: number, of: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => of(at)).join(' ');

/** `parentAccount` in itself, so that the document is `depth` fields deep. */
const deep = (depth: number) =>
  `{ customers(first: 1) { nodes { ${'parentAccount { '.repeat(depth - 3)} id ${'} '.repeat(depth - 3)} } } }`;

type Case = readonly [what: string, query: string];

const within: readonly Case[] = [
  ['15 fields deep', deep(15)],
  ['with 30 aliases', `{ viewer { ${times(30, (at) => `a${at}: scopes`)} } }`],
  [
    // Caches ask for it everywhere, each selection of a page in one document.
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

test.each(over)('a document %s is refused in milliseconds', async (_what, query) => {
  const start = performance.now();

  const reply = await ask(query);

  expect(performance.now() - start).toBeLessThan(250);
  expect([reply.status, codesOf(reply)[0], reply.data]).toEqual([400, 'LIMIT_EXCEEDED', undefined]);
});

test('introspection, as GraphiQL asks for it, is within the limits', async () => {
  const { getIntrospectionQuery } = await import('graphql');

  const { errors, extensions } = await ask(getIntrospectionQuery({ inputValueDeprecation: true }));

  expect(errors).toBeUndefined();
  expect(extensions.cost.requested).toBeLessThan(5_000);
});

test('a chain of `first: 1` twenty levels deep is refused in milliseconds', async () => {
  const chain = `${'childAccounts(first: 1) { nodes { '.repeat(20)} id ${'} } '.repeat(20)}`;
  const start = performance.now();

  const reply = await ask(`{ customers(first: 1) { nodes { ${chain} } } }`);

  expect(codesOf(reply)).toEqual(['LIMIT_EXCEEDED']);
  expect(performance.now() - start).toBeLessThan(250);
});

test('fragments that double one another twenty times over are answered or refused in milliseconds', async () => {
  const fragments = times(
    20,
    (at) =>
      `fragment F${at} on Customer { parentAccount { ...F${at + 1} } ... on Customer { parentAccount { ...F${at + 1} } } }`,
  );
  const start = performance.now();

  const reply = await ask(
    `{ customers(first: 1) { nodes { ...F0 } } } ${fragments} fragment F20 on Customer { id }`,
  );

  expect(codesOf(reply)).toEqual(['LIMIT_EXCEEDED']);
  expect(performance.now() - start).toBeLessThan(250);
});

test('two thousand tokens cannot keep the check for fields in conflict busy', async () => {
  const fields = 'id name number note status active createdAt updatedAt reference metadata mode ediStatus';
  const nested = `${fields} parentAccount { ${fields} parentAccount { ${fields} } }`;
  const fragments = times(32, (at) => `fragment F${at} on Customer { ${nested} }`);
  const start = performance.now();

  const reply = await ask(
    `{ customers(first: 1) { nodes { ${times(32, (at) => `...F${at}`)} } } } ${fragments}`,
  );

  expect(performance.now() - start).toBeLessThan(1_000);
  expect(reply.status).toBe(200);
});

test('an answer has five errors at most and says how many it keeps', async () => {
  const query = `{ ${times(9, (at) => `a${at}: node(id: "x") { id }`)} }`;

  const { errors, extensions } = await ask(query);

  expect([errors?.length, extensions.errorsLeftOut]).toEqual([5, 4]);
});

test('a document with a hundred mistakes is told five', async () => {
  const { errors } = await ask(`{ ${times(20, (at) => `a${at}`)} }`);

  expect(errors).toHaveLength(5);
});
