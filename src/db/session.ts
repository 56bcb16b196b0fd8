import type pg from 'pg';
import { lend, sharesConnections } from './account-pool.ts';
import { cancel } from './cancel.ts';
import { breaksConnection } from './failure.ts';
import { inOnePiece } from './one-piece.ts';
import { TextQuery, type TextRows, type TextStatement } from './text-query.ts';

/** Where a session has its connections from. */
export interface Lender {
  lend(accountId: string): Promise<pg.PoolClient>;
  /** One that is broken is lent to nobody else. */
  giveBack(client: pg.PoolClient, isBroken: boolean): void;
  /** Whether statements may be sent behind others that are not yet answered. */
  readonly shares: boolean;
}

export const fromPool = (pool: pg.Pool): Lender => ({
  lend: (accountId) => lend(pool, accountId),
  giveBack: (client, isBroken) => client.release(isBroken),
  shares: sharesConnections(pool),
});

/** One connection of the serving pool, which is somebody else's to give back: a transaction's. */
export function fromTransaction(client: pg.ClientBase): Lender {
  // Of what a pool's client has more, nothing is used.
  const lent = Promise.resolve(client as pg.PoolClient);
  return { lend: () => lent, giveBack: () => undefined, shares: true };
}

const setting = (mode: string): TextStatement => ({ text: `set plan_cache_mode = ${mode}`, values: [] });

/** The serving pool's connections plan a statement once; what callers shape is planned for its values. */
const [planForValues, planOnce] = [setting('force_custom_plan'), setting('force_generic_plan')];

/** What a connection is lent for: statements that go out in one piece, and are answered one after the other. */
interface Flight {
  readonly client: Promise<pg.PoolClient>;
  readonly cancels: Promise<void>[];
  /** What is sent once the connection is there. */
  readonly waiting: TextQuery[];
  underWay: number;
  /** The server said that it ends the connection; that it did comes a moment later. */
  isBroken: boolean;
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
      queueMicrotask(() => {
        this.#shared = undefined;
      });
    }
    return this.#board(this.#shared, statement);
  }

  /** On a connection of its own, beside the others. */
  sendAlone(statement: TextStatement): Promise<TextRows> {
    const flight = this.#open();
    if (!this.#from.shares) return this.#board(flight, statement);
    this.#board(flight, planForValues).catch(() => undefined);
    const answer = this.#board(flight, statement);
    this.#board(flight, planOnce).catch(() => undefined);
    return answer;
  }

  #open(): Flight {
    this.#signal?.throwIfAborted();
    this.#listen();
    const client = this.#from.lend(this.accountId);
    const flight: Flight = { client, cancels: [], waiting: [], underWay: 0, isBroken: false };
    this.#flights.add(flight);
    client.then(
      (lent) => this.#depart(flight, lent),
      (error) => {
        for (const query of flight.waiting) query.handleError(error);
      },
    );
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

  #board(flight: Flight, statement: TextStatement): Promise<TextRows> {
    flight.underWay += 1;
    return new Promise((resolve, reject) => {
      const answered = (rows: TextRows) => {
        this.#land(flight);
        resolve(rows);
      };
      const failed = (error: unknown) => {
        flight.isBroken ||= breaksConnection(error);
        this.#land(flight);
        // Whoever stopped it says why.
        reject(this.#signal?.aborted ? this.#signal.reason : error);
      };
      flight.waiting.push(new TextQuery(statement, answered, failed));
    });
  }

  /** What is written until the end of this turn goes out in one piece. */
  #depart(flight: Flight, client: pg.PoolClient): void {
    // Nobody else boards.
    if (this.#shared === flight) this.#shared = undefined;
    const { waiting } = flight;
    inOnePiece(client, () => {
      for (const query of waiting)
        if (this.#signal?.aborted) query.handleError(this.#signal.reason);
        else client.query(query);
    });
  }

  #land(flight: Flight): void {
    flight.underWay -= 1;
    if (flight.underWay === 0) void this.#giveBack(flight);
    // What is behind it on the connection begins only now.
    else if (this.#signal?.aborted) this.#cancel(flight);
  }

  async #giveBack(flight: Flight): Promise<void> {
    this.#flights.delete(flight);
    const client = await flight.client.catch(() => undefined);
    // The next statement on the connection must not be the one that is cancelled.
    if (flight.cancels.length > 0) await Promise.all(flight.cancels);
    if (client) this.#from.giveBack(client, flight.isBroken);
  }
}
