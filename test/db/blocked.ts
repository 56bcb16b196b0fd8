import type { ClientBase, Pool } from 'pg';

/** Resolves when a session waits for a lock that `holder` holds, or when `isOver` returns true. */
export async function untilBlocks(pool: Pool, holder: ClientBase, isOver = () => false): Promise<void> {
  const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
  const blocked = 'select from pg_stat_activity where $1 = any (pg_blocking_pids(pid))';
  while (!isOver()) {
    const { rowCount } = await pool.query(blocked, [rows[0]?.pid]);
    if (rowCount) return;
  }
}
