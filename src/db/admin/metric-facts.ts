import type pg from 'pg';

/** Numbers of the database that all processes share. */
export interface MetricFacts {
  /** Messages that are not sent, by state. */
  readonly due: number;
  readonly later: number;
  readonly failed: number;
  /** Of the oldest message that is not sent and has not failed; 0 if there is none. */
  readonly oldestSeconds: number;
  readonly runs: readonly {
    readonly state: string;
    readonly count: number;
    /** In seconds since 1970; null if none has ended. */
    readonly endedAt: number | null;
  }[];
  /** The last migration. */
  readonly migration: string;
}

export async function readMetricFacts(pool: pg.Pool): Promise<MetricFacts> {
  const { rows } = await pool.query<MetricFacts>(`/* metricFacts */ select m.*,
      (select coalesce(json_agg(r), '[]') from (select lower(state::text) as state, count(*)::int as count,
        extract(epoch from max(ended_at))::float8 as "endedAt" from import_runs group by state) r) as runs,
      (select max(migration_name) from _prisma_migrations where finished_at is not null) as migration
    from (select
        count(*) filter (where is_open and next_attempt_at <= now())::int as due,
        count(*) filter (where is_open and next_attempt_at > now())::int as later,
        count(*) filter (where failed_at is not null)::int as failed,
        coalesce(extract(epoch from now() - min(created_at) filter (where is_open)), 0)::float8 as "oldestSeconds"
      from (select *, failed_at is null and expires_at > now() as is_open
        from outbox_messages where sent_at is null) unsent) m`);
  const [facts] = rows;
  if (facts === undefined) throw new Error('The statement returns one row.');
  return facts;
}
