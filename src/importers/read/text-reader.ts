/**
 * A text that arrives in chunks, with the part that is not used yet. It is in one piece only when it is used: a copy for
 * each chunk would need several times its memory.
 */
export class TextReader {
  readonly #chunks: AsyncIterator<string>;
  #pieces: string[] = [];
  #length = 0;
  #lineEnd = -1;
  #isEnded = false;

  constructor(chunks: AsyncIterable<string>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  get held(): string {
    if (this.#pieces.length > 1) this.#pieces = [this.#pieces.join('')];
    return this.#pieces[0] ?? '';
  }

  /** That of the held text. */
  get length(): number {
    return this.#length;
  }

  /** The index of the first line feed in the held text; -1 if it has none. */
  get lineEnd(): number {
    return this.#lineEnd;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Reads a chunk. False at the end of the text. */
  async more(): Promise<boolean> {
    if (this.#isEnded) return false;
    const { value, done } = await this.#chunks.next();
    if (done) this.#isEnded = true;
    else this.#add(value);
    return !done;
  }

  #add(piece: string): void {
    const end = this.#lineEnd < 0 ? piece.indexOf('\n') : -1;
    if (end >= 0) this.#lineEnd = this.#length + end;
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  #hold(text: string): void {
    [this.#pieces, this.#length, this.#lineEnd] = [[], 0, -1];
    this.#add(text);
  }

  /** Removes the beginning of the held text, and returns it. */
  take(length: number = this.#length): string {
    const { held } = this;
    this.#hold(held.slice(length));
    return held.slice(0, length);
  }

  /** Drops the rest of the line, and its line feed. */
  async skipLine(): Promise<void> {
    while (this.#lineEnd < 0) {
      this.take();
      if (!(await this.more())) return;
    }
    this.take(this.#lineEnd + 1);
  }

  /** Reads until the held text has a character that is not white space, and drops those before it. */
  async skipBlank(): Promise<void> {
    do this.#hold(this.held.trimStart());
    while (this.#length === 0 && (await this.more()));
  }

  /** Drops the rest of the text. */
  async stop(): Promise<void> {
    this.take();
    this.#isEnded = true;
    await this.close();
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
