type Counts = ReadonlyMap<string, number>;

/** Lets a page load the count of its list too, if both are requested at the same time. */
export class CountClaims {
  readonly #offered = new Map<string, (counts: Promise<Counts>) => void>();

  offer(list: string, count: () => Promise<Counts>): Promise<Counts> {
    return new Promise((resolve) => {
      this.#offered.set(list, resolve);
      queueMicrotask(() => {
        if (this.#offered.delete(list)) resolve(count());
      });
    });
  }

  async claim(list: string): Promise<((counts: Promise<Counts>) => void) | undefined> {
    // The count may be requested just after the page.
    return this.#take(list) ?? Promise.resolve().then(() => this.#take(list));
  }

  #take(list: string): ((counts: Promise<Counts>) => void) | undefined {
    const offered = this.#offered.get(list);
    this.#offered.delete(list);
    return offered;
  }
}
