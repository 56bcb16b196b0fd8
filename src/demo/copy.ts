import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { modelsInReferenceOrder, tables } from '../db/generated/tables.ts';
import type { ModelName } from '../db/model/table.ts';
import { copyStatement, type Rows } from './rows.ts';

/** Triggers write its rows. */
const searchTable = tables.CustomerSearch.table;

export class Copier {
  readonly #client: pg.PoolClient;
  readonly #tableNames = new Set<string>([searchTable]);

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async copy(rows: Rows): Promise<void> {
    const client = this.#client;
    await client.query('begin');
    try {
      // Plans of foreign key checks are cached: those made for the first rows would scan all later ones.
      await client.query(`set local statement_timeout = 0; set local lock_timeout = 0;
        set local enable_seqscan = off; set constraints all deferred`);
      const isSecured = await hasRowSecurity(client);
      for (const model of modelsInReferenceOrder) {
        const text = rows.text(model);
        if (text === undefined) continue;
        await copyTable(client, model, text, isSecured);
        this.#tableNames.add(tables[model].table);
      }
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Cached plans of keys and triggers follow the statistics and would stay those for empty tables. */
  async analyze(): Promise<void> {
    await this.#client.query(`analyze ${[...this.#tableNames].join(', ')}`);
  }

  /** Like `analyze`, and also cleans up the search index. */
  async vacuum(): Promise<void> {
    await this.#client.query(`vacuum (analyze) ${[...this.#tableNames].join(', ')}`);
  }
}

async function copyTable(
  client: pg.PoolClient,
  model: ModelName,
  text: string,
  isSecured: boolean,
): Promise<void> {
  const { table } = tables[model];
  // COPY FROM does not support tables with row-level security: copies to a temporary table first.
  const isNumbered = model === 'CustomerEvent';
  const isStaged = isSecured || isNumbered;
  const into = isStaged ? `copied_${table}` : table;
  if (isStaged) await client.query(`create temporary table ${into} (like ${table}) on commit drop`);
  await pipeline(Readable.from([Buffer.from(text)]), client.query(copyFrom(copyStatement(model, into))));
  if (isNumbered) await client.query(numberChanges(into));
  if (isStaged) await client.query(`insert into ${table} select * from ${into}`);
}

/** In one statement; the database would number each row separately. */
const numberChanges = (into: string): string => `
  with counted as (select account_id, count(*) as n from ${into} group by account_id),
    heads as (
      insert into change_heads as h (account_id, position) select account_id, n from counted
      on conflict (account_id) do update set position = h.position + excluded.position
      returning account_id, position)
  update ${into} e set position = heads.position - counted.n + placed.place
  from heads join counted using (account_id) join (select account_id, id,
    row_number() over (partition by account_id order by ctid) as place from ${into}) placed using (account_id)
  where e.account_id = placed.account_id and e.id = placed.id`;

/** Whether row-level security applies to the current user: not to a superuser, but to an owner. */
async function hasRowSecurity(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ active: boolean }>(
    `select row_security_active('customers') as active`,
  );
  return rows[0]?.active ?? false;
}
