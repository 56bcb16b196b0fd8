import type { Batch } from './batch.ts';
import type { Round } from './round.ts';

/**
 * A deferred value of a batch. The executor requests all keys of a level, flushes the batches and reads the
 * values synchronously; other callers await it.
 */
export class Deferred<V> implements Promise<V> {
  readonly batch: Batch<unknown>;
  readonly key: string;
  readonly #map: ((value: unknown) => V) | undefined;
  #round: Round<unknown> | undefined;

  private constructor(batch: Batch<unknown>, key: string, map?: (value: unknown) => V) {
    this.batch = batch;
    this.key = key;
    this.#map = map;
  }

  static of<V>(batch: Batch<V>, key: string): Deferred<V> {
    return new Deferred<V>(batch as Batch<unknown>, key);
  }

  get [Symbol.toStringTag](): string {
    return 'Deferred';
  }

  /** Requests the key. Returns whether its value is available; otherwise it is after a flush of the batch. */
  request(): boolean {
    this.#round = this.batch.request(this.key);
    return this.#round.isLoaded;
  }

  /** The value after `request` and a flush; throws the error of its key. */
  get value(): V {
    if (this.#round === undefined) throw new Error(`The key ${this.key} was not requested.`);
    return this.#mapped(this.#round.value(this.key));
  }

  #mapped(value: unknown): V {
    // Without a map, the batch's value is the value.
    return this.#map ? this.#map(value) : (value as V);
  }

  map<W>(map: (value: V) => W): Deferred<W> {
    return new Deferred<W>(this.batch, this.key, (value) => map(this.#mapped(value)));
  }

  #promise(): Promise<V> {
    const round = this.batch.find(this.key);
    const loaded = round?.isLoaded ? round.promise(this.key) : this.batch.load(this.key);
    return loaded.then((value) => this.#mapped(value));
  }

  // biome-ignore lint/suspicious/noThenProperty: a promise for callers that await it, free for others
  then<A = V, B = never>(
    onValue?: ((value: V) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise().then(onValue, onError);
  }

  catch<B = never>(onError?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<V | B> {
    return this.then(undefined, onError);
  }

  finally(onEnd?: (() => void) | null): Promise<V> {
    return this.then().finally(onEnd);
  }
}
