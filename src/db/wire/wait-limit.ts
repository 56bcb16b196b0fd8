import type { FairQueue } from '../../fair-queue.ts';

/** The maximum delay of Node's timers. */
export const maxTimeoutMs = 2 ** 31 - 1;

export class AcquireTimeoutError extends Error {
  override readonly name = 'AcquireTimeoutError';
  readonly code = 'ETIMEDOUT';

  constructor(ms: number) {
    super(`No database connection became free within ${ms} ms.`);
  }
}

/** Limits the time of each wait in a queue, with one timer for all. */
export class WaitLimit {
  readonly #queue: FairQueue;
  readonly #limitMs: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(queue: FairQueue, limitMs: number) {
    this.#queue = queue;
    this.#limitMs = limitMs;
  }

  /** To be called when a request begins to wait. */
  watch(ms = this.#limitMs): void {
    this.#timer ??= setTimeout(() => this.#check(), ms).unref();
  }

  #check(): void {
    this.#timer = undefined;
    const until = performance.now() - this.#limitMs;
    const oldest = this.#queue.expire(until, new AcquireTimeoutError(this.#limitMs));
    if (oldest !== undefined) this.watch(oldest - until);
  }
}
