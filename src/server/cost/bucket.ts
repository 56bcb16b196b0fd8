import { LRUCache } from 'lru-cache';

export interface Balance {
  /** Whether the caller could pay; if not, nothing was taken. */
  readonly isPaid: boolean;
  readonly available: number;
}

/** What callers may spend: full at first, refilled all the time. */
export interface Bucket {
  /** Takes what a request costs from a caller's share. */
  take(caller: string, cost: number): Promise<Balance>;
  /**
   * Takes a cost from a caller that has anything left, even if it is more than that: the share can fall below zero, at
   * most to minus its capacity.
   */
  charge(caller: string, cost: number): Promise<Balance>;
  /** Gives back what was not used. */
  giveBack(caller: string, cost: number): Promise<Balance>;
  close(): Promise<void>;
}

export interface Rate {
  readonly capacity: number;
  readonly refillPerSecond: number;
}

interface Share {
  available: number;
  at: number;
}

/** Callers that are remembered at most; those that asked longest ago are forgotten, and have all of it again. */
const maxCallers = 10_000;

/** A share for each caller, in this process. */
export class MemoryBucket implements Bucket {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #shares: LRUCache<string, Share>;

  constructor(rate: Rate, now: () => number = () => performance.now(), callers = maxCallers) {
    this.#rate = rate;
    this.#now = now;
    this.#shares = new LRUCache({ max: callers });
  }

  /** What the caller has by now. */
  #shareOf(caller: string): Share {
    const { capacity, refillPerSecond } = this.#rate;
    const at = this.#now();
    const share = this.#shares.get(caller);
    if (share === undefined) return { available: capacity, at };
    share.available = Math.min(capacity, share.available + ((at - share.at) / 1_000) * refillPerSecond);
    share.at = at;
    return share;
  }

  async take(caller: string, cost: number): Promise<Balance> {
    const share = this.#shareOf(caller);
    const isPaid = share.available >= cost;
    if (isPaid) {
      share.available -= cost;
      this.#shares.set(caller, share);
    }
    return { isPaid, available: Math.floor(share.available) };
  }

  async charge(caller: string, cost: number): Promise<Balance> {
    const share = this.#shareOf(caller);
    const isPaid = share.available > 0;
    if (isPaid) {
      share.available = Math.max(-this.#rate.capacity, share.available - cost);
      this.#shares.set(caller, share);
    }
    return { isPaid, available: Math.floor(share.available) };
  }

  async giveBack(caller: string, cost: number): Promise<Balance> {
    const share = this.#shareOf(caller);
    share.available = Math.min(this.#rate.capacity, share.available + cost);
    return { isPaid: true, available: Math.floor(share.available) };
  }

  async close(): Promise<void> {}
}
