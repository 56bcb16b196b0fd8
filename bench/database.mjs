import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedServer } from '../dist/embedded/server.js';
import { addAccounts } from './accounts.mjs';
import { data, root } from './paths.mjs';

/**
 * The contents of a database.
 * @typedef {object} Place
 * @property {number} customers number of customers of the first account
 * @property {boolean} [accounts] whether it has the 200 accounts of the row `accounts`
 * @property {string} [name] the name of its directory, if it is not one of its size
 */

/**
 * @typedef {object} Database
 * @property {string} url URL of the owner, to whom row-level security does not apply
 * @property {(options?: string) => string} urlWith the URL with session settings
 * @property {pg.Pool} pool
 * @property {number} pid process id of the postmaster
 * @property {string} version
 * @property {() => Promise<void>} close
 */

function gatewayCommand(args, url) {
  const { status } = spawnSync(process.execPath, [join(root, 'dist', 'main.js'), ...args], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`\`${args.join(' ')}\` failed.`);
}

// Loads the counters, but enables them only for the pass that counts statements. Disables JIT for all
// contestants, as the gateway does for itself: it costs more than any of these statements.
const settings = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'none',
  jit: 'off',
};

async function configure(pool) {
  const { rows } = await pool.query('show shared_preload_libraries');
  const isThere = rows[0].shared_preload_libraries === settings.shared_preload_libraries;
  for (const [name, value] of Object.entries(settings))
    await pool.query(`alter system set ${name} = ${pg.escapeLiteral(value)}`);
  await pool.query('select pg_reload_conf()');
  return isThere;
}

/** @returns {(options?: string) => string} */
const urlOf =
  ({ host, port, user, database }) =>
  (options) =>
    `postgresql://${user}@localhost:${port}/${database}?${new URLSearchParams({
      host,
      ...(options && { options: `-c ${options}` }),
    })}`;

async function run(dataDir) {
  const server = await openEmbeddedServer({ dataDir });
  const pool = new pg.Pool({ ...server.connection, max: 2, options: '-c app.maintenance=on' });
  const close = async () => {
    await pool.end();
    await server.stop();
  };
  return { pool, close, urlWith: urlOf(server.connection) };
}

async function prepare({ pool, urlWith }, { customers, accounts }) {
  gatewayCommand(['migrate'], urlWith());
  const { rows } = await pool.query(
    `select count(*)::int as count from customers
     where account_id = (select id from accounts order by created_at, id limit 1)`,
  );
  if (rows[0].count < customers) gatewayCommand(['seed', '--customers', String(customers)], urlWith());
  if (accounts) await addAccounts(pool);
  await pool.query('create extension if not exists pg_stat_statements');
  await pool.query('vacuum analyze');
  await pool.query('checkpoint');
}

/** @param {Place} place */
export const dataDirOf = ({ customers, name = String(customers) }) => join(data, name);

/**
 * Opens a PostgreSQL with these contents: the gateway's embedded server in a separate directory, filled once.
 * @param {Place} place
 * @returns {Promise<Database>}
 */
export async function openDatabase(place) {
  const dataDir = dataDirOf(place);
  let running = await run(dataDir);
  try {
    if (!(await configure(running.pool))) {
      await running.close();
      running = await run(dataDir);
    }
    await prepare(running, place);
    const { rows } = await running.pool.query('show server_version');
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return { ...running, url: running.urlWith(), pid, version: rows[0].server_version };
  } catch (error) {
    await running.close();
    throw error;
  }
}
