import pg from 'pg';
import { createPool } from '../db/wire/pool.ts';
import { CommandError } from './command-error.ts';

export interface Login {
  readonly name: string;
  /** The major version of the server. */
  readonly version: number;
  readonly bypassesRowSecurity: boolean;
}

/** Runs work on one connection in maintenance mode, without time limits for statements. */
export async function withMaintenance<T>(
  url: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const pool = createPool({ connectionString: url }, () => undefined);
  try {
    const client = await pool.connect().catch((error: Error) => {
      throw new CommandError(
        `The database cannot be reached (${error.message}): check MIGRATION_DATABASE_URL and DATABASE_URL.`,
      );
    });
    try {
      await client.query(
        'set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0',
      );
      return await work(client);
    } finally {
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}

export async function readLogin(client: pg.ClientBase): Promise<Login> {
  const { rows } = await client.query<Login>(
    `/* backupLogin */ select rolname::text as name, rolsuper or rolbypassrls as "bypassesRowSecurity",
      current_setting('server_version_num')::int / 10000 as version
    from pg_roles where rolname = current_user`,
  );
  const [login] = rows;
  if (login === undefined) throw new CommandError('The database does not show the role of this login.');
  return login;
}

export const isForbidden = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '42501';
