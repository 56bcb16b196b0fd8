import { type Change, follow } from './feed.ts';

/** A client that keeps its last cursor and, after a disconnect, resumes at any of the gateways. */
export class Subscriber {
  readonly seen: Change[] = [];
  /** The number of disconnects. */
  cuts = 0;
  readonly #urls: readonly string[];
  #cursor: string;

  constructor(urls: readonly string[], cursor: string) {
    this.#urls = urls;
    this.#cursor = cursor;
  }

  /** Follows the feed until `count` changes are received; `onChange` receives the current number. */
  async follow(count: number, onChange: (seen: number) => void = () => undefined): Promise<void> {
    while (this.seen.length < count) {
      const hangUp = new AbortController();
      const until = this.seen.length + 1 + Math.floor(Math.random() * 800);
      const url = this.#urls[Math.floor(Math.random() * this.#urls.length)] ?? '';
      try {
        for await (const change of follow(url, this.#cursor, hangUp.signal)) {
          this.seen.push(change);
          this.#cursor = change.cursor;
          onChange(this.seen.length);
          if (this.seen.length >= Math.min(until, count)) break;
        }
      } catch {
        // The gateway is restarting; another gateway may be available.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      hangUp.abort();
      this.cuts += 1;
    }
  }
}
