import type { Row } from '../../db/table.ts';
import type { Transaction } from '../../db/transaction.ts';
import { insertChanges, insertRows } from '../../db/write-rows.ts';

/** A change event of a customer; it gets its position at the end of the transaction. */
export type ToldEvent = Omit<Row<'CustomerEvent'>, 'position'>;

/**
 * The change events of a transaction. They are written last, because that locks the account's change order
 * until the commit: the holder of that lock waits for no other lock.
 */
export class Told {
  #events: ToldEvent[] = [];

  add(events: readonly ToldEvent[]): void {
    this.#events.push(...events);
  }

  /** Drops the events of work that was rolled back. */
  forget(): void {
    this.#events = [];
  }

  /** Writes the events and commits; returns whether there were any. */
  async write(transaction: Transaction): Promise<boolean> {
    if (this.#events.length === 0) return false;
    await Promise.all([insertChanges(transaction, this.#events), transaction.commit()]);
    return true;
  }

  /**
   * Writes the events without positions, for a transaction that will be rolled back and must not lock the
   * change order.
   */
  async show(transaction: Transaction): Promise<void> {
    await insertRows(transaction, 'CustomerEvent', this.#events);
  }
}
