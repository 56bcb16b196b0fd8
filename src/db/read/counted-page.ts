import { type ModelName, type Row, raw, ref, Slot, type Sql, sql, table } from '../model/table.ts';
import type { Session } from '../wire/session.ts';
import { type Search, withSearch } from './customer-search.ts';
import { type List, parent, rows, statementName, unionAll } from './list.ts';
import { orderBy, orderVersion } from './order.ts';
import { columnsFrom, gatheredFrom, toPage } from './page.ts';
import {
  lastOf,
  type Page,
  type PageRequest,
  type Plan,
  pageRows,
  planPage,
  rowsPast,
  valuesOf,
} from './page-plan.ts';
import { type ColumnSet, columnsRead, executeAlone, rowReader, selectList, Template } from './statement.ts';

export interface CountedPage<M extends ModelName> {
  readonly page: Page<M>;
  readonly total: number;
}

/** Finds the matches once, with their sort keys only; fetches the page's rows last. */
function statement(plan: Plan): Sql {
  const { list, keys, request, sources } = plan;
  const { name, visible, column } = table(list.model);
  const accountId = new Slot('account');
  const found: Plan = {
    ...plan,
    columns: columnsRead(list.model, new Set(keys.map((key) => key.column.name))),
    sources: [sql`from matching ${raw(rows)} where true`],
  };
  const matching = unionAll(
    sources.map((source) => sql`select ${selectList(found.columns, rows)} ${source}`),
  );
  const search: Search = { query: request.where.query, accountId, extent: 'all' };
  return sql`${statementName(list, 'page and count')}
    ${withSearch(search, sql`matching as materialized (${matching})`)}
    select counted.total, flags.past_after, flags.past_before, ${orderVersion(keys)}, ${selectList(plan.columns, rows)}
    from (select count(*) as total from matching) counted
    cross join lateral (select ${rowsPast(found, plan.after, false)} as past_after,
      ${rowsPast(found, plan.before, true)} as past_before) flags
    left join lateral (select ${selectList(plan.columns, rows)} from (${pageRows(found)}) ${raw(parent)}
      join ${name} ${raw(rows)} on ${visible(rows, accountId)}
        and ${ref(rows, column('id'))} = ${ref(parent, column('id'))}
      ${orderBy(rows, keys, request.forward)}) ${raw(rows)} on true`;
}

export async function readCountedPage<M extends ModelName>(
  session: Session,
  list: List<M>,
  request: PageRequest,
  wanted?: ColumnSet,
): Promise<CountedPage<M>> {
  const plan = planPage(list, request, wanted);
  const filled = new Template(statement(plan)).with({ account: session.accountId, ...valuesOf(request) });
  const read = rowReader<M>(plan.columns, columnsFrom);
  const keyAt = columnsFrom + plan.columns.indexOf(lastOf(plan.keys).column);
  const found = await executeAlone(session, filled, { isExpensive: true });
  const [first = []] = found;
  const present = found.filter((values) => values[keyAt] !== null).map((values): Row<M> => read(values));
  return { page: toPage(request, gatheredFrom(first, present)), total: Number(first[0]) };
}
