import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { refusalOf } from './sql-rows.ts';

type Statement = (client: PoolClient) => Promise<unknown>;

/** The second begins within the first's transaction, and waits for its end if it must; the answer is the second's. */
export async function atOnce(pool: Pool, first: Statement, second: Statement): Promise<string> {
  const [one, two] = [await pool.connect(), await pool.connect()];
  try {
    await one.query('begin');
    await first(one);
    const outcome = refusalOf(second(two));
    await Promise.race([outcome, sleep(100)]);
    await one.query('commit');
    return await outcome;
  } finally {
    one.release();
    two.release();
  }
}
