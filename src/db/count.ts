import { fromList, fromParents, type List, parent, statementName } from './list.ts';
import type { Session } from './session.ts';
import { executeAlone } from './statement.ts';
import { empty, raw, sql } from './table.ts';
import type { Where } from './where.ts';
import { isCountExpensive } from './work.ts';

/** Counts a list's rows for each of many parents; with a cap, it stops counting at `cap + 1`. */
export async function readCounts(
  session: Session,
  list: List,
  { where, cap }: { readonly where: Where; readonly cap: number | null },
  parents: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const limit = cap === null ? empty : sql` limit ${cap + 1}::bigint`;
  const statement = sql`${statementName(list, 'count')} select ${raw(parent)}.id, counted.total
    ${fromParents(list, parents)}
    cross join lateral (
      select count(*) as total from (select ${fromList(list, session.accountId, where)}${limit}) found
    ) counted`;
  const isExpensive = isCountExpensive(list, where, cap);
  const found = await executeAlone(session, statement, { isExpensive });
  return new Map(found.map(([id, total]) => [id ?? '', Number(total)]));
}
