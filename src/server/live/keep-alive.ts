import type { Receiver } from './receiver.ts';

/** Proxies close connections that are idle for longer. */
const intervalSeconds = 12;

/** Sends every stream a comment at the same interval, one group of streams each second. */
export class KeepAlive {
  readonly #slots = Array.from({ length: intervalSeconds }, () => new Set<Receiver>());
  #count = 0;
  #now = 0;
  #clock: NodeJS.Timeout | undefined;

  add(receiver: Receiver): void {
    // The current slot is served last, after a full interval.
    this.#slots[this.#now]?.add(receiver);
    this.#count += 1;
    this.#clock ??= setInterval(() => this.#tick(), 1_000).unref();
  }

  delete(receiver: Receiver): void {
    for (const slot of this.#slots) if (slot.delete(receiver)) this.#count -= 1;
    if (this.#count > 0) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  #tick(): void {
    this.#now = (this.#now + 1) % intervalSeconds;
    for (const receiver of this.#slots[this.#now] ?? []) receiver.keepAlive();
  }
}
