import type { Session } from './session.ts';
import { type Columns, columnsRead, execute, rowReader, selectList } from './statement.ts';
import { anyOf, type Row, sql, table } from './table.ts';

/** What customers were merged into, by the ids that they had: in one statement, so that no merge comes in between. */
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
