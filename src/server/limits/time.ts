import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { FairQueue, type Release, type Requester } from '../../fair-queue.ts';
import { Cancellation, type Signal } from '../../signal.ts';
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
