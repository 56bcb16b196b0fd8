import { isObject } from '../../is-object.ts';
import type { Items } from '../record.ts';
import type { Entry } from './entry.ts';
import type { Batch } from './window.ts';

/** The texts in a value, without the names of systems. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim().toLowerCase()];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === 'system' ? [] : textsIn(each)));
}

/** The texts of all keys by which a customer's record finds, claims or names customers and their addresses. */
function keysOf({ record }: Entry): readonly string[] {
  // Only batches of customers are asked for.
  const item = record.item as Items['customer'];
  const { by, parent, addSources, number, shortId, reference, shopper } = item;
  const addresses = [item.billToAddress?.source, item.shipToAddress?.source];
  return textsIn([
    ...[record.sourceId, by, parent, addSources, number, shortId, reference, shopper?.email, addresses],
  ]);
}

/** Each has a transaction and a connection of its own. */
export const maxLanes = 2;

interface Lane {
  /** Undefined if nothing may run beside the batch. */
  readonly keys: ReadonlySet<string> | undefined;
  readonly done: Promise<void>;
}

/**
 * Saves batches of customers beside each other, if they have no key in common: PostgreSQL writes one while the next one
 * is planned. All other batches are saved alone, in their order.
 */
export class Lanes {
  readonly #max: number;
  readonly #open = new Set<Lane>();
  #failure: { readonly error: unknown } | undefined;

  constructor(max: number) {
    this.#max = max;
  }

  #keysOf({ kind, entries }: Batch): ReadonlySet<string> | undefined {
    return this.#max > 1 && kind === 'customer' ? new Set(entries.flatMap(keysOf)) : undefined;
  }

  #isFree(keys: ReadonlySet<string> | undefined): boolean {
    if (this.#open.size === 0) return true;
    if (keys === undefined || this.#open.size >= this.#max) return false;
    const isApart = (lane: Lane) => lane.keys !== undefined && ![...lane.keys].some((key) => keys.has(key));
    return [...this.#open].every(isApart);
  }

  /** Waits until the batch can be saved; throws the error of an earlier one. */
  async ready(batch: Batch): Promise<(work: () => Promise<void>) => void> {
    const keys = this.#keysOf(batch);
    while (!this.#isFree(keys)) await Promise.race([...this.#open].map(({ done }) => done));
    this.#check();
    return (work) => this.#begin(keys, work);
  }

  #begin(keys: ReadonlySet<string> | undefined, work: () => Promise<void>): void {
    const done = work().catch((error: unknown) => {
      this.#failure ??= { error };
    });
    const lane = { keys, done };
    this.#open.add(lane);
    void done.then(() => this.#open.delete(lane));
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** Waits for all batches. */
  async end(): Promise<void> {
    await Promise.all([...this.#open].map(({ done }) => done));
  }

  /** The same; throws the error of one. */
  async settle(): Promise<void> {
    await this.end();
    this.#check();
  }
}
