import type { ExecutionResult, GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../auth/viewer.ts';
import type { RequestPlan } from '../../execution/plan/request-plan.ts';
import type { Limits } from '../../limits.ts';
import type { Observation } from '../../observe/observation.ts';
import { rejected } from '../rejection.ts';

export interface Balance {
  /** Whether the caller had enough; if not, nothing was charged. */
  readonly isPaid: boolean;
  readonly available: number;
}

/** Without a promise if the value is known immediately. */
export type Soon<T> = T | Promise<T>;

/** Uses a value, immediately if it is known. */
export function soon<T, R>(value: Soon<T>, use: (value: T) => Soon<R>): Soon<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}

/** The callers' cost buckets: full at first, refilled continuously. */
export interface Bucket {
  /** Whether the last command to Redis succeeded; absent without Redis. */
  readonly isUp?: boolean;
  take(caller: string, cost: number): Soon<Balance>;
  /** Requires a share above zero; the share can then fall below zero, down to minus the capacity. */
  charge(caller: string, cost: number): Soon<Balance>;
  refund(caller: string, cost: number): Soon<Balance>;
  close(): Promise<void>;
}

export interface Rate {
  readonly capacity: number;
  readonly refillPerSecond: number;
}

interface Share {
  available: number;
  at: number;
}

/** Maximum of remembered callers. The least recently active ones are evicted and start with a full share again. */
const maxCallers = 10_000;

export class MemoryBucket implements Bucket {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #shares: LRUCache<string, Share>;

  constructor(rate: Rate, now: () => number = () => performance.now(), callers = maxCallers) {
    this.#rate = rate;
    this.#now = now;
    this.#shares = new LRUCache({ max: callers });
  }

  #shareOf(caller: string): Share {
    const { capacity, refillPerSecond } = this.#rate;
    const at = this.#now();
    const known = this.#shares.get(caller);
    if (known === undefined) {
      const share = { available: capacity, at };
      this.#shares.set(caller, share);
      return share;
    }
    known.available = Math.min(capacity, known.available + ((at - known.at) / 1_000) * refillPerSecond);
    known.at = at;
    return known;
  }

  take(caller: string, cost: number): Balance {
    const share = this.#shareOf(caller);
    const isPaid = share.available >= cost;
    if (isPaid) share.available -= cost;
    return { isPaid, available: Math.floor(share.available) };
  }

  charge(caller: string, cost: number): Balance {
    const share = this.#shareOf(caller);
    const isPaid = share.available > 0;
    if (isPaid) share.available = Math.max(-this.#rate.capacity, share.available - cost);
    return { isPaid, available: Math.floor(share.available) };
  }

  refund(caller: string, cost: number): Balance {
    const share = this.#shareOf(caller);
    share.available = Math.min(this.#rate.capacity, share.available + cost);
    return { isPaid: true, available: Math.floor(share.available) };
  }

  async close(): Promise<void> {}
}

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

const tokensPerCost = 50;

const readingCost = (tokens: number): number => Math.ceil(tokens / tokensPerCost);

/** A request that pays, and what is known of it. */
interface Paying {
  readonly viewer: Viewer;
  readonly observation: Observation;
}

/** Charges an operation's cost to its caller before execution, and refunds the unused part. */
export class CostLimiter {
  readonly #limits: Limits;
  readonly #bucket: Bucket;

  constructor(limits: Limits, bucket: Bucket) {
    this.#limits = limits;
    this.#bucket = bucket;
  }

  #report(observation: Observation, requested: number, actual: number, available: number | null) {
    observation.requestedCost = requested;
    observation.actualCost = actual;
    const { bucket: capacity, refill: refillPerSecond } = this.#limits;
    return { cost: { requested, actual, bucket: { available, capacity, refillPerSecond } } };
  }

  /** Charges a caller for reading a document of at most `maxTokens` tokens; returns an error if nothing is left. */
  async chargeReading({ caller }: Viewer, maxTokens: number): Promise<GraphQLError | undefined> {
    const { isPaid, available } = await this.#bucket.charge(caller, readingCost(maxTokens));
    return isPaid ? undefined : throttledReading(available, this.#limits.refill);
  }

  async settleReading({ caller }: Viewer, maxTokens: number, tokens: number): Promise<void> {
    const unused = readingCost(maxTokens) - readingCost(tokens);
    if (unused > 0) await this.#bucket.refund(caller, unused);
  }

  /** Returns an error for a caller that has nothing left, before an operation is planned. */
  async checkBalance({ caller }: Viewer): Promise<GraphQLError | undefined> {
    const { isPaid, available } = await this.#bucket.charge(caller, 0);
    return isPaid ? undefined : throttledReading(available, this.#limits.refill);
  }

  /** Rejects an operation and charges only its planning. */
  reject(
    { cost, planning }: RequestPlan,
    { viewer, observation }: Paying,
    errors: readonly GraphQLError[],
  ): Soon<ExecutionResult> {
    return soon(this.#bucket.charge(viewer.caller, planning), ({ available }) => ({
      errors,
      extensions: this.#report(observation, cost, planning, available),
    }));
  }

  /** Charges the operation; returns the rejection if the caller cannot pay. */
  charge(request: RequestPlan, paying: Paying): Soon<ExecutionResult | undefined> {
    const { cost: limit, refill } = this.#limits;
    const { cost } = request;
    if (cost > limit) return this.reject(request, paying, [tooExpensive(request, limit)]);
    return soon(this.#bucket.take(paying.viewer.caller, cost), ({ isPaid, available }) =>
      isPaid ? undefined : this.reject(request, paying, [throttled(cost, available, refill)]),
    );
  }

  /** Refunds the unused cost, and adds the actual cost to the result. */
  settle(
    request: RequestPlan,
    { viewer, observation }: Paying,
    result: ExecutionResult,
  ): Soon<ExecutionResult> {
    const actual = request.actualCost(result.data);
    return soon(this.#bucket.refund(viewer.caller, request.cost - actual), ({ available }) => {
      result.extensions = this.#report(observation, request.cost, actual, available);
      return result;
    });
  }
}
