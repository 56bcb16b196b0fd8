import type { Release, Requester } from './fair-queue.ts';

/** A request that waits for a slot. */
export interface Waiter {
  readonly requester: Requester;
  readonly isExpensive: boolean;
  readonly arrival: number;
  grant(release: Release): void;
  reject(error: unknown): void;
}

/** The waiting requests of one caller, oldest first; Sets, so that any of them can leave in constant time. */
class CallerQueue {
  readonly #cheap = new Set<Waiter>();
  readonly #expensive = new Set<Waiter>();

  get size(): number {
    return this.#cheap.size + this.#expensive.size;
  }

  #lane({ isExpensive }: Waiter): Set<Waiter> {
    return isExpensive ? this.#expensive : this.#cheap;
  }

  add(waiter: Waiter): void {
    this.#lane(waiter).add(waiter);
  }

  remove(waiter: Waiter): boolean {
    return this.#lane(waiter).delete(waiter);
  }

  oldest(admitsExpensive: boolean): Waiter | undefined {
    const cheap = first(this.#cheap);
    const expensive = admitsExpensive ? first(this.#expensive) : undefined;
    if (cheap === undefined || expensive === undefined) return cheap ?? expensive;
    return cheap.arrival < expensive.arrival ? cheap : expensive;
  }

  newest(): Waiter | undefined {
    const lanes = [this.#cheap, this.#expensive].map((lane) => [...lane].at(-1));
    return lanes.reduce((a, b) => ((b?.arrival ?? -1) > (a?.arrival ?? -1) ? b : a));
  }
}

/** The callers of one account that wait; the Map's order is the order of their turns. */
export class AccountQueue {
  readonly callers = new Map<string, CallerQueue>();
  size = 0;

  add(waiter: Waiter): void {
    const { caller } = waiter.requester;
    const queue = this.callers.get(caller) ?? new CallerQueue();
    this.callers.set(caller, queue);
    queue.add(waiter);
    this.size += 1;
  }

  remove(waiter: Waiter): boolean {
    const { caller } = waiter.requester;
    const queue = this.callers.get(caller);
    if (queue === undefined || !queue.remove(waiter)) return false;
    this.size -= 1;
    if (queue.size === 0) this.callers.delete(caller);
    return true;
  }

  next(admitsExpensive: boolean): Waiter | undefined {
    for (const queue of this.callers.values()) {
      const waiter = queue.oldest(admitsExpensive);
      if (waiter !== undefined) return waiter;
    }
    return undefined;
  }

  endTurn(caller: string): void {
    moveToEnd(this.callers, caller);
  }
}

const first = <T>(values: Iterable<T>): T | undefined => {
  for (const value of values) return value;
  return undefined;
};

export function moveToEnd<K, V>(map: Map<K, V>, key: K): void {
  const value = map.get(key);
  if (value === undefined) return;
  map.delete(key);
  map.set(key, value);
}
