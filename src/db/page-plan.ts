import { fromList, type List, rows } from './list.ts';
import {
  beyond,
  type OpenPlace,
  type OrderKey,
  orderBy,
  orderKeys,
  type Place,
  type Segment,
  type Sort,
  wholeList,
} from './order.ts';
import { type Columns, columnsRead, literal, selectList } from './statement.ts';
import { type Column, join, type ModelName, type Row, raw, type Sql, sql } from './table.ts';
import { Slot } from './template.ts';
import { and, type Where } from './where.ts';

export interface PageRequest {
  /** Empty for the list's default order. */
  readonly order: readonly Sort[];
  readonly where: Where;
  readonly limit: number;
  /** True to read from the list's start, false from its end. */
  readonly forward: boolean;
  readonly after: Place | null;
  readonly before: Place | null;
}

export interface Page<M extends ModelName> {
  /** In the list's order, regardless of the read direction. */
  readonly rows: readonly Row<M>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export const keysOf = (list: List, order: readonly Sort[]): readonly OrderKey[] =>
  orderKeys(list.model, order.length > 0 ? order : list.order);

export function lastOf(keys: readonly OrderKey[]): OrderKey {
  const last = keys.at(-1);
  if (last === undefined) throw new Error('A list needs an order.');
  return last;
}

/** A page whose statement can be built: of its cursors, only the nulls are known. */
export interface Plan {
  readonly list: List;
  readonly keys: readonly OrderKey[];
  readonly request: Omit<PageRequest, 'after' | 'before'>;
  readonly after: OpenPlace | null;
  readonly before: OpenPlace | null;
  readonly columns: readonly Column[];
  /** The list's rows of the current parent, with the conditions that apply to all of them. */
  readonly source: Sql;
}

const isWithin = (segments: readonly Segment[]): Sql =>
  sql`(${join(
    segments.map(({ where }) => sql`(${join(where, ' and ')})`),
    ' or ',
  )})`;

/** The segments to read, starting at the near cursor; the far cursor is a condition on each. */
function stretches({ keys, request: { forward }, after, before }: Plan): readonly Segment[] {
  const [near, far] = forward ? [after, before] : [before, after];
  const start =
    near === null ? wholeList(rows, keys) : beyond(rows, keys, near, { forward, inclusive: false });
  if (far === null) return start;
  const end = isWithin(beyond(rows, keys, far, { forward: !forward, inclusive: false }));
  return start.map((segment) => ({ ...segment, where: [...segment.where, end] }));
}

/**
 * Page sizes that statements are planned for. A few only, so that statements are shared between page sizes.
 */
const plannedSizes = [1, 25, 250];

/** The page size that the planner is given; the actual size is a parameter. */
export const plannedSizeOf = (limit: number): number => plannedSizes.find((size) => limit <= size) ?? limit;

/**
 * The page's rows and one more, which shows whether there are more. For a limit passed as a
 * parameter, a generic plan assumes a tenth of the table and would sort instead of reading
 * an index. The inner limit is for the planner; the outer one stops at the page's size.
 */
export function pageRows(plan: Plan): Sql {
  const { columns, keys, request, source } = plan;
  const planned = literal(plannedSizeOf(request.limit) + 1);
  const limit = sql`${new Slot('rows')}::bigint`;
  const parts = stretches(plan).map(({ where, settled }) => {
    const order = orderBy(rows, keys, request.forward, settled);
    const all = sql`select ${selectList(columns, rows)} ${source}${and(where)} ${order} limit ${planned}`;
    return sql`select * from (${all}) ${raw(rows)} ${order} limit ${limit}`;
  });
  if (parts.length === 1) return sql`${parts[0]}`;
  const union = join(
    parts.map((part) => sql`(${part})`),
    ' union all ',
  );
  return sql`select * from (${union}) ${raw(rows)} ${orderBy(rows, keys, request.forward)} limit ${limit}`;
}

/**
 * Whether the list has rows at or beyond a cursor: up to `after`, or from `before` on. Reads the nearest
 * row, not just any: with `exists`, the planner would scan the table from its start until it finds one.
 */
export function rowsPast({ keys, source }: Plan, place: OpenPlace | null, forward: boolean): Sql {
  if (place === null) return sql`false`;
  const probes = beyond(rows, keys, place, { forward, inclusive: true }).map(
    ({ where, settled }) =>
      sql`(select true ${source}${and(where)} ${orderBy(rows, keys, forward, settled)} limit 1)`,
  );
  return sql`coalesce(${join(probes)}, false)`;
}

/** Plans a page of a list. Of the cursors it uses only which values are null. */
export function planPage(list: List, request: PageRequest, wanted: Columns): Plan {
  const keys = keysOf(list, request.order);
  const open = (name: string, place: Place | null) =>
    place?.map((value, at) => (value === null ? null : new Slot(`${name}${at}`))) ?? null;
  return {
    list,
    keys,
    request,
    after: open('after', request.after),
    before: open('before', request.before),
    columns: columnsRead(list.model, wanted, ...keys.map(({ column }) => column.name)),
    source: fromList(list, new Slot('account'), request.where),
  };
}

/** The values of a plan's slots: the number of rows to read, and the values of the page's cursors. */
export function valuesOf({ limit, after, before }: PageRequest): Readonly<Record<string, unknown>> {
  const of = (name: string, place: Place | null) => (place ?? []).map((value, at) => [`${name}${at}`, value]);
  return Object.fromEntries([['rows', limit + 1], ...of('after', after), ...of('before', before)]);
}
