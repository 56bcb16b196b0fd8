import type { Payer } from '../cost/payer.ts';
import type { Deliveries } from './deliveries.ts';
import type { EventLog } from './event-log.ts';
import type { Attachment, Receiver } from './receiver.ts';

/** Maximum events that a receiver pays for at a time. */
const maxEvents = 64;

export interface GroupOptions {
  readonly log: EventLog;
  readonly payer: Payer;
  readonly deliveries: Deliveries;
  readonly stop: AbortSignal;
  /** Called when a receiver was sent events and more are ready. */
  readonly onSent: () => void;
  readonly onLeave: (receiver: Receiver) => void;
  /** Ends a receiver whose next event was dropped from the log. */
  readonly endSlow: (receiver: Receiver) => void;
}

/** The receivers of one caller in a shared subscription, which pay for their events together. */
export class CallerGroup implements Attachment {
  readonly receivers = new Set<Receiver>();
  readonly #options: GroupOptions;
  #isPaying = false;

  constructor(options: GroupOptions) {
    this.#options = options;
  }

  pendingSince(receiver: Receiver): number | undefined {
    const { log } = this.#options;
    return log.at(Math.max(receiver.next, log.first))?.readyAt;
  }

  drained(): void {
    this.collect();
  }

  leave(receiver: Receiver): void {
    this.receivers.delete(receiver);
    this.#options.onLeave(receiver);
  }

  collect(): void {
    if (this.#isPaying) return;
    let due = 0;
    for (const receiver of this.receivers) due += this.#due(receiver);
    if (due === 0) return;
    this.#isPaying = true;
    const { payer, stop } = this.#options;
    void payer.payEvents(due, stop).then((paid) => {
      this.#isPaying = false;
      const left = this.#grant(paid, due);
      // Paid for receivers that left meanwhile.
      if (left > 0) void payer.refund(left);
      if (paid < due) this.collect();
    });
  }

  #due(receiver: Receiver): number {
    if (receiver.isBlocked || receiver.granted > 0) return 0;
    const { log } = this.#options;
    // Skips events from before the receiver joined, which it already has.
    for (let event = log.at(receiver.next); event && event.position <= receiver.position; ) {
      receiver.next += 1;
      event = log.at(receiver.next);
    }
    return receiver.next < log.first ? 1 : log.count(receiver.next, maxEvents);
  }

  /** Grants paid events, first to the receivers that are furthest behind. Returns the number left over. */
  #grant(paid: number, due: number): number {
    let left = paid;
    const all = [...this.receivers];
    for (const receiver of paid < due ? all.sort((a, b) => a.next - b.next) : all) {
      const count = Math.min(left, this.#due(receiver));
      if (count === 0) continue;
      left -= count;
      receiver.granted = count;
      this.#options.deliveries.add(() => this.#send(receiver));
    }
    return left;
  }

  #send(receiver: Receiver): void {
    const { log, endSlow, onSent } = this.#options;
    const { next, granted } = receiver;
    receiver.granted = 0;
    if (receiver.isOver) return;
    const last = log.at(next + granted - 1);
    if (next < log.first || last === undefined) {
      endSlow(receiver);
      return;
    }
    receiver.next = next + granted;
    receiver.writeEvents(log.chunk(next, granted), granted);
    if (last.isLast) {
      receiver.end();
      return;
    }
    receiver.place = last.place;
    receiver.position = last.position;
    if (receiver.next < log.end) onSent();
  }
}
