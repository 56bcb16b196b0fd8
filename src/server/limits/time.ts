import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { FairQueue, type Release, type Requester } from '../../fair-queue.ts';
import type { Signal } from '../../signal.ts';
import { rejected } from '../rejection.ts';

const timedOut = (ms: number): GraphQLError =>
  rejected({
    code: 'TIMEOUT',
    message: `The request took over ${ms / 1_000} s; request less data, or use a narrower filter.`,
  });

/** The error for a client that closed its connection; no response can be sent. */
export const clientDisconnected = (): GraphQLError =>
  rejected({ code: 'BAD_REQUEST', message: 'The client disconnected.' });

/** Settles like the work, or rejects with the signal's reason as soon as the signal is aborted. */
export function until<T>(signal: Signal, work: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(
      (value) => {
        signal.removeEventListener('abort', stop);
        resolve(value);
      },
      (error) => {
        signal.removeEventListener('abort', stop);
        reject(error);
      },
    );
  });
}

/** The signal of a request, with its controller. Those of Node would be a twentieth of the cost of a look-up. */
export class Cancellation implements Signal {
  aborted = false;
  reason: unknown = undefined;
  readonly #listeners: (() => void)[] = [];

  /** Calls the listeners, at the first call only. */
  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    // A listener can remove others.
    for (let next = this.#listeners.shift(); next; next = this.#listeners.shift()) next();
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.aborted) this.#listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const at = this.#listeners.lastIndexOf(listener);
    if (at !== -1) this.#listeners.splice(at, 1);
  }
}

/** Aborts a request that takes too long: its reading, its execution and its SQL. */
export class Deadline {
  readonly #signal = new Cancellation();
  readonly #timer: NodeJS.Timeout;

  constructor(ms: number, requestId: string, log: Logger) {
    this.#timer = setTimeout(() => {
      log.warn({ requestId }, `request took over ${ms} ms`);
      this.#signal.abort(timedOut(ms));
    }, ms).unref();
  }

  get signal(): Signal {
    return this.#signal;
  }

  /** Aborts the request: the caller disconnected. */
  abort(): void {
    this.#signal.abort(clientDisconnected());
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** Time for starting requests in one iteration of the event loop; at least one is started. */
const budgetMs = 4;

/** A burst of requests leaves time for I/O; waiting requests start round-robin by account and caller. */
export class Turns {
  readonly #queue = new FairQueue({ slots: 1 });
  readonly #now: () => number;
  #since: number | undefined;
  #held: Release | undefined;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  async begin(requester: Requester, signal: Signal): Promise<void> {
    if (!this.tryBegin(requester)) this.#started(await this.#queue.acquire(requester, { signal }));
  }

  /** Begins without waiting; returns whether it could. */
  tryBegin(requester: Requester): boolean {
    const release = this.#queue.tryAcquire(requester);
    if (release !== undefined) this.#started(release);
    return release !== undefined;
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

  #end(): void {
    const release = this.#held;
    this.#since = undefined;
    this.#held = undefined;
    release?.();
  }
}
