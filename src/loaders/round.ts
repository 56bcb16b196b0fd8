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
