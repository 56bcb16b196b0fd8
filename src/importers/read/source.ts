import type { Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../input-error.ts';
import { decodeUtf8, decodeUtf16 } from './decode.ts';

/** A file, a folder with all its files, or a stream, such as standard input. */
export type Input =
  | { readonly path: string }
  | { readonly stream: AsyncIterable<Uint8Array>; readonly name: string };

/** One file or stream. */
export interface Source {
  /** The path in the folder, or the name of the file or stream. */
  readonly name: string;
  /** In bytes; undefined for a stream, which can be endless. */
  readonly size: number | undefined;
  /** Each chunk is valid until the next one. */
  open(): AsyncIterable<Uint8Array>;
}

const chunkBytes = 256 * 1024;

/** Each chunk is in the same memory: it has to be used, or copied, before the next one. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(chunkBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

const fileSource = (path: string, name: string, entry: Stats): Source => ({
  name,
  size: entry.isFile() ? entry.size : undefined,
  open: () => bytesOf(path),
});

/** An `InputError` for a file that cannot be read, such as one that was deleted meanwhile; else the same error. */
function readError(error: unknown, name: string): unknown {
  const { syscall, message } = error as NodeJS.ErrnoException;
  return syscall === undefined ? error : new InputError(`${name} cannot be read: ${message}.`);
}

/** The files in a folder and below it, ordered by name; hidden ones are ignored. */
async function* filesIn(folder: string, prefix: string): AsyncGenerator<Source> {
  const fail = (error: unknown): never => {
    throw readError(error, folder);
  };
  const names = (await readdir(folder).catch(fail)).filter((name) => !name.startsWith('.')).sort();
  for (const each of names) {
    const path = join(folder, each);
    const entry = await stat(path).catch(fail);
    if (entry.isDirectory()) yield* filesIn(path, `${prefix}${each}/`);
    else if (entry.isFile()) yield fileSource(path, prefix + each, entry);
  }
}

export async function* sourcesOf(input: Input): AsyncGenerator<Source> {
  if ('stream' in input) {
    yield { name: input.name, size: undefined, open: () => input.stream };
    return;
  }
  const entry = await stat(input.path).catch(() => undefined);
  if (entry === undefined)
    throw new InputError(`“${input.path}” does not exist; give the path of a file or folder.`);
  if (entry.isDirectory()) yield* filesIn(input.path, '');
  else yield fileSource(input.path, basename(input.path), entry);
}

/** The bytes of all files; undefined if a part is a stream. Throws an `InputError` if the input does not exist. */
export async function sizeOf(input: Input): Promise<number | undefined> {
  let sum = 0;
  for await (const { size } of sourcesOf(input)) {
    if (size === undefined) return undefined;
    sum += size;
  }
  return sum;
}

/** The source, which reports the bytes that are read. */
export const measured = (source: Source, onBytes: (bytes: number) => void): Source => ({
  ...source,
  async *open() {
    for await (const chunk of source.open()) {
      onBytes(chunk.length);
      yield chunk;
    }
  },
});

/** All chunks, the first of which has at least `size` bytes, or all. */
async function* withHead(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < size) continue;
    yield head;
    head = undefined;
  }
  if (head !== undefined) yield head;
}

const encodings: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const startsWith = (chunk: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => chunk[at] === byte);

async function* copies(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

async function* unzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // The loop throws the error, too.
  pipeline(Readable.from(copies(chunks), { objectMode: false }), gunzip, () => undefined);
  yield* gunzip;
}

async function* expanded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const [first, rest] = await split(withHead(chunks, 2));
  const all = joined(first, rest);
  yield* startsWith(first, [0x1f, 0x8b]) ? withHead(unzipped(all), 2) : all;
}

async function split(chunks: AsyncGenerator<Uint8Array>) {
  const { value, done } = await chunks.next();
  return [done ? new Uint8Array() : value, chunks] as const;
}

async function* joined(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/**
 * The text of a source in chunks, without byte order mark: UTF-8, or UTF-16 with a byte order mark, compressed by gzip or
 * not. Throws an `InputError` if it is neither.
 */
export async function* textOf({ name, open }: Source): AsyncGenerator<string> {
  try {
    const [first, rest] = await split(expanded(open()));
    const encoding = encodings.find(([bytes]) => startsWith(first, bytes))?.[1];
    const bytes = joined(first, rest);
    yield* encoding === undefined ? decodeUtf8(bytes) : decodeUtf16(bytes, encoding);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new InputError(`${name}: the text is not UTF-8; convert it, or add a byte order mark to UTF-16.`);
    if (code.startsWith('Z_')) throw new InputError(`${name}: the gzip file is damaged; compress it again.`);
    throw readError(error, name);
  }
}
