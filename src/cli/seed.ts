import type { Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { SeedError, seedDemoData } from '../demo/seed.ts';
import { CommandError } from './command-error.ts';
import { withMigratedDatabase } from './migrated-database.ts';
import { stopSignal } from './stop-signal.ts';

export async function seed(
  pool: pg.Pool,
  customers: number,
  out: Writable,
  stop: AbortSignal,
): Promise<void> {
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
      if (stop.aborted && done < goal)
        throw new CommandError(
          `Stopped after ${done} customers: run \`customer-gateway seed\` for the rest.`,
        );
    },
  })
    .catch((error: unknown) => {
      throw error instanceof SeedError ? new CommandError(error.message) : error;
    })
    .finally(() => bar.stop());
  out.write(
    added === 0
      ? `Nothing to do: there are ${total} customers.\n`
      : `Added ${added} customers; there are ${total}.\n`,
  );
}

export function seedCommand(
  config: Config,
  { customers }: { readonly customers: number },
  out: Writable,
): Promise<void> {
  const stop = stopSignal();
  return withMigratedDatabase(config, ({ pool }) => seed(pool, customers, out, stop));
}
