import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DatabaseError } from 'pg';
import { EmbeddedServerError } from './error.ts';

// Below PostgreSQL's deadlock_timeout (1 s): a deadlock ends this attempt, never a writer.
const ATTEMPT_MS = 500;
const PAUSE_MS = 250;
const TIMEOUT_MS = 120_000;

const tables = `/* backupTables */ select string_agg(c.oid::regclass::text, ', ' order by c.oid) as list
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and c.relpersistence = 'p'
    and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'`;

/** Opens the snapshot and ends the WAL file while no transaction writes. Writers wait for milliseconds. */
export async function freezeTables(session: Client, reader: Client): Promise<string> {
  const deadline = performance.now() + TIMEOUT_MS;
  for (;;) {
    const end = await attempt(session, reader).catch(async (error: unknown) => {
      await Promise.all([session.query('rollback'), reader.query('rollback')]);
      if (!isBusy(error)) throw error;
      return undefined;
    });
    if (end !== undefined) return end;
    if (performance.now() > deadline)
      throw new EmbeddedServerError(
        `A transaction has been writing for ${TIMEOUT_MS / 1_000} s, so the backup could not be completed: try again when it has ended.`,
      );
    await sleep(PAUSE_MS);
  }
}

async function attempt(session: Client, reader: Client): Promise<string | undefined> {
  await session.query(
    `begin; set local statement_timeout = ${ATTEMPT_MS}; set local idle_in_transaction_session_timeout = 2000`,
  );
  await reader.query('begin isolation level repeatable read read only');
  const list = (await session.query<{ list: string | null }>(tables)).rows[0]?.list;
  if (list) await session.query(`/* backupLock */ lock table ${list} in share mode`);
  await reader.query('/* backupSnapshot */ select pg_current_snapshot()');
  const { rows } = await session.query<{ lsn: string }>(
    '/* backupSwitchWal */ select pg_switch_wal() as lsn',
  );
  await session.query('commit');
  return rows[0]?.lsn;
}

function isBusy(error: unknown): boolean {
  return error instanceof DatabaseError && ['57014', '55P03', '40P01'].includes(error.code ?? '');
}
