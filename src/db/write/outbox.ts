import type { Db } from '../client.ts';
import { type Row, Slot, type Sql, sql } from '../model/table.ts';
import { columnsRead, execute, rowReader, selectList, Template } from '../read/statement.ts';

export type Message = Row<'OutboxMessage'>;

const columns = columnsRead('OutboxMessage', undefined);
const readMessage = rowReader<'OutboxMessage'>(columns, 0);

const claim = new Template(sql`/* outboxClaim */ select ${selectList(columns, 'm')}
  from outbox_claim(${new Slot('most')}::integer, ${new Slot('leaseMs')}::integer, ${new Slot('after')}) m`);

export interface ClaimOptions {
  readonly most: number;
  /** The time after which a message without a result can be claimed again. */
  readonly leaseMs: number;
  /** Of accounts with the same number of claims, those with greater ids come first. */
  readonly after: string;
}

/** Claims due messages of all accounts. The claim is committed: nothing is locked afterwards. */
export async function claimMessages(db: Db, options: ClaimOptions): Promise<readonly Message[]> {
  const session = db.$session({ accountId: '', caller: 'outbox' });
  return (await execute(session, claim.with({ ...options }))).map(readMessage);
}

/** Clears the payloads of expired messages, and deletes messages 30 days after their expiry. */
export const tidyMessages = (db: Db) =>
  execute(db.$session({ accountId: '', caller: 'outbox' }), sql`/* outboxTidy */ select outbox_tidy(1000)`);

const run = (db: Db, { accountId }: Message, statement: Sql) =>
  execute(db.$session({ accountId, caller: 'outbox' }), statement);

/** Also clears the payload: it can contain a token. */
export const recordSent = (db: Db, message: Message) =>
  run(
    db,
    message,
    sql`/* outboxSent */ update outbox_messages
      set sent_at = now(), failed_at = null, last_error = null, payload = '{}'
      where account_id = ${message.accountId} and id = ${message.id} and sent_at is null`,
  );

export interface FailedAttempt {
  readonly error: string;
  /** The time until the next attempt; undefined if this was the last one. */
  readonly pauseMs: number | undefined;
}

/** Has no effect if the claim has expired and another process has claimed the message. */
export const recordFailure = (db: Db, message: Message, { error, pauseMs }: FailedAttempt) =>
  run(
    db,
    message,
    sql`/* outboxFailed */ update outbox_messages
      set last_error = ${error}, failed_at = case when ${pauseMs === undefined}::boolean then now() end,
        next_attempt_at = now() + make_interval(secs => ${(pauseMs ?? 0) / 1_000}::double precision)
      where account_id = ${message.accountId} and id = ${message.id} and attempts = ${message.attempts}::integer
        and sent_at is null and failed_at is null`,
  );

/** Lets another process claim the message immediately. The attempt does not count. */
export const releaseMessage = (db: Db, message: Message) =>
  run(
    db,
    message,
    sql`/* outboxReleased */ update outbox_messages set attempts = attempts - 1, next_attempt_at = now()
      where account_id = ${message.accountId} and id = ${message.id} and attempts = ${message.attempts}::integer
        and sent_at is null and failed_at is null`,
  );
