import type { Config } from '../config.ts';
import { migrate } from '../db/admin/migrate.ts';
import { migrationState } from '../db/admin/migration-state.ts';
import { CommandError } from './command-error.ts';
import { type Database, withDatabase } from './database.ts';

/** Like `withDatabase`; migrates the embedded database, and rejects a served one with pending migrations. */
export function withMigratedDatabase(
  config: Config,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  return withDatabase(config, async (database) => {
    if (database.isEmbedded) await migrate(database.pool);
    else if ((await migrationState(database.pool)).pending.length > 0)
      throw new CommandError(
        'The database is behind this version of the gateway: run `customer-gateway migrate` first.',
      );
    await work(database);
  });
}
