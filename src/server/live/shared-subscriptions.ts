import type { ChangeSource } from '../../context.ts';
import { FairQueue } from '../../fair-queue.ts';
import type { Observer } from '../../observe/observer.ts';
import { ofEvents } from '../../observe/observers.ts';
import type { ComputeOptions, EventSource } from './compute.ts';
import { Deliveries } from './deliveries.ts';
import { KeepAlive } from './keep-alive.ts';
import type { Receiver } from './receiver.ts';
import { type SharedOptions, SharedSubscription } from './shared-subscription.ts';

/** Maximum number of concurrent computations, over all subscriptions. */
const computeSlots = 8;
/** Maximum bytes of events that wait for receivers: of all subscriptions, and of one. */
const maxTotalBytes = 64_000_000;
const maxBytesEach = 8_000_000;

const warnMs = 60_000;

type Options = Omit<ComputeOptions, 'slots'> & Pick<SharedOptions, 'feed'>;

export class SharedSubscriptions {
  readonly #options: Options;
  readonly #observer: Observer | undefined;
  readonly #slots = new FairQueue({ slots: computeSlots });
  readonly #deliveries = new Deliveries();
  readonly #keepAlive = new KeepAlive();
  readonly #shared = new Map<string, SharedSubscription>();
  #clock: NodeJS.Timeout | undefined;
  #warnedAt = Number.NEGATIVE_INFINITY;

  constructor(options: Options) {
    this.#options = options;
    this.#observer = options.observer && ofEvents(options.observer);
  }

  of(key: string, source: () => EventSource, changes: ChangeSource): SharedSubscription {
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const shared = new SharedSubscription(source(), changes, {
      ...this.#options,
      observer: this.#observer,
      slots: this.#slots,
      deliveries: this.#deliveries,
      maxBytes: () => Math.min(maxBytesEach, maxTotalBytes / this.#shared.size),
      onLag: (lagging, lagMs) => this.#noteLag(lagging, lagMs),
      onUnused: () => this.#delete(key),
    });
    this.#shared.set(key, shared);
    const intervalMs = Math.min(1_000, Math.ceil(this.#options.limits.feedLagMs / 4));
    this.#clock ??= setInterval(() => this.#check(), intervalMs).unref();
    return shared;
  }

  keepAlive(receiver: Receiver): void {
    this.#keepAlive.add(receiver);
  }

  remove(receiver: Receiver, shared: SharedSubscription): void {
    this.#keepAlive.delete(receiver);
    shared.remove(receiver);
  }

  #delete(key: string): void {
    this.#shared.delete(key);
    if (this.#shared.size > 0) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  #check(): void {
    const now = performance.now();
    for (const shared of this.#shared.values()) shared.check(now);
  }

  #noteLag({ source, receivers }: SharedSubscription, lagMs: number): void {
    this.#options.observer?.published(lagMs);
    const now = performance.now();
    if (lagMs < this.#options.limits.feedLagMs || now - this.#warnedAt < warnMs) return;
    this.#warnedAt = now;
    const { accountId, requestId } = source;
    this.#options.log.warn(
      { accountId, requestId, lagMs, receivers, subscriptions: this.#shared.size },
      'events are computed more slowly than changes are committed',
    );
  }
}
