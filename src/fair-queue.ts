import type { Signal } from './signal.ts';
import { AccountQueue, classes, moveToEnd, type Waiter, type WorkClass } from './waiting-requests.ts';

/** The owner of a slot. Slots are shared first between accounts, then between their callers. */
export interface Requester {
  readonly accountId: string;
  readonly caller: string;
}

/** Returns the slot; further calls have no effect. */
export type Release = () => void;

export interface FairQueueOptions {
  readonly slots: number;
  /** The maximum number of slots for transactions, long and expensive work together; all by default. */
  readonly transactionSlots?: number;
  /** The maximum number of slots for long and expensive work together; `transactionSlots` by default. */
  readonly longSlots?: number;
  /** The maximum number of slots for expensive work; `longSlots` by default. */
  readonly expensiveSlots?: number;
  /** The maximum number of waiting requests; unlimited by default. */
  readonly maxWaiting?: number;
}

export interface AcquireOptions {
  /** The default is `short`. */
  readonly work?: WorkClass | undefined;
  readonly signal?: Signal | undefined;
}

export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';

  constructor() {
    super('Too many requests are waiting.');
  }
}

function largest<Q extends { readonly size: number }>(queues: Iterable<Q>): Q | undefined {
  let found: Q | undefined;
  for (const queue of queues) if (found === undefined || queue.size > found.size) found = queue;
  return found;
}

/**
 * Grants a free slot immediately. While several accounts wait, slots are granted round-robin by account, then
 * by caller, and no account holds more than a quarter (at least one); a single waiting account may hold all.
 */
export class FairQueue {
  /** By class: the slots for this class and the following ones together, and those in use. */
  readonly #slotsFrom: readonly number[];
  readonly #heldFrom = classes.map(() => 0);
  readonly #maxWaiting: number;
  readonly #share: number;
  /** The order of the Map is the order of the accounts' turns. */
  readonly #accounts = new Map<string, AccountQueue>();
  readonly #heldBy = new Map<string, number>();
  #waiting = 0;
  #arrivals = 0;

  constructor({
    slots,
    transactionSlots = slots,
    longSlots = transactionSlots,
    expensiveSlots = longSlots,
    maxWaiting = Number.POSITIVE_INFINITY,
  }: FairQueueOptions) {
    const parts = [transactionSlots, longSlots, expensiveSlots];
    this.#slotsFrom = [slots, ...parts.map((part) => Math.min(slots, Math.max(1, part)))];
    this.#maxWaiting = maxWaiting;
    this.#share = Math.max(1, Math.floor(slots / 4));
  }

  get held(): number {
    return this.#heldFrom[0] ?? 0;
  }

  /** Whether all slots are held. */
  get isFull(): boolean {
    return this.#admitted() === 0;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** Acquires a slot if one is free and no other request is waiting; otherwise returns undefined. */
  tryAcquire(requester: Requester, work: WorkClass = 'short'): Release | undefined {
    const level = classes.indexOf(work);
    if (this.#waiting > 0 || level >= this.#admitted()) return undefined;
    return this.#hold(requester, level);
  }

  /** Waits for a slot. Rejects with a QueueFullError, or with the signal's reason. */
  acquire(requester: Requester, { work = 'short', signal }: AcquireOptions = {}): Promise<Release> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const release = this.tryAcquire(requester, work);
    if (release !== undefined) return Promise.resolve(release);
    return new Promise((resolve, reject) => {
      const stop = () => {
        if (this.#remove(waiter)) reject(signal?.reason);
        // With one waiting account fewer, another account may hold more slots.
        this.#grantSlots();
      };
      const settled = () => signal?.removeEventListener('abort', stop);
      const waiter: Waiter = {
        requester,
        level: classes.indexOf(work),
        arrival: this.#arrivals++,
        since: performance.now(),
        grant(granted) {
          settled();
          resolve(granted);
        },
        reject(error) {
          settled();
          reject(error);
        },
      };
      signal?.addEventListener('abort', stop, { once: true });
      this.#add(waiter);
      this.#grantSlots();
      if (this.#waiting > this.#maxWaiting) this.#rejectOne();
    });
  }

  /** Rejects requests that began to wait at a time or before. Returns the time of the oldest one left. */
  expire(until: number, error: unknown): number | undefined {
    let oldest: number | undefined;
    for (const account of [...this.#accounts.values()])
      for (const waiter of account.waiters())
        if (waiter.since > until) oldest = Math.min(oldest ?? waiter.since, waiter.since);
        else if (this.#remove(waiter)) waiter.reject(error);
    this.#grantSlots();
    return oldest;
  }

  /** The number of classes, counted from the first, that have a free slot. */
  #admitted(): number {
    let level = 0;
    while (level < classes.length && (this.#heldFrom[level] ?? 0) < (this.#slotsFrom[level] ?? 0)) level += 1;
    return level;
  }

  #count(level: number, change: number): void {
    for (let each = 0; each <= level; each += 1) this.#heldFrom[each] = (this.#heldFrom[each] ?? 0) + change;
  }

  #hold({ accountId }: Requester, level: number): Release {
    this.#count(level, 1);
    this.#heldBy.set(accountId, (this.#heldBy.get(accountId) ?? 0) + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#count(level, -1);
      const left = (this.#heldBy.get(accountId) ?? 0) - 1;
      if (left > 0) this.#heldBy.set(accountId, left);
      else this.#heldBy.delete(accountId);
      this.#grantSlots();
    };
  }

  #add(waiter: Waiter): void {
    const { accountId } = waiter.requester;
    const account = this.#accounts.get(accountId) ?? new AccountQueue();
    this.#accounts.set(accountId, account);
    account.add(waiter);
    this.#waiting += 1;
  }

  #remove(waiter: Waiter): boolean {
    const { accountId } = waiter.requester;
    const account = this.#accounts.get(accountId);
    if (account === undefined || !account.remove(waiter)) return false;
    this.#waiting -= 1;
    if (account.size === 0) this.#accounts.delete(accountId);
    return true;
  }

  #grantSlots(): void {
    while (this.#waiting > 0) {
      const waiter = this.#next(this.#admitted());
      if (waiter === undefined) return;
      const { requester, level } = waiter;
      this.#remove(waiter);
      this.#accounts.get(requester.accountId)?.endTurn(requester.caller);
      moveToEnd(this.#accounts, requester.accountId);
      waiter.grant(this.#hold(requester, level));
    }
  }

  /** The first account in turn below its share; otherwise the only eligible account. */
  #next(admitted: number): Waiter | undefined {
    if (admitted === 0) return undefined;
    let above: Waiter | undefined;
    let eligible = 0;
    for (const [accountId, account] of this.#accounts) {
      const waiter = account.next(admitted);
      if (waiter === undefined) continue;
      if ((this.#heldBy.get(accountId) ?? 0) < this.#share) return waiter;
      above = waiter;
      eligible += 1;
    }
    return eligible === 1 ? above : undefined;
  }

  /** Rejects the newest request of the account and caller with the most waiting requests. */
  #rejectOne(): void {
    const account = largest(this.#accounts.values());
    const waiter = account && largest(account.callers.values())?.newest();
    if (waiter === undefined || !this.#remove(waiter)) return;
    waiter.reject(new QueueFullError());
  }
}
