import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { fillBase, headIds } from './base.ts';
import { fillSettings, own } from './base-settings.ts';
import type { CustomerChoice, PageVariables } from './listing.ts';

const { db, as, pool } = await openGateway();
const settings = await fillSettings(db);
await fillBase(db, settings, 30);
const caller = as(own);

const document = `query ($first: Int, $last: Int, $after: String, $before: String, $query: String,
  $filter: CustomerFilter, $orderBy: [CustomerSort!]) {
  customers(first: $first, last: $last, after: $after, before: $before, query: $query, filter: $filter,
    orderBy: $orderBy) { edges { cursor } } }`;

type Variables = PageVariables & CustomerChoice;

async function cursorOf(variables: Variables = {}): Promise<string> {
  const { data } = await caller.execute(document, { ...variables, first: 1 });
  return data.customers.edges[0].cursor;
}

/** The code and the message of the error of an operation, if any. */
async function refusal(query: string, variables: object): Promise<readonly string[]> {
  const { errors = [] } = await caller.execute(query, variables);
  return errors.flatMap(({ extensions, message }) => [extensions.code, message]);
}

const decode = (cursor: string): readonly unknown[] =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString());
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const invalid = (argument: string) => [
  'CURSOR_INVALID',
  `\`${argument}\` is not a valid cursor; use a cursor from \`edges\` or \`pageInfo\` of the same list.`,
];
const mismatch = (argument: string) => [
  'CURSOR_MISMATCH',
  `\`${argument}\` is a cursor of another list, order or filter; use a cursor of this list, or omit \`${argument}\` to start from the first page.`,
];

const unreadable = {
  'an empty string': '',
  'a word': 'cursor',
  'no base64': '%%% ###',
  'no JSON': Buffer.from('{not json').toString('base64url'),
  'no UTF-8': Buffer.from([0xff, 0xfe, 0x00]).toString('base64url'),
  'a number': encode(7),
  'an object': encode({ createdAt: '2024-01-01T00:00:00.000Z' }),
  null: encode(null),
  'an empty array': encode([]),
  'an array that begins with a number': encode([7, 'x']),
  'ten thousand characters': 'a'.repeat(10_000),
  'a deep array': Buffer.from('['.repeat(6_000)).toString('base64url'),
};

test.each(Object.entries(unreadable))('%s is an invalid cursor', async (_name, cursor) => {
  expect(await refusal(document, { after: cursor })).toEqual(invalid('after'));
  expect(await refusal(document, { last: 3, before: cursor })).toEqual(invalid('before'));
});

const noInstants = [
  5,
  null,
  true,
  [],
  ['2024-02-29T12:00:00.000Z'],
  {},
  '',
  '2024-02-29',
  '2024-02-29T12:00:00Z',
  '2024-02-30T12:00:00.000Z',
  '2023-02-29T12:00:00.000Z',
  '2024-13-01T00:00:00.000Z',
  '2024-02-29T25:00:00.000Z',
  '2024-02-29T24:00:00.000Z',
  '2024-02-29T23:59:60.000Z',
  '0000-01-01T00:00:00.000Z',
  '-000001-01-01T00:00:00.000Z',
  'infinity',
];
const noTexts = [5, null, false, [], ['a'], {}, 'a\0b'];
const noNumbers: readonly unknown[] = [
  'NaN',
  'Infinity',
  '1e5',
  '',
  ' 1',
  '0x10',
  '9'.repeat(36),
  `0.${'1'.repeat(31)}`,
  7,
  [],
  ['7'],
];
const wrongValues: Readonly<Record<string, readonly unknown[]>> = {
  CREATED_AT: noInstants,
  UPDATED_AT: noInstants,
  NAME: noTexts,
  NUMBER: noTexts,
  STATUS: ['normal', '', 0, null, ['NORMAL'], [['HOLD_ALL']], {}],
  CREDIT_LIMIT: noTexts.filter((value) => value !== null),
  // Null is the place of a customer without a value.
  SHORT_ID: noTexts.filter((value) => value !== null),
  DISCONTINUED_AT: noInstants.filter((value) => value !== null),
  TOTAL_ORDERS_COUNT: ['7', 1.5, 2 ** 31, -(2 ** 31), 1e300, true, [], [7]],
};

test.each(Object.entries(wrongValues))('a cursor with an invalid %s is rejected', async (field, values) => {
  const orderBy = [{ field }];
  const [print, , ...others] = decode(await cursorOf({ orderBy }));

  for (const value of values)
    expect(
      await refusal(document, { orderBy, after: encode([print, value, ...others]) }),
      JSON.stringify(value),
    ).toEqual(invalid('after'));
});

test('a cursor with an invalid value of a credit limit is rejected', async () => {
  const orderBy = [{ field: 'CREDIT_LIMIT' }];
  const [print, unit, , id] = decode(await cursorOf({ orderBy }));

  for (const value of noNumbers)
    expect(
      await refusal(document, { orderBy, after: encode([print, unit, value, id]) }),
      JSON.stringify(value),
    ).toEqual(invalid('after'));
});

test('a cursor with too many or too few values, or with another type’s id, is rejected', async () => {
  const [print, createdAt, id] = decode(await cursorOf());

  const broken = [[print], [print, createdAt], [print, createdAt, id, id], [print, id, createdAt]];
  for (const values of [...broken, ...noTexts.map((text) => [print, createdAt, text])])
    expect(await refusal(document, { after: encode(values) }), JSON.stringify(values)).toEqual(
      invalid('after'),
    );
});

test('a cursor of another order, filter or query is a mismatch', async () => {
  const base: Variables = {
    orderBy: [{ field: 'NAME' }, { field: 'STATUS' }],
    filter: { active: true },
    query: 'a',
  };
  const after = await cursorOf(base);
  const others: readonly Variables[] = [
    {},
    { ...base, orderBy: null },
    { ...base, orderBy: [{ field: 'NAME' }] },
    { ...base, orderBy: [{ field: 'STATUS' }, { field: 'NAME' }] },
    { ...base, orderBy: [{ field: 'NAME', direction: 'DESC' }, { field: 'STATUS' }] },
    { ...base, orderBy: [{ field: 'NAME' }, { field: 'STATUS', direction: 'DESC' }] },
    { ...base, filter: null },
    { ...base, filter: { active: false } },
    { ...base, filter: { not: { active: true } } },
    { ...base, filter: { active: true, statuses: [] } },
    { ...base, query: null },
    { ...base, query: 'an' },
  ];

  expect(await refusal(document, { ...base, after })).toEqual([]);
  for (const other of others) {
    expect(await refusal(document, { ...other, after }), JSON.stringify(other)).toEqual(mismatch('after'));
    expect(await refusal(document, { ...other, last: 1, before: after })).toEqual(mismatch('before'));
  }
});

const byText = { NAME: [{ field: 'NAME' }], NUMBER: [{ field: 'STATUS' }, { field: 'NUMBER' }] };

test.each(Object.entries(byText))(
  'a cursor by %s under another version of the collation is a mismatch',
  async (_name, orderBy) => {
    const earlier = await cursorOf({ orderBy });
    const edges = async (page: PageVariables) => refusal(document, { orderBy, ...page });
    const [print, ...place] = decode(earlier);
    const unversioned = encode([String(print).split(' ')[0], ...place]);
    const { rows } = await pool.query<{ version: string }>(
      `select collversion as version from pg_collation where collname = 'natural_order'`,
    );

    expect(await edges({ after: earlier })).toEqual([]);
    await pool.query(`update pg_collation set collversion = '1.2' where collname = 'natural_order'`);
    const between = await cursorOf({ orderBy });
    const refused = [await edges({ after: earlier }), await edges({ last: 2, before: earlier })];
    expect(await edges({ after: between })).toEqual([]);
    await pool.query('alter collation natural_order refresh version');
    refused.push(await edges({ after: between }));

    expect(rows[0]?.version).toMatch(/\d/);
    for (const [at, argument] of (['after', 'before', 'after'] as const).entries())
      expect(refused[at]).toEqual([
        'CURSOR_MISMATCH',
        `\`${argument}\` is a cursor of an earlier order of names: the database server has another version of the collation now. Omit \`${argument}\` to start from the first page.`,
      ]);
    expect(await edges({ after: earlier })).toEqual([]);
    // A cursor of a release without the collation.
    expect(await edges({ after: unversioned })).toEqual(mismatch('after'));
  },
);

test('a cursor of another order does not depend on the version of the collation', async () => {
  const after = await cursorOf({ orderBy: [{ field: 'SHORT_ID' }] });
  await pool.query(`update pg_collation set collversion = '1.2' where collname = 'natural_order'`);

  const refused = await refusal(document, { orderBy: [{ field: 'SHORT_ID' }], after });
  await pool.query('alter collation natural_order refresh version');

  expect(refused).toEqual([]);
});

test('a cursor of another list is a mismatch, but one of another parent’s list is valid', async () => {
  const page = '(first: 1, after: $after) { edges { cursor } }';
  const [typeGroup, priceGroup] = [settings.typeGroups[0], settings.priceGroups[0]];
  const lists = {
    customers: `customers${page}`,
    carriers: `carriers${page}`,
    paymentTerms: `paymentTerms${page}`,
    units: `units${page}`,
    massUnits: `units(type: MASS, first: 1, after: $after) { edges { cursor } }`,
    addresses: `node(id: "${headIds[0]}") { ... on Customer { addresses${page} } }`,
    orders: `node(id: "${headIds[0]}") { ... on Customer { shopper { orders${page} } } }`,
    ordersOfAnother: `node(id: "${headIds[1]}") { ... on Customer { shopper { orders${page} } } }`,
    ofType: `node(id: "${typeGroup}") { ... on AccountGroup { customers${page} } }`,
    ofPriceGroup: `node(id: "${priceGroup}") { ... on AccountGroup { customers${page} } }`,
  };
  const queries = Object.entries(lists).map(
    ([name, list]) => [name, `query ($after: String) { ${list} }`] as const,
  );

  for (const [from, query] of queries) {
    const { data } = await caller.execute(query);
    const [, after] = /"cursor":"(.*?)"/.exec(JSON.stringify(data)) ?? [];
    for (const [to, other] of queries) {
      const fits = from === to || (from.startsWith('orders') && to.startsWith('orders'));
      expect(await refusal(other, { after }), `${from} to ${to}`).toEqual(fits ? [] : mismatch('after'));
    }
  }
});

test('equivalent spellings of a filter and an order accept the same cursors', async () => {
  const after = await cursorOf({
    filter: {
      active: true,
      not: { statuses: ['HOLD_ALL'], tags: ['vip'] },
      createdAt: { from: '2024-01-01T00:00:00Z' },
    },
    orderBy: [{ field: 'NAME', direction: 'ASC' }],
    query: null,
  });
  const filter = {
    createdAt: { to: null, from: '2024-01-01T01:00:00+01:00' },
    ids: null,
    not: { tags: ['vip'], or: null, statuses: ['HOLD_ALL'] },
    address: null,
    active: true,
  } as const;

  expect(await refusal(document, { filter, orderBy: [{ field: 'NAME' }], query: '  ', after })).toEqual([]);
});

const orders = fc.constantFrom(...Object.keys(wrongValues));

test('no text used as a cursor causes an internal error', async () => {
  const known = ['CURSOR_INVALID', 'CURSOR_MISMATCH', 'BAD_USER_INPUT'];
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.jsonValue({ maxDepth: 2 }).map(encode),
    fc.array(fc.jsonValue({ maxDepth: 0 }), { maxLength: 4 }).map(encode),
  );
  await fc.assert(
    asyncProperty(texts, async (after) => {
      const [code = ''] = await refusal(document, { after });
      expect(known).toContain(code);
    }),
    runs(150),
  );
});

test('no values within a cursor cause an internal error', async () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.string({ unit: 'binary' }),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.bigInt().map(String),
    fc.constantFrom(...Object.values(wrongValues).flat()),
  );
  await fc.assert(
    asyncProperty(orders, value, value, async (field, one, two) => {
      const orderBy = [{ field }];
      const [print, ...place] = decode(await cursorOf({ orderBy }));
      const changed = place.length > 1 ? [one, two] : [one];
      for (const values of [changed, [place[0], ...changed.slice(1)], [one, ...place.slice(1)]]) {
        const [code = 'none'] = await refusal(document, { orderBy, after: encode([print, ...values]) });
        expect(['CURSOR_INVALID', 'none']).toContain(code);
      }
    }),
    runs(150),
  );
});
