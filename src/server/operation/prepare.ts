import { setImmediate as nextIteration } from 'node:timers/promises';
import type { GraphQLError } from 'graphql';
import type { Variables } from '../../execution/plan/plan.ts';
import type { RequestPlan } from '../../execution/plan/request-plan.ts';
import { TooManySelections } from '../../execution/plan/selection-count.ts';
import { FairQueue, type Release } from '../../fair-queue.ts';
import type { Limits } from '../../limits.ts';
import type { CostLimiter } from '../cost/cost-limiter.ts';
import { tooManySelections } from '../rejection.ts';
import type { OperationRequest } from './answer.ts';
import { type DocumentOptions, Documents, noOperation, type ReadDocument } from './documents.ts';
import { onlyByPost } from './method.ts';
import { manyObjects, measureVariables, type Operation, type VariablesSize } from './operation.ts';

export interface PrepareOptions extends DocumentOptions {
  readonly limits: Limits;
  readonly costLimiter: CostLimiter;
}

interface Identified {
  readonly operation: Operation;
  readonly variables: Variables;
  readonly errors?: undefined;
}

interface Failed {
  readonly errors: readonly GraphQLError[];
}

export interface Ready {
  readonly operation: Operation;
  readonly request: RequestPlan;
  readonly release?: Release;
  readonly errors?: undefined;
}

/** Planning fewer selections takes less time than waiting for a turn. */
const fewSelections = 500;

/** Larger plans take megabytes: while they are not cached, only a few can exist at the same time. */
const largePlan = { selections: 1_000, slots: 8 } as const;

/**
 * Parses, validates, plans and prices requests. Cached results are available immediately. All other work is
 * done in turns that callers share fairly, one document at a time, with I/O and other requests in between.
 */
export class Preparation {
  readonly #options: PrepareOptions;
  readonly #documents: Documents;
  // Needs no maximum: each waiting request holds one of the slots for requests in flight.
  readonly #turns = new FairQueue({ slots: 1 });
  readonly #largePlans = new FairQueue({ slots: largePlan.slots });

  constructor(options: PrepareOptions) {
    this.#options = options;
    this.#documents = new Documents(options);
  }

  prepare(asked: OperationRequest): Ready | Failed | Promise<Ready | Failed> {
    try {
      const known = this.#documents.cached(asked.query, asked.viewer);
      const ready = known === undefined ? this.#read(asked) : this.#prepareKnown(asked, known);
      return ready instanceof Promise ? ready.catch(failed) : ready;
    } catch (error) {
      return failed(error);
    }
  }

  #prepareKnown(asked: OperationRequest, document: ReadDocument): Ready | Failed | Promise<Ready | Failed> {
    const size = measureVariables(asked.variables ?? {});
    if (size.objects > manyObjects) return this.#prepareLarge(asked, document, size);
    const identified = this.#identify(asked, document, size);
    if (identified.errors) return identified;
    const { operation } = identified;
    const request = operation.cached(identified.variables);
    return request ? { operation, request } : this.#plan(asked, identified);
  }

  /** In turns of the event loop: large variables cost half as much as the same number of document tokens. */
  async #prepareLarge(
    asked: OperationRequest,
    document: ReadDocument,
    size: VariablesSize,
  ): Promise<Ready | Failed> {
    const throttled = await this.#options.costLimiter.chargeReading(asked.viewer, size.objects / 2);
    if (throttled) return { errors: [throttled] };
    await nextIteration();
    const identified = await this.#inTurn(asked, () => this.#identify(asked, document, size));
    await nextIteration();
    return this.#plan(asked, identified);
  }

  #plan(asked: OperationRequest, identified: Identified | Failed): Ready | Failed | Promise<Ready | Failed> {
    if (identified.errors) return identified;
    const { selections } = identified.operation;
    if (selections > 0 && selections < fewSelections) return planned(asked, identified, largePlan.selections);
    return this.#planPaid(asked, identified);
  }

  async #planPaid(asked: OperationRequest, identified: Identified): Promise<Ready | Failed> {
    const throttled = await this.#options.costLimiter.checkBalance(asked.viewer);
    return throttled ? { errors: [throttled] } : this.#planInTurn(asked, identified);
  }

  /** Plans in the caller's turn; for a large operation, also waits for one of the slots of large plans. */
  async #planInTurn(asked: OperationRequest, identified: Identified): Promise<Ready | Failed> {
    const { viewer, signal } = asked;
    try {
      return await this.#inTurn(asked, () => planned(asked, identified, this.#smallPlan));
    } catch (error) {
      if (!this.#isLarge(error, identified)) throw error;
    }
    const release = await this.#largePlans.acquire(viewer, { signal });
    try {
      return { ...(await this.#inTurn(asked, () => planned(asked, identified))), release };
    } catch (error) {
      release();
      throw error;
    }
  }

  get #smallPlan(): number {
    return Math.min(largePlan.selections, this.#options.limits.selections);
  }

  /** A subscription keeps its plan for long, so it cannot be large. */
  #isLarge(error: unknown, { operation }: Identified): boolean {
    if (!(error instanceof TooManySelections)) return false;
    const isSubscription = operation.operation.operation === 'subscription';
    return !isSubscription && error.max < this.#options.limits.selections;
  }

  /** Charges for the largest possible document before reading it, then refunds down to its real size. */
  async #read(asked: OperationRequest): Promise<Ready | Failed> {
    const { costLimiter, limits } = this.#options;
    const { query, viewer } = asked;
    const maxTokens = Math.max(Math.min(limits.tokens, query.length), Math.ceil(query.length / 100));
    const throttled = await costLimiter.chargeReading(viewer, maxTokens);
    if (throttled) return { errors: [throttled] };
    let tokens = maxTokens;
    const read = await this.#inTurn(asked, () => {
      // Another request can have cached the document while this one waited.
      const known = this.#documents.cached(query, viewer);
      if (known) tokens = 0;
      if (known) return { document: known };
      const read = this.#documents.read(query, viewer, asked.observation.tracer);
      tokens = read.tokens ?? maxTokens;
      return read;
    }).finally(() => costLimiter.settleReading(viewer, maxTokens, tokens));
    return read.errors ? { errors: read.errors } : this.#prepareKnown(asked, read.document);
  }

  #identify(
    asked: OperationRequest,
    document: ReadDocument,
    { error, nul }: VariablesSize,
  ): Identified | Failed {
    const { limits, showsSchema } = this.#options;
    const operation = document.operation(asked.operationName);
    if (operation === null) return { errors: [noOperation()] };
    asked.observation.operation = operation;
    if (asked.readsOnly && operation.operation.operation === 'mutation') return { errors: [onlyByPost()] };
    if (error) return { errors: [error] };
    if (nul !== undefined) return { errors: [operation.nulIn(nul)] };
    const { coerced, errors } = operation.variables(asked.variables ?? {}, {
      maxErrors: limits.errors,
      hideSuggestions: !showsSchema,
    });
    return errors ? { errors } : { operation, variables: coerced };
  }

  /** Does the work in the caller's turn: immediately, unless another turn of this iteration came before. */
  async #inTurn<T>({ viewer, signal }: OperationRequest, work: () => T): Promise<T> {
    const release = this.#turns.tryAcquire(viewer) ?? (await this.#turns.acquire(viewer, { signal }));
    try {
      return work();
    } finally {
      setImmediate(release);
    }
  }
}

function failed(error: unknown): Failed {
  if (error instanceof TooManySelections) return { errors: [tooManySelections(error)] };
  throw error;
}

function planned(
  { observation }: OperationRequest,
  { operation, variables }: Identified,
  maxSelections?: number,
): Ready {
  const span = observation.tracer?.start('plan');
  try {
    return { operation, request: operation.prepare(variables, maxSelections) };
  } finally {
    span?.end();
  }
}
