import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, type PoolClient } from 'pg';

/** Gateway statements queue behind a migration that waits for a lock, so it must give up early. */
const lockTimeoutMs = 1_000;
const pauseMs = 500;
const maxTries = 60;

export const setLockTimeout = `set local lock_timeout = ${lockTimeoutMs}`;

const waitedForLock = (error: unknown): boolean => error instanceof DatabaseError && error.code === '55P03';

/** Retries repeatable work that timed out waiting for a lock; gateway statements run in between. */
export async function withoutBlocking<T>(
  work: () => Promise<T>,
  canRepeat = async (): Promise<boolean> => true,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!waitedForLock(error) || tries === maxTries || !(await canRepeat())) throw error;
      await sleep(pauseMs);
    }
  }
}

const concurrently =
  /^(create\s+(?:unique\s+)?|drop\s+|re)index\s+(?:\(.*?\)\s*)?(?:index\s+|table\s+)?concurrently\s+/i;
const createdIndex = /^create\s+(?:unique\s+)?index\s+concurrently\s+if\s+not\s+exists\s+([\w.]+|"[^"]+")/i;

/** Drops the invalid index of a failed creation, which `if not exists` would accept. */
async function dropInvalidIndex(client: PoolClient, sql: string): Promise<void> {
  const name = createdIndex.exec(sql)?.[1];
  if (name === undefined) return;
  const { rows } = await client.query(
    'select indexrelid from pg_index where indexrelid = to_regclass($1) and not indisvalid',
    [name],
  );
  if (rows.length > 0) await client.query(`drop index concurrently ${name}`);
}

export async function runStatement(client: PoolClient, sql: string): Promise<void> {
  if (concurrently.test(sql)) {
    // Does not block gateway statements, but waits for all older transactions.
    await client.query('set lock_timeout = 0');
    await dropInvalidIndex(client, sql);
    await client.query(sql);
    return;
  }
  await client.query(`set lock_timeout = ${lockTimeoutMs}`);
  await withoutBlocking(() => client.query(sql));
}
