import { Chunk, type LiveEvent } from './live-event.ts';

/** Maximum bytes of events per write. */
const maxChunkBytes = 65_536;
/** Sent events that are kept for receivers that catch up. */
const keptEvents = 100;
const keptBytes = 262_144;
/** Minimum bytes for trimming, which visits all receivers. */
const minTrimBytes = 65_536;

/** Events that some receivers of a shared subscription have not been sent yet, by their numbers. */
export class EventLog {
  #events: LiveEvent[] = [];
  #first = 0;
  #bytes = 0;
  #trimAt = minTrimBytes;
  /** The last chunk; up-to-date receivers share it. */
  #chunk: { readonly from: number; readonly to: number; readonly chunk: Chunk } | undefined;
  /** All changes up to this position precede the first event. */
  base: number;

  constructor(base: number) {
    this.base = base;
  }

  get first(): number {
    return this.#first;
  }

  get end(): number {
    return this.#first + this.#events.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  at(number: number): LiveEvent | undefined {
    return this.#events[number - this.#first];
  }

  push(event: LiveEvent): void {
    this.#events.push(event);
    this.#bytes += event.bytes.length;
  }

  /** The number of the first event after a position. */
  after(position: number): number {
    const index = this.#events.findIndex((event) => event.position > position);
    return index === -1 ? this.end : this.#first + index;
  }

  /** Number of events from a number on that fit in one write. */
  count(from: number, most: number): number {
    let count = 0;
    let bytes = 0;
    for (let event = this.at(from); event !== undefined && count < most; event = this.at(from + count)) {
      bytes += event.bytes.length;
      if (count > 0 && bytes > maxChunkBytes) break;
      count += 1;
      if (event.isLast) break;
    }
    return count;
  }

  chunk(from: number, count: number): Chunk {
    const to = from + count;
    const known = this.#chunk;
    if (known?.from === from && known.to === to) return known.chunk;
    const events = this.#events.slice(from - this.#first, to - this.#first);
    const chunk = new Chunk(events.map(({ bytes }) => bytes));
    this.#chunk = { from, to, chunk };
    return chunk;
  }

  get isLarge(): boolean {
    return this.#bytes > this.#trimAt;
  }

  /**
   * Drops events before `sent`, which all receivers have, and the oldest of the others beyond `maxBytes`.
   * With `keepsSome`, some sent events stay for receivers that catch up.
   */
  trim(sent: number, maxBytes: number, keepsSome: boolean): void {
    let count = 0;
    let bytes = this.#bytes;
    const maxKept = keepsSome ? keptEvents : 0;
    const isDropped = (number: number) =>
      bytes > maxBytes || (number < sent && (sent - number > maxKept || bytes > keptBytes));
    // The newest event stays, whatever its size.
    for (; count < this.#events.length && isDropped(this.#first + count); count += 1) {
      if (this.#first + count === this.end - 1 && sent < this.end) break;
      const { bytes: dropped, position } = this.#events[count] as LiveEvent;
      bytes -= dropped.length;
      this.base = position;
    }
    this.#events.splice(0, count);
    this.#first += count;
    this.#bytes = bytes;
    this.#trimAt = Math.max(minTrimBytes, 2 * bytes);
    if (this.#chunk && this.#chunk.from < this.#first) this.#chunk = undefined;
  }
}
