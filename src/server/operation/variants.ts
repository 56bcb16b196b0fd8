interface Variant<V> {
  readonly value: V;
  readonly bytes: number;
}

/** Cached values of an operation for the values of its variables; the oldest is evicted. */
export class Variants<V> {
  readonly #max: number;
  readonly #kept = new Map<string, Variant<V>>();
  #bytes = 0;

  constructor(max: number) {
    this.#max = max;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): V | undefined {
    return this.#kept.get(key)?.value;
  }

  set(key: string, value: V, bytes: number): void {
    this.delete(key);
    if (this.#kept.size >= this.#max)
      for (const oldest of [...this.#kept.keys()].slice(0, 1)) this.delete(oldest);
    this.#kept.set(key, { value, bytes });
    this.#bytes += bytes;
  }

  delete(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}
