import { AccountQueue, classes, moveToEnd, type Waiter, type WorkClass } from './waiting-requests.ts';

/** The party that a slot is granted to: slots are shared first between accounts, then between the callers of each. */
export interface Requester {
  readonly accountId: string;
  readonly caller: string;
}

/** Returns the slot; further calls have no effect. */
export type Release = () => void;

export interface FairQueueOptions {
  /** Slots that can be held at the same time. */
  readonly slots: number;
  /** Slots that long and expensive work can hold together at the same time; all of them by default. */
  readonly longSlots?: number;
  /** Slots that expensive work can hold at the same time; as many as long work by default. */
  readonly expensiveSlots?: number;
  /** Requests that can wait at the same time; without a limit by default. */
  readonly maxWaiting?: number;
}

export interface AcquireOptions {
  /** `short` by default. */
  readonly work?: WorkClass | undefined;
  /** Stops waiting, with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Too many requests wait, and most of them are of this account and caller. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';

  constructor() {
    super('Too many requests are waiting.');
  }
}

/** The entry with the most waiting requests; of several, the first. */
function largest<Q extends { readonly size: number }>(queues: Iterable<Q>): Q | undefined {
  let found: Q | undefined;
  for (const queue of queues) if (found === undefined || queue.size > found.size) found = queue;
  return found;
}

/**
 * Grants a fixed number of slots. A free slot is granted immediately. While requests of several accounts wait, slots
 * are granted round-robin by account, then by caller within the account, and no account holds more than a quarter of
 * them (at least one); an account that waits alone may hold all. Long and expensive work never hold more than their own
 * parts.
 */
export class FairQueue {
  /** By class: the slots that this class and the ones after it can hold together, and those that they hold. */
  readonly #slotsFrom: readonly number[];
  readonly #heldFrom = classes.map(() => 0);
  readonly #maxWaiting: number;
  readonly #share: number;
  /** The Map's order is the order of the accounts' turns. */
  readonly #accounts = new Map<string, AccountQueue>();
  readonly #heldBy = new Map<string, number>();
  #waiting = 0;
  #arrivals = 0;

  constructor({
    slots,
    longSlots = slots,
    expensiveSlots = longSlots,
    maxWaiting = Number.POSITIVE_INFINITY,
  }: FairQueueOptions) {
    this.#slotsFrom = [slots, Math.max(1, longSlots), Math.max(1, expensiveSlots)];
    this.#maxWaiting = maxWaiting;
    this.#share = Math.max(1, Math.floor(slots / 4));
  }

  get held(): number {
    return this.#heldFrom[0] ?? 0;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** A slot that is free and that no other request waits for; undefined where there is none. */
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
        // With one account fewer waiting, another may hold more.
        this.#grantSlots();
      };
      const settled = () => signal?.removeEventListener('abort', stop);
      const waiter: Waiter = {
        requester,
        level: classes.indexOf(work),
        arrival: this.#arrivals++,
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

  /** The number of classes, from the first one, that a slot is free for. */
  #admitted(): number {
    const full = this.#slotsFrom.findIndex((slots, level) => (this.#heldFrom[level] ?? 0) >= slots);
    return full === -1 ? classes.length : full;
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

  /** The first account in turn that is below its share; the only one whose requests could be granted at all, else. */
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

  /** Makes room: rejects the newest request of the account, and of its caller, that have the most waiting. */
  #rejectOne(): void {
    const account = largest(this.#accounts.values());
    const waiter = account && largest(account.callers.values())?.newest();
    if (waiter === undefined || !this.#remove(waiter)) return;
    waiter.reject(new QueueFullError());
  }
}
