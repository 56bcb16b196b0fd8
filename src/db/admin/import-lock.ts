import { once } from 'node:events';
import type pg from 'pg';

/** The class of advisory locks of imports; `hashtext` of the account is the second key. */
const lockClass = 20_261_117;

/**
 * Runs the work while no other import into the account runs. `onWait` is called if there is one. Returns undefined if
 * `signal` aborts the wait.
 */
export async function withImportLock<T>(
  pool: pg.Pool,
  accountId: string,
  { onWait, signal }: { readonly onWait: () => void; readonly signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T | undefined> {
  const client = await pool.connect();
  const keys = [lockClass, accountId];
  try {
    // Settings of the session, which ends with the release below.
    await client.query('set statement_timeout = 0; set lock_timeout = 0');
    const { rows } = await client.query('select pg_try_advisory_lock($1, hashtext($2)) as locked', keys);
    if (rows[0]?.locked !== true) {
      onWait();
      const locked = client.query('select pg_advisory_lock($1, hashtext($2))', keys).then(() => true);
      const stopped = signal.aborted ? Promise.resolve() : once(signal, 'abort');
      // The connection is closed below, which also ends a wait that was given up.
      locked.catch(() => undefined);
      if ((await Promise.race([locked, stopped.then(() => false)])) === false) return undefined;
    }
    return await work();
  } finally {
    client.release(true);
  }
}
