import type { Pool, PoolClient } from 'pg';
import { untilBlocks } from './blocked.ts';
import { refusalOf } from './sql-rows.ts';

type Statement = (client: PoolClient) => Promise<unknown>;

/** Starts `second` within the transaction of `first`, which commits once `second` is blocked or done; returns the outcome of `second`. */
export async function atOnce(pool: Pool, first: Statement, second: Statement): Promise<string> {
  const [one, two] = [await pool.connect(), await pool.connect()];
  try {
    await one.query('begin');
    await first(one);
    let isDone = false;
    const outcome = refusalOf(second(two)).finally(() => {
      isDone = true;
    });
    await untilBlocks(pool, one, () => isDone);
    await one.query('commit');
    return await outcome;
  } finally {
    one.release();
    two.release();
  }
}
