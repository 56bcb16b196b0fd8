import type { Release, Requester } from './fair-queue.ts';

/** Classes of work by how long they hold a slot; each class has fewer slots than the previous one. */
export const classes = ['short', 'transaction', 'long', 'expensive'] as const;
export type WorkClass = (typeof classes)[number];

export interface Waiter {
  readonly requester: Requester;
  /** The index of its work class. */
  readonly level: number;
  readonly arrival: number;
  /** When it began to wait, by `performance.now()`. */
  readonly since: number;
  grant(release: Release): void;
  reject(error: unknown): void;
}

/** Oldest first; Sets, so that any request can be removed in constant time. */
class CallerQueue {
  /** By level; made when first used. */
  readonly #lanes: (Set<Waiter> | undefined)[] = classes.map(() => undefined);
  size = 0;

  add(waiter: Waiter): void {
    const lane = this.#lanes[waiter.level] ?? new Set();
    this.#lanes[waiter.level] = lane.add(waiter);
    this.size += 1;
  }

  remove(waiter: Waiter): boolean {
    const isRemoved = this.#lanes[waiter.level]?.delete(waiter) ?? false;
    if (isRemoved) this.size -= 1;
    return isRemoved;
  }

  /** The oldest request among the classes with a free slot. */
  oldest(admitted: number): Waiter | undefined {
    let found: Waiter | undefined;
    for (let level = 0; level < admitted; level += 1) {
      const waiter = first(this.#lanes[level] ?? []);
      if (waiter && (found === undefined || waiter.arrival < found.arrival)) found = waiter;
    }
    return found;
  }

  waiters(): readonly Waiter[] {
    return this.#lanes.flatMap((lane = new Set()) => [...lane]);
  }

  newest(): Waiter | undefined {
    const lanes = this.#lanes.map((lane = new Set()) => [...lane].at(-1));
    return lanes.reduce((a, b) => ((b?.arrival ?? -1) > (a?.arrival ?? -1) ? b : a));
  }
}

/** The waiting callers of one account; the order of the Map is the order of their turns. */
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

  next(admitted: number): Waiter | undefined {
    for (const queue of this.callers.values()) {
      const waiter = queue.oldest(admitted);
      if (waiter !== undefined) return waiter;
    }
    return undefined;
  }

  waiters(): readonly Waiter[] {
    return [...this.callers.values()].flatMap((queue) => queue.waiters());
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
