import type pg from 'pg';
import { cancel } from './cancel.ts';
import { lend, sharesConnections } from './pool.ts';

/** The rows of an answer as arrays of text. */
export type TextRows = readonly (readonly (string | null)[])[];

export type Query = pg.QueryArrayConfig<unknown[]>;

/** A connection that statements share until the last of them is done. */
interface Flight {
  readonly client: Promise<pg.PoolClient>;
  readonly cancels: Promise<void>[];
  underWay: number;
}

/**
 * Whom a request's statements run for, and until when. Those that are sent in one turn of the event loop share a
 * connection and go out in one piece: the sending costs more than most of them do.
 */
export class Session {
  readonly accountId: string;
  readonly #pool: pg.Pool;
  /** Aborted once nobody waits for the answer any more. */
  readonly #signal: AbortSignal | undefined;
  #flight: Flight | undefined;

  constructor(pool: pg.Pool, accountId: string, signal?: AbortSignal) {
    this.#pool = pool;
    this.accountId = accountId;
    this.#signal = signal;
  }

  /** On a connection that others of the same moment share, one after the other; for statements known to be short. */
  send(query: Query): Promise<TextRows> {
    if (!sharesConnections(this.#pool)) return this.sendAlone(query);
    if (this.#flight === undefined) {
      this.#flight = this.#open();
      queueMicrotask(() => {
        this.#flight = undefined;
      });
    }
    return this.#run(this.#flight, query);
  }

  /** On a connection of its own, beside the others. */
  sendAlone(query: Query): Promise<TextRows> {
    return this.#run(this.#open(), query);
  }

  #open(): Flight {
    this.#signal?.throwIfAborted();
    return { client: lend(this.#pool, this.accountId), cancels: [], underWay: 0 };
  }

  async #run(flight: Flight, query: Query): Promise<TextRows> {
    flight.underWay += 1;
    const client = await flight.client;
    const stop = () => flight.cancels.push(cancel(client));
    try {
      this.#signal?.throwIfAborted();
      this.#signal?.addEventListener('abort', stop, { once: true });
      return (await client.query<(string | null)[]>(query)).rows;
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw error;
    } finally {
      this.#signal?.removeEventListener('abort', stop);
      await this.#leave(flight, client);
    }
  }

  async #leave(flight: Flight, client: pg.PoolClient): Promise<void> {
    flight.underWay -= 1;
    // What is behind it on the connection begins only now.
    if (this.#signal?.aborted && flight.underWay > 0) flight.cancels.push(cancel(client));
    if (flight.underWay > 0) return;
    // The next statement on the connection must not be the one that is cancelled.
    if (flight.cancels.length > 0) await Promise.all(flight.cancels);
    client.release();
  }
}
