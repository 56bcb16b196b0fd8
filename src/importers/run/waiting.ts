import type { RecordKind } from '../record.ts';
import type { Draft } from './attempt.ts';
import { type Entry, idOf } from './entry.ts';
import { Spill } from './spill.ts';
import { maxCharacters, type Sizes } from './window.ts';

export interface Waiting {
  readonly entry: Entry;
  readonly draft: Draft;
  /** Whether nothing of the record is saved yet. */
  readonly isWhole: boolean;
}

interface WaitingBatch {
  readonly kind: RecordKind;
  readonly waiting: readonly Waiting[];
}

/** The records that wait for others, in a constant amount of memory. */
export class WaitingRecords {
  #spill = new Spill<Waiting>();
  readonly #unsaved = new Map<RecordKind, number>();
  readonly #maxBatch: number;

  constructor({ batch }: Sizes) {
    this.#maxBatch = batch;
  }

  get size(): number {
    return this.#spill.size;
  }

  /** The number of records of each kind of which nothing is saved. */
  get unsaved(): ReadonlyMap<RecordKind, number> {
    return this.#unsaved;
  }

  #count(kind: RecordKind, { isWhole }: Waiting, by: number): void {
    if (isWhole) this.#unsaved.set(kind, (this.#unsaved.get(kind) ?? 0) + by);
  }

  async add(kind: RecordKind, waiting: Waiting): Promise<void> {
    this.#count(kind, waiting, 1);
    const draft = { ...waiting.draft, open: [] };
    await this.#spill.add(kind, { ...waiting, draft });
  }

  /** Removes all records in batches of one kind, without two entries of one record; those added meanwhile stay. */
  async *takeAll(): AsyncGenerator<WaitingBatch> {
    const taken = this.#spill;
    this.#spill = new Spill();
    try {
      let batch: { readonly kind: RecordKind; readonly waiting: Waiting[] } | undefined;
      let characters = 0;
      for await (const { kind, value } of taken.read()) {
        const sourceId = idOf(value.entry);
        const isFull =
          batch !== undefined &&
          (batch.kind !== kind ||
            batch.waiting.length === this.#maxBatch ||
            characters >= maxCharacters ||
            batch.waiting.some(({ entry }) => idOf(entry) === sourceId));
        if (batch !== undefined && isFull) yield batch;
        if (batch === undefined || isFull) [batch, characters] = [{ kind, waiting: [] }, 0];
        batch.waiting.push(value);
        characters += value.entry.raw.length;
      }
      if (batch !== undefined) yield batch;
    } finally {
      await taken.close();
    }
  }

  /** A record that was taken counts as unsaved until this. */
  settle(kind: RecordKind, waiting: Waiting): void {
    this.#count(kind, waiting, -1);
  }

  close(): Promise<void> {
    return this.#spill.close();
  }
}
