import type { ExecutionResult } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Change } from '../../db/feed/feed.ts';
import type { RequestPlan } from '../../execution/plan/request-plan.ts';
import type { FairQueue } from '../../fair-queue.ts';
import type { Limits } from '../../limits.ts';
import { clientLeft, Observation } from '../../observe/observation.ts';
import type { Observer, OperationIdentity } from '../../observe/observer.ts';
import type { Signal } from '../../signal.ts';
import type { Payers } from '../cost/payer.ts';
import { Deadline, until } from '../limits/time.ts';
import { asGraphQL } from './as-graphql.ts';
import { eventBytes, type LiveEvent } from './live-event.ts';

/** Cost up to which computing an event is free: the slots limit it. */
const freeCost = 10;

export interface EventSource {
  readonly accountId: string;
  readonly requestId: string;
  readonly operation: OperationIdentity;
  /** The place of the first subscriber's request in its trace, if it is traced. */
  readonly origin: object | undefined;
  readonly priced: RequestPlan;
  readonly perform: (
    change: Change,
    requestId: string,
    signal: Signal,
    observation: Observation | undefined,
  ) => Promise<ExecutionResult>;
  readonly present: (result: ExecutionResult, requestId: string) => ExecutionResult;
}

export interface ComputeOptions {
  readonly limits: Limits;
  readonly log: Logger;
  readonly payers: Payers;
  /** Slots shared by the computations of all subscriptions. */
  readonly slots: FairQueue;
  /** Of events. */
  readonly observer?: Observer | undefined;
}

const noHeaders = () => undefined;

function observe(source: EventSource, caller: string, observer: Observer): Observation {
  const { accountId, requestId, operation, origin, priced } = source;
  const observation = new Observation(requestId, '', observer);
  observation.operation = operation;
  observation.origin = origin;
  observation.requestedCost = priced.cost;
  observation.isExecuted = true;
  observation.signedIn({ accountId, caller });
  observer.started(observation, noHeaders);
  return observation;
}

class TextResponse {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type FetchApi = Parameters<typeof processRegularResult>[1];

export function jsonOf(result: ExecutionResult): string {
  // Yoga uses only the constructor of the API.
  const api = { Response: TextResponse } as unknown as FetchApi;
  return (processRegularResult(result as never, api, 'application/json') as unknown as TextResponse).text;
}

/** Computes, prices, presents and serialises the event of one change; undefined when stopped. */
export async function computeEvent(
  change: Change,
  caller: string,
  source: EventSource,
  { limits, log, payers, slots, observer }: ComputeOptions,
  stop: AbortSignal,
): Promise<LiveEvent | undefined> {
  const { accountId, requestId, priced, perform, present } = source;
  const payer = payers.ofComputations(caller);
  const charge = Math.max(0, priced.cost - freeCost);
  const paid = charge > 0 ? await payer.payAll(charge, stop) : 0;
  const slot = await slots.acquire({ accountId, caller }, { signal: stop }).catch(() => undefined);
  if (slot === undefined || stop.aborted) {
    slot?.();
    return undefined;
  }
  const deadline = new Deadline(limits.requestMs, requestId, log);
  const { signal } = deadline;
  const abort = () => deadline.abort();
  stop.addEventListener('abort', abort);
  const startedAt = performance.now();
  const observation = observer && observe(source, caller, observer);
  let bytes: Buffer | undefined;
  try {
    const result: ExecutionResult = await until(
      signal,
      perform(change, requestId, signal, observation),
    ).catch((error) => ({ errors: [asGraphQL(error)] }));
    if (stop.aborted) return undefined;
    const actual = priced.actualCost(result.data);
    await payer.refund(paid - Math.max(0, actual - freeCost));
    const cost = { requested: priced.cost, actual };
    const event = present({ ...result, extensions: { ...result.extensions, cost } }, requestId);
    if (observation !== undefined) {
      observation.actualCost = actual;
      observation.answered(event);
    }
    bytes = eventBytes(jsonOf(event));
    return {
      place: { position: change.position, id: change.id },
      position: Number(change.position),
      bytes,
      isLast: result.data == null,
      startedAt,
      readyAt: performance.now(),
    };
  } finally {
    stop.removeEventListener('abort', abort);
    deadline.end();
    slot();
    observation?.end(bytes === undefined ? clientLeft : 200, bytes?.length ?? 0);
  }
}
