import { isObject } from '../../is-object.ts';
import { reject } from '../mapping/map-object.ts';
import { received, TooDeepError } from '../mapping/received.ts';
import type { JsonObject, Rejection } from '../record.ts';
import { streamList } from './stream-list.ts';
import { excerpt, syntaxError, tooLarge } from './syntax.ts';
import { TextReader } from './text-reader.ts';

export interface Document {
  readonly kind: 'document';
  readonly position: string;
  readonly document: JsonObject;
}

export type Part = Document | Rejection;

export interface JsonOptions {
  readonly position: string;
  /** The key of the list in a page; null if a document is mapped whole. */
  readonly list: string | null;
  /** In characters, of a document that is parsed at once, and of one element of a longer list. */
  readonly max: number;
}

const notJson = 'The file is neither JSON nor compressed JSON; a table needs a mapping file.';

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function rawOf(value: unknown): unknown {
  try {
    return received(value);
  } catch (error) {
    if (error instanceof TooDeepError) return null;
    throw error;
  }
}

const partOf = (position: string, value: unknown): Part =>
  isObject(value)
    ? { kind: 'document', position, document: value }
    : reject(position, rawOf(value), { code: 'INVALID', path: '', message: 'A JSON object is expected.' });

/** The objects of a parsed document: those of a list or page, or the document itself. */
function* partsOf(value: unknown, position: string, list: string | null): Generator<Part> {
  const below = list !== null && isObject(value) ? value[list] : undefined;
  const elements = Array.isArray(value) ? value : below;
  if (!Array.isArray(elements)) {
    yield partOf(position, value);
    return;
  }
  const prefix = elements === value ? '' : `${list}/`;
  for (const [at, each] of elements.entries()) yield partOf(`${position}#/${prefix}${at}`, each);
}

/** Reads until the first line is complete and followed by more, or the text is longer than the limit. */
async function readHead(reader: TextReader, max: number): Promise<void> {
  while (reader.length <= max) {
    if (reader.lineEnd >= 0 && reader.held.slice(reader.lineEnd).trim() !== '') return;
    if (!(await reader.more())) return;
  }
}

/** Whether each line is a document; an object in one line that cannot be parsed is a damaged document. */
function hasLines({ held: head, lineEnd: end }: TextReader): boolean {
  if (end < 0) return false;
  const first = head.slice(0, end).trim();
  if (parse(first) !== undefined) return head.slice(end).trim() !== '';
  return first.length > 1 && first.startsWith('{') && first.endsWith('}');
}

function* readLine(line: string, { list }: JsonOptions, position: string): Generator<Part> {
  if (line.trim() === '') return;
  const parsed = parse(line);
  if (parsed === undefined)
    yield syntaxError(position, 'The line is not a JSON document; each line must be one.', excerpt(line));
  else yield* partsOf(parsed.value, position, list);
}

async function* readLines(reader: TextReader, options: JsonOptions, firstLine: number): AsyncGenerator<Part> {
  let skipped = 0;
  for (let number = firstLine; ; ) {
    const end = reader.lineEnd;
    const position = `${options.position}:${number}`;
    if (end >= 0) {
      const line = reader.take(end + 1);
      if (skipped + end > options.max) yield tooLarge(position, 'The line', options.max);
      else yield* readLine(line, options, position);
      skipped = 0;
      number += 1;
      continue;
    }
    if (skipped + reader.length > options.max) skipped += reader.take().length;
    if (await reader.more()) continue;
    if (skipped > 0) yield tooLarge(position, 'The line', options.max);
    else yield* readLine(reader.take(), options, position);
    return;
  }
}

async function* readDocument(reader: TextReader, options: JsonOptions): AsyncGenerator<Part> {
  const { position, list, max } = options;
  while (reader.length <= max && (await reader.more()));
  const isWhole = reader.isEnded && reader.length <= max;
  const parsed = isWhole ? parse(reader.held) : undefined;
  if (parsed !== undefined) {
    yield* partsOf(parsed.value, position, list);
    return;
  }
  const isList = reader.held.startsWith('[');
  if (!isWhole && !isList && list === null) {
    yield tooLarge(position, 'The document', max);
    return;
  }
  const place = { position, key: isList ? null : list, max };
  for await (const each of streamList(reader, place))
    yield 'value' in each ? partOf(each.position, each.value) : each;
}

/** The objects in a text: one document, a page, a list, or documents in lines. */
export async function* readJson(chunks: AsyncIterable<string>, options: JsonOptions): AsyncGenerator<Part> {
  const reader = new TextReader(chunks);
  try {
    await reader.skipBlank();
    if (reader.held === '') return;
    if (!/^[[{]/.test(reader.held)) {
      yield syntaxError(options.position, notJson, excerpt(reader.held));
      return;
    }
    await readHead(reader, options.max);
    yield* hasLines(reader) ? readLines(reader, options, 1) : readDocument(reader, options);
  } finally {
    await reader.close();
  }
}
