import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldGroup } from '../../../../src/db/model/field-group.ts';
import {
  decisionsOf,
  derived,
  isConflict,
  type Stated,
} from '../../../../src/domain/customer/derive/derive.ts';
import { defaultRules, type Rules, type Statement } from '../../../../src/domain/customer/derive/rule.ts';
import type { Values } from '../../../../src/domain/customer/derive/values.ts';

const record = (system: Statement['system'], values: Values, more: Partial<Statement> = {}): Statement => ({
  ...{ system, sourceId: `${system}-1`, modifiedAt: null, isGone: false, values, ...more },
});
const stated = (records: readonly Statement[], pins: Values = {}, baseline: Values = {}): Stated => ({
  ...{ records, pins, baseline },
});
const chosen = (of: Stated, part: string, rules: Rules = defaultRules) =>
  derived(decisionsOf(of, rules))[part];
const conflictsIn = (of: Stated, rules: Rules = defaultRules): readonly FieldGroup[] =>
  decisionsOf(of, rules)
    .filter(isConflict)
    .map(({ unit }) => unit.group);

const recent: Rules = () => ({ kind: 'MOST_RECENT', systems: defaultRules('NAME').systems });

test('a field that nobody states has its initial value, and a union of nothing is empty', () => {
  const values = derived(decisionsOf(stated([record('AUGNO', { name: 'Augno' })]), defaultRules));
  expect(values).toMatchObject({ name: 'Augno', status: 'NORMAL', note: null, creditLimitValue: null });
  expect(values).toMatchObject({ tags: [], priceGroups: [] });
});

describe('the winner', () => {
  const augno = record('AUGNO', { name: 'Augno' }, { modifiedAt: '2026-01-01T00:00:00.000Z' });
  const warehouse = record('WAREHOUSE', { name: 'Warehouse' }, { modifiedAt: '2026-02-01T00:00:00.000Z' });
  const shop = record('COMMERCE_LAYER', { name: '', note: 'From the shop' });

  test('is the first system of the sequence that has a value', () => {
    expect(chosen(stated([shop, warehouse, augno]), 'name')).toBe('Augno');
    expect(chosen(stated([shop, warehouse]), 'name')).toBe('Warehouse');
    expect(chosen(stated([shop, warehouse, augno]), 'note')).toBe('From the shop');
  });

  test('is the most recent record by that rule, and one without a time is last', () => {
    expect(chosen(stated([augno, warehouse]), 'name', recent)).toBe('Warehouse');
    const timeless = record('AUGNO', { name: 'Timeless' }, { sourceId: 'a' });
    expect(chosen(stated([timeless, warehouse]), 'name', recent)).toBe('Warehouse');
  });

  test('is the most recent record of a system, then the first by id', () => {
    const later = {
      ...augno,
      sourceId: 'z',
      values: { name: 'Later' },
      modifiedAt: '2026-03-01T00:00:00.000Z',
    };
    expect(chosen(stated([augno, later]), 'name')).toBe('Later');
    const twin = { ...augno, sourceId: 'A', values: { name: 'Twin' } };
    expect(chosen(stated([augno, twin]), 'name')).toBe('Twin');
  });

  test('is not a record that the source no longer has, if another has a value', () => {
    const gone = { ...augno, isGone: true };
    expect(chosen(stated([gone, shop, warehouse]), 'name')).toBe('Warehouse');
    expect(chosen(stated([gone, shop]), 'name')).toBe('Augno');
  });

  test('is a pin, also an empty one', () => {
    expect(chosen(stated([augno], { name: 'Pinned' }, { name: 'Base' }), 'name')).toBe('Pinned');
    expect(chosen(stated([shop], { note: null }, { note: 'Base' }), 'note')).toBeNull();
  });

  test('is the baseline where neither a pin nor a source has a value', () => {
    expect(chosen(stated([shop], {}, { name: 'Base' }), 'name')).toBe('Base');
    expect(chosen(stated([shop]), 'status')).toBe('NORMAL');
  });
});

test('a group has one source: parts that it does not state are not taken from others', () => {
  const augno = record('AUGNO', { freightPolicy: 'FREE_FREIGHT', carrierId: 'cr_1' });
  const other = record('OTHER', { carrierId: 'cr_2', serviceLevelId: 'sl_2' });
  expect(derived(decisionsOf(stated([other, augno]), defaultRules))).toMatchObject({
    ...{ freightPolicy: 'FREE_FREIGHT', carrierId: 'cr_1', serviceLevelId: null },
  });
});

test('lists are united, with the baseline, unless a pin holds them', () => {
  const records = [record('AUGNO', { tags: ['b', 'a'] }), record('OTHER', { tags: ['c', 'a'] })];
  expect(chosen(stated(records, {}, { tags: ['z'] }), 'tags')).toEqual(['a', 'b', 'c', 'z']);
  expect(chosen(stated(records, { tags: ['x'] }, { tags: ['z'] }), 'tags')).toEqual(['x']);
});

test('metadata is derived by its top-level keys', () => {
  const records = [
    record('OTHER', { 'metadata.a': [1], 'metadata.b': [{ c: 2 }] }),
    record('AUGNO', { 'metadata.a': [3], 'metadata.d': [null] }),
  ];
  const values = derived(
    decisionsOf(stated(records, { 'metadata.b': [] }, { 'metadata.e': [null] }), defaultRules),
  );
  expect(values['metadata.a']).toEqual([3]);
  expect(values['metadata.b']).toEqual([]);
  expect(values['metadata.d']).toEqual([null]);
  expect(values['metadata.e']).toEqual([null]);
});

describe('a conflict', () => {
  const two = [record('AUGNO', { name: 'A', note: 'same' }), record('OTHER', { name: 'B', note: 'same' })];

  test('is a group of which two records state different values', () => {
    expect(conflictsIn(stated(two))).toEqual(['NAME']);
    const amounts = [
      record('AUGNO', { creditLimitValue: '1.50', creditLimitUnitId: 'un_1' }),
      record('OTHER', { creditLimitValue: '1.5', creditLimitUnitId: 'un_1' }),
    ];
    expect(conflictsIn(stated(amounts))).toEqual([]);
  });

  test('is settled by a pin, and is not in a union', () => {
    expect(conflictsIn(stated(two, { name: 'C' }))).toEqual([]);
    expect(conflictsIn(stated([record('AUGNO', { tags: ['a'] }), record('OTHER', { tags: ['b'] })]))).toEqual(
      [],
    );
  });
});

test('the order of the records changes nothing', () => {
  const text = fc.constantFrom('', 'a', 'b', null);
  const statement = fc.record({
    system: fc.constantFrom<Statement['system']>('AUGNO', 'WAREHOUSE', 'COMMERCE_LAYER', 'OTHER'),
    sourceId: fc.constantFrom('1', '2', '3'),
    modifiedAt: fc.constantFrom(null, '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
    isGone: fc.boolean(),
    values: fc.record(
      {
        name: text,
        note: text,
        carrierId: text,
        tags: fc.array(fc.constantFrom('x', 'y')),
        'metadata.k': fc.tuple(text),
      },
      { requiredKeys: [] },
    ),
  });
  const set = fc.uniqueArray(statement, { selector: ({ system, sourceId }) => `${system} ${sourceId}` });
  const shuffled = set.chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
  );
  fc.assert(
    fc.property(shuffled, fc.boolean(), ([records, others], isRecent) => {
      const rules = isRecent ? recent : defaultRules;
      const of = (each: readonly Statement[]) => decisionsOf(stated(each, {}, { note: 'base' }), rules);
      expect(derived(of(others))).toEqual(derived(of(records)));
      expect(of(others).filter(isConflict)).toEqual(of(records).filter(isConflict));
    }),
  );
});
