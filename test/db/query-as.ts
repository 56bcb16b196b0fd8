import type pg from 'pg';
import { lend } from '../../src/db/account-pool.ts';

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
