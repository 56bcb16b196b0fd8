import {
  anyOf,
  type ColumnOf,
  type ModelName,
  type Row,
  raw,
  ref,
  Slot,
  sql,
  table,
} from '../model/table.ts';
import type { Session } from '../wire/session.ts';
import {
  type ColumnSet,
  columnsRead,
  execute,
  perColumns,
  rowReader,
  selectList,
  Template,
} from './statement.ts';

interface Look {
  readonly template: Template;
  readonly read: (values: readonly (string | null)[]) => unknown;
}

const lookOf = perColumns<Look>();

function look(model: ModelName, by: string, wanted: ColumnSet): Look {
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
  wanted?: ColumnSet,
): Promise<readonly Row<M>[]> {
  const { template, read } = lookOf(session.accountId, wanted, `${model} ${by}`, () =>
    look(model, by, wanted),
  );
  const found = await execute(session, template.with({ account: session.accountId, keys }));
  // A template cached under a model's name reads that model.
  return found.map(read) as readonly Row<M>[];
}

/** One statement, so that a concurrent merge cannot come in between. */
export async function readMerged(
  session: Session,
  ids: readonly string[],
  wanted?: ColumnSet,
): Promise<ReadonlyMap<string, Row<'Customer'>>> {
  const columns = columnsRead('Customer', wanted);
  const read = rowReader<'Customer'>(columns, 1);
  const statement = sql`/* Customer by alias */ select a.id, ${selectList(columns, 't')}
    from ${table('CustomerAlias').name} a
    join ${table('Customer').name} t on t.account_id = a.account_id and t.id = a.customer_id
    where ${table('CustomerAlias').visible('a', session.accountId)} and a.id = ${anyOf(ids, 'text')}`;
  return new Map((await execute(session, statement)).map((values) => [String(values[0]), read(values)]));
}
