import type pg from 'pg';
import { type AcquireOptions, FairQueue, type Release, type Requester } from '../fair-queue.ts';
import type { WorkClass } from '../waiting-requests.ts';
import { setAccount } from './account-setting.ts';
import type { TextStatement } from './text-batch.ts';
import { maxTimeoutMs, WaitLimit } from './wait-limit.ts';
import { isSilence } from './watchdog.ts';

/** The source of a session's connections. */
export interface ConnectionSource {
  acquire(requester: Requester, options: AcquireOptions): Promise<pg.PoolClient>;
  /** Returns a connection; a broken one is closed. */
  release(client: pg.PoolClient, isBroken: boolean): void;
  /** The statements to send before those of an account, in the same write. */
  setUp(accountId: string, work: WorkClass): readonly TextStatement[];
  /** Whether all statements run in one open transaction. */
  readonly isTransaction?: boolean;
}

/**
 * Queues requests for the pool's connections fairly, ahead of the pool's own first-come queue.
 * Each connection in use takes a slot; statements shaped by callers take at most a third of the
 * slots, expensive ones a quarter. Work that holds a slot never waits for a second one.
 */
export class ConnectionQueue implements ConnectionSource {
  readonly #expensiveMs: number;
  readonly #pool: pg.Pool;
  readonly #queue: FairQueue;
  readonly #waits: WaitLimit;
  readonly #slots = new Map<pg.PoolClient, Release>();
  /** A logical clock that orders arrivals, connections and failures. */
  #clock = 0;
  #connectedAt = 0;
  #outage: { readonly at: number; readonly error: unknown } | undefined;

  constructor(pool: pg.Pool, expensiveMs: number) {
    const slots = pool.options.max;
    this.#pool = pool;
    this.#queue = new FairQueue({
      slots,
      transactionSlots: Math.floor(slots / 2),
      longSlots: Math.floor(slots / 3),
      expensiveSlots: Math.floor(slots / 4),
    });
    this.#waits = new WaitLimit(pool.options.connectionTimeoutMillis ?? maxTimeoutMs);
    this.#expensiveMs = expensiveMs;
  }

  /** Slots in use. */
  get held(): number {
    return this.#queue.held;
  }

  /** Statements and transactions waiting for a slot. */
  get waiting(): number {
    return this.#queue.waiting;
  }

  acquire(requester: Requester, options: AcquireOptions = {}): Promise<pg.PoolClient> {
    const slot = this.#queue.tryAcquire(requester, options.work);
    if (slot !== undefined) return this.#connect(slot);
    return this.#wait(requester, options).then((granted) => this.#connect(granted));
  }

  release(client: pg.PoolClient, isBroken: boolean): void {
    const slot = this.#slots.get(client);
    this.#slots.delete(client);
    // The pool must have the connection before the next requester asks for it.
    client.release(isBroken);
    slot?.();
  }

  setUp(accountId: string, work: WorkClass): readonly TextStatement[] {
    return [setAccount(accountId, work, this.#expensiveMs)];
  }

  async #wait(requester: Requester, options: AcquireOptions): Promise<Release> {
    this.#clock += 1;
    const arrival = this.#clock;
    const slot = await this.#waits.during(options.signal, (signal) =>
      this.#queue.acquire(requester, { ...options, signal }),
    );
    if (this.#outage === undefined || this.#outage.at < arrival) return slot;
    // The database became unreachable while this request waited.
    // Reconnecting for each waiting request would take too long.
    slot();
    throw this.#outage.error;
  }

  #connect(slot: Release): Promise<pg.PoolClient> {
    this.#clock += 1;
    const start = this.#clock;
    return new Promise((resolve, reject) => {
      this.#pool.connect((error, client) => {
        this.#clock += 1;
        if (client === undefined) {
          // A connection that stopped responding does not show that new connections would fail.
          if (this.#connectedAt < start && !isSilence(error)) this.#outage = { at: this.#clock, error };
          slot();
          return reject(error);
        }
        this.#connectedAt = this.#clock;
        this.#outage = undefined;
        this.#slots.set(client, slot);
        resolve(client);
      });
    });
  }
}
