import type pg from 'pg';
import type { Config } from '../config.ts';
import { type Connection, createPool } from '../db/wire/pool.ts';
import type { EmbeddedServer } from '../embedded/server.ts';
import { CommandError } from './command-error.ts';

export interface Database {
  /** Connects as the owner, for migrations and seeding. */
  readonly pool: pg.Pool;
  readonly serving: Connection;
  /** Whether it is the embedded server, which the gateway migrates and seeds itself. */
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

async function checkSession(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ timezone: string; maintenance: string | null; version: number }>(
    `select current_setting('timezone') as timezone, current_setting('app.maintenance', true) as maintenance,
      current_setting('server_version_num')::int / 10000 as version`,
  );
  const [{ timezone, maintenance, version } = { timezone: '', maintenance: '', version: 0 }] = rows;
  if (maintenance !== 'on' || timezone !== 'UTC')
    throw new CommandError(
      `The sessions of MIGRATION_DATABASE_URL (by default DIRECT_DATABASE_URL, then DATABASE_URL) ${maintenance === 'on' ? `are in ${timezone}, not in UTC` : 'lack the setting app.maintenance'}, as behind a pooler that drops the startup parameter "options": set MIGRATION_DATABASE_URL to the login of the owner at PostgreSQL itself. DATABASE_URL can be a pooler (docs/poolers.md).`,
    );
  if (version < 14)
    throw new CommandError(`The database is PostgreSQL ${version}; the gateway needs 14 or newer.`);
}

interface Connections {
  readonly owner: Connection;
  readonly serving: Connection;
}

function connectionsOf(config: Config, server: EmbeddedServer | undefined): Connections {
  if (server !== undefined) {
    // Its own Unix socket has no TLS, whatever PGSSLMODE is set to.
    const own = { ...server.connection, ssl: false } as const;
    return { owner: own, serving: own };
  }
  const { databaseUrl = '', directDatabaseUrl: directUrl, databasePooling: pooling } = config;
  const serving = {
    connectionString: databaseUrl,
    pooling,
    prepare: config.databasePrepare === 'on',
    directUrl,
  };
  return { owner: { connectionString: ownerUrl(config) ?? '' }, serving };
}

type Urls = Pick<Config, 'databaseUrl' | 'directDatabaseUrl' | 'migrationDatabaseUrl'>;

/** The URL for maintenance, past a pooler; undefined for the embedded database. */
export const ownerUrl = ({ databaseUrl, directDatabaseUrl, migrationDatabaseUrl }: Urls) =>
  migrationDatabaseUrl ?? directDatabaseUrl ?? databaseUrl;

async function embeddedServer(config: Config): Promise<EmbeddedServer | undefined> {
  if (config.databaseUrl !== undefined) return undefined;
  const { openEmbeddedServer } = await import('../embedded/server.ts');
  return openEmbeddedServer(config);
}

export async function openDatabase(
  config: Config,
  onError: (error: Error) => void = () => undefined,
): Promise<Database> {
  const server = await embeddedServer(config);
  const { owner, serving } = connectionsOf(config, server);
  const pool = createPool(owner, onError);
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
  return { pool, serving, isEmbedded: server !== undefined, close };
}

/** Runs a command's work with the database, and closes everything afterwards, even after an error. */
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
