import type { Row } from '../../db/model/table.ts';
import { insertChanges, insertRows } from '../../db/write/rows.ts';
import type { Transaction } from '../../db/write/transaction.ts';

/** A change event of a customer; it gets its position at the end of the transaction. */
export type BufferedEvent = Omit<Row<'CustomerEvent'>, 'position'>;

/** Written last: the account's change order stays locked until the commit. */
export class EventBuffer {
  #events: BufferedEvent[] = [];

  add(events: readonly BufferedEvent[]): void {
    this.#events.push(...events);
  }

  discard(): void {
    this.#events = [];
  }

  async write(transaction: Transaction): Promise<boolean> {
    if (this.#events.length === 0) return false;
    await Promise.all([insertChanges(transaction, this.#events), transaction.commit()]);
    return true;
  }

  /** For a transaction that is rolled back: without positions, so that the change order is not locked. */
  async insertUnnumbered(transaction: Transaction): Promise<void> {
    await insertRows(transaction, 'CustomerEvent', this.#events);
  }
}
