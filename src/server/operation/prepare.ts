import type { GraphQLError } from 'graphql';
import { TooManySelections } from '../../execution/selection-count.ts';
import { FairQueue, QueueFullError, type Release } from '../../fair-queue.ts';
import type { Limits } from '../../limits.ts';
import type { Till } from '../cost/till.ts';
import { overloaded } from '../http/refusal.ts';
import { refused, tooManySelections } from '../limits/refused.ts';
import type { Asked } from './answer.ts';
import { type DocumentOptions, Documents, noOperation, type ReadDocument } from './documents.ts';
import { onlyByPost } from './method.ts';
import type { Operation, Prepared, Variables } from './operation.ts';
import { manyObjects, measureVariables } from './variables.ts';

export interface PrepareOptions extends DocumentOptions {
  readonly limits: Limits;
  readonly till: Till;
}

/** A request whose operation is known, with its variables. */
interface Identified {
  readonly operation: Operation;
  readonly variables: Variables;
  readonly errors?: undefined;
}

interface Failed {
  readonly errors: readonly GraphQLError[];
}

/** A request that can be executed. */
export type Ready = Identified & Prepared;

/** Planning fewer selections takes less time than waiting for a turn. */
const fewSelections = 500;

/**
 * Reads, validates, plans and prices what requests ask for. What is cached is there immediately; all else is done in
 * turns that callers share fairly, one document at a time, with I/O and the requests of other callers in between.
 */
export class Preparation {
  readonly #options: PrepareOptions;
  readonly #documents: Documents;
  readonly #turns: FairQueue;

  constructor(options: PrepareOptions) {
    this.#options = options;
    this.#documents = new Documents(options);
    this.#turns = new FairQueue({ slots: 1, maxWaiting: options.limits.waiting });
  }

  async prepare(asked: Asked): Promise<Ready | Failed> {
    try {
      const known = this.#documents.cached(asked.query, asked.viewer);
      return known === undefined ? await this.#read(asked) : await this.#prepareKnown(asked, known);
    } catch (error) {
      if (error instanceof TooManySelections) return { errors: [tooManySelections(error)] };
      throw error;
    }
  }

  #prepareKnown(asked: Asked, document: ReadDocument): Ready | Failed | Promise<Ready | Failed> {
    if (measureVariables(asked.variables ?? {}).objects > manyObjects)
      return this.#inTurn(asked, () => this.#prepareNow(asked, document));
    const identified = this.#identify(asked, document);
    if (identified.errors) return identified;
    const { operation, variables } = identified;
    const cached = operation.cached(variables);
    if (cached) return { ...identified, ...cached };
    const plan = (): Ready => ({ ...identified, ...operation.prepare(variables) });
    return operation.selections < fewSelections && operation.selections > 0
      ? plan()
      : this.#inTurn(asked, plan);
  }

  #prepareNow(asked: Asked, document: ReadDocument): Ready | Failed {
    const identified = this.#identify(asked, document);
    return identified.errors
      ? identified
      : { ...identified, ...identified.operation.prepare(identified.variables) };
  }

  /** Charges the caller for the document's largest possible size before it is read, and for its own size then. */
  async #read(asked: Asked): Promise<Ready | Failed> {
    const { till, limits } = this.#options;
    const { query, viewer } = asked;
    const maxTokens = Math.max(Math.min(limits.tokens, query.length), Math.ceil(query.length / 100));
    const throttled = await till.chargeReading(viewer, maxTokens);
    if (throttled) return { errors: [throttled] };
    let tokens = maxTokens;
    try {
      return await this.#inTurn(asked, () => {
        // Another request can have read it while this one waited.
        const known = this.#documents.cached(query, viewer);
        const { errors, document, ...read } = known
          ? { document: known, tokens: 0 }
          : this.#documents.read(query, viewer);
        tokens = read.tokens ?? maxTokens;
        return errors ? { errors } : this.#prepareNow(asked, document);
      });
    } finally {
      await till.settleReading(viewer, maxTokens, tokens);
    }
  }

  #identify(asked: Asked, document: ReadDocument): Identified | Failed {
    const { limits, showsSchema } = this.#options;
    const operation = document.operation(asked.operationName);
    if (operation === null) return { errors: [noOperation()] };
    if (asked.readsOnly && operation.operation.operation === 'mutation') return { errors: [onlyByPost()] };
    const given = asked.variables ?? {};
    const { error } = measureVariables(given);
    if (error) return { errors: [error] };
    const { coerced, errors } = operation.variables(given, {
      maxErrors: limits.errors,
      hideSuggestions: !showsSchema,
    });
    return errors ? { errors } : { operation, variables: coerced };
  }

  /** Does the work in the caller's turn: immediately, unless another turn of the same moment came before. */
  async #inTurn<T>({ viewer, signal }: Asked, work: () => T): Promise<T> {
    const release = this.#turns.tryAcquire(viewer) ?? (await this.#wait(viewer, signal));
    try {
      return work();
    } finally {
      setImmediate(release);
    }
  }

  #wait(viewer: Asked['viewer'], signal: AbortSignal): Promise<Release> {
    return this.#turns.acquire(viewer, { signal }).catch((error) => {
      throw error instanceof QueueFullError ? refused(overloaded) : error;
    });
  }
}
