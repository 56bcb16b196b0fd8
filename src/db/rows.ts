import type { Session } from './session.ts';
import { type Columns, columnsRead, execute, rowReader, selectList } from './statement.ts';
import { anyOf, type ColumnOf, type ModelName, type Row, raw, ref, sql, table } from './table.ts';

/** The rows that an account may see of a model, by the values of a column; in no order. */
export async function readRows<M extends ModelName>(
  session: Session,
  model: M,
  by: ColumnOf<M>,
  values: readonly string[],
  wanted?: Columns,
): Promise<readonly Row<M>[]> {
  const { name, column, visible } = table(model);
  const columns = columnsRead(model, wanted, by);
  const key = column(by);
  const statement = sql`${raw(`/* ${model} by ${by} */`)} select ${selectList(columns, 't')} from ${name} t
    where ${visible('t', session.accountId)} and ${ref('t', key)} = ${anyOf(values, key.type)}`;
  return (await execute(session, statement)).map(rowReader<M>(columns, 0));
}
