import type { Session } from './session.ts';
import { type Columns, columnsRead, execute, rowReader, selectList } from './statement.ts';
import { anyOf, type ColumnOf, type ModelName, type Row, raw, ref, sql, table } from './table.ts';
import { perColumns, Slot, Template } from './template.ts';

interface Look {
  readonly template: Template;
  readonly read: (values: readonly (string | null)[]) => unknown;
}

const lookOf = perColumns<Look>();

function look(model: ModelName, by: string, wanted: Columns): Look {
  const { name, column, visible } = table(model);
  const columns = columnsRead(model, wanted, by);
  const key = column(by);
  const statement = sql`${raw(`/* ${model} by ${by} */`)} select ${selectList(columns, 't')} from ${name} t
    where ${visible('t', new Slot('account'))} and ${ref('t', key)} = ${anyOf(new Slot('keys'), key.type)}`;
  return { template: new Template(statement), read: rowReader(columns, 0) };
}

/** Reads the rows of a model that are visible to the account, by the values of a column; unordered. */
export async function readRows<M extends ModelName>(
  session: Session,
  model: M,
  by: ColumnOf<M>,
  keys: readonly string[],
  wanted?: Columns,
): Promise<readonly Row<M>[]> {
  const { template, read } = lookOf(session.accountId, wanted, `${model} ${by}`, () =>
    look(model, by, wanted),
  );
  const found = await execute(session, template.with({ account: session.accountId, keys }));
  // A template cached under a model's name reads that model.
  return found.map(read) as readonly Row<M>[];
}
