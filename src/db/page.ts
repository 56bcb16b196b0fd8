import { fromList, fromParents, type List, parent, rows, statementName } from './list.ts';
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
import type { Session } from './session.ts';
import {
  type Columns,
  columnsRead,
  execute,
  executeAlone,
  literal,
  rowReader,
  selectList,
} from './statement.ts';
import { type Column, join, type ModelName, type Row, raw, type Sql, sql } from './table.ts';
import { perColumns, Slot, Template } from './template.ts';
import { and, isChosen, type Where } from './where.ts';

export interface PageRequest {
  /** Empty: the list's own order. */
  readonly order: readonly Sort[];
  readonly where: Where;
  readonly limit: number;
  /** From the list's start, or from its end. */
  readonly forward: boolean;
  readonly after: Place | null;
  readonly before: Place | null;
}

export interface Page<M extends ModelName> {
  /** In the list's order, whichever way it was read. */
  readonly rows: readonly Row<M>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export const keysOf = (list: List, order: readonly Sort[]): readonly OrderKey[] =>
  orderKeys(list.model, order.length > 0 ? order : list.order);

function lastOf(keys: readonly OrderKey[]): OrderKey {
  const last = keys.at(-1);
  if (last === undefined) throw new Error('A list has an order.');
  return last;
}

/** A page as its statement is put together: of the places, what is null in them. */
interface Plan {
  readonly list: List;
  readonly keys: readonly OrderKey[];
  readonly request: Omit<PageRequest, 'after' | 'before'>;
  readonly after: OpenPlace | null;
  readonly before: OpenPlace | null;
  readonly columns: readonly Column[];
  /** The list's rows of the parent at hand, with the conditions that hold for all of them. */
  readonly source: Sql;
}

const isWithin = (segments: readonly Segment[]): Sql =>
  sql`(${join(
    segments.map(({ where }) => sql`(${join(where, ' and ')})`),
    ' or ',
  )})`;

/** The stretches to read, from where reading starts; the far cursor is a condition on each. */
function stretches({ keys, request: { forward }, after, before }: Plan): readonly Segment[] {
  const [near, far] = forward ? [after, before] : [before, after];
  const start =
    near === null ? wholeList(rows, keys) : beyond(rows, keys, near, { forward, inclusive: false });
  if (far === null) return start;
  const end = isWithin(beyond(rows, keys, far, { forward: !forward, inclusive: false }));
  return start.map((segment) => ({ ...segment, where: [...segment.where, end] }));
}

/** One row more than asked for, so that it shows whether there are more. */
function pageRows(plan: Plan): Sql {
  const { columns, keys, request, source } = plan;
  const limit = literal(request.limit + 1);
  const parts = stretches(plan).map(
    ({ where, settled }) =>
      sql`select ${selectList(columns, rows)} ${source}${and(where)}
        ${orderBy(rows, keys, request.forward, settled)} limit ${limit}`,
  );
  if (parts.length === 1) return sql`${parts[0]}`;
  const union = join(
    parts.map((part) => sql`(${part})`),
    ' union all ',
  );
  return sql`select * from (${union}) ${raw(rows)} ${orderBy(rows, keys, request.forward)} limit ${limit}`;
}

/**
 * Whether the list has rows at a cursor or on its far side: what lies before `after`, or after `before`. The nearest is
 * asked for, not just any: for `exists` the planner would read the table from its start until it comes upon one.
 */
function rowsPast({ keys, source }: Plan, place: OpenPlace | null, forward: boolean): Sql {
  if (place === null) return sql`false`;
  const probes = beyond(rows, keys, place, { forward, inclusive: true }).map(
    ({ where, settled }) =>
      sql`(select true ${source}${and(where)} ${orderBy(rows, keys, forward, settled)} limit 1)`,
  );
  return sql`coalesce(${join(probes)}, false)`;
}

function statement(plan: Plan): Sql {
  const { list } = plan;
  return sql`${statementName(list, 'page')} select ${raw(parent)}.id, flags.past_after, flags.past_before, ${selectList(plan.columns, rows)}
    ${fromParents(list, new Slot('parents'))}
    cross join lateral (select ${rowsPast(plan, plan.after, false)} as past_after,
      ${rowsPast(plan, plan.before, true)} as past_before) flags
    left join lateral (${pageRows(plan)}) ${raw(rows)} on true`;
}

interface Gathered<M extends ModelName> {
  readonly rows: Row<M>[];
  readonly past: { readonly after: boolean; readonly before: boolean };
}

function toPage<M extends ModelName>({ limit, forward }: PageRequest, { rows, past }: Gathered<M>): Page<M> {
  const more = rows.length > limit;
  const shown = more ? rows.slice(0, limit) : rows;
  return {
    rows: forward ? shown : shown.reverse(),
    hasNextPage: forward ? more || past.before : past.before,
    hasPreviousPage: forward ? past.after : more || past.after,
  };
}

interface Prepared {
  readonly template: Template;
  readonly read: (values: readonly (string | null)[]) => unknown;
  /** Where the last key stands, which is never null in a row; it is null where a parent has none. */
  readonly keyAt: number;
}

function prepare(list: List, request: PageRequest, wanted: Columns): Prepared {
  const keys = keysOf(list, request.order);
  const columns = columnsRead(list.model, wanted, ...keys.map(({ column }) => column.name));
  const source = fromList(list, new Slot('account'), request.where);
  const open = (name: string, place: Place | null) =>
    place?.map((value, at) => (value === null ? null : new Slot(`${name}${at}`))) ?? null;
  const [after, before] = [open('after', request.after), open('before', request.before)];
  return {
    template: new Template(statement({ list, keys, request, after, before, columns, source })),
    read: rowReader(columns, 3),
    keyAt: 3 + columns.indexOf(lastOf(keys).column),
  };
}

const preparedFor = perColumns<Prepared>();

/** What the statement's text depends on, besides the columns. */
function shapeOf({ name }: List, { order, where, limit, forward, after, before }: PageRequest): string {
  const nulls = [after, before].map((place) => place?.map((value) => value === null));
  return JSON.stringify([name, order, where, limit, forward, nulls]);
}

function placed(name: string, place: Place | null): Record<string, unknown> {
  return Object.fromEntries((place ?? []).map((value, at) => [`${name}${at}`, value]));
}

/** The same page of a list for each of many parents (or, for a list without parent, for ''), in one statement. */
export async function readPages<M extends ModelName>(
  session: Session,
  list: List<M>,
  request: PageRequest,
  parents: readonly string[],
  wanted?: Columns,
): Promise<ReadonlyMap<string, Page<M>>> {
  // What callers choose is of many shapes, and planned each time in any case.
  const isPlain = Object.keys(request.where).length === 0;
  const make = () => prepare(list, request, wanted);
  const { template, read, keyAt } = isPlain ? preparedFor(wanted, shapeOf(list, request), make) : make();
  const run = isChosen(request.where) ? executeAlone : execute;
  const places = { ...placed('after', request.after), ...placed('before', request.before) };
  const found = await run(session, template.with({ account: session.accountId, parents, ...places }));
  const gathered = new Map<string, Gathered<M>>();
  for (const values of found) {
    const id = values[0] ?? '';
    let entry = gathered.get(id);
    if (entry === undefined) {
      entry = { rows: [], past: { after: values[1] === 't', before: values[2] === 't' } };
      gathered.set(id, entry);
    }
    // What is under a list's name reads that list's model.
    if (values[keyAt] !== null) entry.rows.push(read(values) as Row<M>);
  }
  const pages = new Map<string, Page<M>>();
  for (const [id, entry] of gathered) pages.set(id, toPage(request, entry));
  return pages;
}
