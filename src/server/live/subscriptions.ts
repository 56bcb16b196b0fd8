import type { GraphQLError } from 'graphql';
import type { Limits } from '../../limits.ts';
import { rejected } from '../rejection.ts';

const tooMany = (): GraphQLError =>
  rejected({
    code: 'OVERLOADED',
    message: 'The gateway has the maximum number of subscriptions; retry in 5 s.',
    headers: { 'retry-after': '5' },
  });

const tooManyOfCaller = (limit: number): GraphQLError =>
  rejected({
    code: 'LIMIT_EXCEEDED',
    status: 429,
    message: `You have ${limit} open subscriptions, the maximum; close one, or follow more customers with one subscription.`,
  });

const goingAway = (): GraphQLError =>
  rejected({
    code: 'GOING_AWAY',
    message: 'The gateway is stopping; subscribe again, with the cursor of the last change as `after`.',
    headers: { 'retry-after': '1' },
  });

export type End = (why: GraphQLError) => void;

export class Subscriptions {
  readonly #limits: Pick<Limits, 'subscriptions' | 'subscriptionsOfCaller'>;
  readonly #ends = new Set<End>();
  readonly #callers = new Map<string, number>();
  #isStopping = false;

  constructor(limits: Pick<Limits, 'subscriptions' | 'subscriptionsOfCaller'>) {
    this.#limits = limits;
  }

  get count(): number {
    return this.#ends.size;
  }

  /** Admits a subscription, or throws. Returns a function to call when the subscription is over. */
  admit(caller: string, end: End): () => void {
    const { subscriptions, subscriptionsOfCaller } = this.#limits;
    const own = this.#callers.get(caller) ?? 0;
    if (this.#isStopping) throw goingAway();
    if (own >= subscriptionsOfCaller) throw tooManyOfCaller(subscriptionsOfCaller);
    if (this.#ends.size >= subscriptions) throw tooMany();
    this.#ends.add(end);
    this.#callers.set(caller, own + 1);
    return () => {
      if (this.#ends.delete(end)) this.#forget(caller);
    };
  }

  #forget(caller: string): void {
    const left = (this.#callers.get(caller) ?? 0) - 1;
    if (left > 0) this.#callers.set(caller, left);
    else this.#callers.delete(caller);
  }

  stop(): void {
    this.#isStopping = true;
    for (const end of this.#ends) end(goingAway());
  }
}
