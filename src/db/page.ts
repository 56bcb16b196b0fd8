import { fromParents, type List, parent, rows, statementName } from './list.ts';
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
import type { Session } from './session.ts';
import { type Columns, execute, executeAlone, rowReader, selectList } from './statement.ts';
import { type ModelName, type Row, raw, type Sql, sql } from './table.ts';
import { perColumns, Slot, Template } from './template.ts';
import { isChosen } from './where.ts';
import { workOf } from './work.ts';

function statement(plan: Plan): Sql {
  const { list } = plan;
  return sql`${statementName(list, 'page')} select ${raw(parent)}.id, flags.past_after, flags.past_before, ${selectList(plan.columns, rows)}
    ${fromParents(list, new Slot('parents'))}
    cross join lateral (select ${rowsPast(plan, plan.after, false)} as past_after,
      ${rowsPast(plan, plan.before, true)} as past_before) flags
    left join lateral (${pageRows(plan)}) ${raw(rows)} on true`;
}

export interface Gathered<M extends ModelName> {
  readonly rows: Row<M>[];
  readonly past: { readonly after: boolean; readonly before: boolean };
}

export function toPage<M extends ModelName>(
  { limit, forward }: PageRequest,
  { rows, past }: Gathered<M>,
): Page<M> {
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
  /** The index of the last sort key. It is never null in a row, so null means that the parent has no rows. */
  readonly keyAt: number;
}

function prepare(list: List, request: PageRequest, wanted: Columns): Prepared {
  const plan = planPage(list, request, wanted);
  return {
    template: new Template(statement(plan)),
    read: rowReader(plan.columns, 3),
    keyAt: 3 + plan.columns.indexOf(lastOf(plan.keys).column),
  };
}

const preparedFor = perColumns<Prepared>();

/** All inputs of the statement's text except the columns. */
function shapeOf({ name }: List, { order, where, limit, forward, after, before }: PageRequest): string {
  const nulls = [after, before].map((place) => place?.map((value) => value === null));
  return JSON.stringify([name, order, where, plannedSizeOf(limit), forward, nulls]);
}

/** Reads the same page of a list for many parents in one statement. Without a parent, the only key is ''. */
export async function readPages<M extends ModelName>(
  session: Session,
  list: List<M>,
  request: PageRequest,
  parents: readonly string[],
  wanted?: Columns,
): Promise<ReadonlyMap<string, Page<M>>> {
  // Statements with caller-defined filters have many shapes
  // and are planned each time, so caching would not help.
  const isPlain = Object.keys(request.where).length === 0;
  const make = () => prepare(list, request, wanted);
  const { template, read, keyAt } = isPlain
    ? preparedFor(session.accountId, wanted, shapeOf(list, request), make)
    : make();
  const filled = template.with({ account: session.accountId, parents, ...valuesOf(request) });
  const isExpensive = workOf(list, request).isPageExpensive;
  const found = await (isExpensive || isChosen(request.where)
    ? executeAlone(session, filled, { isExpensive })
    : execute(session, filled));
  const gathered = new Map<string, Gathered<M>>();
  for (const values of found) {
    const id = values[0] ?? '';
    let entry = gathered.get(id);
    if (entry === undefined) {
      entry = { rows: [], past: { after: values[1] === 't', before: values[2] === 't' } };
      gathered.set(id, entry);
    }
    // A list's rows are always of the list's model.
    if (values[keyAt] !== null) entry.rows.push(read(values) as Row<M>);
  }
  const pages = new Map<string, Page<M>>();
  for (const [id, entry] of gathered) pages.set(id, toPage(request, entry));
  return pages;
}
