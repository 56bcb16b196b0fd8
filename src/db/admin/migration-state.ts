import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { type Migration, MigrationError, readMigrations } from './migration-file.ts';

export interface MigrationState {
  readonly pending: readonly string[];
  readonly applied: readonly string[];
  /** Migrations of a later gateway version. They only add to the schema, so this version can serve. */
  readonly newer: readonly string[];
}

export interface MigrationOptions {
  readonly directory?: URL;
}

interface MigrationRow {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

export async function migrationState(pool: Pool, options: MigrationOptions = {}): Promise<MigrationState> {
  const migrations = await readMigrations(options.directory);
  const { rows } = await pool.query(`select to_regclass('_prisma_migrations') is not null as exists`);
  return rows[0].exists ? stateIn(pool, migrations) : compareMigrations(migrations, []);
}

export async function stateIn(
  db: Pool | PoolClient,
  migrations: readonly Migration[],
): Promise<MigrationState> {
  const { rows } = await db
    .query<MigrationRow>(
      `/* migrationRows */ select migration_name as name, checksum, finished_at is not null as finished
      from _prisma_migrations where rolled_back_at is null order by migration_name`,
    )
    .catch(explainMissingRight);
  return compareMigrations(migrations, rows);
}

export function explainMissingRight(cause: unknown): never {
  if (!(cause instanceof DatabaseError && cause.code === '42501')) throw cause;
  throw new MigrationError(
    `The database role lacks a right that migrations need (${cause.message}): grant it, or use the owner's role.`,
    { cause },
  );
}

function compareMigrations(migrations: readonly Migration[], rows: readonly MigrationRow[]): MigrationState {
  const files = new Map(migrations.map((migration) => [migration.name, migration]));
  const last = migrations.at(-1)?.name ?? '';
  const newer = rows.filter(({ name }) => !files.has(name) && name > last).map(({ name }) => name);
  const known = rows.filter(({ name }) => !newer.includes(name));
  const applied = known.filter((row) => isApplied(row, files.get(row.name))).map(({ name }) => name);
  return { applied, pending: [...files.keys()].filter((name) => !applied.includes(name)), newer };
}

function isApplied({ name, checksum, finished }: MigrationRow, file: Migration | undefined): boolean {
  if (file === undefined)
    throw new MigrationError(
      `The database has migration ${name}, which this gateway does not have: run the version that has it.`,
    );
  if (!finished && !file.isTransactional) return false;
  if (!finished)
    throw new MigrationError(
      `Migration ${name} is incomplete, because it failed: repair the database, then delete its row from _prisma_migrations.`,
    );
  if (file.checksum !== checksum)
    throw new MigrationError(
      `Migration ${name} was changed after it was applied: restore its migration.sql, and write a new migration.`,
    );
  return true;
}
