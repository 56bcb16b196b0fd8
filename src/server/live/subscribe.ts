import { createSourceEventStream, type ExecutionResult, type GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Context, Viewer } from '../../context.ts';
import type { Limits } from '../../limits.ts';
import type { Till } from '../cost/till.ts';
import { refused } from '../limits/refused.ts';
import { startDeadline, until } from '../limits/time-limit.ts';
import type { Operation, Priced, Variables } from '../operation/operation.ts';
import { type Renew, watchCredentials } from './credentials.ts';
import { asGraphQL, LiveAnswer } from './live-answer.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface SubscribeOptions {
  readonly limits: Limits;
  readonly log: Logger;
  readonly till: Till;
  readonly subscriptions: Subscriptions;
  readonly contextFor: (signal: AbortSignal) => Context;
  /** The answer to one event. */
  readonly perform: (event: unknown, signal: AbortSignal) => Promise<ExecutionResult>;
}

export interface Subscribing {
  readonly operation: Operation;
  /** As they were given. */
  readonly variables: Variables;
  readonly priced: Priced;
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Aborted when the caller hangs up. */
  readonly signal: AbortSignal;
  readonly renew: Renew;
}

export const notStreamed = (): GraphQLError =>
  refused({
    code: 'BAD_REQUEST',
    status: 400,
    message:
      'A subscription is answered by server-sent events: name `text/event-stream` in `accept`. WebSockets are not served.',
  });

const tooSlow = (ms: number): GraphQLError =>
  refused({
    code: 'SLOW_CONSUMER',
    status: 503,
    message: `Nothing was read for ${ms / 1_000} s; subscribe again, with \`after\` of the last change that you have.`,
  });

/** What the subscription's field gives, or why it gives nothing. */
function sourceOf({ operation, variables }: Subscribing, contextValue: Context) {
  const { schema, document, operation: definition } = operation;
  return createSourceEventStream({
    schema,
    document,
    operationName: definition.name?.value,
    variableValues: variables,
    contextValue,
  });
}

/** One event's answer, for which there is as much time as for a request. */
function answerEach(subscribing: Subscribing, options: SubscribeOptions, stop: AbortSignal) {
  const { priced, viewer, requestId } = subscribing;
  const { till, limits, log, perform } = options;
  return async (event: unknown): Promise<ExecutionResult> => {
    await till.wait(priced, viewer, stop);
    const { signal, abandon, end } = startDeadline(limits.requestMs, requestId, log);
    stop.addEventListener('abort', abandon);
    try {
      const result = await until(signal, perform(event, signal)).catch((error) => ({
        errors: [asGraphQL(error)],
      }));
      return await till.settle(priced, viewer, result);
    } finally {
      stop.removeEventListener('abort', abandon);
      end();
    }
  };
}

/** Has a subscription's answers be made from its events. */
function begin(
  subscribing: Subscribing,
  options: SubscribeOptions,
  { source, stop, leave }: { source: AsyncIterable<unknown>; stop: AbortController; leave: () => void },
): LiveAnswer {
  const { viewer, requestId, signal, renew } = subscribing;
  const { limits, log } = options;
  const live: LiveAnswer = new LiveAnswer({
    source: source[Symbol.asyncIterator](),
    answer: answerEach(subscribing, options, stop.signal),
    stop,
    stallMs: limits.stallMs,
    tooSlow: () => tooSlow(limits.stallMs),
    onEnd(why) {
      leave();
      unwatch();
      signal.removeEventListener('abort', hangUp);
      log.info({ requestId, code: why?.extensions.code }, 'a subscription ended');
    },
  });
  const unwatch = watchCredentials(viewer, renew, { everyMs: limits.signInMs, end: (why) => live.end(why) });
  const hangUp = () => live.end();
  signal.addEventListener('abort', hangUp);
  return live;
}

/** Opens a subscription: its answers, one for each event, until it ends; or the errors for which there are none. */
export async function subscribe(
  subscribing: Subscribing,
  options: SubscribeOptions,
): Promise<ExecutionResult | LiveAnswer> {
  const stop = new AbortController();
  let live: LiveAnswer | undefined;
  const end = (why: GraphQLError) => (live ? live.end(why) : stop.abort(why));
  const leave = options.subscriptions.enter(subscribing.viewer.caller, end);
  try {
    const opening = Promise.resolve(sourceOf(subscribing, options.contextFor(stop.signal)));
    const source = await until(stop.signal, until(subscribing.signal, opening));
    if (!(Symbol.asyncIterator in source)) return source;
    live = begin(subscribing, options, { source, stop, leave });
    return live;
  } finally {
    if (live === undefined) leave();
  }
}
