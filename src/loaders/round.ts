/** The keys that a batch loads in one statement, and then their values. */
export class Round<V> {
  readonly keys: string[] = [];
  isLoaded = false;
  /** Returns the result for a key without a value. */
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

  /** The value of a key, or its error; only when the round is loaded. */
  result(key: string): V | Error {
    if (!this.isLoaded) throw new Error(`The value of ${key} is not loaded.`);
    return this.#error ?? this.#values.get(key) ?? this.#absent(key);
  }

  /** The value of a key; throws its error. */
  value(key: string): V {
    const result = this.result(key);
    if (result instanceof Error) throw result;
    return result;
  }

  /** A promise of the value, for callers that await it. */
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
