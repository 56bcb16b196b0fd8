/** Times in milliseconds, counted per millisecond. */
export class Latencies {
  #counts = new Uint32Array(60_000);
  count = 0;

  add(ms) {
    this.#counts[Math.max(0, Math.min(this.#counts.length - 1, Math.round(ms)))] += 1;
    this.count += 1;
  }

  reset() {
    this.#counts.fill(0);
    this.count = 0;
  }

  /** @param {number} share of the times that are not above the result */
  quantile(share) {
    let left = Math.ceil(this.count * share);
    for (const [ms, count] of this.#counts.entries()) {
      left -= count;
      if (left <= 0) return ms;
    }
    return null;
  }
}
