// node scripts/write-migration.mjs [name]: the difference between the migrations and schema.prisma. With a
// name, writes a new migration to review and complete; without, prints the SQL. The migrations run on a
// scratch database, on DATABASE_URL's server or an embedded one. Needs a build.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openSchemaEngine, schemaDifference } from './schema-engine.mjs';

const directory = fileURLToPath(new URL('../prisma/migrations/', import.meta.url));

async function withServer(work) {
  if (process.env.DATABASE_URL) return work({ connectionString: process.env.DATABASE_URL });
  const { openEmbeddedServer } = await import('../dist/embedded/server.js');
  const dataDir = await mkdtemp(join(tmpdir(), 'write-migration-'));
  const server = await openEmbeddedServer({ dataDir, durable: false });
  try {
    return await work(server.connection);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}

async function withScratchDatabase(server, work) {
  const admin = new pg.Client(server);
  await admin.connect();
  const { rows } = await admin.query(`select 'write_migration_' || pg_backend_pid() as name`);
  const [{ name }] = rows;
  await admin.query(`create database ${name} template template0 encoding 'UTF8'`);
  const pool = new pg.Pool(onDatabase(server, name));
  // Ignores errors of connections that dropping the database closes.
  pool.on('error', () => {});
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

function onDatabase({ connectionString, ...server }, database) {
  if (connectionString === undefined) return { ...server, database };
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

async function difference(pool) {
  const { migrate } = await import('../dist/db/admin/migrate.js');
  await migrate(pool);
  const { toSchema } = await schemaDifference(await openSchemaEngine(pool));
  return collated(toSchema);
}

/** All text columns sort in byte order, which Prisma cannot express. */
function collated(sql) {
  return sql.replaceAll(/("\w+"|SET DATA TYPE) (TEXT|VARCHAR\(\d+\))(\[\])?(?=[\s,;])/g, '$& COLLATE "C"');
}

async function write(name, sql) {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const path = join(directory, `${stamp}_${name}`);
  await mkdir(path);
  await writeFile(join(path, 'migration.sql'), `-- migrate: expand\n${sql}\n`);
  return path;
}

const [name] = process.argv.slice(2);
if (name !== undefined && !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('A migration is named in lower case, with underscores: add_customer_colour.\n');
  process.exit(1);
}
const sql = await withServer((server) => withScratchDatabase(server, difference));
if (sql === '') process.stdout.write('The migrations give schema.prisma already.\n');
else process.stdout.write(name === undefined ? `${sql}\n` : `${await write(name, sql)}/migration.sql\n`);
