import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { databaseFailure } from '../wire/failure.ts';
import { type Connection, createSignInPool } from '../wire/pool.ts';
import { type StaleCollation, staleCollations } from './collation.ts';
import { type Migration, MigrationError, readMigrations } from './migration-file.ts';
import { type MigrationState, stateIn } from './migration-state.ts';

/** `recovering`: a standby or in recovery. `readOnly`: its sessions are read-only. */
type ReadOnly = 'recovering' | 'readOnly';

export interface ProbedState extends Pick<MigrationState, 'pending' | 'newer'> {
  readonly readOnly: ReadOnly | undefined;
  /** Undefined if no test write was made, or if the role lacks the right to make it. */
  readonly hasWritten: boolean | undefined;
  /** Collations whose indexes were built under another version of ICU. */
  readonly stale?: readonly StaleCollation[];
}

export interface ProbeOptions {
  /** Whether to use a new connection: a host name or a proxy may lead to a different server now. */
  readonly isFresh?: boolean;
  /** Whether to write to a temporary table: a SELECT cannot detect a full disk. */
  readonly tryWrite?: boolean;
}

const stepMs = 900;

/** Limits reuse, since a connection keeps the settings of the time when it was opened. */
const maxUses = 10;

/** More than one page of a temporary table, so that its file must grow. */
const testWrite = `begin;
  create temporary table readiness_probe (data text) on commit drop;
  alter table readiness_probe alter column data set storage plain;
  insert into readiness_probe select repeat('x', 8000) from generate_series(1, 32);
  rollback`;

export async function readOnlyState(db: Pool | PoolClient): Promise<ReadOnly | undefined> {
  const { rows } = await db.query<{ readonly recovering: boolean; readonly readOnly: boolean }>(
    `/* readOnlyState */ select pg_is_in_recovery() as recovering,
      current_setting('transaction_read_only') = 'on' as "readOnly"`,
  );
  if (rows[0]?.recovering) return 'recovering';
  return rows[0]?.readOnly ? 'readOnly' : undefined;
}

async function migrationsOf(client: PoolClient, migrations: readonly Migration[]) {
  try {
    return await stateIn(client, migrations);
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === '42P01')) throw error;
    throw new MigrationError('The database has no migrations.', { cause: error });
  }
}

async function canWrite(client: PoolClient): Promise<boolean | undefined> {
  try {
    await client.query(testWrite);
    return true;
  } catch (error) {
    const failure = databaseFailure(error);
    if (failure === 'full' || failure === 'readOnly') return false;
    if (failure === undefined) return undefined;
    throw error;
  }
}

export class DatabaseProbe {
  readonly #pool: Pool;
  #migrations: Promise<readonly Migration[]> | undefined;

  constructor(connection: Connection, onError: (error: Error) => void) {
    this.#pool = createSignInPool(connection, onError, 1);
    Object.assign(this.#pool.options, {
      application_name: 'customer-gateway probe',
      connectionTimeoutMillis: stepMs,
      connectMs: stepMs,
      answerMs: stepMs,
      maxUses,
    });
  }

  /** Rejects if the database does not respond; throws MigrationError for missing or changed migrations. */
  async check({ isFresh = false, tryWrite = false }: ProbeOptions = {}): Promise<ProbedState> {
    this.#migrations ??= readMigrations();
    const migrations = await this.#migrations;
    if (isFresh && this.#pool.idleCount > 0) (await this.#pool.connect()).release(true);
    const client = await this.#pool.connect();
    let isGood = false;
    try {
      const readOnly = await readOnlyState(client);
      const { pending, newer } = await migrationsOf(client, migrations);
      const stale = await staleCollations(client);
      const hasWritten = tryWrite && readOnly === undefined ? await canWrite(client) : undefined;
      isGood = readOnly === undefined && !isFresh && !tryWrite;
      return { pending, newer, readOnly, hasWritten, stale };
    } finally {
      client.release(!isGood);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
