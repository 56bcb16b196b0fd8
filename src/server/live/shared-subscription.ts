import type { ChangeSource } from '../../context.ts';
import type { Change, Feed } from '../../db/feed/feed.ts';
import { type CatchUp, catchUp } from './catch-up.ts';
import { type ComputeOptions, computeEvent, type EventSource } from './compute.ts';
import type { Deliveries } from './deliveries.ts';
import type { LiveEvent } from './live-event.ts';
import { LiveRun } from './live-run.ts';
import type { Receiver } from './receiver.ts';
import { RecentEvents } from './recent-events.ts';
import { slowConsumer } from './slow-consumer.ts';

export interface SharedOptions extends ComputeOptions {
  readonly feed: Pick<Feed, 'batches'>;
  readonly deliveries: Deliveries;
  readonly maxBytes: () => number;
  readonly onLag: (shared: SharedSubscription, lagMs: number) => void;
  readonly onUnused: () => void;
}

/** All subscriptions with the same events: computes each event once, and sends it to all receivers. */
export class SharedSubscription {
  readonly source: EventSource;
  readonly #changes: ChangeSource;
  readonly #options: SharedOptions;
  readonly #receivers = new Set<Receiver>();
  readonly #catchingUp = new Set<CatchUp>();
  readonly #recent = new RecentEvents();
  #head = 0;
  #run: LiveRun | undefined;
  /** Runs that are still sending their last event. */
  readonly #ending = new Set<LiveRun>();

  constructor(source: EventSource, changes: ChangeSource, options: SharedOptions) {
    this.source = source;
    this.#changes = changes;
    this.#options = options;
  }

  get receivers(): number {
    return this.#receivers.size;
  }

  add(receiver: Receiver): void {
    this.#receivers.add(receiver);
  }

  /** Sends a receiver the changes after a position, then each further change when it is committed. */
  start(receiver: Receiver, after: number, head: number): void {
    this.#head = Math.max(this.#head, head);
    if (this.#join(receiver, after)) return;
    const { payers } = this.#options;
    const started: CatchUp = catchUp(receiver, after, {
      payer: payers.of(receiver.caller),
      batches: (from, stop) => this.#batches(from, stop),
      compute: (change, stop) => this.#computeFor(receiver, change, stop),
      join: (position) => {
        this.#catchingUp.delete(started);
        const hasJoined = this.#join(receiver, position);
        if (!hasJoined) this.#catchingUp.add(started);
        return hasJoined;
      },
      onLeave: () => this.#catchingUp.delete(started),
    });
    this.#catchingUp.add(started);
  }

  remove(receiver: Receiver): void {
    if (!this.#receivers.delete(receiver)) return;
    if (this.#receivers.size > 0) return;
    this.#recent.clear();
    this.#options.onUnused();
  }

  #join(receiver: Receiver, position: number): boolean {
    if (this.#run === undefined && position < this.#head) return false;
    this.#run ??= new LiveRun(position, {
      deliveries: this.#options.deliveries,
      payerOf: (caller) => this.#options.payers.of(caller),
      batches: (after, stop) => this.#batches(after, stop),
      compute: (change, caller, stop) =>
        this.#changes.matches(change) ? this.#compute(change, caller, stop) : undefined,
      maxBytes: this.#options.maxBytes,
      isAwaited: () => this.#catchingUp.size > 0,
      endSlow: (slow) => this.endSlow(slow),
      onPublish: ({ position: published, occurredAt }) => {
        this.#head = Math.max(this.#head, Number(published));
        this.#options.onLag(this, Date.now() - new Date(occurredAt).getTime());
      },
      onStop: (run) => this.#stopped(run),
    });
    return this.#run.join(receiver, position);
  }

  #stopped(run: LiveRun): void {
    if (this.#run === run) this.#run = undefined;
    if (run.size > 0) this.#ending.add(run);
    else this.#ending.delete(run);
  }

  #batches(after: number, signal: AbortSignal): AsyncGenerator<readonly Change[]> {
    const { log, feed } = this.#options;
    const onFailure = (err: unknown) => log.warn({ err }, 'reading the change feed failed');
    return feed.batches(this.source.accountId, String(after), { signal, onFailure });
  }

  #compute(change: Change, caller: string, stop: AbortSignal): Promise<LiveEvent | undefined> {
    return computeEvent(change, caller, this.source, this.#options, stop);
  }

  /** The event for a receiver that is catching up, shared with others that do so at the same time. */
  #computeFor(
    receiver: Receiver,
    change: Change,
    stop: AbortSignal,
  ): Promise<LiveEvent | undefined> | undefined {
    if (!this.#changes.matches(change)) return undefined;
    if (this.#catchingUp.size < 2) return this.#compute(change, receiver.caller, stop);
    return this.#recent.get(Number(change.position), receiver.openedAt, () =>
      // Not the receiver's own signal: another receiver can need the event after this one has left.
      this.#compute(change, receiver.caller, this.#recent.signal),
    );
  }

  /** Ends receivers that have been behind for longer than the limit, and drops events that all others have. */
  check(now: number): void {
    const { feedLagMs } = this.#options.limits;
    for (const receiver of this.#receivers) {
      const since = receiver.attachment?.pendingSince(receiver);
      if (since !== undefined && now - since > feedLagMs) this.endSlow(receiver);
    }
    this.#run?.trim();
    for (const run of this.#ending) run.trim();
    if (this.#catchingUp.size === 0) this.#recent.clear();
  }

  endSlow(receiver: Receiver): void {
    const { feedLagMs } = this.#options.limits;
    receiver.end(slowConsumer(feedLagMs, this.#changes.cursorOf(receiver.place)));
  }
}
