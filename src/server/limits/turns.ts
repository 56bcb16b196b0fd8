import { FairQueue, type Release, type Requester } from '../../fair-queue.ts';

/** Requests begin for at most this long in one iteration of the event loop, and at least one does. */
const budgetMs = 4;

/** While connections arrive, one request begins in this many iterations. */
const maxAccepts = 16;

/**
 * Spreads the beginning of requests over iterations of the event loop: a flood of requests that arrive together leaves
 * room for I/O and for other callers in between. Requests that have to wait begin round-robin by account and caller.
 *
 * An iteration accepts one connection only. While connections arrive, most iterations begin no request, so that a new
 * connection, such as that of a health check, does not wait for the requests of the connections before it.
 */
export class Turns {
  readonly #queue = new FairQueue({ slots: 1 });
  readonly #now: () => number;
  #since: number | undefined;
  #held: Release | undefined;
  /** Whether the iteration has accepted a connection, and how many before it have, since requests began. */
  #hasAccepted = false;
  #accepts = 0;
  #budgetMs = budgetMs;

  /** The clock is in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Waits for a turn; rejects with the signal's reason. */
  async begin(requester: Requester, signal: AbortSignal): Promise<void> {
    this.#started(this.#queue.tryAcquire(requester) ?? (await this.#queue.acquire(requester, { signal })));
  }

  /** To be called when a connection was accepted. */
  accepted(): void {
    this.#hasAccepted = true;
  }

  #started(release: Release): void {
    const now = this.#now();
    if (this.#since === undefined) setImmediate(() => this.#end());
    this.#since ??= now;
    if (now - this.#since < this.#budgetMs && !this.#hasAccepted) release();
    else this.#held = release;
  }

  /** The iteration is over: the next one has its own time. */
  #end(): void {
    this.#accepts = this.#hasAccepted ? this.#accepts + 1 : 0;
    this.#hasAccepted = false;
    if (this.#accepts > 0 && this.#accepts < maxAccepts) {
      setImmediate(() => this.#end());
      return;
    }
    const release = this.#held;
    this.#budgetMs = this.#accepts === 0 ? budgetMs : 0;
    this.#accepts = 0;
    this.#since = undefined;
    this.#held = undefined;
    release?.();
  }
}
