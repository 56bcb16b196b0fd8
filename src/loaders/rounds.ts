import type DataLoader from 'dataloader';

/** Loads the values of keys; a key without a value is missing in the result. */
export type Load<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

const resolved = Promise.resolve();

const isPromise = <T>(value: T | PromiseLike<T>): value is PromiseLike<T> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

export class Round<V> {
  readonly keys: string[] = [];
  isLoaded = false;
  readonly #absent: (key: string) => V | Error;
  #values: ReadonlyMap<string, V | Error> = new Map<string, V | Error>();
  #error: Error | undefined;
  #listeners: (() => void)[] | undefined;

  constructor(absent: (key: string) => V | Error, values?: ReadonlyMap<string, V | Error>) {
    this.#absent = absent;
    if (values !== undefined) this.complete(values);
  }

  complete(values: ReadonlyMap<string, V | Error>): void {
    this.#values = values;
    this.#settle();
  }

  fail(error: Error): void {
    this.#error = error;
    this.#settle();
  }

  #settle(): void {
    this.isLoaded = true;
    for (const listener of this.#listeners ?? []) listener();
    this.#listeners = undefined;
  }

  result(key: string): V | Error {
    if (!this.isLoaded) throw new Error(`The value of ${key} is not loaded.`);
    return this.#error ?? this.#values.get(key) ?? this.#absent(key);
  }

  value(key: string): V {
    const result = this.result(key);
    if (result instanceof Error) throw result;
    return result;
  }

  promise(key: string): Promise<V> {
    const promise = this.#loaded().then(() => this.value(key));
    // DataLoader awaits it only when it dispatches its batch.
    promise.catch(() => undefined);
    return promise;
  }

  #loaded(): Promise<void> {
    if (this.isLoaded) return Promise.resolve();
    return new Promise((resolve) => {
      this.#listeners ??= [];
      this.#listeners.push(resolve);
    });
  }
}

class PrimedRound<V> extends Round<V> {
  readonly values: Map<string, V | Error>;

  constructor() {
    const values = new Map<string, V | Error>();
    // A primed key has a value, which can be null.
    super((key) => values.get(key) as V, values);
    this.values = values;
  }
}

/** DataLoader's cache, which can also be read without promises. A requested key joins the open round. */
export class Rounds<V> implements DataLoader.CacheMap<string, Promise<V>> {
  dispatch: (() => void) | undefined;
  /** Resolves when all rounds in flight are loaded; never rejects. */
  loading: Promise<unknown> = resolved;
  readonly #load: Load<V>;
  readonly #absent: (key: string) => V | Error;
  readonly #byKey = new Map<string, Round<V>>();
  /** The values of other batches, unpacked only when a key of this batch is requested. */
  #sources: (() => Iterable<readonly [string, V]>)[] = [];
  #open: Round<V> | undefined;
  #primed: PrimedRound<V> | undefined;
  #inFlight = 0;
  #wasCleared = false;

  constructor(load: Load<V>, absent: (key: string) => V | Error) {
    this.#load = load;
    this.#absent = absent;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  find(key: string): Round<V> | undefined {
    if (this.#sources.length > 0) this.#unpack();
    return this.#byKey.get(key);
  }

  join(key: string): Round<V> {
    return this.find(key) ?? this.add(key);
  }

  add(key: string): Round<V> {
    this.#open ??= new Round(this.#absent);
    this.#open.keys.push(key);
    this.#byKey.set(key, this.#open);
    return this.#open;
  }

  load(keys: readonly string[]): Promise<readonly (V | Error)[]> {
    const round = this.#open ?? new Round(this.#absent);
    this.#open = undefined;
    const unique = this.#wasCleared ? [...new Set(round.keys)] : round.keys;
    this.#wasCleared = false;
    return this.#complete(round, () => this.#load(unique)).then(() => keys.map((key) => round.result(key)));
  }

  #complete(round: Round<V>, load: () => PromiseLike<ReadonlyMap<string, V | Error>>): Promise<void> {
    const done = this.#settle(round, load);
    this.loading = this.#inFlight === 1 ? done : Promise.all([this.loading, done]);
    return done;
  }

  async #settle(round: Round<V>, load: () => PromiseLike<ReadonlyMap<string, V | Error>>): Promise<void> {
    this.#inFlight += 1;
    try {
      round.complete(await load());
    } catch (error) {
      // As in DataLoader, keys of a failed batch are not cached.
      for (const key of round.keys) if (this.#byKey.get(key) === round) this.#byKey.delete(key);
      round.fail(asError(error));
    } finally {
      this.#inFlight -= 1;
    }
  }

  prime(key: string, value: V | PromiseLike<V> | Error): void {
    if (this.find(key) !== undefined) return;
    if (!isPromise(value)) {
      this.#prime(key, value);
      return;
    }
    const round = new Round(this.#absent);
    this.#byKey.set(key, round);
    const values = value.then(
      (each) => new Map<string, V | Error>([[key, each]]),
      (error: unknown) => new Map<string, V | Error>([[key, asError(error)]]),
    );
    void this.#complete(round, () => values);
  }

  primeFrom(source: () => Iterable<readonly [string, V]>): void {
    this.#sources.push(source);
  }

  #unpack(): void {
    const sources = this.#sources;
    this.#sources = [];
    for (const source of sources)
      for (const [key, value] of source()) if (!this.#byKey.has(key)) this.#prime(key, value);
  }

  #prime(key: string, value: V | Error): void {
    this.#primed ??= new PrimedRound();
    this.#primed.values.set(key, value);
    this.#byKey.set(key, this.#primed);
  }

  get(key: string): Promise<V> | undefined {
    return this.find(key)?.promise(key);
  }

  /** For DataLoader, which has added the key to its batch. */
  set(key: string): void {
    this.join(key);
  }

  delete(key: string): void {
    this.#wasCleared ||= this.isOpen;
    this.find(key);
    this.#byKey.delete(key);
  }

  clear(): void {
    this.#wasCleared ||= this.isOpen;
    this.#sources = [];
    this.#byKey.clear();
  }
}
