import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { DatabaseError, type Pool, type PoolClient } from 'pg';

export interface MigrationState {
  readonly pending: readonly string[];
  readonly applied: readonly string[];
}

export interface MigrationOptions {
  /** Where the migrations lie; the package's own when not given. */
  readonly directory?: URL;
}

export interface MigrateOptions extends MigrationOptions {
  readonly onApplied?: (name: string) => void;
  /** How long to wait for another that is migrating. */
  readonly patienceSeconds?: number;
}

/** Something about the migrations that a person must put right; the message says what, in one line. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface MigrationRow {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

// The same distance from src/db/ and from dist/db/.
const packageMigrations = new URL('../../prisma/migrations/', import.meta.url);

// Prisma's own key and table, so that its command and ours exclude each other and agree.
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

/** Applies what is pending, in order, each in a transaction with its row; one migrates at a time, others wait. */
export async function migrate(pool: Pool, options: MigrateOptions = {}): Promise<MigrationState> {
  const migrations = await readMigrations(options.directory);
  const client = await pool.connect();
  try {
    await lock(client, options.patienceSeconds ?? 60);
    await client.query(createTable).catch(refuseRole);
    const { pending } = stateOf(migrations, await readRows(client));
    for (const migration of migrations.filter(({ name }) => pending.includes(name))) {
      await apply(client, migration);
      options.onApplied?.(migration.name);
    }
    return stateOf(migrations, await readRows(client));
  } finally {
    // The connection ends with the lock, and with whatever a migration set for its session.
    client.release(true);
  }
}

/** What is pending and what is applied; throws a MigrationError when the files and the database disagree. */
export async function migrationState(pool: Pool, options: MigrationOptions = {}): Promise<MigrationState> {
  const migrations = await readMigrations(options.directory);
  const { rows } = await pool.query(`select to_regclass('_prisma_migrations') is not null as exists`);
  return stateOf(migrations, rows[0].exists ? await readRows(pool) : []);
}

async function readMigrations(directory = packageMigrations): Promise<readonly Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => readMigration(directory, name)));
}

async function readMigration(directory: URL, name: string): Promise<Migration> {
  const text = await readFile(new URL(`${name}/migration.sql`, directory), 'utf8').catch((cause: unknown) => {
    throw new MigrationError(`Migration ${name} has no readable migration.sql.`, { cause });
  });
  // A checkout with CRLF is no change.
  const sql = text.replaceAll('\r\n', '\n');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

async function readRows(db: Pool | PoolClient): Promise<readonly MigrationRow[]> {
  const { rows } = await db
    .query<MigrationRow>(
      `/* migrationRows */ select migration_name as name, checksum, finished_at is not null as finished
      from _prisma_migrations where rolled_back_at is null order by migration_name`,
    )
    .catch(refuseRole);
  return rows;
}

function refuseRole(cause: unknown): never {
  if (!(cause instanceof DatabaseError && cause.code === '42501')) throw cause;
  throw new MigrationError(
    `The database's role lacks a right that migrations need (${cause.message}): grant it, or use the owner's role.`,
    { cause },
  );
}

function stateOf(migrations: readonly Migration[], rows: readonly MigrationRow[]): MigrationState {
  const files = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) check(row, files.get(row.name));
  const applied = rows.map(({ name }) => name);
  return { applied, pending: [...files.keys()].filter((name) => !applied.includes(name)) };
}

function check({ name, checksum, finished }: MigrationRow, file: Migration | undefined): void {
  if (!finished)
    throw new MigrationError(
      `Migration ${name} failed halfway: put the database right, then delete its row from _prisma_migrations.`,
    );
  if (file === undefined)
    throw new MigrationError(
      `The database has migration ${name}, which this gateway does not: run the version that has it.`,
    );
  if (file.checksum !== checksum)
    throw new MigrationError(
      `Migration ${name} was changed after it was applied: put its migration.sql back, and write a new migration.`,
    );
}

/** A lock of the session: it outlives the transaction that bounds the wait for it. */
async function lock(client: PoolClient, patienceSeconds: number): Promise<void> {
  try {
    await client.query(`begin;
      set local statement_timeout = 0;
      set local lock_timeout = '${Math.ceil(patienceSeconds * 1000)}ms';
      select pg_advisory_lock(${lockKey});
      commit`);
  } catch (cause) {
    if (!(cause instanceof DatabaseError && cause.code === '55P03')) throw cause;
    throw new MigrationError(
      `Another migration has been running on this database for ${patienceSeconds} s: try again when it is done.`,
      { cause },
    );
  }
}

async function apply(client: PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  try {
    // A busy table is had in the end: a gateway's statement runs for 5 s at most.
    await client.query(`begin; set local statement_timeout = 0; set local lock_timeout = '10s'`);
    // Before the file, not after it: one that commits by itself and then fails leaves the mark of a failed one.
    await client.query(
      'insert into _prisma_migrations (id, checksum, migration_name, started_at) values ($1, $2, $3, clock_timestamp())',
      [id, checksum, name],
    );
    await client.query(sql);
    await client.query(
      'update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1',
      [id],
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw new MigrationError(`Migration ${name} failed and was rolled back: ${explain(cause, sql)}`, {
      cause,
    });
  }
}

function explain(cause: unknown, sql: string): string {
  if (!(cause instanceof DatabaseError)) return cause instanceof Error ? cause.message : String(cause);
  const detail = cause.detail === undefined ? '' : ` (${cause.detail})`;
  return `${lineOf(cause.position, sql)}${cause.message}${detail}`;
}

/** PostgreSQL tells the place of a fault in characters, from 1; a fault in the data has none. */
function lineOf(position: string | undefined, sql: string): string {
  if (position === undefined) return '';
  const before = [...sql].slice(0, Number(position) - 1);
  return `migration.sql, line ${before.filter((character) => character === '\n').length + 1}: `;
}
