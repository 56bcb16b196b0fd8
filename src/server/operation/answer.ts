import { type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { createContext, type Viewer } from '../../context.ts';
import type { Db } from '../../db/client.ts';
import type { Variables } from '../../execution/plan/plan.ts';
import { runPlan } from '../../execution/run.ts';
import type { Limits } from '../../limits.ts';
import type { SharedCache } from '../../shared-cache.ts';
import type { Bucket } from '../cost/bucket.ts';
import { Payers } from '../cost/payer.ts';
import { Till } from '../cost/till.ts';
import { until } from '../limits/time-limit.ts';
import type { Turns } from '../limits/turns.ts';
import { asGraphQL } from '../live/as-graphql.ts';
import type { EventSource } from '../live/compute.ts';
import { CredentialChecks, type Renew } from '../live/credentials.ts';
import type { Receiver } from '../live/receiver.ts';
import { SharedSubscriptions } from '../live/shared-subscriptions.ts';
import { notStreamed, subscribe } from '../live/subscribe.ts';
import type { Subscriptions } from '../live/subscriptions.ts';
import { forbiddenFields } from '../scope-check.ts';
import { Preparation, type Ready } from './prepare.ts';

export interface AnswerOptions {
  readonly schema: GraphQLSchema;
  readonly db: Db;
  readonly limits: Limits;
  readonly bucket: Bucket;
  readonly log: Logger;
  readonly subscriptions: Subscriptions;
  readonly cache: SharedCache;
  readonly turns: Turns;
  /** Whether callers can see the schema. */
  readonly showsSchema: boolean;
  /** Whether graphql-js executes all operations, without plans: the reference that plans are tested against. */
  readonly plain?: boolean;
}

/** An operation as a request names it, with its caller. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Whether the request can only read, because it is a GET. */
  readonly readsOnly: boolean;
  /** Given if the caller accepts a stream of events: checks whether the caller is still permitted. */
  readonly renew?: Renew | undefined;
  /** Returns a result as callers see it, under a request id. */
  readonly present: EventSource['present'];
}

type Performed = Pick<Asked, 'variables' | 'viewer' | 'requestId' | 'signal'>;

/** Executes a request. The result of a subscription is a receiver of its events. */
export type Answer = (asked: Asked) => Promise<ExecutionResult | Receiver>;

/** Events are computed for an account and scopes, regardless of the receiver. */
const sharedViewer = ({ accountId, scopes }: Viewer): Viewer => ({
  accountId,
  accountUserId: null,
  scopes,
  caller: 'subscriptions',
});

/** Creates the steps between a request and its response: parsing, validating, pricing and executing an operation. */
export function createAnswer(options: AnswerOptions): Answer {
  const { schema, db, limits, log, bucket, turns, plain = false } = options;
  const till = new Till(limits, bucket);
  const payers = new Payers({ bucket, capacity: limits.bucket, refillPerSecond: limits.refill });
  const shared = new SharedSubscriptions({ limits, log, payers, feed: db.$feed });
  const credentials = new CredentialChecks(limits.signInMs);
  const preparation = new Preparation({ ...options, till });

  async function perform(ready: Ready, asked: Performed, rootValue?: unknown): Promise<ExecutionResult> {
    const { operation, request } = ready;
    const { viewer, requestId, signal } = asked;
    const contextValue = createContext(db, viewer, log.child({ requestId }), {
      signal,
      turn: () => turns.begin(viewer, signal),
      ...(!plain && { reads: request.plan.reads }),
    });
    try {
      if (!plain) return await runPlan(request, contextValue, rootValue);
      return await execute({
        schema,
        document: operation.document,
        operationName: operation.operation.name?.value,
        variableValues: asked.variables,
        contextValue,
        rootValue,
      });
    } finally {
      if (operation.operation.operation === 'mutation') await contextValue.writer.settle();
    }
  }

  async function follow(ready: Ready, asked: Asked) {
    const { operation, request } = ready;
    const { viewer, requestId, renew } = asked;
    // Charges opening the subscription; each event is charged when it is sent.
    await till.settle(request, viewer, {});
    if (renew === undefined) return { errors: [notStreamed()] };
    const variables = asked.variables ?? {};
    const ofAll = { variables: asked.variables, viewer: sharedViewer(viewer) };
    return subscribe(
      { ...asked, operation, variables, priced: request, renew },
      {
        ...options,
        shared,
        credentials,
        contextFor: (signal) => createContext(db, viewer, log.child({ requestId }), { signal }),
        perform: (change, sharedId, signal) =>
          perform(ready, { ...ofAll, requestId: sharedId, signal }, change),
      },
    );
  }

  async function execution(ready: Ready, asked: Asked): Promise<ExecutionResult | Receiver> {
    const { operation, request } = ready;
    const forbidden = forbiddenFields(request.plan.requirements, asked.viewer.scopes);
    if (forbidden.length > 0) return till.reject(request, asked.viewer, forbidden);
    const unpaid = await till.take(request, asked.viewer);
    if (unpaid) return unpaid;
    if (operation.operation.operation === 'subscription') return follow(ready, asked);
    const result = await until(asked.signal, perform(ready, asked)).catch((error) => ({
      errors: [asGraphQL(error)],
    }));
    return till.settle(request, asked.viewer, result);
  }

  async function respond(asked: Asked): Promise<ExecutionResult | Receiver> {
    const ready = await preparation.prepare(asked);
    if (ready.errors) return { errors: ready.errors };
    try {
      return await execution(ready, asked);
    } finally {
      ready.release?.();
    }
  }

  return (asked) => respond(asked).catch((error) => ({ errors: [asGraphQL(error)] }));
}
