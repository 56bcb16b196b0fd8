import { randomUUID } from 'node:crypto';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { type RefreshOptions, refreshCollations } from './collation.ts';
import { type Migration, MigrationError, readMigrations, statementsIn } from './migration-file.ts';
import {
  explainMissingRight,
  type MigrationOptions,
  type MigrationState,
  stateIn,
} from './migration-state.ts';
import { runStatement, setLockTimeout, withoutBlocking } from './migration-statement.ts';

interface MigrateOptions extends MigrationOptions, RefreshOptions {
  readonly onApplied?: (name: string) => void;
  readonly timeoutSeconds?: number;
}

// Prisma's own lock key and table, so that its migrate command and this one exclude and recognize each other.
const lockKey = 72707369;
const createTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/**
 * Applies pending migrations, each in one transaction unless its file opts out, and rebuilds the indexes of collations
 * that changed with ICU. Other processes wait.
 */
export async function migrate(pool: Pool, options: MigrateOptions = {}): Promise<MigrationState> {
  const migrations = await readMigrations(options.directory);
  const client = await pool.connect();
  try {
    await lock(client, options.timeoutSeconds ?? 60);
    await client.query(createTable).catch(explainMissingRight);
    const { pending } = await stateIn(client, migrations);
    for (const migration of migrations.filter(({ name }) => pending.includes(name))) {
      await (migration.isTransactional ? apply(client, migration) : applyEach(client, migration));
      options.onApplied?.(migration.name);
    }
    await refreshCollations(client, options);
    return await stateIn(client, migrations);
  } finally {
    // Destroys the connection, which releases the lock and all session settings of the migrations.
    client.release(true);
  }
}

/** Acquires a session lock: it outlives the transaction, which only bounds the wait for it. */
async function lock(client: PoolClient, timeoutSeconds: number): Promise<void> {
  try {
    await client.query(`begin;
      set local statement_timeout = 0;
      set local lock_timeout = '${Math.ceil(timeoutSeconds * 1000)}ms';
      select pg_advisory_lock(${lockKey});
      commit`);
  } catch (cause) {
    if (!(cause instanceof DatabaseError && cause.code === '55P03')) throw cause;
    throw new MigrationError(
      `Another migration has been running on this database for ${timeoutSeconds} s: try again when it is done.`,
      { cause },
    );
  }
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  const { name, sql } = migration;
  try {
    await withoutBlocking(
      () => applyOnce(client, migration),
      () => isRolledBack(client, name),
    );
  } catch (cause) {
    throw new MigrationError(`Migration ${name} failed and was rolled back: ${describeFailure(cause, sql)}`, {
      cause,
    });
  }
}

async function isRolledBack(client: PoolClient, name: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from _prisma_migrations where migration_name = $1 and rolled_back_at is null',
    [name],
  );
  return rowCount === 0;
}

async function applyOnce(client: PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query(`begin; set local statement_timeout = 0; ${setLockTimeout}`);
    // Before the file runs: a file that commits by itself and then fails must be recorded as failed.
    const id = await start(client, migration);
    await client.query(migration.sql);
    await finish(client, id);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** If a statement fails, the migration stays unfinished; the next run repeats it from its first statement. */
async function applyEach(client: PoolClient, migration: Migration): Promise<void> {
  const { name, sql } = migration;
  await client.query('delete from _prisma_migrations where migration_name = $1 and finished_at is null', [
    name,
  ]);
  const id = await start(client, migration);
  await client.query('set statement_timeout = 0');
  for (const statement of statementsIn(sql)) {
    try {
      await runStatement(client, statement.sql);
    } catch (cause) {
      throw new MigrationError(
        `Migration ${name} failed, and its earlier statements are committed: ${describeFailure(cause, sql, statement.offset)}. Fix the cause and migrate again.`,
        { cause },
      );
    }
  }
  await finish(client, id);
}

async function start(client: PoolClient, { name, checksum }: Migration): Promise<string> {
  const id = randomUUID();
  await client.query(
    'insert into _prisma_migrations (id, checksum, migration_name, started_at) values ($1, $2, $3, clock_timestamp())',
    [id, checksum, name],
  );
  return id;
}

async function finish(client: PoolClient, id: string): Promise<void> {
  await client.query(
    'update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1',
    [id],
  );
}

function describeFailure(cause: unknown, sql: string, offset = 0): string {
  if (!(cause instanceof DatabaseError)) return cause instanceof Error ? cause.message : String(cause);
  const detail = cause.detail === undefined ? '' : ` (${cause.detail})`;
  return `${lineText(cause.position, sql, offset)}${cause.message}${detail}`;
}

/** Positions are in characters, starting at 1; an error in the data has none. */
function lineText(position: string | undefined, sql: string, offset: number): string {
  if (position === undefined) return '';
  const before = sql.slice(0, offset) + [...sql.slice(offset)].slice(0, Number(position) - 1).join('');
  return `migration.sql, line ${before.split('\n').length}: `;
}
