import { FairQueue, type Release, type Requester } from '../../fair-queue.ts';

/** Requests begin for at most this long in one iteration of the event loop, and at least one does. */
const budgetMs = 4;

/**
 * Spreads the beginning of requests over iterations of the event loop: a flood of requests that arrive together leaves
 * room for I/O and for other callers in between. Requests that have to wait begin round-robin by account and caller.
 */
export class Turns {
  readonly #queue = new FairQueue({ slots: 1 });
  readonly #now: () => number;
  #since: number | undefined;
  #held: Release | undefined;

  /** The clock is in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Waits for a turn; rejects with the signal's reason. */
  async begin(requester: Requester, signal: AbortSignal): Promise<void> {
    this.#started(this.#queue.tryAcquire(requester) ?? (await this.#queue.acquire(requester, { signal })));
  }

  #started(release: Release): void {
    if (this.#since === undefined) setImmediate(() => this.#end());
    const since = this.#since ?? this.#now();
    this.#since = since;
    // After the microtasks: what the request does immediately counts.
    process.nextTick(() => {
      if (this.#now() - since < budgetMs) release();
      else this.#held = release;
    });
  }

  /** The iteration is over: the next one has its own time. */
  #end(): void {
    const release = this.#held;
    this.#since = undefined;
    this.#held = undefined;
    release?.();
  }
}
