import type { Change } from '../../db/feed/feed.ts';
import type { Payer } from '../cost/payer.ts';
import { asGraphQL } from './as-graphql.ts';
import { inOrder } from './in-order.ts';
import { Chunk, type LiveEvent } from './live-event.ts';
import { maxComputing } from './live-run.ts';
import type { Attachment, Receiver } from './receiver.ts';

export interface CatchUpOptions {
  readonly payer: Payer;
  readonly batches: (after: number, stop: AbortSignal) => AsyncIterable<readonly Change[]>;
  readonly compute: (change: Change, stop: AbortSignal) => Promise<LiveEvent | undefined> | undefined;
  /** Joins the up-to-date receivers, if no change lies between a position and their next event. */
  readonly join: (position: number) => boolean;
  readonly onLeave: () => void;
}

/** Sends a receiver its missed changes at its own pace, until it joins the up-to-date receivers. */
export class CatchUp implements Attachment {
  readonly #receiver: Receiver;
  readonly #options: CatchUpOptions;
  readonly #stop = new AbortController();
  #waitingSince: number | undefined;
  #wake: (() => void) | undefined;

  constructor(receiver: Receiver, options: CatchUpOptions) {
    this.#receiver = receiver;
    this.#options = options;
  }

  pendingSince(): number | undefined {
    return this.#waitingSince;
  }

  drained(): void {
    this.#wake?.();
  }

  leave(): void {
    this.#stop.abort();
    this.#wake?.();
    this.#options.onLeave();
  }

  async run(after: number): Promise<void> {
    const { signal } = this.#stop;
    const { batches, compute, join } = this.#options;
    for await (const batch of batches(after, signal)) {
      let position = after;
      for await (const { item, result } of inOrder(batch, (each) => compute(each, signal), maxComputing)) {
        if (signal.aborted) return;
        if (result !== undefined && !(await this.#send(result))) return;
        position = Number(item.position);
      }
      if (!signal.aborted && join(position)) return;
    }
  }

  /** Sends an event; returns whether the receiver accepts more. */
  async #send(event: LiveEvent): Promise<boolean> {
    const receiver = this.#receiver;
    const { signal } = this.#stop;
    this.#waitingSince = performance.now();
    while (receiver.isBlocked && !signal.aborted) await new Promise<void>((wake) => (this.#wake = wake));
    const paid = await this.#options.payer.payEvents(1, signal);
    if (paid === 0 || signal.aborted) return false;
    this.#waitingSince = undefined;
    receiver.writeEvents(new Chunk([event.bytes]), 1);
    if (!event.isLast) receiver.place = event.place;
    else receiver.end();
    return !event.isLast;
  }
}

export function catchUp(receiver: Receiver, after: number, options: CatchUpOptions): CatchUp {
  const started = new CatchUp(receiver, options);
  receiver.attachment = started;
  void started.run(after).catch((error) => receiver.end(asGraphQL(error)));
  return started;
}
