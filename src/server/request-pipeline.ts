import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../auth/viewer.ts';
import { FairQueue, QueueFullError } from '../fair-queue.ts';
import type { Limits } from '../limits.ts';
import { Observation } from '../observe/observation.ts';
import type { Observer } from '../observe/observer.ts';
import { presentErrors } from './errors.ts';
import type { HideNames } from './hidden-names.ts';
import { type Body, readBody, readFetched } from './http/body.ts';
import { Bodies, isLarge, LargeBodies } from './limits/bodies.ts';
import { Deadline, type Turns, until } from './limits/time.ts';
import { UnsentResponses } from './limits/unsent.ts';
import { Receiver } from './live/receiver.ts';
import type { Answer, OperationRequest } from './operation/answer.ts';
import { overloaded, type Rejection, toError } from './rejection.ts';
import { type Head, RequestScope } from './request-scope.ts';
import type { SignIn } from './sign-in.ts';

const throttledMs = 250;

/** An operation as it is requested, in whatever way. */
type Asked = Omit<OperationRequest, 'viewer' | 'requestId' | 'signal' | 'present' | 'observation'>;

export interface RequestPipelineOptions {
  readonly limits: Limits;
  readonly log: Logger;
  readonly signIn: SignIn;
  /** Whether callers sign in; if not, all requests have the same caller. */
  readonly signsIn: boolean;
  readonly answer: Answer;
  readonly turns: Turns;
  /** Given if callers cannot see the schema. */
  readonly hideNames?: HideNames | undefined;
  readonly observer?: Observer | undefined;
}

/** The steps of every request, in the order of the methods, for each way of reading it from the network. */
export class RequestPipeline {
  readonly signIn: SignIn;
  readonly #options: RequestPipelineOptions;
  readonly #bodies: Bodies;
  readonly #largeBodies = new LargeBodies();
  readonly #slots: FairQueue;
  readonly #unsent = new UnsentResponses();

  constructor(options: RequestPipelineOptions) {
    const { limits, signIn } = options;
    this.#options = options;
    this.signIn = signIn;
    this.#bodies = new Bodies(limits);
    this.#slots = new FairQueue({
      slots: limits.inFlight,
      expensiveSlots: Math.floor(limits.inFlight / 4),
      maxWaiting: limits.waiting,
    });
  }

  /** The number of requests in flight, and of those that wait for a slot. */
  get load(): { readonly inFlight: number; readonly waiting: number } {
    return { inFlight: this.#slots.held, waiting: this.#slots.waiting };
  }

  #observe(requestId: string, { method, headerOf }: Head): Observation {
    const { observer } = this.#options;
    const observation = new Observation(requestId, method, observer);
    observer?.started(observation, headerOf);
    return observation;
  }

  /** Notes a request that is rejected before it is opened. */
  refused(requestId: string, head: Head, { code, status }: Rejection): void {
    const observation = this.#observe(requestId, head);
    observation.fail(code);
    observation.end(status, 0);
  }

  open(requestId: string, head: Head): RequestScope {
    const { limits, log } = this.#options;
    const deadline = new Deadline(limits.requestMs, requestId, log);
    return new RequestScope(this.#observe(requestId, head), head.address, deadline);
  }

  /** Reads the body of a signed-in request, which counts as in flight only when its body is complete. */
  readBody(
    scope: RequestScope,
    viewer: Viewer,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Body> {
    const { address = '', signal, observation } = scope;
    const caller = this.#options.signsIn ? `${viewer.accountId} ${viewer.caller}` : undefined;
    return readBody(request, response, {
      bodies: this.#bodies,
      sender: { address, caller },
      since: observation.since,
      signal,
    });
  }

  readFetched(request: Request): Promise<Body> {
    return readFetched(request, this.#options.limits.bodyBytes);
  }

  /**
   * Waits for a slot, which the scope holds until it ends; rejects if the queue is full or the scope is aborted.
   * Returns no promise if nothing has to be awaited.
   */
  admit(scope: RequestScope, viewer: Viewer, body?: Body): Promise<void> | undefined {
    const isShort = body === undefined || !isLarge(body.bytes);
    const slot = isShort && !scope.signal.aborted ? this.#slots.tryAcquire(viewer) : undefined;
    if (slot !== undefined) scope.onEnd(slot);
    if (slot === undefined || !this.#options.turns.tryBegin(viewer))
      return this.#wait(scope, viewer, body, slot !== undefined);
    body?.release();
    return undefined;
  }

  async #wait(scope: RequestScope, viewer: Viewer, body: Body | undefined, hasSlot: boolean): Promise<void> {
    const { signal, observation } = scope;
    const large = body !== undefined && isLarge(body.bytes) ? body.bytes : undefined;
    const work = large ? 'expensive' : 'short';
    observation.waits();
    try {
      if (large) await this.#largeBodies.begin(viewer, large, signal);
      if (!hasSlot) scope.onEnd(await this.#slots.acquire(viewer, { work, signal }));
      await this.#options.turns.begin(viewer, signal);
      signal.throwIfAborted();
    } catch (error) {
      throw error instanceof QueueFullError ? toError(overloaded) : error;
    } finally {
      observation.waited();
      body?.release();
    }
  }

  async answer(
    scope: RequestScope,
    viewer: Viewer,
    { query, operationName, variables, readsOnly, explains, renew }: Asked,
  ): Promise<ExecutionResult | Receiver> {
    const { requestId, signal, observation } = scope;
    observation.text = query;
    const { hideNames } = this.#options;
    const rewrite = hideNames && ((message: string) => hideNames(message, { query, variables }));
    const present = (result: ExecutionResult, id: string) => this.#present(result, id, rewrite);
    const answer = await this.#options.answer({
      query,
      operationName,
      variables,
      readsOnly,
      explains,
      renew,
      viewer,
      requestId,
      signal,
      present,
      observation,
    });
    if (isThrottled(answer)) await this.#delay(scope);
    if (!(answer instanceof Receiver)) return noted(observation, present(answer, requestId));
    // A stream is not in flight and has no time limit.
    scope.end();
    return answer;
  }

  /** A caller that repeats throttled requests at full speed would occupy the event loop. */
  async #delay(scope: RequestScope): Promise<void> {
    scope.end();
    await until(scope.signal, sleep(throttledMs)).catch(() => undefined);
  }

  present({ requestId, observation }: RequestScope, result: ExecutionResult): ExecutionResult {
    return noted(observation, this.#present(result, requestId));
  }

  #present(
    result: ExecutionResult,
    requestId: string,
    rewrite?: (message: string) => string,
  ): ExecutionResult {
    const { errors } = result;
    if (errors === undefined) return result;
    const { log, limits } = this.#options;
    return presentErrors({ ...result, errors }, requestId, { log, maxErrors: limits.errors, rewrite });
  }

  /** Ends the scope when the response is written, so that a client that reads slowly holds no slot. */
  written(scope: RequestScope, accountId: string, response: ServerResponse): void {
    scope.end();
    if (response.writableLength > 0) this.#unsent.add(response, accountId);
  }
}

/** Ends the observation of a request whose response is a stream of events. */
export function streamed({ observation }: RequestScope): void {
  observation.isStream = true;
  observation.end(200, 0);
  // An open stream keeps its scope.
  observation.text = undefined;
  observation.operation = undefined;
  observation.tracer = undefined;
}

function noted(observation: Observation, result: ExecutionResult): ExecutionResult {
  observation.answered(result);
  return result;
}

const isThrottled = (answer: object): boolean =>
  'errors' in answer &&
  Array.isArray(answer.errors) &&
  answer.errors[0] instanceof GraphQLError &&
  answer.errors[0].extensions.code === 'THROTTLED';

export const isRejection = (given: object): given is Rejection => 'status' in given;
