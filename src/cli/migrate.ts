import type { Writable } from 'node:stream';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { storeSettings } from '../db/admin/login-settings.ts';
import { migrate } from '../db/admin/migrate.ts';
import { servingSettings } from '../db/wire/pool.ts';
import { CommandError } from './command-error.ts';
import { withDatabase } from './database.ts';

/** Gives the login of `DATABASE_URL` the settings that a pooler does not pass on, or says how. */
async function setUpLogin(pool: pg.Pool, { databaseUrl = '', limits }: Config, out: Writable): Promise<void> {
  const login = decodeURIComponent(new URL(databaseUrl).username);
  const { rows } = await pool.query<{ readonly owner: string }>('select session_user as owner');
  if (login === '' || login === rows[0]?.owner)
    throw new CommandError(
      'With DATABASE_POOLING=transaction, DATABASE_URL needs a login that only serves requests, since its settings apply to all of its sessions: create one as in docs/poolers.md, and set MIGRATION_DATABASE_URL to the login of the owner.',
    );
  const { run, missing } = await storeSettings(pool, login, servingSettings(limits.statementMs));
  for (const line of run) out.write(`${line}\n`);
  if (run.length > 0) out.write('These settings apply to new server connections: reconnect the pooler.\n');
  if (missing.length > 0)
    out.write(`Run as an administrator, then reconnect the pooler:\n${missing.join('\n')}\n`);
}

export function migrateCommand(config: Config, out: Writable): Promise<void> {
  return withDatabase(config, async ({ pool }) => {
    let count = 0;
    const { applied, newer } = await migrate(pool, {
      onApplied: (name) => {
        count += 1;
        out.write(`applied ${name}\n`);
      },
      onRun: (statement) => out.write(`ran ${statement}\n`),
      onMissing: (statement) => out.write(`Run as an administrator of the database: ${statement};\n`),
    });
    if (newer.length > 0)
      out.write(`The database also has ${newer.length} migrations of a later version of the gateway.\n`);
    out.write(
      count === 0 ? `Nothing to do: all ${applied.length} migrations are applied.\n` : `Applied ${count}.\n`,
    );
    if (config.databasePooling === 'transaction') await setUpLogin(pool, config, out);
  });
}
