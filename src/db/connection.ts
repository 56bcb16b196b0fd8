import pg from 'pg';
import { announce, textOf } from './announce.ts';
import { inOnePiece } from './one-piece.ts';
import { boundPreparedNames, type ProtocolConnection } from './prepared-names.ts';
import { type Phase, type WaitLimits, Watchdog, type Watched } from './watchdog.ts';

/** What a connection answers itself: its server process, as a transaction of Prisma's asks for it. */
export const ownProcess = '/* ownProcess */ select pg_backend_pid() as id';

/** Until the end of a transaction, which is broken where it fails. */
const nobody = {
  name: 'nobody',
  text: "/* account */ select set_config('app.account_id', '', true)",
} as const;

/** The state of a client that `pg` keeps and its types leave out. */
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

/** Without limits the client waits for as long as TCP does. */
export type ClientConfig = pg.ClientConfig & Partial<WaitLimits>;

export class Client extends pg.Client {
  /** Told of each statement that fails, of which Prisma passes on half. */
  onFailure: ((error: unknown) => void) | undefined;
  /** Lent for a transaction of whoever it will say; until it does, that sees no rows. */
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

  // Without or with a callback, which pg's overloads tell apart.
  override connect = ((...callback: []) => {
    this.#watchdog.join();
    this.#watchdog.watch();
    return super.connect(...callback);
  }) as unknown as pg.Client['connect'];

  override end = ((...callback: []) => {
    this.#watchdog.watch();
    return super.end(...callback);
  }) as unknown as pg.Client['end'];

  // pg's overloads cannot be told apart from in here; what comes is handed on as it is.
  override query = ((query: never, ...rest: never[]) => {
    this.#watchdog.watch();
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

/** Every client of the gateway's pools is made by the class above. */
export const asClient = (client: pg.ClientBase): Client => client as unknown as Client;

const clients = new WeakMap<pg.Pool, Map<number, Client>>();

/** Keeps note of the connections that a pool has. */
export function noteClients(pool: pg.Pool): void {
  const known = new Map<number, Client>();
  clients.set(pool, known);
  pool.on('connect', (client) => known.set(processIdOf(client), asClient(client)));
  pool.on('remove', (client) => known.delete(processIdOf(client)));
}

/** The connection to a server process, of those that a pool has. */
export function clientOf(pool: pg.Pool, processId: number): Client {
  const client = clients.get(pool)?.get(processId);
  if (client === undefined) throw new Error(`The pool has no connection to ${processId}.`);
  return client;
}

const processIdOf = (client: pg.ClientBase): number => (client as unknown as { processID: number }).processID;
