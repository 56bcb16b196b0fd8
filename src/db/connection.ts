import pg from 'pg';
import { announce, textOf } from './announce.ts';
import { inOnePiece } from './one-piece.ts';
import { boundPreparedNames, type ProtocolConnection } from './prepared-names.ts';
import { type Phase, type WaitLimits, Watchdog, type Watched } from './watchdog.ts';

/**
 * Answered by the client itself, from its connection's process
 * id. A transaction of Prisma sends it to find its client.
 */
export const ownProcess = '/* ownProcess */ select pg_backend_pid() as id';

/** Clears the account until the end of the transaction. If this fails, the transaction is aborted. */
const nobody = {
  name: 'nobody',
  text: "/* account */ select set_config('app.account_id', '', true)",
} as const;

/** The internal state of `pg`'s client, which its types leave out. */
interface ClientState {
  readonly _connected: boolean;
  readonly _ended: boolean;
  readonly _ending: boolean;
  readonly readyForQuery: boolean | undefined;
  readonly connection: ProtocolConnection & { readonly stream: Watched['socket'] };
}

const stateOf = (client: pg.Client) => client as unknown as ClientState;

function phaseOf(client: pg.Client): Phase {
  const { _connected, _ended, _ending, readyForQuery } = stateOf(client);
  if (_ended) return 'closed';
  if (!_connected) return 'connecting';
  if (readyForQuery !== true) return 'answering';
  return _ending ? 'closing' : 'resting';
}

const watched = (client: pg.Client): Watched => ({
  get phase() {
    return phaseOf(client);
  },
  get isExpendable() {
    return phaseOf(client) === 'resting' && client.getTransactionStatus() === 'I';
  },
  get socket() {
    return stateOf(client).connection.stream;
  },
});

/** Without limits, the client waits until TCP times out. */
export type ClientConfig = pg.ClientConfig & Partial<WaitLimits>;

export class Client extends pg.Client {
  /** Receives the error of each failed statement, of which Prisma's error contains only a part. */
  onFailure: ((error: unknown) => void) | undefined;
  /**
   * Whether the connection was acquired for a transaction,
   * which sets its account later and sees no rows until then.
   */
  isForTransaction = false;
  readonly #watchdog: Watchdog;

  constructor(config?: string | ClientConfig) {
    super(config);
    boundPreparedNames(stateOf(this).connection);
    const { connectMs = Number.POSITIVE_INFINITY, answerMs = Number.POSITIVE_INFINITY } =
      typeof config === 'object' ? config : {};
    const watchdog = new Watchdog(watched(this), { connectMs, answerMs }, `${this.host}:${this.port}`);
    this.#watchdog = watchdog;
    this.once('end', () => watchdog.leave());
  }

  // Accepts a call with or without a callback, as pg's overloads do.
  override connect = ((...callback: []) => {
    this.#watchdog.join();
    this.#watchdog.watch();
    return super.connect(...callback);
  }) as unknown as pg.Client['connect'];

  override end = ((...callback: []) => {
    this.#watchdog.watch();
    return super.end(...callback);
  }) as unknown as pg.Client['end'];

  // pg's overloads cannot be distinguished here, so the arguments are passed on unchanged.
  override query = ((query: never, ...rest: never[]) => {
    this.#watchdog.watch();
    const text = textOf(query);
    if (text === ownProcess) return Promise.resolve(this.#ownProcess());
    if (this.isForTransaction && text !== 'BEGIN')
      return Promise.reject(new Error('A connection without an account can only run transactions.'));
    if (this.isForTransaction) return this.#begin(query);
    const answer: unknown = super.query(announce(query), ...rest);
    if (this.onFailure && answer instanceof Promise) answer.catch(this.onFailure);
    return answer;
  }) as unknown as pg.Client['query'];

  /**
   * Begins a transaction that sees no rows yet, regardless of the account that the connection served last.
   */
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

/** All clients of the gateway's pools are instances of the class above. */
export const asClient = (client: pg.ClientBase): Client => client as unknown as Client;

const clients = new WeakMap<pg.Pool, Map<number, Client>>();

/** Tracks a pool's clients by the id of their server process. */
export function noteClients(pool: pg.Pool): void {
  const known = new Map<number, Client>();
  clients.set(pool, known);
  pool.on('connect', (client) => known.set(processIdOf(client), asClient(client)));
  pool.on('remove', (client) => known.delete(processIdOf(client)));
}

/** Returns the pool's client that is connected to a server process. */
export function clientOf(pool: pg.Pool, processId: number): Client {
  const client = clients.get(pool)?.get(processId);
  if (client === undefined) throw new Error(`The pool has no connection to ${processId}.`);
  return client;
}

const processIdOf = (client: pg.ClientBase): number => (client as unknown as { processID: number }).processID;
