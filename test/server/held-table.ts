import pg from 'pg';
import { onTestFinished, vi } from 'vitest';

export interface HeldTable {
  /** Resolves once a statement of somebody else's waits for the table; with that session's process id. */
  waited(): Promise<number>;
  release(): Promise<void>;
}

/** Keeps a table to itself, so that a request which reads it stays under way. */
export async function holdTable(url: string, table: string): Promise<HeldTable> {
  const holder = new pg.Client(url);
  await holder.connect();
  onTestFinished(() => holder.end());
  await holder.query(`begin; lock table ${table} in access exclusive mode`);
  const waiting = async () => {
    const { rows } = await holder.query<{ pid: number }>(
      'select pid from pg_locks where not granted and relation = $1::regclass',
      [table],
    );
    const [first] = rows;
    if (first === undefined) throw new Error('nobody waits for the table');
    return first.pid;
  };
  return {
    waited: () => vi.waitFor(waiting, { timeout: 10_000, interval: 5 }),
    release: async () => void (await holder.query('rollback')),
  };
}
