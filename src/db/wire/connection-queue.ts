import type pg from 'pg';
import { type AcquireOptions, FairQueue, type Release, type Requester } from '../../fair-queue.ts';
import type { Observer } from '../../observe/observer.ts';
import type { WorkClass } from '../../waiting-requests.ts';
import { Batch } from './batch.ts';
import type { TextStatement } from './text-batch.ts';
import { maxTimeoutMs, WaitLimit } from './wait-limit.ts';
import { isSilence } from './watchdog.ts';

const statement = (name: string, settings = '') => ({
  name: `account${name}`,
  text: `/* account */ select set_config('app.account_id', $1, true)${settings}`,
});

/** The sessions of the serving pool use generic plans. */
const planForValues = ", set_config('plan_cache_mode', 'force_custom_plan', true)";
const limitTime = ", set_config('statement_timeout', $2, true)";

const plain = statement('');
const planned = statement('_plan', planForValues);
const limited = statement('_time', limitTime);
const plannedAndLimited = statement('_plan_time', planForValues + limitTime);

export interface SetUp {
  readonly work: WorkClass;
  /** Whether the statements are prepared, and keep their plans. */
  readonly isPrepared: boolean;
}

/** A connection belongs to no account: this selects the account until the end of the transaction. */
export function setAccount(
  accountId: string,
  { work, isPrepared }: SetUp = { work: 'short', isPrepared: true },
  expensiveMs = 0,
): TextStatement {
  const isPlanned = work !== 'short' && !isPrepared;
  if (work !== 'expensive') {
    const { name, text } = isPlanned ? planned : plain;
    return { name, text, values: [accountId] };
  }
  const { name, text } = isPlanned ? plannedAndLimited : limited;
  return { name, text, values: [accountId, expensiveMs] };
}

export interface ConnectionSource {
  acquire(requester: Requester, options: AcquireOptions): Promise<pg.PoolClient>;
  release(client: pg.PoolClient, isBroken: boolean): void;
  setUp(accountId: string, options: SetUp): readonly TextStatement[];
  readonly isTransaction?: boolean;
  /** Undefined if sessions do not share connections. */
  readonly shared?: SharedBatches | undefined;
  readonly observer?: Observer | undefined;
}

const mostStatements = 8;

/** The time of a batch above which the next ones are smaller. */
const slowMs = 50;

/** The key of the open batch of all accounts. */
const anyAccount = '';

/**
 * The look-ups of one iteration of the event loop share a batch, whatever their requests and accounts. Its
 * statements run one after the other, so batches are small while the database is slow. While no connection
 * is free, those of each account wait in batches of their own for its turn, or until another one has room.
 */
export class SharedBatches {
  readonly #queue: ConnectionQueue;
  #open = new Map<string, Batch>();
  readonly #waiting = new Set<Batch>();
  /** A batch with as many statements accepts no further session. */
  #fullSize = 1;

  constructor(queue: ConnectionQueue) {
    this.#queue = queue;
  }

  batchFor(requester: Requester): Batch {
    const key = this.#queue.isFull ? requester.accountId : anyAccount;
    const open = this.#open.get(key);
    if (open?.isOpen && open.size < this.#fullSize) return open;
    if (this.#open.size === 0) setImmediate(() => this.#sendAll());
    if (open !== undefined) this.#send(open);
    const batch = new Batch(this.#queue, requester, 'short', this);
    this.#open.set(key, batch);
    return batch;
  }

  #sendAll(): void {
    const batches = this.#open;
    // A cleared Map keeps its entries until the next full collection, and refers to those that follow.
    this.#open = new Map();
    for (const batch of batches.values()) this.#send(batch);
  }

  #send(batch: Batch): void {
    if (this.#queue.isFull && batch.size < this.#fullSize) this.#waiting.add(batch);
    batch.send();
  }

  /** For a batch that no longer waits. */
  left(batch: Batch): void {
    this.#waiting.delete(batch);
  }

  /** Adds the batches that have waited longest, as far as there is room. */
  fill(batch: Batch): void {
    for (const other of this.#waiting) {
      if (other === batch) continue;
      if (batch.size + other.size > this.#fullSize) return;
      this.#waiting.delete(other);
      batch.take(other);
    }
  }

  /** For the time from a batch's write to its last row, or to its failure. Grows by one, and shrinks by half. */
  took(ms: number): void {
    this.#fullSize =
      ms > slowMs ? Math.ceil(this.#fullSize / 2) : Math.min(mostStatements, this.#fullSize + 1);
  }
}

/** Shares connections fairly. Work that holds a slot never waits for a second one. */
export class ConnectionQueue implements ConnectionSource {
  readonly observer: Observer | undefined;
  readonly shared = new SharedBatches(this);
  readonly #expensiveMs: number;
  readonly #pool: pg.Pool;
  readonly #queue: FairQueue;
  readonly #waits: WaitLimit;
  /** The slot of each connection when it was last acquired. */
  readonly #slots = new WeakMap<pg.PoolClient, Release>();
  #clock = 0;
  #connectedAt = 0;
  #outage: { readonly at: number; readonly error: unknown } | undefined;

  constructor(pool: pg.Pool, expensiveMs: number, observer?: Observer) {
    this.observer = observer;
    const slots = pool.options.max;
    this.#pool = pool;
    this.#queue = new FairQueue({
      slots,
      transactionSlots: Math.floor(slots / 2),
      longSlots: Math.floor(slots / 3),
      expensiveSlots: Math.floor(slots / 4),
    });
    this.#waits = new WaitLimit(this.#queue, pool.options.connectionTimeoutMillis ?? maxTimeoutMs);
    this.#expensiveMs = expensiveMs;
  }

  get held(): number {
    return this.#queue.held;
  }

  get isFull(): boolean {
    return this.#queue.isFull;
  }

  get waiting(): number {
    return this.#queue.waiting;
  }

  acquire(requester: Requester, options: AcquireOptions = {}): Promise<pg.PoolClient> {
    const since = performance.now();
    const slot = this.#queue.tryAcquire(requester, options.work);
    if (slot !== undefined) return this.#connect(slot, since);
    this.#waits.watch();
    this.#clock += 1;
    const arrival = this.#clock;
    return this.#queue
      .acquire(requester, options)
      .then((granted) => this.#connect(this.#stillUsable(granted, arrival), since));
  }

  release(client: pg.PoolClient, isBroken: boolean): void {
    // The pool must have the connection before the next requester asks for it.
    client.release(isBroken);
    this.#slots.get(client)?.();
  }

  setUp(accountId: string, options: SetUp): readonly TextStatement[] {
    return [setAccount(accountId, options, this.#expensiveMs)];
  }

  /** Throws if the database became unreachable meanwhile: reconnecting for each request would take too long. */
  #stillUsable(slot: Release, arrival: number): Release {
    if (this.#outage === undefined || this.#outage.at < arrival) return slot;
    slot();
    throw this.#outage.error;
  }

  #connect(slot: Release, since: number): Promise<pg.PoolClient> {
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
        this.observer?.acquired(performance.now() - since, 'serving');
        resolve(client);
      });
    });
  }
}
