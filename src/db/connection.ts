import pg from 'pg';
import { announce } from './announce.ts';
import { boundPreparedNames, type ProtocolConnection } from './prepared-names.ts';
import { type Phase, type WaitLimits, Watchdog, type Watched } from './watchdog.ts';

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

const forever = { connectMs: Number.POSITIVE_INFINITY, answerMs: Number.POSITIVE_INFINITY, prepare: true };

/** Without limits, the client waits until TCP times out. */
export type ClientConfig = pg.ClientConfig & Partial<WaitLimits> & { readonly prepare?: boolean };

/** The same statement, not prepared. Batches leave out their names themselves. */
function withoutName<Q>(query: Q): Q {
  const isConfig = typeof query === 'object' && query !== null && 'name' in query && !('submit' in query);
  return isConfig ? { ...query, name: undefined } : query;
}

export class Client extends pg.Client {
  readonly #watchdog: Watchdog;

  constructor(config?: string | ClientConfig) {
    super(config);
    boundPreparedNames(stateOf(this).connection);
    const { connectMs, answerMs, prepare } = { ...forever, ...(typeof config === 'object' && config) };
    stateOf(this).connection.isWithoutNames = prepare === false;
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
    const announced = announce(query);
    const { isWithoutNames = false } = stateOf(this).connection;
    return super.query(isWithoutNames ? withoutName(announced) : announced, ...rest);
  }) as unknown as pg.Client['query'];
}
