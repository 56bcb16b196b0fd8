import { expect, test } from 'vitest';
import { fieldMap } from '../../src/importers/field-map.ts';

const rowsOf = (system: string, type: string) =>
  fieldMap.filter((each) => each.system === system && each.type === type);

test('no path goes to the same place twice', () => {
  const keys = fieldMap.map((row) => [row.system, row.type, row.from, row.to].join(' '));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('no path is both mapped and left out', () => {
  const keyOf = ({ system, type, from }: (typeof fieldMap)[number]) => `${system} ${type} ${from}`;
  const left = new Set(fieldMap.filter(({ to }) => to === null).map(keyOf));
  expect(fieldMap.filter((row) => row.to !== null && left.has(keyOf(row)))).toEqual([]);
});

test('every type with a record has its id and its times', () => {
  const types = new Set(fieldMap.map(({ system, type }) => `${system} ${type}`));
  for (const each of types) {
    const [system = '', type = ''] = each.split(' ');
    const targets = rowsOf(system, type).flatMap(({ to }) => to ?? []);
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
