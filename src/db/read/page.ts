import { empty, type ModelName, type Row, raw, Slot, type Sql, sql } from '../model/table.ts';
import type { Session } from '../wire/session.ts';
import { withSearch } from './customer-search.ts';
import {
  fromList,
  fromParents,
  isPlannedForValues,
  type List,
  parent,
  rows,
  statementName,
  unionAll,
  type Where,
} from './list.ts';
import { orderVersion, type Position } from './order.ts';
import {
  lastOf,
  type Page,
  type PageRequest,
  type Plan,
  pageRows,
  plannedSizeOf,
  planPage,
  rowsPast,
  valuesOf,
} from './page-plan.ts';
import {
  type ColumnSet,
  execute,
  executeAlone,
  perColumns,
  rowReader,
  selectList,
  Template,
} from './statement.ts';
import { isCountExpensive, workOf } from './work.ts';

function statement(plan: Plan): Sql {
  const { list, request } = plan;
  const search = withSearch({ query: request.where.query, accountId: new Slot('account'), extent: 'page' });
  return sql`${statementName(list, 'page')} ${search} select ${raw(parent)}.id, flags.past_after, flags.past_before, ${orderVersion(plan.keys)}, ${selectList(plan.columns, rows)}
    ${fromParents(list, new Slot('parents'))}
    cross join lateral (select ${rowsPast(plan, plan.after, false)} as past_after,
      ${rowsPast(plan, plan.before, true)} as past_before) flags
    left join lateral (${pageRows(plan)}) ${raw(rows)} on true`;
}

interface Gathered<M extends ModelName> {
  readonly rows: Row<M>[];
  readonly past: { readonly after: boolean; readonly before: boolean };
  readonly version: string | null;
}

/** A row of a statement begins with its parent or the count, the two flags and the version. */
export const columnsFrom = 4;

export const gatheredFrom = <M extends ModelName>(
  [, after, before, version = null]: readonly (string | null)[],
  rows: Row<M>[] = [],
): Gathered<M> => ({ rows, past: { after: after === 't', before: before === 't' }, version });

export function toPage<M extends ModelName>(
  { limit, forward }: PageRequest,
  { rows, past, version }: Gathered<M>,
): Page<M> {
  const more = rows.length > limit;
  const shown = more ? rows.slice(0, limit) : rows;
  return {
    rows: forward ? shown : shown.reverse(),
    hasNextPage: forward ? more || past.before : past.before,
    hasPreviousPage: forward ? past.after : more || past.after,
    version,
  };
}

interface Prepared {
  readonly template: Template;
  readonly read: (values: readonly (string | null)[]) => unknown;
  /** The index of the last sort key. It is never null in a row, so null means that the parent has no rows. */
  readonly keyAt: number;
}

function prepare(list: List, request: PageRequest, wanted: ColumnSet): Prepared {
  const plan = planPage(list, request, wanted);
  return {
    template: new Template(statement(plan)),
    read: rowReader(plan.columns, columnsFrom),
    keyAt: columnsFrom + plan.columns.indexOf(lastOf(plan.keys).column),
  };
}

const preparedFor = perColumns<Prepared>();

const nullsOf = (position: Position | null): string =>
  position === null ? '' : position.map((value) => (value === null ? 'n' : 'v')).join('');

/** All inputs of the statement's text except the columns and the conditions. */
function shapeOf({ name }: List, { order, limit, forward, after, before }: PageRequest): string {
  let shape = `${name} ${plannedSizeOf(limit)} ${forward} ${nullsOf(after)} ${nullsOf(before)}`;
  for (const { field, descending } of order) shape += ` ${field} ${descending}`;
  return shape;
}

export async function readPages<M extends ModelName>(
  session: Session,
  list: List<M>,
  request: PageRequest,
  parents: readonly string[],
  wanted?: ColumnSet,
): Promise<ReadonlyMap<string, Page<M>>> {
  // Statements with caller-defined filters have too many shapes to cache.
  const isPlain = Object.keys(request.where).length === 0;
  const make = () => prepare(list, request, wanted);
  const { template, read, keyAt } = isPlain
    ? preparedFor(session.accountId, wanted, shapeOf(list, request), make)
    : make();
  const values = valuesOf(request);
  values.account = session.accountId;
  values.parents = parents;
  const filled = template.with(values);
  const isExpensive = workOf(list, request).isPageExpensive;
  const plannedForValues = isPlannedForValues(list.model, request.where);
  const found = await (isExpensive || plannedForValues
    ? executeAlone(session, filled, { isExpensive, plannedForValues })
    : execute(session, filled));
  const gathered = new Map<string, Gathered<M>>();
  for (const values of found) {
    const id = values[0] ?? '';
    let entry = gathered.get(id);
    if (entry === undefined) {
      entry = gatheredFrom(values);
      gathered.set(id, entry);
    }
    // A list's rows are always of the list's model.
    if (values[keyAt] !== null) entry.rows.push(read(values) as Row<M>);
  }
  const pages = new Map<string, Page<M>>();
  for (const [id, entry] of gathered) pages.set(id, toPage(request, entry));
  return pages;
}

export async function readCounts(
  session: Session,
  list: List,
  { where, cap }: { readonly where: Where; readonly cap: number | null },
  parents: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const limit = cap === null ? empty : sql` limit ${cap + 1}::bigint`;
  const { accountId } = session;
  const matching = unionAll(fromList(list, accountId, where).map((source) => sql`select ${source}`));
  const search = where.query ? withSearch({ query: where.query, accountId, extent: 'all' }) : empty;
  const statement = sql`${statementName(list, 'count')} ${search} select ${raw(parent)}.id, counted.total
    ${fromParents(list, parents)}
    cross join lateral (
      select count(*) as total from (${matching}${limit}) ${raw(rows)}
    ) counted`;
  const isExpensive = isCountExpensive(list, where, cap);
  const found = await executeAlone(session, statement, { isExpensive });
  return new Map(found.map(([id, total]) => [id ?? '', Number(total)]));
}
