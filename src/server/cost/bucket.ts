export interface Balance {
  /** Whether the caller could pay; if not, nothing was taken. */
  readonly isPaid: boolean;
  readonly available: number;
}

/** What callers may spend: full at first, refilled all the time. */
export interface Bucket {
  /** Takes what a request costs from a caller's share. */
  take(caller: string, cost: number): Promise<Balance>;
  /** Gives back what was not used. */
  giveBack(caller: string, cost: number): Promise<Balance>;
  close(): Promise<void>;
}

export interface Rate {
  readonly capacity: number;
  readonly refillPerSecond: number;
}

interface Share {
  readonly available: number;
  readonly at: number;
}

/** Callers that are remembered at most; those that spent longest ago are forgotten, and have all of it again. */
const maxCallers = 10_000;

/** A share for each caller, in this process. */
export class MemoryBucket implements Bucket {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #maxCallers: number;
  readonly #shares = new Map<string, Share>();

  constructor(rate: Rate, now: () => number = () => performance.now(), callers = maxCallers) {
    this.#rate = rate;
    this.#now = now;
    this.#maxCallers = callers;
  }

  #available(caller: string): number {
    const { capacity, refillPerSecond } = this.#rate;
    const share = this.#shares.get(caller);
    if (share === undefined) return capacity;
    return Math.min(capacity, share.available + ((this.#now() - share.at) / 1_000) * refillPerSecond);
  }

  #keep(caller: string, available: number): void {
    this.#shares.delete(caller);
    this.#shares.set(caller, { available, at: this.#now() });
    const [oldest] = this.#shares.keys();
    if (this.#shares.size > this.#maxCallers && oldest !== undefined) this.#shares.delete(oldest);
  }

  async take(caller: string, cost: number): Promise<Balance> {
    const available = this.#available(caller);
    if (available < cost) return { isPaid: false, available: Math.floor(available) };
    this.#keep(caller, available - cost);
    return { isPaid: true, available: Math.floor(available - cost) };
  }

  async giveBack(caller: string, cost: number): Promise<Balance> {
    const available = Math.min(this.#rate.capacity, this.#available(caller) + cost);
    if (cost > 0) this.#keep(caller, available);
    return { isPaid: true, available: Math.floor(available) };
  }

  async close(): Promise<void> {}
}
