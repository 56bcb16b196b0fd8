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
  /** Whether the column is null in the same rows as the column of the key before it. */
  readonly isNullWithPrevious?: boolean;
}

/** A row's position in an order: the value of each key, as text if JSON has no exact representation. */
export type Position = readonly (string | number | boolean | null)[];

/** A position whose values are filled in later; its nulls shape the statement. */
export type OpenPosition = readonly (Position[number] | Slot)[];

/** The unit of a quantity's value: a check constraint makes both null, or neither. */
const unitOf = (value: string): string => value.replace(/Value$/, 'UnitId');

/** Appends the id, so that positions are unique. Join tables without an id have a unique order. */
export function orderKeys(model: ModelName, sorts: readonly Sort[]): readonly OrderKey[] {
  const { column, columns } = table(model);
  const keys: OrderKey[] = [];
  for (const { field, descending } of sorts) {
    const isNullWithPrevious = keys.at(-1)?.column.name === unitOf(field);
    keys.push({ column: column(field), descending, isNullWithPrevious });
    if (column(field).unique) return keys;
  }
  const id = columns.find(({ name }) => name === 'id');
  if (id === undefined) return keys;
  return [...keys, { column: id, descending: sorts.at(-1)?.descending ?? true }];
}

/** Texts that people sort: in every model, so that each list has the same order. */
const naturalColumns: ReadonlySet<string> = new Set(['name', 'number']);

/** Whether the collation `natural_order` sorts the column; others sort by their values or code points. */
export const isNatural = ({ name, type }: Column): boolean => type === 'text' && naturalColumns.has(name);

const sortedColumn = (alias: string, { column }: OrderKey): string =>
  `${alias}."${column.column}"${isNatural(column) ? ' collate natural_order' : ''}`;

/**
 * The version of the order of names, of which two servers or two times can have different ones; null if the keys do not
 * depend on it. The recorded version is that of the indexes, the actual one that of the server's ICU.
 */
export const orderVersion = (keys: readonly OrderKey[]): Sql =>
  keys.some(({ column }) => isNatural(column))
    ? sql`(select concat_ws('-', v.collversion, nullif(pg_collation_actual_version(v.oid), v.collversion))
        from pg_collation v where v.oid = 'natural_order'::regcollation)`
    : sql`null`;

/** A part of an order that one index scan can read, with the keys that are never null in it. */
export interface Segment {
  readonly where: readonly Sql[];
  readonly settled: ReadonlySet<OrderKey>;
}

const everything: Segment = { where: [], settled: new Set() };

const isNull = (alias: string, { column }: OrderKey): Sql => sql`${ref(alias, column)} is null`;
const isNotNull = (alias: string, { column }: OrderKey): Sql => sql`${ref(alias, column)} is not null`;

/** The keys that are never null, or always null, because these keys are. */
function settledBy(keys: readonly OrderKey[], settled: ReadonlySet<OrderKey>): ReadonlySet<OrderKey> {
  const all = new Set(settled);
  for (const [at, key] of keys.entries()) {
    const previous = keys[at - 1];
    if (key.isNullWithPrevious && previous && all.has(previous)) all.add(key);
  }
  return all;
}

/**
 * A nullable key needs two segments. A descending index has its nulls first; and the planner could read an ascending
 * order from an index without the id, and sort all nulls by it.
 */
export function wholeList(alias: string, keys: readonly OrderKey[]): readonly Segment[] {
  const [first] = keys;
  if (first === undefined || !first.column.nullable) return [everything];
  const settled = settledBy(keys, new Set([first]));
  return [
    { where: [isNotNull(alias, first)], settled },
    { where: [isNull(alias, first)], settled },
  ];
}

function row(alias: string, keys: readonly OrderKey[]): Sql {
  return raw(`(${keys.map((key) => sortedColumn(alias, key)).join(', ')})`);
}

function positionValues(keys: readonly OrderKey[], position: OpenPosition, from: number): Sql {
  const list = keys.map(({ column }, index) => sql`${position[from + index]}::${raw(column.type)}`);
  return sql`(${join(list)})`;
}

/**
 * The number of keys from `start` on that compare as one row: same direction, and not null. A unit is compared without
 * its value: under row-level security, the index serves the comparison of a text, but not of a `numeric`.
 */
function runLength(keys: readonly OrderKey[], position: OpenPosition, start: number): number {
  const [first, ...others] = keys.slice(start);
  if (first === undefined || position[start] === null) return 0;
  const end = others.findIndex(
    ({ descending, isNullWithPrevious }, at) =>
      isNullWithPrevious || descending !== first.descending || position[start + 1 + at] === null,
  );
  return 1 + (end < 0 ? others.length : end);
}

interface Beyond {
  readonly forward: boolean;
  readonly inclusive: boolean;
}

/** Disjoint segments: `(created_at, id) < ($1, $2)`, and one more per change of direction, unit and null. */
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
      if (!forward && !key.isNullWithPrevious)
        segments.push({ where: [...equal, isNotNull(alias, key)], settled: new Set([...settled, key]) });
      if (!key.isNullWithPrevious) equal.push(isNull(alias, key));
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
  return segments.map((segment) => ({ ...segment, settled: settledBy(keys, segment.settled) }));
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
    if (!key.column.nullable || key.isNullWithPrevious) return [];
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
    return `${sortedColumn(alias, key)} ${direction}${natural ? '' : ` nulls ${forward ? 'last' : 'first'}`}`;
  });
  return raw(`order by ${items.join(', ')}`);
}
