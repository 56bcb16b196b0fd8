import type { Rejection, SourceRecord } from '../importers/record.ts';

type Mapped = SourceRecord | Rejection;

/** Measures the part of an input that is processed. The reading is ahead of the writing. */
export class ImportMeter {
  readonly #total: number | undefined;
  #bytes = 0;
  #records = 0;

  /** The size of the input in bytes; undefined if it is not known. */
  constructor(total: number | undefined) {
    this.#total = total;
  }

  onBytes = (bytes: number): void => {
    this.#bytes += bytes;
  };

  async *counted(records: AsyncIterable<Mapped>): AsyncGenerator<Mapped> {
    for await (const record of records) {
      this.#records += 1;
      yield record;
    }
  }

  /** From 0 to 1, after this number of records; undefined if it is not known. */
  partOf = (done: number): number | undefined => {
    if (this.#total === undefined || this.#total === 0 || this.#records === 0) return undefined;
    return Math.min(1, this.#bytes / this.#total) * Math.min(1, done / this.#records);
  };
}
