import type pg from 'pg';
import { lendTo } from '../../src/db/account-pool.ts';

/** Acquires a connection for an account. */
export function lend(pool: pg.Pool, accountId: string): Promise<pg.PoolClient> {
  return new Promise((resolve, reject) => {
    lendTo(pool, accountId, (error, client) => (client === undefined ? reject(error) : resolve(client)));
  });
}

/** A statement on a connection that is lent for an account. */
export async function queryAs(
  pool: pg.Pool,
  accountId: string,
  text: string,
  values: readonly string[] = [],
) {
  const client = await lend(pool, accountId);
  try {
    return await client.query(text, [...values]);
  } finally {
    client.release();
  }
}
