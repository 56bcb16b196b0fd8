import { channel } from 'node:diagnostics_channel';
import pg from 'pg';

/** Every statement that goes to PostgreSQL, as `{ text }`: for tests and diagnosis, free while nobody listens. */
export const statements = channel('customer-gateway:statement');

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return query !== null && typeof query === 'object' && 'text' in query ? String(query.text) : '';
}

class Client extends pg.Client {
  // pg's overloads cannot be told apart from in here; what comes is handed on as it is.
  override query = ((...args: Parameters<pg.Client['query']>) => {
    if (statements.hasSubscribers) statements.publish({ text: textOf(args[0]) });
    return super.query(...args);
  }) as unknown as pg.Client['query'];
}

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
  lock_timeout: '2000',
  idle_in_transaction_session_timeout: '60000',
  jit: 'off',
};

export const poolSize = 10;

/** How long a statement may take, in milliseconds, unless one says otherwise. */
const usualTimeout = 5_000;

export function createPool(
  connection: Connection,
  onError: (error: Error) => void,
  statementTimeout = usualTimeout,
): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    Client,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    application_name: 'customer-gateway',
    keepAlive: true,
    options: Object.entries({ ...session, statement_timeout: String(statementTimeout) })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', onError);
  return pool;
}
