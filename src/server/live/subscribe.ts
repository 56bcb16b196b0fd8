import { randomUUID } from 'node:crypto';
import { createSourceEventStream, type ExecutionResult, type GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../../auth/viewer.ts';
import type { ChangePlace, ChangeSource, Context } from '../../context.ts';
import type { Variables } from '../../execution/plan/plan.ts';
import type { RequestPlan } from '../../execution/plan/request-plan.ts';
import type { Observation } from '../../observe/observation.ts';
import type { Signal } from '../../signal.ts';
import { until } from '../limits/time.ts';
import type { Operation } from '../operation/operation.ts';
import { rejected } from '../rejection.ts';
import { type EventSource, jsonOf } from './compute.ts';
import type { CredentialChecks, Renew } from './credentials.ts';
import { Receiver, type ReceiverOptions } from './receiver.ts';
import { sharedKey } from './shared-key.ts';
import type { SharedSubscription } from './shared-subscription.ts';
import type { SharedSubscriptions } from './shared-subscriptions.ts';
import type { End, Subscriptions } from './subscriptions.ts';

export interface SubscribeOptions {
  readonly log: Logger;
  readonly subscriptions: Subscriptions;
  readonly shared: SharedSubscriptions;
  readonly credentials: CredentialChecks;
  readonly onEvents: ReceiverOptions['onEvents'];
  readonly contextFor: (signal: Signal) => Context;
  /** Executes the operation for one event, as the caller of shared subscriptions. */
  readonly perform: EventSource['perform'];
}

export interface Subscribing {
  readonly operation: Operation;
  /** The variables as given, not coerced. */
  readonly variables: Variables;
  readonly priced: RequestPlan;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly signal: Signal;
  readonly renew: Renew;
  readonly present: EventSource['present'];
  readonly observation: Observation;
}

export const notStreamed = (): GraphQLError =>
  rejected({
    code: 'BAD_REQUEST',
    message:
      'The response to a subscription is a stream of server-sent events; accept `text/event-stream`. WebSockets are not supported.',
  });

async function openSource({ operation, variables }: Subscribing, contextValue: Context) {
  const { schema, document, operation: definition } = operation;
  const opened = await createSourceEventStream({
    schema,
    document,
    operationName: definition.name?.value,
    variableValues: variables,
    contextValue,
  });
  // All fields of Subscription have a ChangeSource.
  return Symbol.asyncIterator in opened ? (opened as ChangeSource) : opened;
}

/** Sorts after every id, so that a position alone identifies the place of its change. */
const lastId = '~';

/** The shared subscription for a request; its first subscriber decides how events are computed. */
function sharedOf(subscribing: Subscribing, { shared, perform }: SubscribeOptions, source: ChangeSource) {
  const { operation, variables, priced, viewer, present } = subscribing;
  const { accountId } = viewer;
  const { origin } = subscribing.observation;
  const key = sharedKey(operation, variables, viewer);
  const events = () => ({ accountId, requestId: randomUUID(), operation, origin, priced, perform, present });
  return shared.of(key, events, source);
}

/** The state that an open receiver keeps: no request, no context and no plan. */
type Kept = Pick<Subscribing, 'requestId' | 'signal' | 'present'> &
  Pick<SubscribeOptions, 'shared' | 'log' | 'onEvents'> & {
    readonly caller: string;
    readonly after: number;
    readonly head: number;
    readonly subscription: SharedSubscription;
    readonly leave: () => void;
    readonly watch: (end: (why: GraphQLError) => void) => () => void;
  };

function createReceiver(place: ChangePlace, kept: Kept): Receiver {
  const {
    requestId,
    signal,
    present,
    shared,
    log,
    onEvents,
    caller,
    after,
    head,
    subscription,
    leave,
    watch,
  } = kept;
  const closed = () => receiver.closed();
  const receiver: Receiver = new Receiver(place, {
    caller,
    requestId,
    onEvents,
    onStart() {
      shared.keepAlive(receiver);
      subscription.start(receiver, after, head);
    },
    presentEnd: (why) => jsonOf(present({ errors: [why] }, requestId)),
    onEnd(why) {
      shared.remove(receiver, subscription);
      leave();
      unwatch();
      signal.removeEventListener('abort', closed);
      log.info({ requestId, code: why?.extensions.code }, 'subscription ended');
    },
  });
  subscription.add(receiver);
  const unwatch = watch((why) => receiver.end(why));
  signal.addEventListener('abort', closed);
  return receiver;
}

/** Separate: closures of one scope keep all its variables alive, and the request must not be among them. */
function watcher({ viewer, renew }: Subscribing, credentials: CredentialChecks): Kept['watch'] {
  const { expiresAt } = viewer;
  return (end) => credentials.watch({ expiresAt }, renew, end);
}

// Separate functions, so that an open subscription does not keep the objects that opened it.
const aborting = (stop: AbortController): End => {
  return (why) => stop.abort(why);
};
const ending = (receiver: Receiver): End => {
  return (why) => receiver.end(why);
};

export async function subscribe(
  subscribing: Subscribing,
  options: SubscribeOptions,
): Promise<ExecutionResult | Receiver> {
  const stop = new AbortController();
  const current = { end: aborting(stop) };
  const leave = options.subscriptions.admit(subscribing.viewer.caller, (why) => current.end(why));
  let receiver: Receiver | undefined;
  try {
    const opening = openSource(subscribing, options.contextFor(stop.signal));
    const source = await until(stop.signal, until(subscribing.signal, opening));
    if (!(Symbol.asyncIterator in source)) return source;
    const { requestId, signal, present, viewer } = subscribing;
    const { shared, log, onEvents, credentials } = options;
    receiver = createReceiver(
      { position: source.after, id: lastId },
      {
        ...{ requestId, signal, present, shared, log, onEvents, leave },
        caller: viewer.caller,
        after: Number(source.after),
        head: Number(source.head),
        subscription: sharedOf(subscribing, options, source),
        watch: watcher(subscribing, credentials),
      },
    );
    current.end = ending(receiver);
    return receiver;
  } finally {
    if (receiver === undefined) leave();
  }
}
