import type { Row } from '../../db/table.ts';
import type { Transaction } from '../../db/transaction.ts';
import { insertChanges, insertRows } from '../../db/write-rows.ts';

/** A change of a customer; the end of its transaction gives it its position. */
export type ToldEvent = Omit<Row<'CustomerEvent'>, 'position'>;

/**
 * What a transaction has to tell. It is written last, since it locks the account's order of changes until the commit:
 * who holds that lock waits for no other.
 */
export class Told {
  #events: ToldEvent[] = [];

  add(events: readonly ToldEvent[]): void {
    this.#events.push(...events);
  }

  /** What was taken back is not told. */
  forget(): void {
    this.#events = [];
  }

  /** Writes it and commits; whether there was anything. */
  async write(transaction: Transaction): Promise<boolean> {
    if (this.#events.length === 0) return false;
    await Promise.all([insertChanges(transaction, this.#events), transaction.commit()]);
    return true;
  }

  /** Without positions, for a transaction that is taken back and stands in nobody's way until then. */
  async show(transaction: Transaction): Promise<void> {
    await insertRows(transaction, 'CustomerEvent', this.#events);
  }
}
