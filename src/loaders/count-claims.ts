type Counts = ReadonlyMap<string, number>;

/** Lets a page bring the count of its list along, when both are read at the same moment. */
export class CountClaims {
  readonly #offered = new Map<string, (counts: Promise<Counts>) => void>();

  /** For who counts: the counts of a page that takes them over in this turn, or one's own. */
  offer(list: string, count: () => Promise<Counts>): Promise<Counts> {
    return new Promise((resolve) => {
      this.#offered.set(list, resolve);
      queueMicrotask(() => {
        if (this.#offered.delete(list)) resolve(count());
      });
    });
  }

  /** For who reads a page: whom to give the counts to; undefined where nobody counts. */
  async claim(list: string): Promise<((counts: Promise<Counts>) => void) | undefined> {
    // Who counts may be sent just after.
    return this.#take(list) ?? Promise.resolve().then(() => this.#take(list));
  }

  #take(list: string): ((counts: Promise<Counts>) => void) | undefined {
    const offered = this.#offered.get(list);
    this.#offered.delete(list);
    return offered;
  }
}
