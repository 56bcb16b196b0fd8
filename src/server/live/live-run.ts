import type { Change } from '../../db/feed/feed.ts';
import { asGraphQL } from './as-graphql.ts';
import { CallerGroup, type GroupOptions } from './caller-group.ts';
import { EventLog } from './event-log.ts';
import { inOrder } from './in-order.ts';
import type { LiveEvent } from './live-event.ts';
import type { Receiver } from './receiver.ts';

export const maxComputing = 4;

/** About ten times the duration of one write, so that sending takes a tenth of the event loop's time. */
const pausePerReceiverMs = 0.1;
const maxPauseMs = 250;

export interface RunOptions extends Pick<GroupOptions, 'deliveries' | 'endSlow'> {
  readonly payerOf: (caller: string) => GroupOptions['payer'];
  readonly batches: (after: number, stop: AbortSignal) => AsyncIterable<readonly Change[]>;
  /** The event of a change; undefined if the filter excludes it. */
  readonly compute: (
    change: Change,
    caller: string,
    stop: AbortSignal,
  ) => Promise<LiveEvent | undefined> | undefined;
  readonly maxBytes: () => number;
  readonly isAwaited: () => boolean;
  readonly onPublish: (change: Change) => void;
  /** Called when no receiver is left, or no more events follow. */
  readonly onStop: (run: LiveRun) => void;
}

/** Reads the feed once for all up-to-date receivers, and sends each the same events. */
export class LiveRun {
  readonly #options: RunOptions;
  readonly #log: EventLog;
  readonly #groups = new Map<string, CallerGroup>();
  readonly #stop = new AbortController();
  /** All changes up to this position are published or filtered out. */
  #position: number;
  #isEnding = false;
  #sentAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(position: number, options: RunOptions) {
    this.#options = options;
    this.#position = position;
    this.#log = new EventLog(position);
    void this.#read().catch((error) => {
      for (const receiver of this.receivers) receiver.end(asGraphQL(error));
    });
  }

  get size(): number {
    let size = 0;
    for (const { receivers } of this.#groups.values()) size += receivers.size;
    return size;
  }

  get receivers(): readonly Receiver[] {
    return [...this.#groups.values()].flatMap(({ receivers }) => [...receivers]);
  }

  /** Adds a receiver that has all changes up to a position; returns false if the log cannot provide the next ones. */
  join(receiver: Receiver, position: number): boolean {
    const { end, base } = this.#log;
    let next = end;
    if (position < this.#position) {
      if (position < base) return false;
      next = this.#log.after(position);
      const first = this.#log.at(next);
      // A receiver's events must show objects as they were after it subscribed.
      if (first !== undefined && first.startedAt < receiver.openedAt) return false;
    }
    receiver.next = next;
    receiver.position = position;
    const group = this.#groupOf(receiver.caller);
    group.receivers.add(receiver);
    receiver.attachment = group;
    group.collect();
    return true;
  }

  #groupOf(caller: string): CallerGroup {
    const known = this.#groups.get(caller);
    if (known !== undefined) return known;
    const { payerOf, deliveries, endSlow } = this.#options;
    const group: CallerGroup = new CallerGroup({
      log: this.#log,
      payer: payerOf(caller),
      deliveries,
      stop: this.#stop.signal,
      onLeave: () => this.#left(caller, group),
      onSent: () => this.#schedule(),
      endSlow,
    });
    this.#groups.set(caller, group);
    return group;
  }

  #left(caller: string, group: CallerGroup): void {
    if (group.receivers.size === 0) this.#groups.delete(caller);
    if (this.#groups.size > 0) return;
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#options.onStop(this);
  }

  async #read(): Promise<void> {
    const { signal } = this.#stop;
    const { batches, compute } = this.#options;
    for await (const batch of batches(this.#position, signal)) {
      const computeNext = (change: Change) => compute(change, this.#payingCaller, signal);
      for await (const { item, result } of inOrder(batch, computeNext, maxComputing)) {
        if (signal.aborted) return;
        this.#publish(item, result);
        if (this.#isEnding) return;
      }
    }
  }

  /** The caller of the oldest group of receivers. */
  get #payingCaller(): string {
    const [caller = ''] = this.#groups.keys();
    return caller;
  }

  #publish(change: Change, event: LiveEvent | undefined): void {
    this.#position = Number(change.position);
    this.#options.onPublish(change);
    if (event === undefined) return;
    this.#log.push(event);
    if (this.#log.isLarge || this.#log.bytes > this.#options.maxBytes()) this.trim();
    this.#schedule();
    if (!event.isLast) return;
    this.#isEnding = true;
    this.#options.onStop(this);
  }

  /** At the earliest a pause after the last time: with many receivers, one write has several events. */
  #schedule(): void {
    if (this.#timer !== undefined) return;
    const pauseMs = Math.min(maxPauseMs, this.size * pausePerReceiverMs);
    const waitMs = this.#sentAt + pauseMs - performance.now();
    if (waitMs < 1) this.#send();
    else this.#timer = setTimeout(() => this.#send(), waitMs);
  }

  #send(): void {
    this.#timer = undefined;
    this.#sentAt = performance.now();
    for (const group of this.#groups.values()) group.collect();
  }

  trim(): void {
    let sent = this.#log.end;
    for (const { receivers } of this.#groups.values())
      for (const { next } of receivers) if (next < sent) sent = next;
    this.#log.trim(sent, this.#options.maxBytes(), this.#options.isAwaited());
  }
}
