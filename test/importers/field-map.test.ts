import { expect, test } from 'vitest';
import { fieldMap } from '../../src/importers/field-map.ts';

const rowsOf = (system: string, type: string) =>
  fieldMap.filter((each) => each.system === system && each.type === type);

test('every row has a target or a reason', () => {
  for (const row of fieldMap) {
    const text = 'to' in row ? row.to : row.leftOut;
    expect(text, `${row.system} ${row.type} ${row.from}`).toMatch('to' in row ? /^[\w.]+$/ : /^[A-Z`].*\.$/);
  }
});

test('no path goes to the same place twice', () => {
  const keys = fieldMap.map((row) => [row.system, row.type, row.from, 'to' in row ? row.to : ''].join(' '));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('no path is both mapped and left out', () => {
  const left = new Set(
    fieldMap.flatMap((row) => ('to' in row ? [] : `${row.system} ${row.type} ${row.from}`)),
  );
  expect(fieldMap.filter((row) => 'to' in row && left.has(`${row.system} ${row.type} ${row.from}`))).toEqual(
    [],
  );
});

test('every type with a record has its id and its times', () => {
  const types = new Set(
    fieldMap.flatMap(({ system, type, from }) => (from === '' ? [] : [`${system} ${type}`])),
  );
  for (const each of types) {
    const [system = '', type = ''] = each.split(' ');
    const targets = rowsOf(system, type).flatMap((row) => ('to' in row ? [row.to] : []));
    expect(targets, each).toContain('record.sourceId');
    expect(targets, each).toContain('record.modifiedAt');
    expect(
      targets.some((to) => /^(record\.)?createdAt$/.test(to)),
      each,
    ).toBe(true);
  }
});

test('the fields of the warehouse are complete', () => {
  const paths = rowsOf('INVENTORY_PRO', 'customer').map(({ from }) => from);
  const documented = [
    ...[
      'shortID',
      'name',
      'address1',
      'address2',
      'city',
      'state',
      'zip',
      'country',
      'phone',
      'fax',
      'email',
    ],
    ...['contact', 'active', 'created', 'modified'],
  ];
  expect([...new Set(paths)].sort()).toEqual(documented.sort());
});
