import { createInterface } from 'node:readline';
import type { RecordKind } from '../record.ts';
import { UnnamedFile } from '../unnamed-file.ts';
import { kindOrder } from './kinds.ts';

const bufferBytes = 1 << 20;

class Lines {
  readonly #file = new UnnamedFile();
  #buffered: string[] = [];
  #bytes = 0;
  #flushed: Promise<void> = Promise.resolve();

  async add(line: string): Promise<void> {
    this.#buffered.push(line, '\n');
    this.#bytes += line.length;
    if (this.#bytes >= bufferBytes) await this.#flush();
  }

  /** One write at a time: batches that are saved beside each other add lines meanwhile. */
  #flush(): Promise<void> {
    this.#flushed = this.#flushed.then(async () => {
      const text = this.#buffered.join('');
      [this.#buffered, this.#bytes] = [[], 0];
      await this.#file.append(text);
    });
    return this.#flushed;
  }

  async *read(): AsyncIterable<string> {
    if (!this.#file.isWritten) {
      yield* this.#buffered.filter((_, at) => at % 2 === 0);
      return;
    }
    await this.#flush();
    const input = await this.#file.stream();
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

/** Values that wait for the end of the run: in memory while they are few, else in temporary files. */
export class Spill<T> {
  readonly #lines = new Map<RecordKind, Lines>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  async add(kind: RecordKind, value: T): Promise<void> {
    const lines = this.#lines.get(kind) ?? new Lines();
    this.#lines.set(kind, lines);
    this.#size += 1;
    // `readline` also ends a line at these two characters.
    const json = JSON.stringify(value);
    await lines.add(json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'));
  }

  /** All values, in the order of their kinds; of one kind, in the order of their addition. */
  async *read(): AsyncIterable<{ readonly kind: RecordKind; readonly value: T }> {
    // The lines are those of `add`.
    for (const kind of kindOrder)
      for await (const line of this.#lines.get(kind)?.read() ?? [])
        yield { kind, value: JSON.parse(line) as T };
  }

  async close(): Promise<void> {
    for (const lines of this.#lines.values()) await lines.close();
  }
}
