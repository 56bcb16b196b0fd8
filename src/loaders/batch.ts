import DataLoader from 'dataloader';
import { type Load, type Round, Rounds } from './rounds.ts';

/** Learns of the batches of a traced request. */
export interface BatchObserver {
  /** A caller that awaits the values requests a key. */
  requested(batch: Batch<unknown>): void;
  /** The batch is about to be flushed for these callers. */
  flushing(batch: Batch<unknown>): void;
}

/** One level at a time: parents in different branches share one statement per field. */
export interface Levels {
  schedule(dispatch: () => void): void;
  /** Registers a running statement whose rows may cause more requests; the next level waits for it. */
  hold<T>(statement: Promise<T>): Promise<T>;
  /** Undefined unless the request is traced. */
  observer: BatchObserver | undefined;
}

const resolved = Promise.resolve();

export function createLevels(): Levels {
  let underWay = 0;
  let scheduled = false;
  let waiting: (() => void)[] = [];

  function release(): void {
    scheduled = false;
    if (underWay > 0) return;
    const level = waiting;
    waiting = [];
    for (const dispatch of level) dispatch();
  }

  // Runs after all promise jobs, when everything that does not depend on the database has been requested.
  function releaseSoon(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    void resolved.then(() => process.nextTick(release));
  }

  function settle(): void {
    underWay -= 1;
    releaseSoon();
  }

  return {
    observer: undefined,
    schedule(dispatch) {
      waiting.push(dispatch);
      releaseSoon();
    },
    hold(statement) {
      underWay += 1;
      statement.then(settle, settle);
      return statement;
    },
  };
}

/** The executor requests all keys of a level, flushes and reads synchronously; other callers await. */
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

export type { Load };

const ignore = () => undefined;

/** A DataLoader that the executor can use without a promise for each key. Lives as long as a request. */
export class Batch<V> extends DataLoader<string, V> {
  /** If the request is traced, fields that wait for it, by the names of the schema; bounded. */
  fields: readonly string[] = [];
  /** The paths of all of them by response keys, which the caller chooses. */
  paths: readonly string[] = [];
  readonly #levels: Levels;
  readonly #rounds: Rounds<V>;
  #isScheduled = false;

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

  defer(key: string): Deferred<V> {
    return Deferred.of(this, key);
  }

  request(key: string): Round<V> {
    const known = this.#rounds.find(key);
    if (known !== undefined) return known;
    if (this.#rounds.isOpen) return this.#rounds.add(key);
    // DataLoader opens its batch with the first key, and calls the cache, which adds the key to the round.
    super.load(key).catch(ignore);
    return this.#rounds.join(key);
  }

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

  override load(key: string): Promise<V> {
    const loaded = super.load(key);
    const levels = this.#levels;
    if (this.#rounds.isOpen) levels.observer?.requested(this as Batch<unknown>);
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      levels.schedule(() => {
        levels.observer?.flushing(this as Batch<unknown>);
        void this.flush();
      });
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
