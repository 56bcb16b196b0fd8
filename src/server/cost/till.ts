import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Viewer } from '../../context.ts';
import type { RequestPlan } from '../../execution/plan/request-plan.ts';
import type { Limits } from '../../limits.ts';
import { rejected } from '../rejection.ts';
import type { Bucket } from './bucket.ts';

function tooExpensive({ cost, path }: RequestPlan, limit: number): GraphQLError {
  return rejected({
    code: 'COST_LIMIT',
    message: `The request costs ${cost}; the maximum is ${limit}. Most of the cost is at \`${path.join('.')}\`: request smaller pages or fewer fields there.`,
    extensions: { cost, limit, path },
  });
}

function throttledReading(available: number, refillPerSecond: number): GraphQLError {
  const retryAfter = Math.max(1, Math.ceil((1 - available) / refillPerSecond));
  return rejected({
    code: 'THROTTLED',
    message: `The cost bucket has ${available} left, and the operation must be planned; retry in ${retryAfter} s.`,
    headers: { 'retry-after': String(retryAfter) },
    extensions: { retryAfter },
  });
}

function throttled(cost: number, available: number, refillPerSecond: number): GraphQLError {
  const retryAfter = Math.max(1, Math.ceil((cost - available) / refillPerSecond));
  return rejected({
    code: 'THROTTLED',
    message: `The request costs ${cost}; the cost bucket has ${available} left. Retry in ${retryAfter} s.`,
    headers: { 'retry-after': String(retryAfter) },
    extensions: { retryAfter },
  });
}

/** Number of tokens whose reading costs 1. */
const tokensPerCost = 50;

/** The cost of reading a document, by its number of tokens. */
const readingCost = (tokens: number): number => Math.ceil(tokens / tokensPerCost);

/** Charges an operation's cost to its caller before execution, and refunds the unused part. */
export class Till {
  readonly #limits: Limits;
  readonly #bucket: Bucket;

  constructor(limits: Limits, bucket: Bucket) {
    this.#limits = limits;
    this.#bucket = bucket;
  }

  #report(requested: number, actual: number, available: number | null) {
    const { bucket: capacity, refill: refillPerSecond } = this.#limits;
    return { cost: { requested, actual, bucket: { available, capacity, refillPerSecond } } };
  }

  /** Charges a caller for reading a document of at most `maxTokens` tokens; returns an error if nothing is left. */
  async chargeReading({ caller }: Viewer, maxTokens: number): Promise<GraphQLError | undefined> {
    const { isPaid, available } = await this.#bucket.charge(caller, readingCost(maxTokens));
    return isPaid ? undefined : throttledReading(available, this.#limits.refill);
  }

  /** Refunds the charge for tokens that the document does not have. */
  async settleReading({ caller }: Viewer, maxTokens: number, tokens: number): Promise<void> {
    const unused = readingCost(maxTokens) - readingCost(tokens);
    if (unused > 0) await this.#bucket.giveBack(caller, unused);
  }

  /** Returns an error for a caller that has nothing left, before an operation is planned. */
  async checkBalance({ caller }: Viewer): Promise<GraphQLError | undefined> {
    const { isPaid, available } = await this.#bucket.charge(caller, 0);
    return isPaid ? undefined : throttledReading(available, this.#limits.refill);
  }

  /** Rejects an operation and charges only its planning. */
  async reject(
    { cost, planning }: RequestPlan,
    { caller }: Viewer,
    errors: readonly GraphQLError[],
  ): Promise<ExecutionResult> {
    const { available } = await this.#bucket.charge(caller, planning);
    return { errors, extensions: this.#report(cost, planning, available) };
  }

  /** Charges the operation; returns the rejection if the caller cannot pay. */
  async take(request: RequestPlan, viewer: Viewer): Promise<ExecutionResult | undefined> {
    const { cost: limit, refill } = this.#limits;
    const { cost } = request;
    if (cost > limit) return this.reject(request, viewer, [tooExpensive(request, limit)]);
    const { isPaid, available } = await this.#bucket.take(viewer.caller, cost);
    return isPaid ? undefined : this.reject(request, viewer, [throttled(cost, available, refill)]);
  }

  /** Refunds the unused cost, and adds the actual cost to the result. */
  async settle(request: RequestPlan, { caller }: Viewer, result: ExecutionResult): Promise<ExecutionResult> {
    const actual = request.actualCost(result.data);
    const { available } = await this.#bucket.giveBack(caller, request.cost - actual);
    return {
      ...result,
      extensions: { ...result.extensions, ...this.#report(request.cost, actual, available) },
    };
  }
}
