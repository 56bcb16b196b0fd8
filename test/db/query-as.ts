import type pg from 'pg';

/** Runs work on a connection, in a transaction of an account. */
export async function inAccount<T>(
  pool: pg.Pool,
  accountId: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.account_id', $1, true)`, [accountId]);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

/** A statement in a transaction of an account. */
export const queryAs = (pool: pg.Pool, accountId: string, text: string, values: readonly string[] = []) =>
  inAccount(pool, accountId, (client) => client.query(text, [...values]));
