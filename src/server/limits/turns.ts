import { FairQueue, type Release, type Requester } from '../../fair-queue.ts';

/** Time for starting requests in one iteration of the event loop; at least one is started. */
const budgetMs = 4;

/**
 * Spreads the start of requests over iterations of the event loop, so that a burst of requests leaves time
 * for I/O and for other callers. Waiting requests start round-robin by account and caller.
 */
export class Turns {
  readonly #queue = new FairQueue({ slots: 1 });
  readonly #now: () => number;
  #since: number | undefined;
  #held: Release | undefined;

  /** `now` returns milliseconds. */
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
    // Runs after the microtasks, so that the immediate work of the request counts.
    process.nextTick(() => {
      if (this.#now() - since < budgetMs) release();
      else this.#held = release;
    });
  }

  /** Ends the iteration; the next one has its own budget. */
  #end(): void {
    const release = this.#held;
    this.#since = undefined;
    this.#held = undefined;
    release?.();
  }
}
