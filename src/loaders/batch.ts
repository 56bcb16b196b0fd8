import DataLoader from 'dataloader';
import { Deferred } from './deferred.ts';
import type { Levels } from './levels.ts';
import type { Round } from './round.ts';
import { type Load, Rounds } from './rounds.ts';

export type { Load };

const ignore = () => undefined;

/**
 * A DataLoader that can also be used without a promise for each key: `request` the keys of a level, `flush`
 * them, and read their values. Both ways share one batch and one cache. It lives as long as a request.
 */
export class Batch<V> extends DataLoader<string, V> {
  readonly #levels: Levels;
  readonly #rounds: Rounds<V>;
  #isScheduled = false;

  /** `absent` returns the value or the error of a key for which `load` returned nothing. */
  constructor(levels: Levels, load: Load<V>, absent: (key: string) => V | Error) {
    const rounds = new Rounds(load, absent);
    super((keys) => rounds.load(keys), {
      cacheMap: rounds,
      batchScheduleFn: (dispatch) => {
        rounds.dispatch = dispatch;
      },
    });
    this.#levels = levels;
    this.#rounds = rounds;
  }

  /** The value of a key, requested when it is awaited or when the executor requests it. */
  defer(key: string): Deferred<V> {
    return Deferred.of(this, key);
  }

  /** Adds a key to the batch and returns its round. Unless that is loaded, the caller calls `flush`. */
  request(key: string): Round<V> {
    const known = this.#rounds.find(key);
    if (known !== undefined) return known;
    if (this.#rounds.isOpen) return this.#rounds.add(key);
    // DataLoader opens its batch with the first key, and calls the cache, which adds the key to the round.
    super.load(key).catch(ignore);
    return this.#rounds.join(key);
  }

  /** The round of a key that was requested; undefined for others. */
  find(key: string): Round<V> | undefined {
    return this.#rounds.find(key);
  }

  /** Dispatches the batch. The promise resolves when all requested keys are loaded; it never rejects. */
  flush(): Promise<unknown> {
    this.#isScheduled = false;
    const { dispatch } = this.#rounds;
    this.#rounds.dispatch = undefined;
    dispatch?.();
    return this.#rounds.loading;
  }

  /** Requests a key; the batch is flushed with its level. */
  override load(key: string): Promise<V> {
    const loaded = super.load(key);
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      this.#levels.schedule(() => void this.flush());
    }
    return loaded;
  }

  override prime(key: string, value: V | PromiseLike<V> | Error): this {
    this.#rounds.prime(key, value);
    return this;
  }

  /** Caches values of another batch. They are read only when a key of this batch is requested. */
  primeFrom(source: () => Iterable<readonly [string, V]>): void {
    this.#rounds.primeFrom(source);
  }
}
