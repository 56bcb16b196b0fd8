import { gzipSync } from 'node:zlib';
import { type ReadOptions, readRecords } from '../../src/importers/read-records.ts';
import type { Mapper, Rejection, SourceRecord } from '../../src/importers/record.ts';

type Result = SourceRecord | Rejection;

export async function collect<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const each of values) all.push(each);
  return all;
}

/** Cuts bytes at the given positions, which can be outside. */
export function cut(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const at = [...new Set(cuts.map((each) => each % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...at, bytes.length].map((end, n) => bytes.subarray(at[n - 1] ?? 0, end));
}

async function* chunksOf(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

export const streamOf = (content: string | Uint8Array, cuts: readonly number[] = []) => ({
  stream: chunksOf(cut(Buffer.from(content), cuts)),
  name: 'stdin',
});

export const compressed = (content: string): Uint8Array => gzipSync(content);

export const readText = (
  mapper: Mapper,
  content: string | Uint8Array,
  options: ReadOptions = { timeZone: 'UTC' },
  cuts: readonly number[] = [],
): Promise<readonly Result[]> => collect(readRecords(streamOf(content, cuts), mapper, options));

export const readObject = (
  mapper: Mapper,
  document: object,
  options?: ReadOptions,
): Promise<readonly Result[]> => readText(mapper, JSON.stringify(document), options);

/** The only result, which is a record. */
export async function readOne(
  mapper: Mapper,
  document: object,
  options?: ReadOptions,
): Promise<SourceRecord> {
  const [first, ...others] = await readObject(mapper, document, options);
  if (first === undefined || first.kind === 'rejection' || others.length > 0)
    throw new Error(`One record was expected: ${JSON.stringify([first, ...others])}`);
  return first;
}

export const positions = (results: readonly Result[]): readonly string[] =>
  results.map(({ kind, position }) => (kind === 'rejection' ? `!${position}` : position));
