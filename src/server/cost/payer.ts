import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Bucket } from './cost-limiter.ts';

export interface PayerOptions {
  readonly bucket: Bucket;
  readonly capacity: number;
  readonly refillPerSecond: number;
}

/** Minimum time between two bucket requests of a waiting caller. */
const minWaitMs = 50;

/** Pays for the events of one caller, one payment at a time, so that a waiting caller needs only one timer. */
export class Payer {
  readonly #options: PayerOptions;
  readonly #caller: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(caller: string, options: PayerOptions) {
    this.#caller = caller;
    this.#options = options;
  }

  /** As soon as the caller can pay for one event. Returns the number paid for; 0 if aborted. */
  payEvents(count: number, signal: AbortSignal): Promise<number> {
    return this.#pay(count, 1, signal);
  }

  /** Pays the whole cost, at most the capacity, as soon as the caller has enough. */
  payAll(cost: number, signal: AbortSignal): Promise<number> {
    const payable = Math.min(cost, this.#options.capacity);
    return this.#pay(payable, payable, signal);
  }

  #pay(most: number, least: number, signal: AbortSignal): Promise<number> {
    const paid = this.#last.then(() => this.#take(most, least, signal));
    this.#last = paid.catch(() => undefined);
    return paid;
  }

  async #take(most: number, least: number, signal: AbortSignal): Promise<number> {
    const { bucket, refillPerSecond } = this.#options;
    while (!signal.aborted) {
      const { isPaid, available } = await bucket.take(this.#caller, most);
      if (isPaid) return most;
      const part = Math.min(most, available);
      if (part >= least && (await bucket.take(this.#caller, part)).isPaid) return part;
      const ms = Math.ceil(((least - available) / refillPerSecond) * 1_000);
      await sleep(Math.max(minWaitMs, ms), undefined, { signal }).catch(() => undefined);
    }
    return 0;
  }

  async refund(cost: number): Promise<void> {
    if (cost > 0) await this.#options.bucket.refund(this.#caller, cost);
  }
}

/** Payers of the most recently active callers. */
export class Payers {
  readonly #options: PayerOptions;
  readonly #payers = new LRUCache<string, Payer>({ max: 10_000 });

  constructor(options: PayerOptions) {
    this.#options = options;
  }

  of(caller: string): Payer {
    const known = this.#payers.get(caller);
    if (known !== undefined) return known;
    const payer = new Payer(caller, this.#options);
    this.#payers.set(caller, payer);
    return payer;
  }

  /** A separate bucket, so that computing events cannot use up the share of the caller's requests. */
  ofComputations(caller: string): Payer {
    return this.of(`${caller} events`);
  }
}
