import type pg from 'pg';
import type { ConnectionSource } from './connection-queue.ts';
import { type Connection, createSnapshotPool } from './pool.ts';
import { Session } from './session.ts';

/** A reader of any length can wait for its own output; `transaction_timeout` exists since PostgreSQL 17. */
const settings = `/* snapshot */ select set_config('app.account_id', $1, true), (
  select count(set_config(name, '0', true)) from pg_settings
  where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout'))`;

const within = (client: pg.PoolClient): ConnectionSource => ({
  acquire: async () => client,
  release: () => undefined,
  setUp: () => [],
  isTransaction: true,
});

/**
 * Runs reads of one account in one read-only transaction, so that all of them see the data of one instant. The session's
 * statements have no time limit; the signal cancels them.
 */
export async function withSnapshot<T>(
  connection: Connection,
  accountId: string,
  signal: AbortSignal,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const pool = createSnapshotPool(connection, () => undefined);
  try {
    const client = await pool.connect();
    try {
      // Not in one write with the first reads: preparing these would take the snapshot before the level is set.
      await client.query('begin isolation level repeatable read, read only');
      await client.query({ text: settings, values: [accountId] });
      return await work(new Session(within(client), { accountId, caller: '' }, signal));
    } finally {
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
