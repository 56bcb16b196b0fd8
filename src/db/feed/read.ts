import { type Row, Slot, sql, table } from '../model/table.ts';
import { columnsRead, execute, rowReader, selectList, Template } from '../read/statement.ts';
import type { Session } from '../wire/session.ts';

export const changesPerRead = 100;

const model = 'CustomerEvent';
const eventColumns = columnsRead(model, undefined);
const readEvent = rowReader<typeof model>(eventColumns, 0);

const next = new Template(sql`/* customerChanges next */ select ${selectList(eventColumns, 't')}
  from ${table(model).name} t
  where ${table(model).visible('t', new Slot('account'))} and t.position > 0 and t.position > ${new Slot('after')}::bigint
  order by t.position limit ${changesPerRead}::integer`);

export async function readChanges(session: Session, after: string): Promise<readonly Row<'CustomerEvent'>[]> {
  const rows = await execute(session, next.with({ account: session.accountId, after }));
  return rows.map(readEvent);
}

const head = new Template(sql`/* customerChanges head */ select t.position from ${table('ChangeHead').name} t
  where ${table('ChangeHead').visible('t', new Slot('account'))}`);

export async function readHead(session: Session): Promise<string> {
  const [row] = await execute(session, head.with({ account: session.accountId }));
  return row?.[0] ?? '0';
}
