import type { Writable } from 'node:stream';
import type pg from 'pg';
import { cancel } from './cancel.ts';
import { lend, sharesConnections } from './pool.ts';
import { sendText, type TextRows, type TextStatement } from './text-query.ts';

/** Where a session has its connections from. */
export interface Lender {
  lend(accountId: string): Promise<pg.PoolClient>;
  giveBack(client: pg.PoolClient): void;
  /** Whether statements may be sent behind others that are not yet answered. */
  readonly shares: boolean;
}

export const fromPool = (pool: pg.Pool): Lender => ({
  lend: (accountId) => lend(pool, accountId),
  giveBack: (client) => client.release(),
  shares: sharesConnections(pool),
});

/** One connection, which is somebody else's to give back: a transaction's. */
export function fromTransaction(client: pg.ClientBase, shares: boolean): Lender {
  // Of what a pool's client has more, nothing is used.
  const lent = Promise.resolve(client as pg.PoolClient);
  return { lend: () => lent, giveBack: () => undefined, shares };
}

const setting = (mode: string): TextStatement => ({ text: `set plan_cache_mode = ${mode}`, values: [] });

/** The serving pool's connections plan a statement once; what callers shape is planned for its values. */
const [planForValues, planOnce] = [setting('force_custom_plan'), setting('force_generic_plan')];

/** A connection that statements share until the last of them is done. */
interface Flight {
  readonly client: Promise<pg.PoolClient>;
  readonly cancels: Promise<void>[];
  underWay: number;
}

/** What is written until the end of this turn goes out in one piece. */
function gather(client: pg.PoolClient): void {
  // pg knows its stream; its types do not say so.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/**
 * Whom a request's statements run for, and until when. Those that are sent in one turn of the event loop share a
 * connection and go out in one piece: the sending costs more than most of them do.
 */
export class Session {
  readonly accountId: string;
  readonly #from: Lender;
  /** Aborted once nobody waits for the answer any more. */
  readonly #signal: AbortSignal | undefined;
  readonly #flights = new Set<Flight>();
  #shared: Flight | undefined;
  #isListening = false;

  constructor(from: Lender, accountId: string, signal?: AbortSignal) {
    this.#from = from;
    this.accountId = accountId;
    this.#signal = signal;
  }

  /** On a connection that others of the same moment share, one after the other; for statements known to be short. */
  send(statement: TextStatement): Promise<TextRows> {
    if (!this.#from.shares) return this.sendAlone(statement);
    if (this.#shared === undefined) {
      this.#shared = this.#open();
      this.#shared.client.then(gather, () => undefined);
      queueMicrotask(() => {
        this.#shared = undefined;
      });
    }
    return this.#run(this.#shared, statement);
  }

  /** On a connection of its own, beside the others. */
  sendAlone(statement: TextStatement): Promise<TextRows> {
    const flight = this.#open();
    if (!this.#from.shares) return this.#run(flight, statement);
    flight.client.then(gather, () => undefined);
    this.#run(flight, planForValues).catch(() => undefined);
    const answer = this.#run(flight, statement);
    this.#run(flight, planOnce).catch(() => undefined);
    return answer;
  }

  #open(): Flight {
    this.#signal?.throwIfAborted();
    this.#listen();
    const flight = { client: this.#from.lend(this.accountId), cancels: [], underWay: 0 };
    this.#flights.add(flight);
    return flight;
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const stop = () => {
      for (const flight of this.#flights) this.#cancel(flight);
    };
    this.#signal?.addEventListener('abort', stop, { once: true });
  }

  #cancel({ client, cancels }: Flight): void {
    cancels.push(client.then(cancel, () => undefined));
  }

  async #run(flight: Flight, statement: TextStatement): Promise<TextRows> {
    flight.underWay += 1;
    const client = await flight.client;
    try {
      this.#signal?.throwIfAborted();
      return await sendText(client, statement);
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw error;
    } finally {
      flight.underWay -= 1;
      if (flight.underWay === 0) await this.#close(flight, client);
      // What is behind it on the connection begins only now.
      else if (this.#signal?.aborted) this.#cancel(flight);
    }
  }

  async #close(flight: Flight, client: pg.PoolClient): Promise<void> {
    this.#flights.delete(flight);
    // The next statement on the connection must not be the one that is cancelled.
    if (flight.cancels.length > 0) await Promise.all(flight.cancels);
    this.#from.giveBack(client);
  }
}
