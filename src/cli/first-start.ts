import type { Writable } from 'node:stream';
import type pg from 'pg';
import { migrate } from '../db/admin/migrate.ts';
import { demoAccountId, demoAccountIds } from '../demo/seed.ts';
import { demoCustomers } from './arguments.ts';
import { seed } from './seed.ts';

/** Whether no account exists, or a first start was stopped before it had created a customer of the demo. */
async function isUnfilled(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ readonly unfilled: boolean }>(
    `/* isUnfilled */ select not exists (select from accounts)
      or (select array_agg(id order by id) from accounts where closed_at is null) = $1
        and not exists (select from customers where account_id = $2) as unfilled`,
    [demoAccountIds.toSorted(), demoAccountId],
  );
  return rows[0]?.unfilled === true;
}

/** Migrates the embedded database, and creates demo data at its first start. */
export async function fillEmbedded(pool: pg.Pool, out: Writable, stop: AbortSignal): Promise<void> {
  await migrate(pool);
  if (!(await isUnfilled(pool))) return;
  out.write('First start: creating demo data; this takes some seconds …\n');
  await seed(pool, demoCustomers, out, stop);
}
