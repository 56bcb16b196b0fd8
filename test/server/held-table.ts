import pg from 'pg';
import { onTestFinished } from 'vitest';
import { eventually } from '../eventually.ts';

export interface HeldTable {
  /** Resolves to the first session's process id when this number of statements waits for the table. */
  waited(others?: number): Promise<number>;
  release(): Promise<void>;
}

/** Locks a table, so that requests that read it stay in progress. */
export async function holdTable(url: string, table: string): Promise<HeldTable> {
  const holder = new pg.Client(url);
  await holder.connect();
  onTestFinished(() => holder.end());
  await holder.query(`begin; lock table ${table} in access exclusive mode`);
  const waiting = async (others: number) => {
    const { rows } = await holder.query<{ pid: number }>(
      `select pid from pg_locks where not granted and relation = $1::regclass
        and database = (select oid from pg_database where datname = current_database())`,
      [table],
    );
    const [first] = rows;
    if (first === undefined || rows.length < others) throw new Error(`${rows.length} wait for the table`);
    return first.pid;
  };
  return {
    waited: (others = 1) => eventually(() => waiting(others)),
    release: async () => void (await holder.query('rollback')),
  };
}
