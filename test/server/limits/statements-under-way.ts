import type pg from 'pg';

/** Statements of a kind that PostgreSQL runs now. */
async function countRunning(pool: pg.Pool, text: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and state = 'active' and query like $1 and pid <> pg_backend_pid()`,
    [`%${text}%`],
  );
  return rows[0]?.count ?? 0;
}

/** Waits until PostgreSQL runs so many statements of a kind. */
export async function untilRunning(pool: pg.Pool, text: string, count: number): Promise<void> {
  while ((await countRunning(pool, text)) !== count) await new Promise(setImmediate);
}

/** Makes every statement that reads customers take long, until the function that comes back is called. */
export async function slowDown(pool: pg.Pool, seconds: number): Promise<() => Promise<void>> {
  await pool.query('alter table customers rename to customers_at_rest');
  // Volatile, so that it is asked for each row.
  await pool.query(
    `create view customers as select * from customers_at_rest where pg_sleep(${seconds}) is not null`,
  );
  await pool.query('grant select on customers to customer_gateway');
  return async () => {
    await pool.query('drop view customers');
    await pool.query('alter table customers_at_rest rename to customers');
  };
}
