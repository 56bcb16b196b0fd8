import { expect, test } from 'vitest';
import { expectErrors, openLoggedGateway } from './logged-gateway.ts';

const { ask, lines } = await openLoggedGateway();

const names =
  'query($first: Int, $last: Int, $after: String, $filter: CustomerFilter, $query: String, $orderBy: [CustomerSort!]) { customers(first: $first, last: $last, after: $after, filter: $filter, query: $query, orderBy: $orderBy) { nodes { name } } }';
const byName = [{ field: 'NAME' }];
const long = 'x'.repeat(100_000);
const nul = 'a\0b';

const sample = await ask(
  '{ customers(first: 1) { nodes { id } pageInfo { endCursor } } carriers(first: 1) { nodes { id } pageInfo { endCursor } } }',
);
const cursor: string = sample.data.customers.pageInfo.endCursor;
const carrierId: string = sample.data.carriers.nodes[0].id;
const customerId: string = sample.data.customers.nodes[0].id;

/** The cursor with different content after its fingerprint. */
function tampered(...place: unknown[]): string {
  const [print] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  return Buffer.from(JSON.stringify([print, ...place])).toString('base64url');
}

function nested(depth: number): object {
  return depth === 1 ? { active: true } : { not: nested(depth - 1) };
}

type Case = readonly [what: string, code: string, query: string, variables?: object];

const wrong: readonly Case[] = [
  ['a truncated document', 'GRAPHQL_PARSE_FAILED', '{ viewer {'],
  ['an empty document', 'GRAPHQL_PARSE_FAILED', ' '],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', '{ nothing }'],
  ['a field without its selection', 'GRAPHQL_VALIDATION_FAILED', '{ viewer }'],
  ['an unknown argument', 'GRAPHQL_VALIDATION_FAILED', '{ customers(page: 1) { totalCount } }'],
  ['a missing required argument', 'GRAPHQL_VALIDATION_FAILED', '{ node { id } }'],
  ['a literal of the wrong type', 'GRAPHQL_VALIDATION_FAILED', '{ customers(first: "1") { totalCount } }'],
  ['an undeclared variable', 'GRAPHQL_VALIDATION_FAILED', '{ customers(first: $first) { totalCount } }'],
  [
    'a literal with two keys instead of one',
    'GRAPHQL_VALIDATION_FAILED',
    '{ customer(by: { number: "1", shortId: "2" }) { id } }',
  ],
  [
    'a hundred unknown fields',
    'GRAPHQL_VALIDATION_FAILED',
    `{ viewer { ${Array.from({ length: 100 }, (_, at) => `a${at}`).join(' ')} } }`,
  ],
  ['an unknown field of 100 kB', 'GRAPHQL_VALIDATION_FAILED', `{ ${long} }`],
  ['an unknown mutation', 'GRAPHQL_VALIDATION_FAILED', 'mutation { a }'],
  ['an unknown subscription', 'GRAPHQL_VALIDATION_FAILED', 'subscription { a }'],
  [
    'a subscription that is requested without an event stream',
    'BAD_REQUEST',
    'subscription { customerChanged { cursor } }',
  ],
  ['a variable of the wrong type', 'BAD_USER_INPUT', names, { first: 'one' }],
  ['a variable that is not a 32-bit integer', 'BAD_USER_INPUT', names, { first: 2 ** 31 }],
  ['a variable that is a fraction', 'BAD_USER_INPUT', names, { first: 1.5 }],
  ['a list instead of a string', 'BAD_USER_INPUT', names, { query: ['a'] }],
  ['an unknown enum value', 'BAD_USER_INPUT', names, { orderBy: [{ field: 'COLOUR' }] }],
  ['an enum value of 100 kB', 'BAD_USER_INPUT', names, { orderBy: [{ field: long }] }],
  ['an unknown field of an input', 'BAD_USER_INPUT', names, { filter: { colour: 'red' } }],
  [
    'two keys instead of one',
    'BAD_USER_INPUT',
    'query($by: CustomerIdentifier!) { customer(by: $by) { id } }',
    { by: { number: '1', shortId: '2' } },
  ],
  [
    'an identifier without a key',
    'BAD_USER_INPUT',
    'query($by: CustomerIdentifier!) { customer(by: $by) { id } }',
    { by: {} },
  ],
  ['a missing required variable', 'BAD_USER_INPUT', 'query($id: ID!) { node(id: $id) { id } }'],
  ['null instead of a value', 'BAD_USER_INPUT', 'query($id: ID!) { node(id: $id) { id } }', { id: null }],
  [
    'the same field twice in an order',
    'BAD_USER_INPUT',
    names,
    { orderBy: [...byName, { field: 'NAME', direction: 'DESC' }] },
  ],
  ['U+0000 in a literal', 'BAD_USER_INPUT', '{ customers(query: "a\\u0000b") { totalCount } }'],
  ['U+0000 in a block string', 'BAD_USER_INPUT', `{ customers(query: """${nul}""") { totalCount } }`],
  ['U+0000 in a variable', 'BAD_USER_INPUT', names, { query: nul }],
  ['U+0000 deep in a variable', 'BAD_USER_INPUT', names, { filter: { and: [{ tags: ['a', nul] }] } }],
  ['U+0000 in an id', 'BAD_USER_INPUT', 'query($id: ID!) { node(id: $id) { id } }', { id: nul }],
  ['U+0000 in a cursor', 'BAD_USER_INPUT', names, { after: nul }],
  ['a page of -1', 'PAGE_SIZE_INVALID', names, { first: -1 }],
  ['a page of 251', 'PAGE_SIZE_INVALID', names, { first: 251 }],
  ['a last page of -1', 'PAGE_SIZE_INVALID', names, { last: -1 }],
  ['a last page of 251', 'PAGE_SIZE_INVALID', names, { last: 251 }],
  ['first with last', 'PAGE_SIZE_INVALID', names, { first: 1, last: 1 }],
  [
    'a nested page of 251',
    'PAGE_SIZE_INVALID',
    '{ customers(first: 1) { nodes { addresses(first: 251) { totalCount } } } }',
  ],
  ['a cursor of another order', 'CURSOR_MISMATCH', names, { after: cursor, orderBy: byName }],
  ['a cursor of another filter', 'CURSOR_MISMATCH', names, { after: cursor, filter: { active: true } }],
  ['a cursor of another search', 'CURSOR_MISMATCH', names, { after: cursor, query: 'a' }],
  ['a cursor of another list', 'CURSOR_MISMATCH', names, { after: sample.data.carriers.pageInfo.endCursor }],
  ['an empty cursor', 'CURSOR_INVALID', names, { after: '' }],
  ['a text as cursor', 'CURSOR_INVALID', names, { after: 'next, please' }],
  ['a truncated cursor', 'CURSOR_INVALID', names, { after: cursor.slice(0, 20) }],
  ['a cursor of 100 kB', 'CURSOR_INVALID', names, { after: long }],
  ['a cursor without a position', 'CURSOR_INVALID', names, { after: tampered() }],
  ['a cursor with values of other types', 'CURSOR_INVALID', names, { after: tampered(1, { id: 'x' }) }],
  [
    'a cursor with an invalid date',
    'CURSOR_INVALID',
    names,
    { after: tampered('2024-02-31T00:00:00.000Z', customerId) },
  ],
  ['a text as id', 'ID_INVALID', '{ node(id: "x") { id } }'],
  ['an id of an unknown type', 'ID_INVALID', '{ node(id: "zzz_1") { id } }'],
  ['an id of 100 kB', 'ID_INVALID', 'query($id: ID!) { node(id: $id) { id } }', { id: long }],
  ['an id of another type', 'ID_INVALID', `{ customer(by: { id: "${carrierId}" }) { id } }`],
  [
    '251 ids',
    'LIMIT_EXCEEDED',
    'query($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: Array(251).fill(customerId) },
  ],
  ['251 values in a filter', 'LIMIT_EXCEEDED', names, { filter: { ids: Array(251).fill(customerId) } }],
  ['a filter nested 11 deep', 'LIMIT_EXCEEDED', names, { filter: nested(11) }],
  ['101 filters', 'LIMIT_EXCEEDED', names, { filter: { or: Array(100).fill({ active: true }) } }],
  ['a search of 257 characters', 'LIMIT_EXCEEDED', names, { query: 'x'.repeat(257) }],
  ['a search of 100 kB', 'LIMIT_EXCEEDED', names, { query: long }],
  ['a search of 11 words', 'LIMIT_EXCEEDED', names, { query: 'a '.repeat(11) }],
  ['a count up to 0', 'LIMIT_EXCEEDED', '{ customers { count(cap: 0) { value } } }'],
  ['a document nested too deeply to parse', 'LIMIT_EXCEEDED', '{a'.repeat(20_000)],
  [
    'a literal nested too deeply to parse',
    'LIMIT_EXCEEDED',
    `{ customers(filter: ${'{not:'.repeat(5_000)}{}${'}'.repeat(5_000)}) { totalCount } }`,
  ],
  [
    'a document that takes too long to validate',
    'LIMIT_EXCEEDED',
    `{ ${'viewer { account { id name } } '.repeat(10_000)} }`,
  ],
];

for (const [what, code, query, variables] of wrong)
  test(`${what} has the error code ${code}`, async () => {
    const seen = lines.length;

    const reply = await ask(query, variables);

    expectErrors(reply, code);
    expect(Object.values(reply.data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(lines.slice(seen)).toEqual([]);
  });
