/** Node's timers take no more. */
export const maxTimeoutMs = 2 ** 31 - 1;

/** No connection became free in time. */
export class AcquireTimeoutError extends Error {
  override readonly name = 'AcquireTimeoutError';
  readonly code = 'ETIMEDOUT';

  constructor(ms: number) {
    super(`No database connection became free within ${ms} ms.`);
  }
}

/** Bounds many waits with one timer. */
export class WaitLimit {
  readonly #limitMs: number;
  /** In the order in which they began. */
  readonly #waits = new Map<AbortController, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** Waits until the limit or the given signal aborts the signal that the work is given. */
  async during<T>(signal: AbortSignal | undefined, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    const wait = new AbortController();
    const stop = () => wait.abort(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    this.#waits.set(wait, performance.now());
    this.#arm(this.#limitMs);
    try {
      return await work(wait.signal);
    } finally {
      this.#waits.delete(wait);
      signal?.removeEventListener('abort', stop);
    }
  }

  #arm(ms: number): void {
    this.#timer ??= setTimeout(() => this.#check(), ms).unref();
  }

  #check(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (const [wait, since] of this.#waits) {
      const leftMs = since + this.#limitMs - now;
      if (leftMs > 0) {
        this.#arm(leftMs);
        break;
      }
      wait.abort(new AcquireTimeoutError(this.#limitMs));
    }
  }
}
