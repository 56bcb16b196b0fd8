import type { Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { migrate, migrationState } from '../db/migrate.ts';
import { seedDemoData } from '../demo/seed.ts';
import { CommandError } from './command-error.ts';
import { withDatabase } from './database.ts';

export const demoCustomers = 5_000;
const maxCustomers = 10_000_000;

/** Fills the database with demo data, with a progress bar where someone watches. */
export async function seed(pool: pg.Pool, customers: number, out: Writable): Promise<void> {
  const bar = new SingleBar(
    { format: 'customers [{bar}] {value}/{total}', stream: process.stderr },
    Presets.legacy,
  );
  const isWatched = process.stderr.isTTY === true;
  if (isWatched) bar.start(customers, 0);
  const { added, total } = await seedDemoData(pool, {
    customers,
    onProgress: ({ done, total: goal }) => {
      bar.setTotal(goal);
      bar.update(done);
    },
  }).finally(() => bar.stop());
  out.write(
    added === 0
      ? `Nothing to do: there are ${total} customers.\n`
      : `Added ${added} customers; there are ${total}.\n`,
  );
}

/** `customer-gateway seed`: demo data into an empty database, or more of it. */
export function seedCommand(
  config: Config,
  { customers }: { readonly customers: string },
  out: Writable,
): Promise<void> {
  const count = Number(customers);
  if (!/^\d+$/.test(customers) || count < 1 || count > maxCustomers)
    throw new CommandError(`--customers is a number from 1 to ${maxCustomers}, not "${customers}".`, true);
  return withDatabase(config, async ({ pool, isEmbedded }) => {
    if (isEmbedded) await migrate(pool);
    else if ((await migrationState(pool)).pending.length > 0)
      throw new CommandError(
        'The database is behind this version of the gateway: run `customer-gateway migrate` first.',
      );
    await seed(pool, count, out);
  });
}
