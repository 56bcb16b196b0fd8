import { randomUUID } from 'node:crypto';
import { createSourceEventStream, type ExecutionResult, type GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { ChangeSource, Context, Viewer } from '../../context.ts';
import type { Limits } from '../../limits.ts';
import { refused } from '../limits/refused.ts';
import { until } from '../limits/time-limit.ts';
import type { Operation, Priced, Variables } from '../operation/operation.ts';
import { type EventSource, jsonOf } from './compute.ts';
import { type Renew, watchCredentials } from './credentials.ts';
import { Receiver } from './receiver.ts';
import { sharedKey } from './shared-key.ts';
import type { SharedSubscriptions } from './shared-subscriptions.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface SubscribeOptions {
  readonly limits: Limits;
  readonly log: Logger;
  readonly subscriptions: Subscriptions;
  readonly shared: SharedSubscriptions;
  readonly contextFor: (signal: AbortSignal) => Context;
  /** The result of one event, for the caller of shared subscriptions. */
  readonly perform: EventSource['perform'];
}

export interface Subscribing {
  readonly operation: Operation;
  /** As they were given. */
  readonly variables: Variables;
  readonly priced: Priced;
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Aborted when the client closes the stream. */
  readonly signal: AbortSignal;
  readonly renew: Renew;
  readonly present: EventSource['present'];
}

export const notStreamed = (): GraphQLError =>
  refused({
    code: 'BAD_REQUEST',
    status: 400,
    message:
      'A subscription is answered by server-sent events: name `text/event-stream` in `accept`. WebSockets are not served.',
  });

/** The source of the subscription's field, or the errors for which there is none. */
async function openSource({ operation, variables }: Subscribing, contextValue: Context) {
  const { schema, document, operation: definition } = operation;
  const opened = await createSourceEventStream({
    schema,
    document,
    operationName: definition.name?.value,
    variableValues: variables,
    contextValue,
  });
  // All fields of Subscription have such a source.
  return Symbol.asyncIterator in opened ? (opened as ChangeSource) : opened;
}

interface Opened {
  readonly source: ChangeSource;
  readonly leave: () => void;
}

/** Makes the receiver of a subscription whose source is open. */
function createReceiver(subscribing: Subscribing, options: SubscribeOptions, { source, leave }: Opened) {
  const { operation, variables, priced, viewer, requestId, signal, renew, present } = subscribing;
  const { limits, log, shared, perform } = options;
  const { accountId, caller } = viewer;
  const subscription = shared.of(
    sharedKey(operation, variables, viewer),
    () => ({ accountId, requestId: randomUUID(), priced, perform, present }),
    source,
  );
  const closed = () => receiver.closed();
  const receiver: Receiver = new Receiver(
    { position: source.after, id: '~' },
    {
      caller,
      requestId,
      onStart() {
        shared.keepAlive(receiver);
        subscription.start(receiver, Number(source.after), Number(source.head));
      },
      presentEnd: (why) => jsonOf(present({ errors: [why] }, requestId)),
      onEnd(why) {
        shared.remove(receiver, subscription);
        leave();
        unwatch();
        signal.removeEventListener('abort', closed);
        log.info({ requestId, code: why?.extensions.code }, 'subscription ended');
      },
    },
  );
  subscription.add(receiver);
  const unwatch = watchCredentials(viewer, renew, {
    everyMs: limits.signInMs,
    end: (why) => receiver.end(why),
  });
  signal.addEventListener('abort', closed);
  return receiver;
}

/** Opens a subscription: its receiver, or the errors for which there is none. */
export async function subscribe(
  subscribing: Subscribing,
  options: SubscribeOptions,
): Promise<ExecutionResult | Receiver> {
  const stop = new AbortController();
  let receiver: Receiver | undefined;
  const end = (why: GraphQLError) => (receiver ? receiver.end(why) : stop.abort(why));
  const leave = options.subscriptions.enter(subscribing.viewer.caller, end);
  try {
    const opening = openSource(subscribing, options.contextFor(stop.signal));
    const source = await until(stop.signal, until(subscribing.signal, opening));
    if (!(Symbol.asyncIterator in source)) return source;
    receiver = createReceiver(subscribing, options, { source, leave });
    return receiver;
  } finally {
    if (receiver === undefined) leave();
  }
}
