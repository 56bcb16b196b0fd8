import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Scope, Viewer } from '../../auth/viewer.ts';
import { type Context, createContext } from '../../context.ts';
import type { Db } from '../../db/client.ts';
import { coded, errorCodes } from '../../error-codes.ts';
import type { PathStep, Requirement } from '../../execution/plan/columns.ts';
import type { Variables } from '../../execution/plan/plan.ts';
import type { RequestPlan } from '../../execution/plan/request-plan.ts';
import { runPlan } from '../../execution/run.ts';
import { WaitingFields } from '../../execution/waiting-fields.ts';
import type { Release } from '../../fair-queue.ts';
import type { Limits } from '../../limits.ts';
import type { Observation } from '../../observe/observation.ts';
import type { Observer } from '../../observe/observer.ts';
import { prices } from '../../prices.ts';
import { scopesExtension, scopesText } from '../../schema/build/access-rules.ts';
import { rejectInsteadOfThrow } from '../../schema/build/reject-instead-of-throw.ts';
import type { SharedCache } from '../../shared-cache.ts';
import type { Signal } from '../../signal.ts';
import { type Bucket, CostLimiter, type Soon, soon } from '../cost/cost-limiter.ts';
import { Payers } from '../cost/payer.ts';
import { type Turns, until } from '../limits/time.ts';
import { asGraphQL } from '../live/as-graphql.ts';
import type { EventSource } from '../live/compute.ts';
import { CredentialChecks, type Renew } from '../live/credentials.ts';
import type { Receiver } from '../live/receiver.ts';
import { SharedSubscriptions } from '../live/shared-subscriptions.ts';
import { notStreamed, subscribe } from '../live/subscribe.ts';
import type { Subscriptions } from '../live/subscriptions.ts';
import { Explanation, unexplained } from './explain.ts';
import type { Operation } from './operation.ts';
import { Preparation, type Ready } from './prepare.ts';

const pathKeys = (step: PathStep | null): readonly string[] =>
  step === null ? [] : [...pathKeys(step.above), step.key];

/** The operation was not executed, so clients that accept GraphQL's media type get the status 403. */
function forbidden({ field, scopes, path }: Requirement): GraphQLError {
  return new GraphQLError(`\`${field}\` requires the scope ${scopesText(scopes)}.`, {
    path: pathKeys(path),
    extensions: coded('FORBIDDEN', {
      ...scopesExtension(scopes),
      http: { status: errorCodes.FORBIDDEN.status },
    }),
  });
}

const forbiddenFields = (
  request: Pick<RequestPlan, 'missing'>,
  scopes: readonly Scope[],
): readonly GraphQLError[] => request.missing(scopes).map(forbidden);

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
  readonly plain?: boolean;
  readonly observer?: Observer | undefined;
}

export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly signal: Signal;
  /** Whether the request can only read, because it is a GET. */
  readonly readsOnly: boolean;
  /** Whether the result explains the execution, for callers that may see that. */
  readonly explains?: boolean | undefined;
  /** Given if the caller accepts a stream of events: checks whether the caller is still permitted. */
  readonly renew?: Renew | undefined;
  readonly present: EventSource['present'];
  readonly observation: Observation;
}

type Performed = Pick<OperationRequest, 'variables' | 'viewer' | 'requestId' | 'signal'> & {
  readonly observation: Observation | undefined;
};

/** Executes a request. The result of a subscription is a receiver of its events. */
export type Answer = (asked: OperationRequest) => Promise<ExecutionResult | Receiver>;

/** Events are computed for an account and scopes, regardless of the receiver. */
const sharedViewer = ({ accountId, scopes }: Viewer): Viewer => ({
  accountId,
  accountUserId: null,
  scopes,
  caller: 'subscriptions',
});

export function createAnswer(options: AnswerOptions): Answer {
  const { schema, db, limits, log, bucket, turns, plain = false, observer } = options;
  const costLimiter = new CostLimiter(limits, bucket);
  const payers = new Payers({ bucket, capacity: limits.bucket, refillPerSecond: limits.refill });
  const shared = new SharedSubscriptions({ limits, log, payers, feed: db.$feed, observer });
  const onEvents = (events: number) => observer?.sent(events);
  const credentials = new CredentialChecks(limits.signInMs);
  const preparation = new Preparation({ ...options, costLimiter });

  function perform(ready: Ready, asked: Performed, rootValue?: unknown): Promise<ExecutionResult> {
    const { operation, request } = ready;
    const { viewer, requestId, signal, observation } = asked;
    const contextValue = createContext(db, viewer, log, {
      requestId,
      signal,
      turn: () => turns.begin(viewer, signal),
      observation,
      reads: plain ? undefined : request.plan.reads,
    });
    const result = plain
      ? executePlain(operation, asked.variables, contextValue, rootValue)
      : runPlan(request, contextValue, rootValue);
    if (operation.type !== 'mutation') return result;
    return result.finally(() => contextValue.writer.settle());
  }

  /** Executes with graphql-js, without a plan. */
  async function executePlain(
    { document, operation }: Operation,
    variableValues: Performed['variables'],
    contextValue: Context,
    rootValue: unknown,
  ): Promise<ExecutionResult> {
    return execute({
      schema: rejectInsteadOfThrow(schema),
      document,
      operationName: operation.name?.value,
      variableValues,
      contextValue,
      rootValue,
    });
  }

  async function follow(ready: Ready, asked: OperationRequest) {
    const { operation, request } = ready;
    const { viewer, requestId, renew, observation } = asked;
    // Charges opening the subscription; each event is charged when it is sent.
    await costLimiter.settle(request, { viewer, observation }, {});
    if (renew === undefined) return { errors: [notStreamed()] };
    observation.isExecuted = true;
    const variables = asked.variables ?? {};
    const ofAll = { variables: asked.variables, viewer: sharedViewer(viewer) };
    return subscribe(
      { ...asked, operation, variables, priced: request, renew },
      {
        ...options,
        shared,
        credentials,
        onEvents,
        contextFor: (signal) => createContext(db, viewer, log, { requestId, signal, observation }),
        perform: (change, sharedId, signal, observed) =>
          perform(ready, { ...ofAll, requestId: sharedId, signal, observation: observed }, change),
      },
    );
  }

  function execution(ready: Ready, asked: OperationRequest): Soon<ExecutionResult | Receiver> {
    const { operation, request } = ready;
    const { viewer, explains } = asked;
    const forbidden = forbiddenFields(request, viewer.scopes);
    const rejections = explains ? [...forbidden, ...unexplained(viewer, operation.type)] : forbidden;
    if (rejections.length > 0) return costLimiter.reject(request, asked, rejections);
    if (explains) request.addCost(prices.explain.units);
    return soon<ExecutionResult | undefined, ExecutionResult | Receiver>(
      costLimiter.charge(request, asked),
      (unpaid) => unpaid ?? paid(ready, asked),
    );
  }

  function paid(ready: Ready, asked: OperationRequest): Promise<ExecutionResult | Receiver> {
    if (ready.operation.type === 'subscription') return follow(ready, asked);
    return asked.explains ? explained(ready, asked) : performed(ready, asked);
  }

  async function explained(ready: Ready, asked: OperationRequest): Promise<ExecutionResult> {
    const explanation = new Explanation(ready.request, { ...asked, db, limits });
    asked.observation.trace(explanation.tracer);
    return explanation.addTo(await WaitingFields.follow(() => performed(ready, asked)));
  }

  async function performed(ready: Ready, asked: OperationRequest): Promise<ExecutionResult> {
    const { operation, request } = ready;
    const { observation } = asked;
    const { name, type } = operation;
    const span = observation.tracer?.start('execute', { operation: name, type });
    observation.executing = span;
    observation.isExecuted = true;
    let result: ExecutionResult;
    try {
      result = await until(asked.signal, perform(ready, asked));
    } catch (error) {
      result = { errors: [asGraphQL(error)] };
    }
    span?.end();
    return costLimiter.settle(request, asked, result);
  }

  async function respond(asked: OperationRequest): Promise<ExecutionResult | Receiver> {
    let release: Release | undefined;
    try {
      const prepared = preparation.prepare(asked);
      const ready = prepared instanceof Promise ? await prepared : prepared;
      if (ready.errors) return { errors: ready.errors };
      release = ready.release;
      return await execution(ready, asked);
    } catch (error) {
      return { errors: [asGraphQL(error)] };
    } finally {
      release?.();
    }
  }

  return respond;
}
