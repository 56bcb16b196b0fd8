import { setMaxListeners } from 'node:events';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { rejected } from '../rejection.ts';

const tooLong = (ms: number): GraphQLError =>
  rejected({
    code: 'TIMEOUT',
    message: `The request took over ${ms / 1_000} s; request less data, or use a narrower filter.`,
  });

/** The error for a client that closed its connection; no response can be sent. */
export const hungUp = (): GraphQLError =>
  rejected({ code: 'BAD_REQUEST', message: 'The client disconnected.' });

/** Settles like the work, or rejects with the signal's reason as soon as the signal is aborted. */
export function until<T>(signal: AbortSignal, work: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).then(() => signal.removeEventListener('abort', stop));
  });
}

/** The time limit of a request. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Aborts the request: the caller disconnected. */
  abandon(): void;
  /** Ends the time limit: the request is answered. */
  end(): void;
}

/** Aborts a request that takes too long: its reading, its execution and its SQL. */
export function startDeadline(ms: number, requestId: string, log: Logger): Deadline {
  const stop = new AbortController();
  // Every statement of the request adds a listener.
  setMaxListeners(0, stop.signal);
  const timer = setTimeout(() => {
    log.warn({ requestId }, `request took over ${ms} ms`);
    stop.abort(tooLong(ms));
  }, ms).unref();
  return {
    signal: stop.signal,
    abandon: () => stop.abort(hungUp()),
    end: () => clearTimeout(timer),
  };
}
