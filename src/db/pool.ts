import { channel } from 'node:diagnostics_channel';
import pg from 'pg';
import { inOnePiece } from './one-piece.ts';
import { TextQuery } from './text-query.ts';

/** Every statement that goes to PostgreSQL, as `{ text }`: for tests and diagnosis, free while nobody listens. */
export const statements = channel('customer-gateway:statement');

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return query !== null && typeof query === 'object' && 'text' in query ? String(query.text) : '';
}

const announced = new WeakSet<object>();

/** Publishes a statement, once: where it is asked for, which is not yet where it is sent. */
export function announce<Q>(query: Q): Q {
  if (
    !statements.hasSubscribers ||
    query instanceof TextQuery ||
    (typeof query === 'object' && query !== null && announced.has(query))
  )
    return query;
  statements.publish({ text: textOf(query) });
  // A text is published where it is sent from, and handed on as an object that is known.
  const config = typeof query === 'string' ? { text: query } : query;
  if (typeof config === 'object' && config !== null) announced.add(config);
  return config as Q;
}

/** What a connection answers itself: its server process, as a transaction of Prisma's asks for it. */
export const ownProcess = 'select pg_backend_pid()';

/** Until the end of a transaction, which is broken where it fails. */
const nobody = {
  name: 'nobody',
  text: "/* account */ select set_config('app.account_id', '', true)",
} as const;

class Client extends pg.Client {
  /** Told of each statement that fails, of which Prisma passes on half. */
  onFailure: ((error: unknown) => void) | undefined;
  /** Lent for a transaction of whoever it will say; until it does, that sees no rows. */
  isForTransaction = false;

  // pg's overloads cannot be told apart from in here; what comes is handed on as it is.
  override query = ((query: never, ...rest: never[]) => {
    const text = textOf(query);
    if (text === ownProcess) return Promise.resolve(this.#ownProcess());
    if (this.isForTransaction && text !== 'BEGIN')
      return Promise.reject(new Error('A connection without an account is for transactions.'));
    if (this.isForTransaction) return this.#begin(query);
    const answer: unknown = super.query(announce(query), ...rest);
    if (this.onFailure && answer instanceof Promise) answer.catch(this.onFailure);
    return answer;
  }) as unknown as pg.Client['query'];

  /** Begins a transaction that sees no rows yet, whichever account the connection served last. */
  #begin(begin: never): unknown {
    this.isForTransaction = false;
    return inOnePiece(this, () => {
      const answer: unknown = super.query(announce(begin));
      super.query(announce(nobody)).catch(() => undefined);
      return answer;
    });
  }

  #ownProcess() {
    const fields = [{ name: 'id', dataTypeID: pg.types.builtins.INT4 }];
    return { fields, rows: [[processIdOf(this)]], rowCount: 1 };
  }
}

const clients = new WeakMap<pg.Pool, Map<number, Client>>();

/** The connection to a server process, of those that a pool has. */
export function clientOf(pool: pg.Pool, processId: number): Client {
  const client = clients.get(pool)?.get(processId);
  if (client === undefined) throw new Error(`The pool has no connection to ${processId}.`);
  return client;
}

const processIdOf = (client: pg.ClientBase): number => (client as unknown as { processID: number }).processID;

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

function poolConfig(connection: Connection, settings: Readonly<Record<string, string>>): pg.PoolConfig {
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
  const known = new Map<number, Client>();
  clients.set(pool, known);
  pool.on('connect', (client) => {
    client.on('error', onError);
    // Every client of these pools is made by the class above.
    known.set(processIdOf(client), client as unknown as Client);
  });
  pool.on('remove', (client) => known.delete(processIdOf(client)));
  return pool;
}

/** For whoever maintains the database: migrations, demo data, tests' own rows. Sees every account's rows. */
export function createPool(connection: Connection, onError: (error: Error) => void): pg.Pool {
  const config = poolConfig(connection, { 'app.maintenance': 'on' });
  return listening(new pg.Pool({ ...config, application_name: 'customer-gateway maintenance' }), onError);
}

type Callback = Parameters<pg.Pool['connect']>[0];

const stamp = (accountId: string) => ({
  name: 'account',
  text: "/* account */ select set_config('app.account_id', $1, false)",
  values: [accountId],
});

/**
 * Hands out connections that see the rows of the account that they are taken for, and no others. A connection keeps
 * its account, so that only a change of account costs a round trip.
 */
class AccountPool extends pg.Pool {
  readonly #accounts = new WeakMap<pg.PoolClient, string>();

  lend(accountId: string): Promise<pg.PoolClient> {
    return new Promise((resolve, reject) => {
      this.#lend(accountId, (error, client) => (client === undefined ? reject(error) : resolve(client)));
    });
  }

  #lend(accountId: string, callback: Callback): void {
    super.connect((error, client, release) => {
      if (client === undefined) return callback(error, client, release);
      (client as unknown as Client).isForTransaction = false;
      if (this.#accounts.get(client) === accountId) return callback(error, client, release);
      client.query(stamp(accountId)).then(
        () => {
          this.#accounts.set(client, accountId);
          callback(undefined, client, release);
        },
        (failure: Error) => {
          release(true);
          callback(failure, undefined, release);
        },
      );
    });
  }

  override query = ((query: never, ...rest: never[]) =>
    super.query(announce(query), ...rest)) as unknown as pg.Pool['query'];

  /** Without an account: for a transaction, which begins by saying whose it is, or for a statement of nobody's. */
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    if (callback === undefined) return this.#lendForTransaction();
    this.#lend('', callback);
    return undefined;
  }

  async #lendForTransaction(): Promise<pg.PoolClient> {
    const client = await super.connect();
    // Every client of these pools is made by the class above.
    (client as unknown as Client).isForTransaction = true;
    return client;
  }
}

/** Whether statements may be sent behind others that are not yet answered. */
export const sharesConnections = (pool: pg.Pool): boolean => pool instanceof AccountPool;

/** A connection for an account's statements; the pool of whoever maintains the database sees every account's rows. */
export function lend(pool: pg.Pool, accountId: string): Promise<pg.PoolClient> {
  return pool instanceof AccountPool ? pool.lend(accountId) : pool.connect();
}

/** The role that requests are served under. It owns nothing, and row-level security holds for it. */
export const servingRole = 'customer_gateway';

/** For serving requests: each connection sees one account's rows at a time. */
export function createServingPool(
  connection: Connection,
  onError: (error: Error) => void,
  statementMs = Number(session.statement_timeout),
  max = poolSize,
): pg.Pool {
  const settings = {
    role: servingRole,
    statement_timeout: String(statementMs),
    // Left to itself, PostgreSQL would plan nearly every look-up anew: it takes an array it does not know for longer.
    plan_cache_mode: 'force_generic_plan',
  };
  // Statements that follow one another on a connection do not wait for each other's answers.
  return listening(new AccountPool({ ...poolConfig(connection, settings), max, pipeline: true }), onError);
}

/** For finding out who calls, which is before there is an account: sees no rows, and asks functions only. */
export function createSignInPool(
  connection: Connection,
  onError: (error: Error) => void,
  most = signInPoolSize,
): pg.Pool {
  const max = Math.min(signInPoolSize, most);
  return listening(new pg.Pool({ ...poolConfig(connection, { role: servingRole }), max }), onError);
}
