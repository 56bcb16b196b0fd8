import { expect, test } from 'vitest';
import { insert, type SqlRow } from '../db/sql-rows.ts';
import { openGateway } from '../gateway.ts';

const { pool, as } = await openGateway();

const shopper = { shopper_status: 'REPEAT', total_orders_count: 0 };

/** A separate account with a customer for each row, by number. */
async function accountOf(rows: Readonly<Record<string, SqlRow>>): Promise<string> {
  const account_id = await insert(pool, 'accounts');
  for (const [number, { places = [], ...row }] of Object.entries(rows)) {
    const customer_id = await insert(pool, 'customers', { account_id, number, name: 'X', ...row });
    for (const name of places as readonly string[])
      await insert(pool, 'addresses', { account_id, customer_id, name });
  }
  return account_id;
}

const document = `query ($query: String) {
  customers(first: 250, query: $query, orderBy: { field: NUMBER }) { totalCount nodes { number } } }`;

/** The numbers of the customers that a query finds. */
async function found(accountId: string, query: string | null): Promise<readonly string[]> {
  const { data, errors } = await as(accountId).execute(document, { query });
  if (errors) throw new Error(JSON.stringify(errors));
  const numbers = data.customers.nodes.map(({ number }: { number: string }) => number);
  expect(data.customers.totalCount).toBe(numbers.length);
  return numbers;
}

test('every documented field is found by a part of a word', async () => {
  const account = await accountOf({
    '1-other': {},
    '2-name': { name: 'Northwind Traders' },
    '3-quartz': {},
    '4-short': { short_id: 'WHQUARRY7' },
    '5-email': { contact_email: 'ada.lovelace@engine.example' },
    '6-shopper': { shopper_email: 'charles@difference.example', ...shopper },
    '7-reference': { reference: 'ERP/2024/0042' },
    '8-address': { places: ['Dock Nine', 'Backyard'] },
    '9-phone': { contact_phone: '+1 (555) 010-9988' },
    'a-note': { note: 'Pays within 60 days:\nspeak to Zoë' },
  });
  const parts = {
    '2-name': ['thwin', 'RADERS', 'northwind tra'],
    '3-quartz': ['quartz', '-qua', '3-Q'],
    '4-short': ['quarry', 'WHQ', 'ry7'],
    '5-email': ['lovelace', '@engine', 'a.l'],
    '6-shopper': ['charles@', 'difference'],
    '7-reference': ['erp/2024', '0042', '/0042'],
    '8-address': ['nine', 'dock NINE', 'backy', 'back dock'],
    '9-phone': ['5550109', '0109988', '010-99', '(555)'],
    'a-note': ['WITHIN', 'days:', 'zoe', 'speak x'],
  };

  for (const [number, queries] of Object.entries(parts))
    for (const query of queries) expect(await found(account, query), query).toEqual([number]);
  expect(await found(account, 'nothingofthesort')).toEqual([]);
});

test('undocumented fields are not searched', async () => {
  const account = await accountOf({
    a: {
      contact_name: 'secretname',
      contact_fax: '5550001',
      contact_url: 'secreturl',
      metadata: '{"k":"secretvalue"}',
    },
  });

  for (const query of ['secret', '5550001', 'k']) expect(await found(account, query), query).toEqual([]);
});

/** Pairs that differ only in case and accents: each is found by the other. */
const alike = [
  ['Käse Größe', 'kase grosse'],
  ['Straße', 'STRASSE'],
  ['GROẞ', 'groß'],
  ['Łódź Gdańsk', 'lodz gdansk'],
  ['Ærøskøbing', 'AEROSKOBING'],
  ['Þórshöfn', 'thorshofn'],
  ['Crème Brûlée', 'creme brulee'],
  ['Nguyễn Đức', 'nguyen duc'],
  ['İstanbul Işık', 'istanbul isik'],
  ['Ελληνικά', 'ΕΛΛΗΝΙΚΑ'],
  ['Οδός Αθηνάς', 'ΟΔΟΣ ΑΘΗΝΑΣ'],
  ['Москва Ёлка', 'МОСКВА ЕЛКА'],
  ['Україна', 'УКРАЇНА'],
  ['ﬁrma', 'FIRMA'],
] as const;

test.each(alike)('%s and %s are equal in a search', async (one, other) => {
  const account = await accountOf({
    a: { name: one },
    b: { name: other },
    c: { places: [`at ${one}!`] },
    d: {},
  });

  for (const query of [one, other, one.toUpperCase(), other.toLowerCase()])
    expect(await found(account, query), query).toEqual(['a', 'b', 'c']);
});

test('a letter with an accent counts as one character, composed or decomposed', async () => {
  const account = await accountOf({
    a: { name: 'Caf\u00e9' },
    b: { name: 'Cafe\u0301' },
    c: { name: 'Cafe' },
  });

  for (const query of ['café', 'cafe\u0301', 'CAFE', 'afé'])
    expect(await found(account, query)).toEqual(['a', 'b', 'c']);
});

test('wildcards of LIKE and regular expressions are matched literally', async () => {
  const account = await accountOf({
    a: { name: '100% cotton' },
    b: { name: 'a_b' },
    c: { name: 'back\\slash' },
    d: { name: '100 cotton axb backslash' },
    e: { name: '.*[x](y)+? ^$|{1}' },
    f: { name: `it's "quoted" -- ; drop` },
  });
  const finds = {
    '%': ['a'],
    '100%': ['a'],
    _: ['b'],
    a_b: ['b'],
    '\\': ['c'],
    'back\\s': ['c'],
    '%%': [],
    __: [],
    '\\\\': [],
    '.*': ['e'],
    '(y)+': ['e'],
    '^$|': ['e'],
    '{1}': ['e'],
    "it's": ['f'],
    '"quoted"': ['f'],
    '--': ['f'],
  };

  for (const [query, numbers] of Object.entries(finds))
    expect(await found(account, query), query).toEqual(numbers);
});

test('all words must match, in any order and field', async () => {
  const account = await accountOf({
    a: { name: 'Green Apple', contact_email: 'fruit@shop.example' },
    b: { name: 'Green Pear' },
    c: { name: 'Apple', places: ['Green Lane'] },
  });

  expect(await found(account, 'green')).toEqual(['a', 'b', 'c']);
  expect(await found(account, 'apple green')).toEqual(['a', 'c']);
  expect(await found(account, ' GREEN \t apple\n')).toEqual(['a', 'c']);
  expect(await found(account, 'green apple fruit@')).toEqual(['a']);
  expect(await found(account, 'greenapple')).toEqual([]);
  expect(await found(account, 'apple pear')).toEqual([]);
});

test('a phone number is found by its digits, with and without punctuation', async () => {
  const account = await accountOf({
    a: { contact_phone: '+49 (30) 123-45 67' },
    b: { contact_phone: '030/1234567' },
    c: { contact_phone: '555.0199', name: 'Tel 49301234567x' },
    d: { reference: '12-34567' },
    e: { contact_phone: '1', note: 'call 030\n77' },
  });

  expect(await found(account, '1234567')).toEqual(['a', 'b', 'c']);
  expect(await found(account, '+49 (30) 123-45 67')).toEqual(['a']);
  expect(await found(account, '+49301234567')).toEqual(['a']);
  expect(await found(account, '+49.30.123.45.67')).toEqual(['a']);
  expect(await found(account, '(030) 123 45 67')).toEqual(['b']);
  expect(await found(account, '30/1234567')).toEqual(['a', 'b']);
  expect(await found(account, '5550199')).toEqual(['c']);
  expect(await found(account, '555-01')).toEqual(['c']);
  expect(await found(account, '12-34567')).toEqual(['a', 'b', 'd']);
  expect(await found(account, '7-7')).toEqual([]);
});

test('words of one or two characters are not found in notes', async () => {
  const account = await accountOf({
    a: { note: 'zz 42' },
    b: { name: 'Zz', note: 'zzz' },
    c: { note: 'Zz', contact_phone: '42' },
  });

  expect(await found(account, 'zz')).toEqual(['b']);
  expect(await found(account, '42')).toEqual(['c']);
  expect(await found(account, 'zzz')).toEqual(['b']);
});

test('words of one or two letters are found', async () => {
  const account = await accountOf({ a: { name: 'Q7 Ö' }, b: { name: 'Zz' }, c: { name: 'q' } });

  expect(await found(account, 'q')).toEqual(['a', 'c']);
  expect(await found(account, 'Q7')).toEqual(['a']);
  expect(await found(account, 'o')).toEqual(['a']);
  expect(await found(account, 'zz')).toEqual(['b']);
  expect(await found(account, 'q ö')).toEqual(['a']);
});

test('words of one or two characters match the beginnings of words only', async () => {
  const account = await accountOf({
    a: { name: 'Ångström-Werk 7b' },
    b: { name: '100% ab_cd', contact_email: 'x.yz@mail.example' },
    c: { name: 'ßtraße ﬁx', places: ['東京都', 'Жук'] },
    d: { contact_phone: '+49 (30) 12' },
    e: { name: 'o\u2019Neill \u0301' },
  });
  const finds = {
    an: ['a'],
    ng: [],
    we: ['a'],
    '-w': ['a'],
    'm-': [],
    b: ['b'],
    7: ['a'],
    '7b': ['a'],
    '0%': [],
    '%': ['b'],
    '%_': [],
    b_: [],
    _c: ['b'],
    yz: ['b'],
    z: [],
    ß: ['c'],
    SS: ['c'],
    ﬁ: ['c'],
    京: ['c'],
    京都: ['c'],
    жу: ['c'],
    ук: [],
    49: ['d'],
    '+4': ['d'],
    '1-2': ['d'],
    '(3': ['d'],
    91: [],
    ne: ['e'],
    "o'": ['e'],
    '\u0301': ['a', 'b', 'c', 'd', 'e'],
    'a \u0301': ['a', 'b'],
  };

  for (const [query, numbers] of Object.entries(finds))
    expect(await found(account, query), query).toEqual(numbers);
});

test('changes of a customer and of its addresses are found immediately', async () => {
  const account = await accountOf({ a: { name: 'Before', places: ['Firstplace'] }, b: {} });
  const write = (statement: string) => pool.query(statement, [account]);

  await write(`update customers set name = 'Áfter' where account_id = $1 and number = 'a'`);
  expect(await found(account, 'before')).toEqual([]);
  expect(await found(account, 'after')).toEqual(['a']);
  await write(`update addresses set name = 'Secondplace' where account_id = $1`);
  expect(await found(account, 'firstplace')).toEqual([]);
  expect(await found(account, 'secondplace')).toEqual(['a']);
  await write(`update addresses set customer_id = (select id from customers c where c.account_id = $1 and number = 'b')
    where account_id = $1`);
  expect(await found(account, 'secondplace')).toEqual(['b']);
  await write('delete from addresses where account_id = $1');
  expect(await found(account, 'secondplace')).toEqual([]);
  await write(
    `update customers set contact_phone = '0-1-2-3', number = 'z' where account_id = $1 and number = 'b'`,
  );
  expect(await found(account, '0123')).toEqual(['z']);
  await write(`update customers set note = 'Remärk' where account_id = $1 and number = 'z'`);
  expect(await found(account, 'remark 0123')).toEqual(['z']);
  await write('update customers set note = null where account_id = $1');
  expect(await found(account, 'remark')).toEqual([]);
  await write(`delete from customers where account_id = $1 and number = 'z'`);
  expect(await found(account, 'x')).toEqual([]);
});

test('other accounts’ customers are never found', async () => {
  const [ours, theirs] = [
    await accountOf({ a: { name: 'Shared' } }),
    await accountOf({ b: { name: 'Shared' } }),
  ];

  expect(await found(ours, 'shared')).toEqual(['a']);
  expect(await found(theirs, 'shared')).toEqual(['b']);
  expect(await found(await insert(pool, 'accounts'), 'shared')).toEqual([]);
});

test('whitespace alone matches everything, like no query', async () => {
  const account = await accountOf({ a: {}, b: {} });

  for (const query of [null, '', ' ', '\t\n ', '\u00a0\u3000'])
    expect(await found(account, query)).toEqual(['a', 'b']);
});

test('a query has at most 256 characters and 10 words', async () => {
  const account = await accountOf({ a: { name: 'x'.repeat(256) }, b: { name: 'b c d e f g h i j k l' } });
  const refusal = async (query: string) => {
    const { errors = [] } = await as(account).execute(document, { query });
    return errors.map(({ extensions, message }) => [extensions.code, message]);
  };

  expect(await found(account, 'x'.repeat(256))).toEqual(['a']);
  expect(await found(account, 'b c d e f g h i j k')).toEqual(['b']);
  expect(await refusal('x'.repeat(257))).toEqual([
    ['LIMIT_EXCEEDED', '`query` has 257 characters; the maximum is 256.'],
  ]);
  expect(await refusal('b c d e f g h i j k l')).toEqual([
    ['LIMIT_EXCEEDED', '`query` has 11 words; the maximum is 10.'],
  ]);
});

test('a Greek word is found by a part that ends in sigma', async () => {
  const account = await accountOf({ a: { name: 'ΟΔΟΣΗΜΑ' }, b: { name: 'Οδός' }, c: { name: 'Οδ' } });

  for (const query of ['ΟΔΟΣ', 'οδοσ', 'οδός'])
    expect(await found(account, query), query).toEqual(['a', 'b']);
});
