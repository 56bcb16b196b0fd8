import DataLoader from 'dataloader';
import { Lazy } from './lazy.ts';
import type { Levels } from './levels.ts';

/** The values for keys, those that there are. */
export type Load<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

/**
 * What one loader was asked for in a request, and what it found: each key is read once. Keys come one by one, through
 * a DataLoader, or many at a time, by `want` and `send`.
 */
export class Batch<V> {
  readonly #load: Load<V>;
  /** What stands for a key without value. */
  readonly #absent: (key: string) => V | Error;
  readonly #found = new Map<string, V | Error>();
  readonly #asked = new Set<string>();
  readonly #levels: Levels;
  #loader: DataLoader<string, V> | undefined;
  #wanted: string[] = [];
  /** What other batches brought, until somebody asks for any of it. */
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

  /** Whether the key's value is there already; else it is once `send` is done. */
  want(key: string): boolean {
    this.#unpack();
    if (this.#found.has(key)) return true;
    if (!this.#asked.has(key)) this.#wanted.push(key);
    return false;
  }

  /** Reads what is wanted. Never fails: what went wrong is found under the keys. */
  send(): Promise<unknown> {
    const keys = this.#wanted;
    this.#wanted = [];
    return this.#read(keys);
  }

  found(key: string): V {
    const found = this.#found.get(key);
    if (found instanceof Error) throw found;
    if (found === undefined) throw new Error(`Nobody asked for ${key}.`);
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

  /** What another batch brought need not be asked for again. */
  prime(brought: () => Iterable<readonly [string, V]>): void {
    this.#brought.push(brought);
  }

  #unpack(): void {
    if (this.#brought.length === 0) return;
    for (const brought of this.#brought)
      for (const [key, value] of brought()) if (!this.#found.has(key)) this.#found.set(key, value);
    this.#brought = [];
  }

  /** Done once all that was asked for so far is found. */
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
