import { type Column, join, type ModelName, raw, ref, type Sql, sql, table } from './table.ts';
import type { Slot } from './template.ts';

export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

/** One key of a list's order. Nulls come last, whichever way the key runs. */
export interface OrderKey {
  readonly column: Column;
  readonly descending: boolean;
}

/** A row's place in an order: the value of each key, as text where JSON has no exact form. */
export type Place = readonly (string | number | boolean | null)[];

/** A place in a statement that is put together before it is known which: where it has nulls decides its shape. */
export type OpenPlace = readonly (Place[number] | Slot)[];

/**
 * The order asked for, and then the id (in the last key's direction), so that no two rows share a place. Tables
 * without id are small joins whose lists name a unique order themselves.
 */
export function orderKeys(model: ModelName, sorts: readonly Sort[]): readonly OrderKey[] {
  const { column, columns } = table(model);
  const keys: OrderKey[] = [];
  for (const { field, descending } of sorts) {
    keys.push({ column: column(field), descending });
    if (column(field).unique) return keys;
  }
  const id = columns.find(({ name }) => name === 'id');
  return id === undefined ? keys : [...keys, { column: id, descending: sorts.at(-1)?.descending ?? true }];
}

/** One stretch of an order that an index can be read along: a condition, and the keys that cannot be null in it. */
export interface Segment {
  readonly where: readonly Sql[];
  readonly settled: ReadonlySet<OrderKey>;
}

const everything: Segment = { where: [], settled: new Set() };

const isNull = (alias: string, { column }: OrderKey): Sql => sql`${ref(alias, column)} is null`;
const isNotNull = (alias: string, { column }: OrderKey): Sql => sql`${ref(alias, column)} is not null`;

/** The whole list. A descending key that may be null is read in two stretches, since an index has nulls first then. */
export function wholeList(alias: string, keys: readonly OrderKey[]): readonly Segment[] {
  const [first] = keys;
  if (first === undefined || !first.column.nullable || !first.descending) return [everything];
  const settled = new Set([first]);
  return [
    { where: [isNotNull(alias, first)], settled },
    { where: [isNull(alias, first)], settled },
  ];
}

function row(alias: string, keys: readonly OrderKey[]): Sql {
  return raw(`(${keys.map(({ column }) => `${alias}."${column.column}"`).join(', ')})`);
}

function values(keys: readonly OrderKey[], place: OpenPlace, from: number): Sql {
  const list = keys.map(({ column }, index) => sql`${place[from + index]}::${raw(column.type)}`);
  return sql`(${join(list)})`;
}

/** How many keys from `start` on compare as one row: the same direction, and a value in the place. */
function runLength(keys: readonly OrderKey[], place: OpenPlace, start: number): number {
  let end = start;
  while (end < keys.length && place[end] !== null && keys[end]?.descending === keys[start]?.descending) end++;
  return end - start;
}

export interface Beyond {
  /** Towards the end of the list, or towards its start. */
  readonly forward: boolean;
  /** Whether the row at the place itself counts. */
  readonly inclusive: boolean;
}

/**
 * The rows on one side of a place, as stretches that do not overlap. In the plain case (one direction, no nulls)
 * that is one row comparison, `(created_at, id) < ($1, $2)`; a change of direction or a null adds a stretch.
 */
export function beyond(
  alias: string,
  keys: readonly OrderKey[],
  place: OpenPlace,
  { forward, inclusive }: Beyond,
): readonly Segment[] {
  const segments: Segment[] = [];
  const equal: Sql[] = [];
  const settled = new Set<OrderKey>();
  for (let start = 0; start < keys.length; ) {
    const length = runLength(keys, place, start);
    const run = keys.slice(start, start + length);
    const [key] = run.length > 0 ? run : keys.slice(start);
    if (key === undefined) break;
    if (length === 0) {
      if (!forward)
        segments.push({ where: [...equal, isNotNull(alias, key)], settled: new Set([...settled, key]) });
      equal.push(isNull(alias, key));
      settled.add(key);
      start += 1;
      continue;
    }
    const last = start + length === keys.length;
    const comparison = raw(`${key.descending === forward ? '<' : '>'}${last && inclusive ? '=' : ''}`);
    const here = values(run, place, start);
    segments.push({
      where: [...equal, sql`${row(alias, run)} ${comparison} ${here}`],
      settled: new Set([...settled, key]),
    });
    if (forward) segments.push(...nullsAfter(alias, run, place, start, equal, settled));
    equal.push(sql`${row(alias, run)} = ${here}`);
    for (const each of run) settled.add(each);
    start += length;
  }
  return segments;
}

/** A row comparison never holds for a null: the nulls that follow a run's values, key by key. */
function nullsAfter(
  alias: string,
  run: readonly OrderKey[],
  place: OpenPlace,
  start: number,
  equal: readonly Sql[],
  settled: ReadonlySet<OrderKey>,
): readonly Segment[] {
  return run.flatMap((key, index) => {
    if (!key.column.nullable) return [];
    const before = run.slice(0, index);
    const prefix = before.length === 0 ? [] : [sql`${row(alias, before)} = ${values(before, place, start)}`];
    return [
      { where: [...equal, ...prefix, isNull(alias, key)], settled: new Set([...settled, ...before, key]) },
    ];
  });
}

/** `order by` for rows read one way; where nulls cannot occur it is left to the index's own order. */
export function orderBy(
  alias: string,
  keys: readonly OrderKey[],
  forward: boolean,
  settled: ReadonlySet<OrderKey> = new Set(),
): Sql {
  const items = keys.map((key) => {
    const direction = key.descending === forward ? 'desc' : 'asc';
    const natural = !key.column.nullable || settled.has(key) || (direction === 'asc') === forward;
    return `${alias}."${key.column.column}" ${direction}${natural ? '' : ` nulls ${forward ? 'last' : 'first'}`}`;
  });
  return raw(`order by ${items.join(', ')}`);
}
