import { expect, test } from 'vitest';
import { tables } from '../../src/db/generated/tables.ts';
import {
  beyond,
  orderBy,
  orderKeys,
  orderVersion,
  type Position,
  type Segment,
  type Sort,
  wholeList,
} from '../../src/db/read/order.ts';
import { openTestDatabase } from '../database.ts';

const asc = (field: string): Sort => ({ field, descending: false });
const desc = (field: string): Sort => ({ field, descending: true });
const keysOf = (...sorts: readonly Sort[]) => orderKeys('Customer', sorts);

const texts = (segments: readonly Segment[]) =>
  segments.map(({ where }) => where.map(({ sql }) => sql).join(' and '));

const forwards = { forward: true, inclusive: false };
const backwards = { forward: false, inclusive: false };

const after = (sorts: readonly Sort[], place: Position) =>
  texts(beyond('t', keysOf(...sorts), place, forwards));
const before = (sorts: readonly Sort[], place: Position) =>
  texts(beyond('t', keysOf(...sorts), place, backwards));

const instant = '2024-01-01T00:00:00.000Z';

test('an order ends with the id, in the last key’s direction, unless a key is unique', () => {
  const shown = (...sorts: readonly Sort[]) =>
    keysOf(...sorts).map(({ column, descending }) => `${column.name} ${descending ? 'desc' : 'asc'}`);

  expect(shown(desc('createdAt'))).toEqual(['createdAt desc', 'id desc']);
  expect(shown(desc('status'), asc('name'))).toEqual(['status desc', 'name asc', 'id asc']);
  expect(shown(asc('number'), desc('name'))).toEqual(['number asc']);
  expect(shown(asc('name'), desc('number'))).toEqual(['name asc', 'number desc']);
});

test('one key that is never null is one row comparison', () => {
  const place = [instant, 'cus_1'];

  expect(after([desc('createdAt')], place)).toEqual(['(t."created_at", t."id") < (?::timestamptz,?::text)']);
  expect(before([desc('createdAt')], place)).toEqual(['(t."created_at", t."id") > (?::timestamptz,?::text)']);
  expect(after([asc('name')], ['A', 'cus_1'])).toEqual([
    '(t."name" collate natural_order, t."id") > (?::text,?::text)',
  ]);
  expect(before([asc('status')], ['NORMAL', 'cus_1'])).toEqual([
    '(t."status", t."id") < (?::customer_status,?::text)',
  ]);
  expect(after([asc('number')], ['N1'])).toEqual(['(t."number" collate natural_order) > (?::text)']);
});

test('keys of the same direction are one row comparison, too', () => {
  expect(after([asc('status'), asc('name')], ['NORMAL', 'A', 'cus_1'])).toEqual([
    '(t."status", t."name" collate natural_order, t."id") > (?::customer_status,?::text,?::text)',
  ]);
});

test('the row at the position is included on request', () => {
  const inclusive = beyond('t', keysOf(desc('createdAt')), [instant, 'cus_1'], {
    forward: false,
    inclusive: true,
  });

  expect(texts(inclusive)).toEqual(['(t."created_at", t."id") >= (?::timestamptz,?::text)']);
});

test('a change of direction adds a range', () => {
  expect(after([asc('status'), desc('name')], ['NORMAL', 'A', 'cus_1'])).toEqual([
    '(t."status") > (?::customer_status)',
    '(t."status") = (?::customer_status) and (t."name" collate natural_order, t."id") < (?::text,?::text)',
  ]);
});

test('a nullable key adds the nulls after its values, and nothing before them', () => {
  const place = ['5', 'cus_1'];

  for (const sort of [asc('creditLimitValue'), desc('creditLimitValue')]) {
    const [towardsEnd, towardsStart] = sort.descending ? ['<', '>'] : ['>', '<'];
    expect(after([sort], place)).toEqual([
      `(t."credit_limit_value", t."id") ${towardsEnd} (?::numeric,?::text)`,
      't."credit_limit_value" is null',
    ]);
    expect(before([sort], place)).toEqual([
      `(t."credit_limit_value", t."id") ${towardsStart} (?::numeric,?::text)`,
    ]);
  }
});

test('a position among the nulls has nulls on both sides, and all values before it', () => {
  expect(after([asc('creditLimitValue')], [null, 'cus_1'])).toEqual([
    't."credit_limit_value" is null and (t."id") > (?::text)',
  ]);
  expect(before([asc('creditLimitValue')], [null, 'cus_1'])).toEqual([
    't."credit_limit_value" is not null',
    't."credit_limit_value" is null and (t."id") < (?::text)',
  ]);
});

const limit = [asc('creditLimitUnitId'), asc('creditLimitValue')];
const unit = 't."credit_limit_unit_id"';
const value = '(t."credit_limit_value", t."id")';

test('a value is compared within its unit, and both are null together', () => {
  expect(after(limit, ['unt_1', '5', 'cus_1'])).toEqual([
    `(${unit}) > (?::text)`,
    `${unit} is null`,
    `(${unit}) = (?::text) and ${value} > (?::numeric,?::text)`,
  ]);
  expect(before(limit, ['unt_1', '5', 'cus_1'])).toEqual([
    `(${unit}) < (?::text)`,
    `(${unit}) = (?::text) and ${value} < (?::numeric,?::text)`,
  ]);
  expect(after(limit, [null, null, 'cus_1'])).toEqual([
    't."credit_limit_unit_id" is null and (t."id") > (?::text)',
  ]);
  expect(before(limit, [null, null, 'cus_1'])).toEqual([
    't."credit_limit_unit_id" is not null',
    't."credit_limit_unit_id" is null and (t."id") < (?::text)',
  ]);
});

test('in the ranges of a value and its unit, neither needs a place for its nulls', () => {
  const keys = keysOf(...limit.map(({ field }) => desc(field)));
  const ranges = [
    ...wholeList('t', keys),
    ...beyond('t', keys, ['unt_1', '5', 'cus_1'], forwards),
    ...beyond('t', keys, [null, null, 'cus_1'], backwards),
  ];

  expect(ranges.map(({ settled }) => orderBy('t', keys, true, settled).sql)).toEqual(
    ranges.map(() => 'order by t."credit_limit_unit_id" desc, t."credit_limit_value" desc, t."id" desc'),
  );
});

test('every column of a value has a unit that is null in the same rows', async () => {
  const { pool } = await openTestDatabase();
  const { rows } = await pool.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'c'`,
  );
  const checked = new Set(rows.map(({ definition }) => definition));
  const quantities = Object.values(tables).flatMap(({ columns }) =>
    columns.filter(({ name }) =>
      columns.some((unit) => unit.name === name.replace(/Value$/, 'UnitId') && unit.name !== name),
    ),
  );

  expect(quantities.length).toBeGreaterThan(2);
  for (const { column } of quantities)
    expect(checked).toContain(
      `CHECK (((${column} IS NULL) = (${column.replace(/value$/, 'unit_id')} IS NULL)))`,
    );
});

test('only names and numbers depend on the version of the collation', () => {
  const version = (field: string) => orderVersion(keysOf(asc(field))).sql;

  expect(version('name')).toContain('pg_collation_actual_version');
  expect(version('number')).toContain('pg_collation_actual_version');
  expect(['shortId', 'createdAt', 'creditLimitUnitId'].map(version)).toEqual(['null', 'null', 'null']);
});

test('nulls are last in both directions, and a column without nulls keeps the index’s own order', () => {
  const ways = (sort: Sort) =>
    [true, false].flatMap((forward) => {
      const keys = keysOf(sort);
      return [
        orderBy('t', keys, forward).sql,
        ...wholeList('t', keys).map(({ settled }) => orderBy('t', keys, forward, settled).sql),
      ];
    });

  expect(ways(desc('createdAt'))).toEqual([
    'order by t."created_at" desc, t."id" desc',
    'order by t."created_at" desc, t."id" desc',
    'order by t."created_at" asc, t."id" asc',
    'order by t."created_at" asc, t."id" asc',
  ]);
  expect(ways(asc('creditLimitValue'))).toEqual([
    'order by t."credit_limit_value" asc, t."id" asc',
    'order by t."credit_limit_value" asc, t."id" asc',
    'order by t."credit_limit_value" asc, t."id" asc',
    'order by t."credit_limit_value" desc, t."id" desc',
    'order by t."credit_limit_value" desc, t."id" desc',
    'order by t."credit_limit_value" desc, t."id" desc',
  ]);
  expect(ways(desc('creditLimitValue'))).toEqual([
    'order by t."credit_limit_value" desc nulls last, t."id" desc',
    'order by t."credit_limit_value" desc, t."id" desc',
    'order by t."credit_limit_value" desc, t."id" desc',
    'order by t."credit_limit_value" asc nulls first, t."id" asc',
    'order by t."credit_limit_value" asc, t."id" asc',
    'order by t."credit_limit_value" asc, t."id" asc',
  ]);
});
