import { channel } from 'node:diagnostics_channel';
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { boundPreparedNames, type ProtocolConnection, TextBatch } from './text-batch.ts';
import { type Phase, type WaitLimits, Watchdog, type Watched } from './watchdog.ts';

export const statements = channel('customer-gateway:statement');

function statementText(query: unknown): string {
  if (typeof query === 'string') return query;
  return query !== null && typeof query === 'object' && 'text' in query ? String(query.text) : '';
}

/** Longer texts are never prepared: their plans use more memory than planning again is worth. */
const maxPreparedText = 8_000;

const names = new LRUCache<string, string>({ max: 1_000 });
let nameCount = 0;

/** A prepared statement's name; '' for the first use of a text, so that rare statements are not prepared. */
export function nameOf(text: string): string {
  if (text.length > maxPreparedText) return '';
  const known = names.get(text);
  if (known === undefined) {
    names.set(text, '');
    return '';
  }
  if (known !== '') return known;
  nameCount += 1;
  const name = `read_${nameCount}`;
  names.set(text, name);
  return name;
}

const announced = new WeakSet<object>();

export function announce<Q>(query: Q): Q {
  if (
    !statements.hasSubscribers ||
    query instanceof TextBatch ||
    (typeof query === 'object' && query !== null && announced.has(query))
  )
    return query;
  statements.publish({ text: statementText(query) });
  // Passes a text on as an object, which `announced` recognizes, so that it is not published a second time.
  const config = typeof query === 'string' ? { text: query } : query;
  if (typeof config === 'object' && config !== null) announced.add(config);
  return config as Q;
}

/** The internal state of `pg`'s client, which its types leave out. */
interface ClientState {
  readonly _connected: boolean;
  readonly _ended: boolean;
  readonly _ending: boolean;
  readonly readyForQuery: boolean | undefined;
  readonly connection: ProtocolConnection & { readonly stream: Watched['socket'] };
}

const clientState = (client: pg.Client) => client as unknown as ClientState;

function phaseOf(client: pg.Client): Phase {
  const { _connected, _ended, _ending, readyForQuery } = clientState(client);
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
    return clientState(client).connection.stream;
  },
});

const forever = { connectMs: Number.POSITIVE_INFINITY, answerMs: Number.POSITIVE_INFINITY, prepare: true };

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
    boundPreparedNames(clientState(this).connection);
    const { connectMs, answerMs, prepare } = { ...forever, ...(typeof config === 'object' && config) };
    clientState(this).connection.isWithoutNames = prepare === false;
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
    const { isWithoutNames = false } = clientState(this).connection;
    return super.query(isWithoutNames ? withoutName(announced) : announced, ...rest);
  }) as unknown as pg.Client['query'];
}
