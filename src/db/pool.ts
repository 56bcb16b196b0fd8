import pg from 'pg';
import { AccountPool } from './account-pool.ts';
import { Client, noteClients } from './connection.ts';
import type { SessionSettings } from './serving-session.ts';
import { verifySession } from './verify-session.ts';

/** Where the database is: a URL, or the socket of the gateway's own server. */
export type Connection =
  | { readonly connectionString: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      readonly ssl?: false;
    };

/** What every session runs with. Prisma reads `timestamptz` hours wrong in any other zone than UTC. */
const session = {
  timezone: 'UTC',
  default_transaction_isolation: 'read\\ committed',
  statement_timeout: '5000',
  lock_timeout: '2000',
  idle_in_transaction_session_timeout: '60000',
  jit: 'off',
};

const poolSize = 10;
const signInPoolSize = 3;

export function poolConfig(
  connection: Connection,
  settings: Readonly<Record<string, string>>,
): pg.PoolConfig {
  return {
    ...connection,
    Client,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    application_name: 'customer-gateway',
    keepAlive: true,
    options: Object.entries({ ...session, ...settings })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  };
}

/**
 * A connection that breaks, idle or lent, is replaced by the pool; without a listener it would end the process. Of a
 * pool that is being ended nobody is told: it does not wait for its connections, and the server may end them first.
 */
function listening<P extends pg.Pool>(pool: P, tell: (error: Error) => void): P {
  const onError = (error: Error) => {
    if (!pool.ending) tell(error);
  };
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  noteClients(pool);
  return pool;
}

const maxAgeSeconds = 30 * 60;

/**
 * Closes connections that are 27 to 33 minutes old, as soon as they are idle: what a server process keeps in memory
 * for its connection goes with it, and not for all connections at the same moment.
 */
function ageing<P extends pg.Pool>(pool: P): P {
  Object.defineProperty(pool.options, 'maxLifetimeSeconds', {
    enumerable: true,
    get: () => maxAgeSeconds * (0.9 + Math.random() / 5),
  });
  return pool;
}

/** For whoever maintains the database: migrations, demo data, tests' own rows. Sees every account's rows. */
export function createPool(connection: Connection, onError: (error: Error) => void): pg.Pool {
  const config = poolConfig(connection, { 'app.maintenance': 'on' });
  return listening(new pg.Pool({ ...config, application_name: 'customer-gateway maintenance' }), onError);
}

/** The role that requests are served under. It owns nothing, and row-level security holds for it. */
export const servingRole = 'customer_gateway';

/** What the sessions of the serving pool are opened with. */
export const servingSettings = (statementMs = Number(session.statement_timeout)): SessionSettings => ({
  ...session,
  role: servingRole,
  statement_timeout: String(statementMs),
  // One statement takes one CPU: the others are for other callers.
  max_parallel_workers_per_gather: '0',
  // Otherwise PostgreSQL would plan most look-ups again: a generic plan for an array of unknown length looks expensive.
  plan_cache_mode: 'force_generic_plan',
});

/** For serving requests: each connection sees one account's rows at a time. */
export function createServingPool(
  connection: Connection,
  onError: (error: Error) => void,
  statementMs?: number,
  max = poolSize,
): pg.Pool {
  const settings = servingSettings(statementMs);
  const config = poolConfig(connection, settings);
  const verify = verifySession(config, settings, onError);
  // Statements that follow one another on a connection do not wait for each other's answers.
  const pool = new AccountPool({ ...config, max, pipeline: true, verify });
  return ageing(listening(pool, onError));
}

/** For finding out who calls, which is before there is an account: sees no rows, and asks functions only. */
export function createSignInPool(
  connection: Connection,
  onError: (error: Error) => void,
  most = signInPoolSize,
): pg.Pool {
  const max = Math.min(signInPoolSize, most);
  const config = poolConfig(connection, { role: servingRole });
  // Behind a pooler its login has the statement timeout of the serving pool.
  const { statement_timeout, ...common } = session;
  const verify = verifySession(config, { ...common, role: servingRole }, onError);
  return ageing(listening(new pg.Pool({ ...config, max, verify }), onError));
}
