/** Maximum time of writing in one iteration of the event loop. */
const budgetMs = 4;

export class Deliveries {
  #queue: (() => void)[] = [];
  #isScheduled = false;

  add(task: () => void): void {
    this.#queue.push(task);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#run());
  }

  #run(): void {
    const end = performance.now() + budgetMs;
    let done = 0;
    while (done < this.#queue.length) {
      this.#queue[done]?.();
      done += 1;
      if (performance.now() > end) break;
    }
    this.#queue = this.#queue.slice(done);
    this.#isScheduled = this.#queue.length > 0;
    if (this.#isScheduled) setImmediate(() => this.#run());
  }
}
