import type pg from 'pg';
import type { Config } from '../config.ts';
import { createPool } from '../db/pool.ts';
import { openEmbeddedServer } from '../embedded/server.ts';
import { CommandError } from './command-error.ts';

export interface Database {
  readonly pool: pg.Pool;
  /** Whether it is the gateway's own server, which it migrates and fills by itself. */
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

async function checkSession(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ timezone: string; version: number }>(
    `select current_setting('timezone') as timezone, current_setting('server_version_num')::int / 10000 as version`,
  );
  const [{ timezone, version } = { timezone: '', version: 0 }] = rows;
  if (timezone !== 'UTC')
    throw new CommandError(
      `The database's sessions are in ${timezone}, not in UTC: let nothing between change "options".`,
    );
  if (version < 14)
    throw new CommandError(`The database is PostgreSQL ${version}; the gateway needs 14 or newer.`);
}

/** The database that the configuration names; its own, started, where it names none. */
export async function openDatabase(
  { databaseUrl, dataDir, limits }: Config,
  onError: (error: Error) => void = () => undefined,
): Promise<Database> {
  const server = databaseUrl === undefined ? await openEmbeddedServer({ dataDir }) : undefined;
  const pool = createPool(
    // Over its own socket, whatever PGSSLMODE says.
    server ? { ...server.connection, ssl: false } : { connectionString: databaseUrl ?? '' },
    onError,
    limits.statementMs,
  );
  const close = async () => {
    await pool.end();
    await server?.stop();
  };
  try {
    await checkSession(pool);
  } catch (error) {
    await close();
    if (error instanceof CommandError || !(error instanceof Error)) throw error;
    throw new CommandError(`The database cannot be reached (${error.message}): check DATABASE_URL.`);
  }
  return { pool, isEmbedded: server !== undefined, close };
}

/** Runs a command's work with the database, and leaves nothing open whatever happens. */
export async function withDatabase(
  config: Config,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  const database = await openDatabase(config);
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
