import type pg from 'pg';

/** The number of statements with this text that PostgreSQL is running. */
async function countRunning(pool: pg.Pool, text: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and state = 'active' and query like $1 and pid <> pg_backend_pid()`,
    [`%${text}%`],
  );
  return rows[0]?.count ?? 0;
}

/** Longer than any test: a statement that takes so long ends only if it is canceled. */
export const endlessSeconds = 3_600;

/** Waits until PostgreSQL runs this number of statements with this text. */
export async function untilRunning(pool: pg.Pool, text: string, count: number): Promise<void> {
  while ((await countRunning(pool, text)) !== count) await new Promise(setImmediate);
}

/** Delays every statement that reads customers until the returned function is called. */
export async function slowDown(pool: pg.Pool, seconds: number): Promise<() => Promise<void>> {
  await pool.query('alter table customers rename to customers_at_rest');
  // Volatile, so that it is called for each row.
  await pool.query(
    `create view customers as select * from customers_at_rest where pg_sleep(${seconds}) is not null`,
  );
  await pool.query('grant select on customers to customer_gateway');
  return async () => {
    await pool.query('drop view customers');
    await pool.query('alter table customers_at_rest rename to customers');
  };
}
