import { JSONParser, Tokenizer, TokenType } from '@streamparser/json';
import type { Element, Rejection } from '../record.ts';
import { syntaxError, tooLarge } from './syntax.ts';
import type { TextReader } from './text-reader.ts';

const pieceLength = 256 * 1024;

/** In UTF-8, with a surrogate pair at the end. */
const maxPieceBytes = 3 * (pieceLength + 1);

/** Finds the line and column of a byte in a text that is written in pieces. */
class Lines {
  readonly #buffer = Buffer.alloc(maxPieceBytes);
  #bytes = 0;
  #line = 1;
  #lineStart = 0;
  #chunk: Buffer = Buffer.alloc(0);

  /** The bytes of the piece, until the next one. */
  next(piece: string): Buffer {
    this.#line = this.lineAt(Number.POSITIVE_INFINITY);
    const last = this.#chunk.lastIndexOf('\n');
    if (last >= 0) this.#lineStart = this.#bytes + last + 1;
    this.#bytes += this.#chunk.length;
    this.#chunk = this.#buffer.subarray(0, this.#buffer.write(piece));
    return this.#chunk;
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
  /** The keys of the lists in the document; null if the document is a list. */
  readonly keys: readonly string[] | null;
  /** In characters, of an element. */
  readonly max: number;
  /** Whether the document has to end with its line. */
  readonly isLine: boolean;
}

/** Removes a piece of the held text that does not end inside of a surrogate pair, nor after the end of the first line. */
function takePiece(reader: TextReader, isFirstLine: boolean): string {
  const { held, lineEnd } = reader;
  const length = isFirstLine && lineEnd >= 0 ? Math.min(pieceLength, lineEnd) : pieceLength;
  const last = held.charCodeAt(length - 1);
  return reader.take(length + (last >= 0xd800 && last < 0xdc00 ? 1 : 0));
}

/** Whether a list of a document, or an object in its place, begins in a part of the document from its beginning. */
export function beginsList(text: string, keys: readonly string[], isObjectToo: boolean): boolean {
  let [depth, key, isFound] = [0, '', false];
  const tokenizer = new Tokenizer();
  tokenizer.onToken = ({ token, value }) => {
    const isObject = token === TokenType.LEFT_BRACE;
    const isEnd = token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET;
    if (depth === 1 && token === TokenType.STRING) key = String(value);
    if (isEnd) depth -= 1;
    if (!isObject && token !== TokenType.LEFT_BRACKET) return;
    isFound ||= depth === 1 && keys.includes(key) && (isObjectToo || !isObject);
    depth += 1;
  };
  try {
    for (let at = 0; at < text.length && !isFound; at += pieceLength)
      tokenizer.write(text.slice(at, at + pieceLength));
  } catch {
    // The error is reported where the document is read.
  }
  return isFound;
}

class ElementParser {
  readonly #parser: JSONParser;
  readonly #lines = new Lines();
  readonly #place: Place;
  #found: Element[] = [];
  #offset = 0;
  #count = 0;
  isEnded = false;

  constructor(place: Place) {
    const { keys, position } = place;
    const objects = new Map<string, Record<string, unknown>>();
    const add = (list: string | null, path: string, value: unknown) => {
      this.#found.push({ kind: 'element', list, position: `${position}#/${path}`, value });
      this.#count += 1;
    };
    this.#place = place;
    const paths = keys === null ? ['$.*'] : keys.map((key) => `$.${key}.*`);
    this.#parser = new JSONParser({ paths, keepStack: false });
    this.#parser.onValue = ({ value, key, stack }) => {
      const list = keys === null ? null : String(stack[1]?.key);
      if (typeof key === 'number') add(list, list === null ? String(key) : `${list}/${key}`, value);
      else if (list !== null) objects.set(list, { ...objects.get(list), [String(key)]: value });
    };
    this.#parser.onToken = ({ offset }) => {
      this.#offset = offset;
    };
    this.#parser.onEnd = () => {
      this.isEnded = true;
      for (const [list, value] of objects) add(list, list, value);
    };
  }

  /** The number of elements so far. */
  get count(): number {
    return this.#count;
  }

  /** The position of the next element, or of the document if it has several lists. */
  get nextPosition(): string {
    const { position, keys } = this.#place;
    const [list, ...others] = keys ?? [];
    if (others.length > 0) return position;
    return `${position}#/${list === undefined ? '' : `${list}/`}${this.#count}`;
  }

  /** Returns the error of an invalid text. */
  write(text: string): Rejection | undefined {
    if (this.isEnded && text.trim() === '') return undefined;
    const bytes = this.#lines.next(text);
    try {
      if (this.isEnded) throw new Error('text after the end');
      this.#parser.write(bytes);
      return undefined;
    } catch (error) {
      return this.#problemOf(error);
    }
  }

  #problemOf(error: unknown): Rejection {
    const { isLine, position } = this.#place;
    const message = error instanceof Error ? error.message : String(error);
    const [, absolute] = /absolute position "(\d+)"/.exec(message) ?? [];
    const byte = absolute === undefined ? this.#offset : Number(absolute);
    const line = this.#lines.lineAt(byte);
    const column = `column ${this.#lines.columnAt(byte)}, after ${this.#count} elements of the list`;
    return isLine
      ? syntaxError(position, `The JSON is invalid at ${column}; the rest of the line was not read.`)
      : syntaxError(
          `${position}:${line}`,
          `The JSON is invalid at line ${line}, ${column}; the rest of the file was not read.`,
        );
  }

  take(): readonly Element[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}

const remedy = (isLine: boolean): string =>
  `the rest of the ${isLine ? 'line' : 'file'} was not read; split the element, and import the file again.`;

const endsEarly = (count: number): string =>
  `The JSON ends too early, after ${count} elements of the list; send the whole file.`;

/**
 * The elements of the lists of a document that is longer than the memory, up to the first error. Reads to the end of the
 * first line if the document ends there, so that lines can follow; else to the end of the text.
 */
export async function* streamElements(
  reader: TextReader,
  place: Place,
): AsyncGenerator<Element | Rejection, void> {
  const { position, max, isLine } = place;
  const parser = new ElementParser(place);
  let isFirstLine = true;
  let since = 0;
  do {
    if (isFirstLine && reader.lineEnd === 0) {
      if (isLine || parser.isEnded) break;
      isFirstLine = false;
    }
    const text = takePiece(reader, isFirstLine);
    const problem = parser.write(text);
    const elements = parser.take();
    since = elements.length > 0 ? 0 : since + text.length;
    yield* elements;
    const isTooLarge = since > Math.max(max, pieceLength);
    if (problem === undefined && !isTooLarge) continue;
    if (!isLine) await reader.stop();
    yield problem ?? tooLarge(parser.nextPosition, 'An element of the list', max, remedy(isLine));
    return;
  } while (reader.length > 0 || (await reader.more()));
  if (!parser.isEnded) yield syntaxError(position, endsEarly(parser.count));
}
