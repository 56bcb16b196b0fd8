import type { Batch } from './batch.ts';

/**
 * A deferred value of a batch. The executor requests all keys of a level, sends the batches
 * and reads the values without a promise for each; other callers await it as a promise.
 */
export class Lazy<V> implements Promise<V> {
  readonly batch: Batch<unknown>;
  readonly key: string;
  readonly #map: ((found: unknown) => V) | undefined;

  private constructor(batch: Batch<unknown>, key: string, map?: (found: unknown) => V) {
    this.batch = batch;
    this.key = key;
    this.#map = map;
  }

  static of<V>(batch: Batch<V>, key: string): Lazy<V> {
    return new Lazy<V>(batch as Batch<unknown>, key);
  }

  get [Symbol.toStringTag](): string {
    return 'Lazy';
  }

  /** The value, available after its batch was sent; throws the error of its key. */
  get value(): V {
    const found = this.batch.found(this.key);
    // Without a map, the batch's result is the value.
    return this.#map ? this.#map(found) : (found as V);
  }

  map<W>(map: (value: V) => W): Lazy<W> {
    const before = this.#map;
    return new Lazy<W>(this.batch, this.key, (found) => map(before ? before(found) : (found as V)));
  }

  // biome-ignore lint/suspicious/noThenProperty: a promise for callers that await it, free for others
  then<A = V, B = never>(
    onValue?: ((value: V) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const loaded = this.batch.promise(this.key).then(() => this.value);
    return loaded.then(onValue, onError);
  }

  catch<B = never>(onError?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<V | B> {
    return this.then(undefined, onError);
  }

  finally(onEnd?: (() => void) | null): Promise<V> {
    return this.then().finally(onEnd);
  }
}
