export class Quota {
  readonly #maxOfKey: number;
  readonly #held = new Map<string, number>();

  constructor(maxOfKey: number) {
    this.#maxOfKey = maxOfKey;
  }

  take(key: string, amount: number): boolean {
    const held = (this.#held.get(key) ?? 0) + amount;
    if (held > this.#maxOfKey) return false;
    this.#held.set(key, held);
    return true;
  }

  release(key: string, amount: number): void {
    const left = (this.#held.get(key) ?? 0) - amount;
    if (left > 0) this.#held.set(key, left);
    else this.#held.delete(key);
  }
}
