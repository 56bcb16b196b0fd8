import pg from 'pg';
import { defaultLimits } from '../../limits.ts';
import { Client } from './connection.ts';
import type { SessionSettings } from './serving-session.ts';
import { verifySession } from './verify-session.ts';
import { maxTimeoutMs } from './wait-limit.ts';
import type { WaitLimits } from './watchdog.ts';

export interface Pooling {
  /** In mode `transaction`, each transaction can run in another session of the server. */
  readonly pooling?: 'session' | 'transaction';
  readonly prepare?: boolean;
  readonly directUrl?: string | undefined;
}

export type Connection = Pooling &
  (
    | { readonly connectionString: string }
    | {
        readonly host: string;
        readonly port: number;
        readonly user: string;
        readonly database: string;
        readonly ssl?: false;
      }
  );

/** Settings of every session. Prisma misreads `timestamptz` values in any time zone other than UTC. */
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

/** Time for the error to arrive after the server has ended a statement at its own timeout. */
const marginMs = 1_000;

const waitLimits = (statementMs: number, connectMs: number): WaitLimits => ({
  connectMs,
  answerMs: statementMs + marginMs,
});

/** For statements of any length. Connecting may have to wait for a server that is busy with a migration. */
const maintenanceLimits: WaitLimits = { connectMs: 5_000, answerMs: Number.POSITIVE_INFINITY };

export function poolConfig(
  connection: Connection,
  settings: Readonly<Record<string, string>>,
  limits: WaitLimits = maintenanceLimits,
): pg.PoolConfig & WaitLimits & Pooling {
  const { connectMs, answerMs } = limits;
  return {
    ...connection,
    ...limits,
    Client,
    max: poolSize,
    // To acquire a connection: within this time, each connection in use is released, or closed and replaced.
    connectionTimeoutMillis: Math.min(maxTimeoutMs, connectMs + (Number.isFinite(answerMs) ? answerMs : 0)),
    application_name: 'customer-gateway',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options: Object.entries({ ...session, ...settings })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  };
}

/** Without a listener, a broken connection would end the process. A pool that is ending reports none. */
function listening(pool: pg.Pool, tell: (error: Error) => void): pg.Pool {
  const onError = (error: Error) => {
    if (!pool.ending) tell(error);
  };
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

const maxAgeSeconds = 30 * 60;

/** Frees the memory of server processes. Random, so that connections are not replaced all at once. */
function ageing(pool: pg.Pool): pg.Pool {
  Object.defineProperty(pool.options, 'maxLifetimeSeconds', {
    enumerable: true,
    get: () => maxAgeSeconds * (0.9 + Math.random() / 5),
  });
  return pool;
}

/** For database maintenance: migrations, demo data and test rows. Sees the rows of all accounts. */
export function createPool(connection: Connection, onError: (error: Error) => void): pg.Pool {
  const config = poolConfig(connection, { 'app.maintenance': 'on' }, maintenanceLimits);
  return listening(new pg.Pool({ ...config, application_name: 'customer-gateway maintenance' }), onError);
}

/** The database role for serving requests. It owns nothing and is subject to row-level security. */
export const servingRole = 'customer_gateway';

export const servingSettings = (statementMs: number): SessionSettings => ({
  ...session,
  role: servingRole,
  statement_timeout: String(statementMs),
  // The server's timeout for a connection that stopped responding: until then its locks block writes.
  idle_in_transaction_session_timeout: String(waitLimits(statementMs, 0).answerMs),
  // One CPU per statement, so that the other CPUs are free for other callers.
  max_parallel_workers_per_gather: '0',
  // A generic plan for an array of unknown length looks expensive: PostgreSQL would plan lookups again.
  plan_cache_mode: 'force_generic_plan',
});

/** The pool for serving requests. A statement sees no rows unless its transaction sets an account. */
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
  // Successive statements on a connection do not wait for each other's results.
  const pool = new pg.Pool({ ...config, max, pipeline: true, verify });
  return ageing(listening(pool, onError));
}

/** The login role of a pooler has the timeouts of the serving pool, so timeouts are not verified. */
const { statement_timeout, idle_in_transaction_session_timeout, ...verified } = session;

/** For one long transaction of the serving role, which sets its own timeouts. */
export function createSnapshotPool(connection: Connection, onError: (error: Error) => void): pg.Pool {
  const config = poolConfig(connection, { role: servingRole }, maintenanceLimits);
  const verify = verifySession(config, { ...verified, role: servingRole }, onError);
  return listening(new pg.Pool({ ...config, max: 1, verify }), onError);
}

export function createSignInPool(
  connection: Connection,
  onError: (error: Error) => void,
  most = signInPoolSize,
  statementMs = defaultLimits.statementMs,
  connectMs = defaultLimits.connectMs,
): pg.Pool {
  const max = Math.min(signInPoolSize, most);
  // Sign-in statements are lookups by key, so a longer timeout for other statements does not apply to them.
  const timeoutMs = Math.min(statementMs, defaultLimits.statementMs);
  const settings = { role: servingRole, statement_timeout: String(timeoutMs) };
  const config = poolConfig(connection, settings, waitLimits(timeoutMs, connectMs));
  const verify = verifySession(config, { ...verified, role: servingRole }, onError);
  return ageing(listening(new pg.Pool({ ...config, max, verify }), onError));
}
