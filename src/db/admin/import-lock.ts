import { once } from 'node:events';
import type pg from 'pg';

/** The class of advisory locks of imports; `hashtext` of the account is the second key. */
const lockClass = 20_261_117;

const lost = 'The database closed the connection that keeps other imports out of the account.';

/** Aborts with `signal`, or when the connection ends, and with it the lock. */
function whileLocked(client: pg.PoolClient, signal: AbortSignal): AbortSignal {
  const ended = new AbortController();
  client.once('end', () => ended.abort(new Error(lost)));
  return AbortSignal.any([signal, ended.signal]);
}

/**
 * Runs the work while no other import into the account runs; its signal also aborts, with the reason, when the lock is
 * lost. `onWait` is called if there is another import. Returns undefined if `signal` aborts the wait.
 */
export async function withImportLock<T>(
  pool: pg.Pool,
  accountId: string,
  { onWait, signal }: { readonly onWait: () => void; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const client = await pool.connect();
  const keys = [lockClass, accountId];
  try {
    // Settings of the session, which ends with the release below.
    await client.query('set statement_timeout = 0; set lock_timeout = 0; set idle_session_timeout = 0');
    const { rows } = await client.query('select pg_try_advisory_lock($1, hashtext($2)) as locked', keys);
    if (rows[0]?.locked !== true) {
      onWait();
      const locked = client.query('select pg_advisory_lock($1, hashtext($2))', keys).then(() => true);
      const stopped = signal.aborted ? Promise.resolve() : once(signal, 'abort');
      // The connection is closed below, which also ends a wait that was given up.
      locked.catch(() => undefined);
      if ((await Promise.race([locked, stopped.then(() => false)])) === false) return undefined;
    }
    return await work(whileLocked(client, signal));
  } finally {
    client.release(true);
  }
}
