import pg from 'pg';
import { defaultLimits } from '../limits.ts';
import { AccountPool } from './account-pool.ts';
import { Client, noteClients } from './connection.ts';
import type { SessionSettings } from './serving-session.ts';
import { verifySession } from './verify-session.ts';
import { maxTimeoutMs } from './wait-limit.ts';
import type { WaitLimits } from './watchdog.ts';

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

/** Time for the answer to arrive after the server has ended a statement at its own timeout. */
const marginMs = 1_000;

/** The limits of a connection whose statements have this timeout. */
const waitLimits = (statementMs: number, connectMs: number): WaitLimits => ({
  connectMs,
  answerMs: statementMs + marginMs,
});

/** For statements of any length; opening a connection may wait for a server that is busy with a migration. */
const maintenanceLimits: WaitLimits = { connectMs: 5_000, answerMs: Number.POSITIVE_INFINITY };

export function poolConfig(
  connection: Connection,
  settings: Readonly<Record<string, string>>,
  limits: WaitLimits = maintenanceLimits,
): pg.PoolConfig & WaitLimits {
  const { connectMs, answerMs } = limits;
  return {
    ...connection,
    ...limits,
    Client,
    max: poolSize,
    // To acquire a connection: those in use are free, or closed and replaced, within this time.
    connectionTimeoutMillis: Math.min(maxTimeoutMs, connectMs + (Number.isFinite(answerMs) ? answerMs : 0)),
    application_name: 'customer-gateway',
    keepAlive: true,
    // The operating system's own default is two hours.
    keepAliveInitialDelayMillis: 10_000,
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
  const config = poolConfig(connection, { 'app.maintenance': 'on' }, maintenanceLimits);
  return listening(new pg.Pool({ ...config, application_name: 'customer-gateway maintenance' }), onError);
}

/** The role that requests are served under. It owns nothing, and row-level security holds for it. */
export const servingRole = 'customer_gateway';

/** The settings of the serving pool's sessions. */
export const servingSettings = (statementMs: number): SessionSettings => ({
  ...session,
  role: servingRole,
  statement_timeout: String(statementMs),
  // The server's side of a connection that went silent: its locks would block writes for as long.
  idle_in_transaction_session_timeout: String(waitLimits(statementMs, 0).answerMs),
  // One statement takes one CPU: the others are for other callers.
  max_parallel_workers_per_gather: '0',
  // Otherwise PostgreSQL would plan most look-ups again: a generic plan for an array of unknown length looks expensive.
  plan_cache_mode: 'force_generic_plan',
});

/** For serving requests: each connection sees one account's rows at a time. */
export function createServingPool(
  connection: Connection,
  onError: (error: Error) => void,
  statementMs = defaultLimits.statementMs,
  max = poolSize,
  connectMs = defaultLimits.connectMs,
): pg.Pool {
  const settings = servingSettings(statementMs);
  const config = poolConfig(connection, settings, waitLimits(statementMs, connectMs));
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
  statementMs = defaultLimits.statementMs,
  connectMs = defaultLimits.connectMs,
): pg.Pool {
  const max = Math.min(signInPoolSize, most);
  // Its statements look rows up by their keys: a longer timeout of other statements is not for them.
  const timeoutMs = Math.min(statementMs, defaultLimits.statementMs);
  const settings = { role: servingRole, statement_timeout: String(timeoutMs) };
  const config = poolConfig(connection, settings, waitLimits(timeoutMs, connectMs));
  // Behind a pooler its login has the timeouts of the serving pool.
  const { statement_timeout, idle_in_transaction_session_timeout, ...common } = session;
  const verify = verifySession(config, { ...common, role: servingRole }, onError);
  return ageing(listening(new pg.Pool({ ...config, max, verify }), onError));
}
