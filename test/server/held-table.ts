import pg from 'pg';
import { onTestFinished, vi } from 'vitest';

export interface HeldTable {
  /** Resolves once statements of so many others wait for the table; with the first session's process id. */
  waited(others?: number): Promise<number>;
  release(): Promise<void>;
}

/** Keeps a table to itself, so that a request which reads it stays under way. */
export async function holdTable(url: string, table: string): Promise<HeldTable> {
  const holder = new pg.Client(url);
  await holder.connect();
  onTestFinished(() => holder.end());
  await holder.query(`begin; lock table ${table} in access exclusive mode`);
  const waiting = async (others: number) => {
    const { rows } = await holder.query<{ pid: number }>(
      'select pid from pg_locks where not granted and relation = $1::regclass',
      [table],
    );
    const [first] = rows;
    if (first === undefined || rows.length < others) throw new Error(`${rows.length} wait for the table`);
    return first.pid;
  };
  return {
    waited: (others = 1) => vi.waitFor(() => waiting(others), { timeout: 10_000, interval: 5 }),
    release: async () => void (await holder.query('rollback')),
  };
}
