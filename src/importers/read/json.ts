import type { Rejection } from '../record.ts';
import { type LongDocument, type Part, parse, partOf, partsOf } from './part.ts';
import { beginsList, streamElements } from './stream-list.ts';
import { excerpt, syntaxError, tooLarge } from './syntax.ts';
import { TextReader } from './text-reader.ts';

export interface JsonOptions {
  readonly position: string;
  /** The key of the list in a page; null if a document is mapped whole. */
  readonly list: string | null;
  /** The keys of the members of a document that is a `LongDocument` if it is long. */
  readonly members?: readonly string[] | undefined;
  /** In characters, of a document that is parsed at once, and of one element of a longer list. */
  readonly max: number;
}

const notJson = 'The file is neither JSON nor compressed JSON; a table needs a mapping file.';

/** Reads until the first line is complete and followed by more, or the text is longer than the limit. */
async function readHead(reader: TextReader, max: number): Promise<void> {
  while (reader.length <= max) {
    if (reader.lineEnd >= 0 && reader.held.slice(reader.lineEnd).trim() !== '') return;
    if (!(await reader.more())) return;
  }
}

async function readUntil(reader: TextReader, length: number): Promise<void> {
  while (reader.length <= length && (await reader.more()));
}

async function readLineUntil(reader: TextReader, length: number): Promise<void> {
  while (reader.lineEnd < 0 && reader.length <= length && (await reader.more()));
}

const maxShort = 1024 * 1024;

/** In characters: longer documents that have lists are read element by element. */
const shortLength = ({ max }: JsonOptions): number => Math.min(max, maxShort);

const lineLength = ({ lineEnd, length }: TextReader): number => (lineEnd < 0 ? length : lineEnd);

const keysOf = ({ list, members }: JsonOptions): readonly string[] =>
  members ?? (list === null ? [] : [list]);

const isList = ({ held }: TextReader): boolean => held.startsWith('[');

const hasElements = (reader: TextReader, options: JsonOptions): boolean =>
  isList(reader) || beginsList(reader.held, keysOf(options), options.members !== undefined);

/** Whether each line is a document; an object in one line that cannot be parsed is a damaged document. */
function hasLines({ held: head, lineEnd: end }: TextReader): boolean {
  if (end < 0) return false;
  const first = head.slice(0, end).trim();
  if (parse(first) !== undefined) return head.slice(end).trim() !== '';
  return first.length > 1 && first.startsWith('{') && first.endsWith('}');
}

async function* readElements(
  reader: TextReader,
  options: JsonOptions,
  { position, isLine }: { readonly position: string; readonly isLine: boolean },
): AsyncGenerator<Part | LongDocument> {
  const { max, members } = options;
  const keys = isList(reader) ? null : keysOf(options);
  const elements = streamElements(reader, { position, keys, max, isLine });
  if (keys !== null && members !== undefined) yield { kind: 'elements', position, elements };
  else
    for await (const each of elements)
      yield each.kind === 'element' ? partOf(each.position, each.value) : each;
}

function* lineParts(line: string, { list }: JsonOptions, position: string): Generator<Part> {
  if (line.trim() === '') return;
  const parsed = parse(line);
  if (parsed === undefined)
    yield syntaxError(position, 'The line is not a JSON document; each line must be one.', excerpt(line));
  else yield* partsOf(parsed.value, position, list);
}

async function* readLine(
  reader: TextReader,
  options: JsonOptions,
  position: string,
): AsyncGenerator<Part | LongDocument> {
  const { max } = options;
  const length = shortLength(options);
  await readLineUntil(reader, length);
  if (lineLength(reader) > length && hasElements(reader, options)) {
    yield* readElements(reader, options, { position, isLine: true });
    return;
  }
  await readLineUntil(reader, max);
  if (lineLength(reader) > max) yield tooLarge(position, 'The line', max);
  else yield* lineParts(reader.take(lineLength(reader)), options, position);
}

async function* readLines(
  reader: TextReader,
  options: JsonOptions,
  first: number,
): AsyncGenerator<Part | LongDocument> {
  for (let number = first; reader.length > 0 || (await reader.more()); number += 1) {
    yield* readLine(reader, options, `${options.position}:${number}`);
    await reader.skipLine();
  }
}

/** Lines can follow a long document in the first line. */
async function* readFirst(reader: TextReader, options: JsonOptions): AsyncGenerator<Part | LongDocument> {
  yield* readElements(reader, options, { position: options.position, isLine: false });
  await reader.skipLine();
  yield* readLines(reader, options, 2);
}

/** The elements of a document that is invalid or too long as a whole; if it has none, the reason. */
async function* readElementsOr(
  reader: TextReader,
  options: JsonOptions,
  reason: Rejection,
): AsyncGenerator<Part | LongDocument> {
  let isEmpty = true;
  for await (const each of readFirst(reader, options)) {
    isEmpty = false;
    yield each;
  }
  if (isEmpty) yield reason;
}

async function* readDocument(reader: TextReader, options: JsonOptions): AsyncGenerator<Part | LongDocument> {
  const { position, list, max } = options;
  for (const length of [shortLength(options), max]) {
    await readUntil(reader, length);
    if (reader.length <= length || !hasElements(reader, options)) continue;
    yield* readFirst(reader, options);
    return;
  }
  const isWhole = reader.isEnded && reader.length <= max;
  const parsed = isWhole ? parse(reader.held) : undefined;
  if (parsed !== undefined) yield* partsOf(parsed.value, position, list);
  else if (hasLines(reader) || (!isWhole && lineLength(reader) > max)) yield* readLines(reader, options, 1);
  else {
    const invalid = syntaxError(position, 'The document is not valid JSON.', excerpt(reader.held));
    yield* readElementsOr(reader, options, isWhole ? invalid : tooLarge(position, 'The document', max));
  }
}

/** The objects in a text: one document, a page, a list, or documents in lines. */
export async function* readJson(
  chunks: AsyncIterable<string>,
  options: JsonOptions,
): AsyncGenerator<Part | LongDocument> {
  const { position } = options;
  const reader = new TextReader(chunks);
  try {
    await reader.skipBlank();
    if (reader.held === '') return;
    if (!/^[[{]/.test(reader.held)) {
      yield syntaxError(position, notJson, excerpt(reader.held));
      return;
    }
    await readHead(reader, shortLength(options));
    yield* hasLines(reader) ? readLines(reader, options, 1) : readDocument(reader, options);
  } finally {
    await reader.close();
  }
}
