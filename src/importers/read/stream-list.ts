import { JSONParser } from '@streamparser/json';
import type { Rejection } from '../record.ts';
import { syntaxError, tooLarge } from './syntax.ts';
import type { TextReader } from './text-reader.ts';

/** Finds the line and column of a byte in a text that is written in chunks. */
class Lines {
  #bytes = 0;
  #line = 1;
  #lineStart = 0;
  #chunk: Buffer = Buffer.alloc(0);

  next(chunk: Buffer): void {
    this.#line = this.lineAt(Number.POSITIVE_INFINITY);
    const last = this.#chunk.lastIndexOf('\n');
    if (last >= 0) this.#lineStart = this.#bytes + last + 1;
    this.#bytes += this.#chunk.length;
    this.#chunk = chunk;
  }

  lineAt(byte: number): number {
    let line = this.#line;
    for (
      let at = this.#chunk.indexOf('\n');
      at >= 0 && this.#bytes + at < byte;
      at = this.#chunk.indexOf('\n', at + 1)
    )
      line += 1;
    return line;
  }

  columnAt(byte: number): number {
    const before = this.#chunk.subarray(0, Math.max(0, byte - this.#bytes)).lastIndexOf('\n');
    return byte - (before < 0 ? this.#lineStart : this.#bytes + before + 1) + 1;
  }
}

export interface Place {
  readonly position: string;
  /** The key of the list; null if the document is a list. */
  readonly key: string | null;
  readonly max: number;
}

interface Element {
  readonly position: string;
  readonly value: unknown;
}

const pieceLength = 256 * 1024;

/** Removes a piece of the held text that does not end inside of a surrogate pair. */
function takePiece(reader: TextReader): string {
  const last = reader.held.charCodeAt(pieceLength - 1);
  return reader.take(pieceLength + (last >= 0xd800 && last < 0xdc00 ? 1 : 0));
}

/** The elements of a list that is longer than the memory, up to the first error. */
export async function* streamList(
  reader: TextReader,
  { position, key, max }: Place,
): AsyncGenerator<Element | Rejection> {
  const path = key === null ? '$.*' : `$.${key}.*`;
  const parser = new JSONParser({ paths: [path], keepStack: false });
  const lines = new Lines();
  let found: unknown[] = [];
  let [offset, count, since] = [0, 0, 0];
  parser.onValue = ({ value }) => found.push(value);
  parser.onToken = (token) => {
    offset = token.offset;
  };
  const problemOf = (error: unknown): Rejection => {
    const message = error instanceof Error ? error.message : String(error);
    const [, absolute] = /absolute position "(\d+)"/.exec(message) ?? [];
    const byte = absolute === undefined ? offset : Number(absolute);
    const line = lines.lineAt(byte);
    const text = `The JSON is invalid at line ${line}, column ${lines.columnAt(byte)}, after ${count} elements of the list; the rest of the file was not read.`;
    return syntaxError(`${position}:${line}`, text);
  };
  const write = (text: string): Rejection | undefined => {
    const chunk = Buffer.from(text);
    lines.next(chunk);
    try {
      if (parser.isEnded) throw new Error('text after the end');
      parser.write(chunk);
      return undefined;
    } catch (error) {
      return problemOf(error);
    }
  };
  do {
    const text = takePiece(reader);
    const problem = parser.isEnded && text.trim() === '' ? undefined : write(text);
    since = found.length > 0 ? 0 : since + text.length;
    const elements = found;
    found = [];
    for (const value of elements) {
      yield { position: `${position}#/${key === null ? '' : `${key}/`}${count}`, value };
      count += 1;
    }
    if (problem !== undefined) {
      yield problem;
      return;
    }
    if (since > Math.max(max, pieceLength)) {
      yield tooLarge(`${position}#/${key === null ? '' : `${key}/`}${count}`, 'An element of the list', max);
      return;
    }
  } while (reader.length > 0 || (await reader.more()));
  if (!parser.isEnded)
    yield syntaxError(
      position,
      `The JSON ends too early, after ${count} elements of the list; send the whole file.`,
    );
  // A single object.
  else if (key !== null && count === 0) yield tooLarge(position, 'The document', max);
}
