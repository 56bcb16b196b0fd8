import pg from 'pg';
import { type SessionSettings, settingLine, unescaped } from '../wire/serving-session.ts';

interface LoginSettings {
  readonly run: readonly string[];
  readonly missing: readonly string[];
}

async function settingsOf(db: pg.Pool | pg.PoolClient, login: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ readonly setting: string }>(
    `/* loginSettings */ select unnest(setconfig) as setting from pg_db_role_setting
      join pg_roles on pg_roles.oid = setrole where rolname = $1 and setdatabase = 0`,
    [login],
  );
  const parts = rows.map(({ setting }) => /^([^=]*)=(.*)$/s.exec(setting) ?? []);
  // PostgreSQL stores some names in its own spelling, such as `TimeZone`.
  return new Map(parts.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
}

/** For poolers that drop the startup parameter `options`: stores the session settings in the login. */
export async function storeSettings(
  pool: pg.Pool,
  login: string,
  settings: SessionSettings,
): Promise<LoginSettings> {
  const known = await settingsOf(pool, login);
  const lines = Object.entries(settings)
    .filter(([name, value]) => known.get(name) !== unescaped(value))
    .map(([name, value]) => settingLine(login, name, value));
  try {
    if (lines.length > 0) await pool.query(lines.join('\n'));
    return { run: lines, missing: [] };
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') return { run: [], missing: lines };
    throw error;
  }
}
