import type pg from 'pg';

/**
 * Updates the planner's statistics while the tables grow. Cached plans, also those of foreign keys, follow the
 * statistics: plans for empty tables would scan all rows. Only columns of keys are read: those of texts and documents
 * take most of the time, and are left to autovacuum.
 */
export class Statistics {
  readonly #pool: pg.Pool;
  #before: number | undefined;
  #known = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** `added` rows are new since the first call. Has no effect until the known number of customers has doubled. */
  async follow(added: number): Promise<void> {
    this.#before ??= await this.#customers();
    const total = this.#before + added;
    if (total < 2 * Math.max(this.#known, this.#before, 1)) return;
    await this.#analyze();
    this.#known = total;
  }

  async #customers(): Promise<number> {
    const { rows } = await this.#pool.query<{ count: number }>(
      `select greatest(reltuples, 0)::float8 as count from pg_class where oid = 'customers'::regclass`,
    );
    return rows[0]?.count ?? 0;
  }

  async #analyze(): Promise<void> {
    const { rows } = await this.#pool.query<{ names: string }>(
      `select string_agg(format('%s (%s)', c.oid::regclass, k.columns), ', ') as names from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
        cross join lateral (select string_agg(distinct quote_ident(b.attname), ', ') as columns
          from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
          join pg_attribute b on b.attrelid = i.indrelid and b.attnum = any(i.indkey)
          where i.indrelid = c.oid and m.amname = 'btree') k
        where c.relkind = 'r' and k.columns is not null
          and c.relnamespace = (select relnamespace from pg_class where oid = 'customers'::regclass)`,
    );
    const client = await this.#pool.connect();
    try {
      await client.query(
        `begin; set local statement_timeout = 0; analyze (skip_locked) ${rows[0]?.names}; commit`,
      );
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
