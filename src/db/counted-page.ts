import { type List, parent, rows, statementName } from './list.ts';
import { orderBy } from './order.ts';
import { type Gathered, toPage } from './page.ts';
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
import type { Session } from './session.ts';
import { type Columns, columnsRead, executeAlone, rowReader, selectList } from './statement.ts';
import { type ModelName, type Row, raw, ref, type Sql, sql, table } from './table.ts';
import { Slot, Template } from './template.ts';

export interface CountedPage<M extends ModelName> {
  readonly page: Page<M>;
  readonly total: number;
}

/**
 * Finds the matching rows once, with their sort keys only,
 * to count and sort them; the page's rows are fetched last.
 */
function statement(plan: Plan): Sql {
  const { list, keys, request, source } = plan;
  const { name, visible, column } = table(list.model);
  const found: Plan = {
    ...plan,
    columns: columnsRead(list.model, new Set(keys.map((key) => key.column.name))),
    source: sql`from matching ${raw(rows)} where true`,
  };
  return sql`${statementName(list, 'page and count')}
    with matching as materialized (select ${selectList(found.columns, rows)} ${source})
    select counted.total, flags.past_after, flags.past_before, ${selectList(plan.columns, rows)}
    from (select count(*) as total from matching) counted
    cross join lateral (select ${rowsPast(found, plan.after, false)} as past_after,
      ${rowsPast(found, plan.before, true)} as past_before) flags
    left join lateral (select ${selectList(plan.columns, rows)} from (${pageRows(found)}) ${raw(parent)}
      join ${name} ${raw(rows)} on ${visible(rows, new Slot('account'))}
        and ${ref(rows, column('id'))} = ${ref(parent, column('id'))}
      ${orderBy(rows, keys, request.forward)}) ${raw(rows)} on true`;
}

/** Reads a page of a list without a parent, and counts the list's rows. */
export async function readCountedPage<M extends ModelName>(
  session: Session,
  list: List<M>,
  request: PageRequest,
  wanted?: Columns,
): Promise<CountedPage<M>> {
  const plan = planPage(list, request, wanted);
  const filled = new Template(statement(plan)).with({ account: session.accountId, ...valuesOf(request) });
  const read = rowReader<M>(plan.columns, 3);
  const keyAt = 3 + plan.columns.indexOf(lastOf(plan.keys).column);
  const found = await executeAlone(session, filled, { isExpensive: true });
  const [first = []] = found;
  const gathered: Gathered<M> = {
    rows: found.filter((values) => values[keyAt] !== null).map((values): Row<M> => read(values)),
    past: { after: first[1] === 't', before: first[2] === 't' },
  };
  return { page: toPage(request, gathered), total: Number(first[0]) };
}
