import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { withDatabase } from './database.ts';

/** `customer-gateway migrate`: applies the pending migrations. */
export function migrateCommand(config: Config, out: Writable): Promise<void> {
  return withDatabase(config, async ({ pool }) => {
    let count = 0;
    const { applied, newer } = await migrate(pool, {
      onApplied: (name) => {
        count += 1;
        out.write(`applied ${name}\n`);
      },
    });
    if (newer.length > 0)
      out.write(`The database also has ${newer.length} migrations of a later version of the gateway.\n`);
    out.write(
      count === 0 ? `Nothing to do: all ${applied.length} migrations are applied.\n` : `Applied ${count}.\n`,
    );
  });
}
