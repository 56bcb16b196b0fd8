import type { Session } from './session.ts';
import { type Columns, columnsRead, execute, rowReader, selectList } from './statement.ts';
import { anyOf, type Row, sql, table } from './table.ts';

/**
 * Reads the customers into which others were merged, by the ids of the merged
 * customers. One statement, so that a concurrent merge cannot come in between.
 */
export async function readMerged(
  session: Session,
  ids: readonly string[],
  wanted?: Columns,
): Promise<ReadonlyMap<string, Row<'Customer'>>> {
  const columns = columnsRead('Customer', wanted);
  const read = rowReader<'Customer'>(columns, 1);
  const statement = sql`/* Customer by alias */ select a.id, ${selectList(columns, 't')}
    from ${table('CustomerAlias').name} a
    join ${table('Customer').name} t on t.account_id = a.account_id and t.id = a.customer_id
    where ${table('CustomerAlias').visible('a', session.accountId)} and a.id = ${anyOf(ids, 'text')}`;
  return new Map((await execute(session, statement)).map((values) => [String(values[0]), read(values)]));
}
