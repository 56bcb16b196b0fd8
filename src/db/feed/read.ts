import type { Session } from '../session.ts';
import { columnsRead, execute, rowReader, selectList } from '../statement.ts';
import { type Row, sql, table } from '../table.ts';
import { Slot, Template } from '../template.ts';

/** The maximum number of changes that a follower reads and buffers at a time. */
export const changesPerRead = 100;

const model = 'CustomerEvent';
const columns = columnsRead(model, undefined);
const read = rowReader<typeof model>(columns, 0);

const next = new Template(sql`/* customerChanges next */ select ${selectList(columns, 't')}
  from ${table(model).name} t
  where ${table(model).visible('t', new Slot('account'))} and t.position > 0 and t.position > ${new Slot('after')}::bigint
  order by t.position limit ${changesPerRead}::integer`);

/** Reads the account's next changes after a position, at most `changesPerRead`. */
export async function readChanges(session: Session, after: string): Promise<readonly Row<'CustomerEvent'>[]> {
  const rows = await execute(session, next.with({ account: session.accountId, after }));
  return rows.map(read);
}

const head = new Template(sql`/* customerChanges head */ select t.position from ${table('ChangeHead').name} t
  where ${table('ChangeHead').visible('t', new Slot('account'))}`);

/** Reads the position of the account's last change; 0 if it has none. */
export async function readHead(session: Session): Promise<string> {
  const [row] = await execute(session, head.with({ account: session.accountId }));
  return row?.[0] ?? '0';
}
