import {
  type Column,
  join,
  type ModelName,
  raw,
  ref,
  type Slot,
  type Sql,
  sql,
  table,
} from '../model/table.ts';

export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

/** A sort key. Nulls come last in both directions. */
export interface OrderKey {
  readonly column: Column;
  readonly descending: boolean;
}

/** A row's position in an order: the value of each key, as text if JSON has no exact representation. */
export type Position = readonly (string | number | boolean | null)[];

/** A position whose values are filled in later; its nulls shape the statement. */
export type OpenPosition = readonly (Position[number] | Slot)[];

/** Appends the id, so that positions are unique. Join tables without an id have a unique order. */
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

/** A part of an order that one index scan can read, with the keys that are never null in it. */
export interface Segment {
  readonly where: readonly Sql[];
  readonly settled: ReadonlySet<OrderKey>;
}

const everything: Segment = { where: [], settled: new Set() };

const isNull = (alias: string, { column }: OrderKey): Sql => sql`${ref(alias, column)} is null`;
const isNotNull = (alias: string, { column }: OrderKey): Sql => sql`${ref(alias, column)} is not null`;

/**
 * A nullable key needs two segments. A descending index has its nulls first; and the planner could read an ascending
 * order from an index without the id, and sort all nulls by it.
 */
export function wholeList(alias: string, keys: readonly OrderKey[]): readonly Segment[] {
  const [first] = keys;
  if (first === undefined || !first.column.nullable) return [everything];
  const settled = new Set([first]);
  return [
    { where: [isNotNull(alias, first)], settled },
    { where: [isNull(alias, first)], settled },
  ];
}

function row(alias: string, keys: readonly OrderKey[]): Sql {
  return raw(`(${keys.map(({ column }) => `${alias}."${column.column}"`).join(', ')})`);
}

function positionValues(keys: readonly OrderKey[], position: OpenPosition, from: number): Sql {
  const list = keys.map(({ column }, index) => sql`${position[from + index]}::${raw(column.type)}`);
  return sql`(${join(list)})`;
}

/** The number of keys from `start` on that compare as one row: same direction, and not null. */
function runLength(keys: readonly OrderKey[], position: OpenPosition, start: number): number {
  let end = start;
  while (end < keys.length && position[end] !== null && keys[end]?.descending === keys[start]?.descending)
    end++;
  return end - start;
}

export interface Beyond {
  readonly forward: boolean;
  readonly inclusive: boolean;
}

/** Disjoint segments: `(created_at, id) < ($1, $2)`, and one more per change of direction and null. */
export function beyond(
  alias: string,
  keys: readonly OrderKey[],
  position: OpenPosition,
  { forward, inclusive }: Beyond,
): readonly Segment[] {
  const segments: Segment[] = [];
  const equal: Sql[] = [];
  const settled = new Set<OrderKey>();
  for (let start = 0; start < keys.length; ) {
    const length = runLength(keys, position, start);
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
    const here = positionValues(run, position, start);
    segments.push({
      where: [...equal, sql`${row(alias, run)} ${comparison} ${here}`],
      settled: new Set([...settled, key]),
    });
    if (forward) segments.push(...nullsAfter(alias, run, position, start, equal, settled));
    equal.push(sql`${row(alias, run)} = ${here}`);
    for (const each of run) settled.add(each);
    start += length;
  }
  return segments;
}

/** A row comparison is never true for a null, so the nulls after a run need segments of their own. */
function nullsAfter(
  alias: string,
  run: readonly OrderKey[],
  position: OpenPosition,
  start: number,
  equal: readonly Sql[],
  settled: ReadonlySet<OrderKey>,
): readonly Segment[] {
  return run.flatMap((key, index) => {
    if (!key.column.nullable) return [];
    const before = run.slice(0, index);
    const prefix =
      before.length === 0 ? [] : [sql`${row(alias, before)} = ${positionValues(before, position, start)}`];
    return [
      { where: [...equal, ...prefix, isNull(alias, key)], settled: new Set([...settled, ...before, key]) },
    ];
  });
}

/** Omits `nulls first/last` where nulls cannot occur, to match the index's order. */
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
