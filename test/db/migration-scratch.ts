import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Pool, type PoolConfig } from 'pg';
import { onTestFinished } from 'vitest';

export interface Scratch {
  readonly pool: Pool;
  readonly directory: URL;
  write(name: string, sql: string): Promise<void>;
  /** The tables of the schema, except those of the migrations. */
  tables(): Promise<readonly string[]>;
}

let made = 0;

/** Migrations of a test, for its own empty schema. */
export async function openScratch(
  url: string,
  migrations: Record<string, string>,
  config: PoolConfig = {},
): Promise<Scratch> {
  const schema = `scratch_${++made}`;
  const pool = new Pool({ connectionString: url, options: `-c search_path=${schema}`, ...config });
  // `end` does not wait until connections are closed, and the test's database is dropped after it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const path = await mkdtemp(join(tmpdir(), 'migrations-'));
  onTestFinished(async () => {
    await pool.end();
    await rm(path, { recursive: true });
  });
  await pool.query(`create schema ${schema}`);

  async function write(name: string, sql: string) {
    await mkdir(join(path, name), { recursive: true });
    await writeFile(join(path, name, 'migration.sql'), sql);
  }
  for (const [name, sql] of Object.entries(migrations)) await write(name, sql);

  async function tables() {
    const { rows } = await pool.query(
      `select tablename from pg_tables where schemaname = $1 and tablename <> '_prisma_migrations' order by 1`,
      [schema],
    );
    return rows.map((row) => row.tablename);
  }
  return { pool, directory: pathToFileURL(`${path}/`), write, tables };
}
