import type pg from 'pg';
import { columnsOf, execute, rowReader } from './statement.ts';
import { anyOf, type ColumnOf, type ModelName, type Row, raw, ref, sql, table } from './table.ts';

/** The rows that an account may see of a model, by the values of a column; in no order. */
export async function readRows<M extends ModelName>(
  pool: pg.Pool,
  accountId: string,
  model: M,
  by: ColumnOf<M>,
  values: readonly string[],
): Promise<readonly Row<M>[]> {
  const { name, column, visible } = table(model);
  const key = column(by);
  const statement = sql`${raw(`/* ${model} by ${by} */`)} select ${columnsOf(model, 't')} from ${name} t
    where ${visible('t', accountId)} and ${ref('t', key)} = ${anyOf(values, key.type)}`;
  const read = rowReader(model, 0);
  return (await execute(pool, statement, { prepared: true })).map(read);
}
