import type { LiveEvent } from './live-event.ts';

interface RecentEvent {
  readonly event: Promise<LiveEvent | undefined>;
  /** Infinity until the event is computed. */
  startedAt: number;
  bytes: number;
}

const maxEntries = 200;
const maxRecentBytes = 131_072;

/** Events for receivers of one subscription that are catching up, by position. */
export class RecentEvents {
  readonly #entries = new Map<number, RecentEvent>();
  #stop = new AbortController();
  #bytes = 0;

  /** Aborted when no receiver is catching up any more. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** The event, computed when the receiver subscribed or later. */
  get(
    position: number,
    openedAt: number,
    compute: () => Promise<LiveEvent | undefined>,
  ): Promise<LiveEvent | undefined> {
    const known = this.#entries.get(position);
    if (known !== undefined && known.startedAt >= openedAt)
      return known.event.then((event) =>
        event && event.startedAt >= openedAt ? event : this.get(position, openedAt, compute),
      );
    this.#delete(position);
    const entry: RecentEvent = { event: compute(), startedAt: Number.POSITIVE_INFINITY, bytes: 0 };
    this.#entries.set(position, entry);
    entry.event.then(
      (event) => this.#computed(position, entry, event),
      () => this.#entries.get(position) === entry && this.#delete(position),
    );
    return entry.event;
  }

  #computed(position: number, entry: RecentEvent, event: LiveEvent | undefined): void {
    if (this.#entries.get(position) !== entry) return;
    if (event === undefined) {
      this.#delete(position);
      return;
    }
    entry.startedAt = event.startedAt;
    entry.bytes = event.bytes.length;
    this.#bytes += entry.bytes;
    for (const [oldest] of this.#entries) {
      if (this.#entries.size <= maxEntries && this.#bytes <= maxRecentBytes) return;
      this.#delete(oldest);
    }
  }

  #delete(position: number): void {
    this.#bytes -= this.#entries.get(position)?.bytes ?? 0;
    this.#entries.delete(position);
  }

  clear(): void {
    if (this.#entries.size === 0) return;
    this.#entries.clear();
    this.#bytes = 0;
    this.#stop.abort();
    this.#stop = new AbortController();
  }
}
