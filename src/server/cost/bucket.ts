import { LRUCache } from 'lru-cache';

export interface Balance {
  /** Whether the caller had enough; if not, nothing was charged. */
  readonly isPaid: boolean;
  readonly available: number;
}

/** The callers' cost buckets: full at first, refilled continuously. */
export interface Bucket {
  /** Charges a cost if the caller's share covers it. */
  take(caller: string, cost: number): Promise<Balance>;
  /**
   * Charges a cost to a caller whose share is above zero, even if the cost exceeds it: the share can fall
   * below zero, down to minus its capacity.
   */
  charge(caller: string, cost: number): Promise<Balance>;
  /** Refunds the unused part of a cost. */
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

/** Maximum of remembered callers. The least recently active ones are evicted and start with a full share again. */
const maxCallers = 10_000;

/** Keeps a share for each caller in this process. */
export class MemoryBucket implements Bucket {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #shares: LRUCache<string, Share>;

  constructor(rate: Rate, now: () => number = () => performance.now(), callers = maxCallers) {
    this.#rate = rate;
    this.#now = now;
    this.#shares = new LRUCache({ max: callers });
  }

  /** The caller's share, refilled up to now. */
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
