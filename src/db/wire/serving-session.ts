import type pg from 'pg';

export type SessionSettings = Readonly<Record<string, string>>;

export interface ServingSession {
  readonly role: string;
  readonly timezone: string;
  /** Whether row-level security applies: the role is not a superuser, owns no table and cannot bypass policies. */
  readonly isBound: boolean;
}

export async function servingSession(
  db: Pick<pg.ClientBase, 'query'> | pg.Pool,
): Promise<ServingSession | undefined> {
  const { rows } = await db.query<ServingSession>(
    `/* servingSession */ select current_user as role, current_setting('timezone') as timezone,
      not (rolsuper or rolbypassrls) and not exists (select from pg_class where relowner = pg_roles.oid) as "isBound"
    from pg_roles where rolname = current_user`,
  );
  return rows[0];
}

export class SessionError extends Error {
  override readonly name = 'SessionError';
  /** SQLSTATE sqlserver_rejected_establishment_of_sqlconnection: requests fail with `SERVICE_UNAVAILABLE`. */
  readonly code = '08004';
}

interface Found {
  readonly processId: number;
  readonly login: string;
  readonly role: string;
  readonly settings: SessionSettings;
}

export const unescaped = (value: string): string => value.replace(/\\(.)/g, '$1');

export const settingLine = (login: string, name: string, value: string): string =>
  `alter role "${login.replaceAll('"', '""')}" set ${name} = '${unescaped(value)}';`;

/** Returns the server's process id; throws a SessionError that names missing settings. */
export async function checkSettings(client: pg.ClientBase, expected: SessionSettings): Promise<number> {
  const { rows } = await client.query<Found>(
    `/* sessionSettings */ select pg_backend_pid() as "processId", session_user as login, current_user as role,
      jsonb_object_agg(lower(name), setting) as settings from pg_settings where lower(name) = any ($1)`,
    [Object.keys(expected)],
  );
  const [{ processId, login, role, settings } = { processId: 0, login: '', role: '', settings: {} }] = rows;
  const found: SessionSettings = { ...settings, role };
  const missing = Object.entries(expected).filter(([name, value]) => found[name] !== unescaped(value));
  if (missing.length === 0) return processId;
  const differences = missing.map(([name, value]) => `${name} is ${found[name]}, not ${unescaped(value)}`);
  const lines = missing.map(([name, value]) => settingLine(login, name, value));
  throw new SessionError(
    `The database sessions lack settings of the gateway (${differences.join('; ')}), as behind a pooler that drops the startup parameter "options". Connect to PostgreSQL itself, or set up the login of the pooler as in docs/poolers.md and run: ${lines.join(' ')}`,
  );
}
