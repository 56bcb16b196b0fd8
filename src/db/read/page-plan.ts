import { type Column, join, type ModelName, type Row, raw, Slot, type Sql, sql } from '../model/table.ts';
import { and, fromList, type List, rows, unionAll, type Where } from './list.ts';
import {
  beyond,
  type OpenPosition,
  type OrderKey,
  orderBy,
  orderKeys,
  type Position,
  type Segment,
  type Sort,
  wholeList,
} from './order.ts';
import { type ColumnSet, columnsRead, literal, selectList } from './statement.ts';

export interface PageRequest {
  readonly order: readonly Sort[];
  readonly where: Where;
  readonly limit: number;
  readonly forward: boolean;
  readonly after: Position | null;
  readonly before: Position | null;
}

export interface Page<M extends ModelName> {
  /** In the list's order, regardless of the read direction. */
  readonly rows: readonly Row<M>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** `orderVersion` of the statement that read the page. */
  readonly version: string | null;
}

export const sortKeysOf = (list: List, order: readonly Sort[]): readonly OrderKey[] =>
  orderKeys(list.model, order.length > 0 ? order : list.order);

export function lastOf(keys: readonly OrderKey[]): OrderKey {
  const last = keys.at(-1);
  if (last === undefined) throw new Error('A list needs an order.');
  return last;
}

export interface Plan {
  readonly list: List;
  readonly keys: readonly OrderKey[];
  readonly request: Omit<PageRequest, 'after' | 'before'>;
  readonly after: OpenPosition | null;
  readonly before: OpenPosition | null;
  readonly columns: readonly Column[];
  /** Disjoint; with the conditions that apply to all segments. */
  readonly sources: readonly Sql[];
}

const isWithin = (segments: readonly Segment[]): Sql =>
  sql`(${join(
    segments.map(({ where }) => sql`(${join(where, ' and ')})`),
    ' or ',
  )})`;

function stretches({ keys, request: { forward }, after, before }: Plan): readonly Segment[] {
  const [near, far] = forward ? [after, before] : [before, after];
  const start =
    near === null ? wholeList(rows, keys) : beyond(rows, keys, near, { forward, inclusive: false });
  if (far === null) return start;
  const end = isWithin(beyond(rows, keys, far, { forward: !forward, inclusive: false }));
  return start.map((segment) => ({ ...segment, where: [...segment.where, end] }));
}

/** Few sizes, so that page sizes share statements. */
const plannedSizes = [1, 25, 250];

export const plannedSizeOf = (limit: number): number => plannedSizes.find((size) => limit <= size) ?? limit;

/** The inner limit is for the planner, which assumes a tenth of the table for a limit as a parameter. */
export function pageRows(plan: Plan): Sql {
  const { columns, keys, request, sources } = plan;
  const planned = literal(plannedSizeOf(request.limit) + 1);
  const limit = sql`${new Slot('rows')}::bigint`;
  const parts = stretches(plan).flatMap(({ where, settled }) => {
    const order = orderBy(rows, keys, request.forward, settled);
    return sources.map((source) => {
      const all = sql`select ${selectList(columns, rows)} ${source}${and(where)} ${order} limit ${planned}`;
      return sql`select * from (${all}) ${raw(rows)} ${order} limit ${limit}`;
    });
  });
  if (parts.length === 1) return sql`${parts[0]}`;
  const union = unionAll(parts.map((part) => sql`(${part})`));
  return sql`select * from (${union}) ${raw(rows)} ${orderBy(rows, keys, request.forward)} limit ${limit}`;
}

/** Reads the nearest row: with `exists`, the planner would scan the table from its start. */
export function rowsPast({ keys, sources }: Plan, position: OpenPosition | null, forward: boolean): Sql {
  if (position === null) return sql`false`;
  const probes = beyond(rows, keys, position, { forward, inclusive: true }).flatMap(({ where, settled }) =>
    sources.map(
      (source) => sql`(select true ${source}${and(where)} ${orderBy(rows, keys, forward, settled)} limit 1)`,
    ),
  );
  return sql`coalesce(${join(probes)}, false)`;
}

export function planPage(list: List, request: PageRequest, wanted: ColumnSet): Plan {
  const keys = sortKeysOf(list, request.order);
  const open = (name: string, position: Position | null) =>
    position?.map((value, at) => (value === null ? null : new Slot(`${name}${at}`))) ?? null;
  return {
    list,
    keys,
    request,
    after: open('after', request.after),
    before: open('before', request.before),
    columns: columnsRead(list.model, wanted, ...keys.map(({ column }) => column.name)),
    sources: fromList(list, new Slot('account'), request.where),
  };
}

export function valuesOf({ limit, after, before }: PageRequest): Record<string, unknown> {
  const values: Record<string, unknown> = { rows: limit + 1 };
  for (const [at, value] of (after ?? []).entries()) values[`after${at}`] = value;
  for (const [at, value] of (before ?? []).entries()) values[`before${at}`] = value;
  return values;
}
