/** A text that arrives in chunks, with the part that is not used yet. */
export class TextReader {
  readonly #chunks: AsyncIterator<string>;
  #held = '';
  #isEnded = false;

  constructor(chunks: AsyncIterable<string>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  get held(): string {
    return this.#held;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Reads a chunk. False at the end of the text. */
  async more(): Promise<boolean> {
    if (this.#isEnded) return false;
    const { value, done } = await this.#chunks.next();
    if (done) this.#isEnded = true;
    else this.#held += value;
    return !done;
  }

  /** Removes the beginning of the held text, and returns it. */
  take(length: number = this.#held.length): string {
    const taken = this.#held.slice(0, length);
    this.#held = this.#held.slice(length);
    return taken;
  }

  /** Reads until the held text has a character that is not white space, and drops those before it. */
  async skipBlank(): Promise<void> {
    do this.#held = this.#held.trimStart();
    while (this.#held === '' && (await this.more()));
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
