import DataLoader from 'dataloader';
import { Lazy } from './lazy.ts';
import type { Levels } from './levels.ts';

/** Loads the values of keys; a key without a value is missing in the result. */
export type Load<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

/**
 * The keys requested from one loader in a request, and their results: each key is loaded once. Keys
 * are requested one at a time through a DataLoader, or many at a time through `want` and `send`.
 */
export class Batch<V> {
  readonly #load: Load<V>;
  /** Returns the result for a key without a value. */
  readonly #absent: (key: string) => V | Error;
  readonly #found = new Map<string, V | Error>();
  readonly #asked = new Set<string>();
  readonly #levels: Levels;
  #loader: DataLoader<string, V> | undefined;
  #wanted: string[] = [];
  /** Results of other batches, unpacked only when a key of this batch is requested. */
  #brought: (() => Iterable<readonly [string, V]>)[] = [];
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(levels: Levels, load: Load<V>, absent: (key: string) => V | Error) {
    this.#levels = levels;
    this.#load = load;
    this.#absent = absent;
  }

  load(key: string): Lazy<V> {
    return Lazy.of(this, key);
  }

  /** Requests a key. Returns whether its value is available already; otherwise it is after `send`. */
  want(key: string): boolean {
    this.#unpack();
    if (this.#found.has(key)) return true;
    if (!this.#asked.has(key)) this.#wanted.push(key);
    return false;
  }

  /** Loads the requested keys. Never rejects: errors are stored under the keys. */
  send(): Promise<unknown> {
    const keys = this.#wanted;
    this.#wanted = [];
    return this.#read(keys);
  }

  found(key: string): V {
    const found = this.#found.get(key);
    if (found instanceof Error) throw found;
    if (found === undefined) throw new Error(`The batch has no request for ${key}.`);
    return found;
  }

  promise(key: string): Promise<V> {
    this.#unpack();
    const found = this.#found.get(key);
    if (found === undefined) return this.#one().load(key);
    return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
  }

  #one(): DataLoader<string, V> {
    this.#loader ??= new DataLoader<string, V>((keys) => this.#readAll(keys), {
      batchScheduleFn: this.#levels.schedule,
      cache: false,
    });
    return this.#loader;
  }

  /** Adds results of another batch, which then need no loading. */
  prime(brought: () => Iterable<readonly [string, V]>): void {
    this.#brought.push(brought);
  }

  #unpack(): void {
    if (this.#brought.length === 0) return;
    for (const brought of this.#brought)
      for (const [key, value] of brought()) if (!this.#found.has(key)) this.#found.set(key, value);
    this.#brought = [];
  }

  /** Resolves when all keys requested so far are loaded. */
  #read(keys: readonly string[]): Promise<unknown> {
    this.#unpack();
    const fresh = [...new Set(keys)].filter((key) => !this.#asked.has(key) && !this.#found.has(key));
    if (fresh.length > 0) {
      for (const key of fresh) this.#asked.add(key);
      this.#underWay = Promise.all([this.#underWay, this.#find(fresh)]);
    }
    return this.#underWay;
  }

  async #find(keys: readonly string[]): Promise<void> {
    try {
      const values = await this.#load(keys);
      for (const key of keys) this.#found.set(key, values.get(key) ?? this.#absent(key));
    } catch (error) {
      for (const key of keys) this.#found.set(key, error as Error);
    }
  }

  async #readAll(keys: readonly string[]): Promise<readonly (V | Error)[]> {
    await this.#read(keys);
    return keys.map((key) => this.#found.get(key) as V | Error);
  }
}
