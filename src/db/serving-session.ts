import type pg from 'pg';

export interface ServingSession {
  readonly role: string;
  readonly timezone: string;
  /** Whether row-level security holds for it: it is no superuser, owns no table, and may not pass the policies by. */
  readonly isBound: boolean;
}

/** What a session of the serving pool really is; poolers between may have dropped what it was opened with. */
export async function servingSession(pool: pg.Pool): Promise<ServingSession | undefined> {
  const { rows } = await pool.query<ServingSession>(
    `/* servingSession */ select current_user as role, current_setting('timezone') as timezone,
      not (rolsuper or rolbypassrls) and not exists (select from pg_class where relowner = pg_roles.oid) as "isBound"
    from pg_roles where rolname = current_user`,
  );
  return rows[0];
}
