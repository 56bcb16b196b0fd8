import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvOf, listsIn, tableOf } from '../../src/explorer/table/table.ts';
import { neutralText, restoredText } from '../../src/formula-text.ts';

test('the lists of a result are found, outermost first, with the nodes of edges', () => {
  const data = {
    viewer: { scopes: ['a'] },
    shop: { orders: { edges: [{ cursor: 'c', node: { number: '1' } }] } },
    customers: { nodes: [{ name: 'Ada', tags: { nodes: [{ name: 'vip' }] } }], totalCount: 1 },
    none: { nodes: [] },
  };

  expect(listsIn(data)).toEqual([
    { path: 'shop.orders.edges', rows: [{ number: '1', cursor: 'c' }] },
    { path: 'customers.nodes', rows: data.customers.nodes },
  ]);
  for (const nothing of [null, undefined, {}, { customer: null }]) expect(listsIn(nothing)).toEqual([]);
});

test('a field of the root that is a list comes first', () => {
  expect(
    listsIn({ a: { b: [{ x: 1 }] }, nodes: [{ id: 'cus_1' }, { id: 'cus_2' }] }).map(({ path }) => path),
  ).toEqual(['nodes', 'a.b']);
});

test('null in a list is an empty row, unless all are null', () => {
  const nodes = [null, { name: 'Ada' }];
  const edges = [
    { cursor: 'a', node: null },
    { cursor: 'b', node: { name: 'Ada' } },
  ];

  expect(listsIn({ nodes }).map(({ rows }) => tableOf(rows))).toEqual([
    { columns: ['name'], rows: [[''], ['Ada']] },
  ]);
  expect(listsIn({ edges }).map(({ rows }) => tableOf(rows))).toEqual([
    {
      columns: ['cursor', 'name'],
      rows: [
        ['a', ''],
        ['b', 'Ada'],
      ],
    },
  ]);
  expect(listsIn({ nodes: [null, null] })).toEqual([]);
});

test('a row has a column for each value, nested ones too', () => {
  expect(
    tableOf([
      { name: 'Ada', parent: null, limit: { value: '1.50', unit: { name: 'USD' } }, tags: ['a', 'b'] },
      { name: 'Bob', parent: { name: 'Ada' }, limit: null, tags: [], items: [{ n: 1 }] },
    ]),
  ).toEqual({
    columns: ['name', 'limit.value', 'limit.unit.name', 'tags', 'parent.name', 'items'],
    rows: [
      ['Ada', '1.50', 'USD', 'a, b', '', ''],
      ['Bob', '', '', '', 'Ada', '[{"n":1}]'],
    ],
  });
});

test('CSV is read back as it was, and no text of it is a formula', () => {
  const texts = [
    '=1+1',
    '-1',
    '-1+2',
    '@a',
    '＝x',
    '"quoted", and\r\nlines',
    "'=x",
    'plain',
    '',
    '-0.5',
    '+49',
  ];
  const csv = csvOf({ columns: ['=a', 'b'], rows: texts.map((text) => [text, 'x']) }, neutralText);
  const [head, ...rows] = parse(csv) as string[][];

  expect(head).toEqual(["'=a", 'b']);
  expect(rows.map(([text = '']) => restoredText(text))).toEqual(texts);
  expect(rows.map(([text]) => text).filter((text = '') => /^[=+@＝]/.test(text))).toEqual([]);
  expect(rows[1]).toEqual(['-1', 'x']);
  expect(rows[2]).toEqual(["'-1+2", 'x']);
});
