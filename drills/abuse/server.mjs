import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedServer } from '../../dist/embedded/server.js';

/**
 * @typedef {object} Server
 * @property {string} prefix of the names of the drill's databases
 * @property {(database: string) => string} urlOf
 * @property {(text: string, values?: unknown[]) => Promise<pg.QueryResult>} query on the server's own database
 * @property {() => Promise<void>} close drops the drill's databases
 */

function withDatabase(url, name) {
  const found = new URL(url);
  found.pathname = `/${name}`;
  return found.href;
}

async function embedded() {
  const dataDir = await mkdtemp(join(tmpdir(), 'cg-drill-'));
  const server = await openEmbeddedServer({ dataDir, durable: false });
  const { host, port, user, database } = server.connection;
  return {
    url: `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Opens the PostgreSQL server of the drill; each gateway has its own database on it.
 * @param {string | undefined} given its URL; undefined starts an embedded server in a temporary directory
 * @returns {Promise<Server>}
 */
export async function openServer(given) {
  const { url, stop } = given === undefined ? await embedded() : { url: given, stop: async () => undefined };
  const prefix = `cg_drill_${randomBytes(4).toString('hex')}`;
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  const query = (text, values) => pool.query(text, values);
  return {
    prefix,
    urlOf: (database) => withDatabase(url, database),
    query,
    async close() {
      const { rows } = await query('select datname from pg_database where starts_with(datname, $1)', [
        prefix,
      ]);
      for (const { datname } of rows) await query(`drop database ${datname} with (force)`);
      await pool.end();
      await stop();
    },
  };
}
