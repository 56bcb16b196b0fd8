import { setMaxListeners } from 'node:events';
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { stillWanted } from '../../db/cancel.ts';
import { requestIdOf } from '../request-id.ts';
import { refused } from './refused.ts';

const tooLong = (ms: number): GraphQLError =>
  refused({
    code: 'TIMEOUT',
    status: 504,
    message: `The request took over ${ms / 1_000} s; ask for less at a time, or filter more narrowly.`,
  });

/** Nobody reads it. */
const hungUp = (): GraphQLError =>
  refused({ code: 'BAD_REQUEST', status: 499, message: 'The caller did not wait for the answer.' });

/** Settles as the work does, or fails with the signal's reason as soon as there is one. */
function until<T>(signal: AbortSignal, work: PromiseLike<T> | T): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    Promise.resolve(work).then(resolve, reject);
  });
}

/** Stops a request that takes too long, or whose caller hangs up: its reading, its execution and its SQL. */
export function useTimeLimit(ms: number, log: Logger): Plugin {
  const signals = new WeakMap<Request, AbortSignal>();
  const timers = new WeakMap<Request, NodeJS.Timeout>();

  function start(request: Request): void {
    const stop = new AbortController();
    // Every statement of the request listens.
    setMaxListeners(0, stop.signal);
    signals.set(request, stop.signal);
    const timer = setTimeout(() => {
      log.warn({ requestId: requestIdOf(request) }, `request took over ${ms} ms`);
      stop.abort(tooLong(ms));
    }, ms);
    timers.set(request, timer.unref());
    request.signal.addEventListener('abort', () => stop.abort(hungUp()), { once: true });
  }

  return {
    onRequest({ request }) {
      start(request);
    },
    onRequestParse({ request, requestParser, setRequestParser }) {
      const signal = signals.get(request);
      if (!signal || !requestParser) return;
      setRequestParser((each) => until(signal, requestParser(each)));
    },
    onExecute({ args, executeFn, setExecuteFn }) {
      const signal = signals.get((args.contextValue as { readonly request: Request }).request);
      if (!signal) return;
      setExecuteFn((each) => stillWanted.run(signal, () => until(signal, executeFn(each))));
    },
    onResponse({ request }) {
      clearTimeout(timers.get(request));
    },
  };
}
