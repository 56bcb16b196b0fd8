import type { Signal } from '../../signal.ts';
/** The maximum delay of Node's timers. */
export const maxTimeoutMs = 2 ** 31 - 1;

export class AcquireTimeoutError extends Error {
  override readonly name = 'AcquireTimeoutError';
  readonly code = 'ETIMEDOUT';

  constructor(ms: number) {
    super(`No database connection became free within ${ms} ms.`);
  }
}

export class WaitLimit {
  readonly #limitMs: number;
  readonly #waits = new Map<AbortController, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  async during<T>(signal: Signal | undefined, work: (limited: Signal) => Promise<T>): Promise<T> {
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
