import { InputError } from './input-error.ts';
import { checkTimeZone } from './mapping/instant.ts';
import { reject } from './mapping/map-object.ts';
import { TooDeepError } from './mapping/received.ts';
import { readCsv } from './read/csv.ts';
import { readJson } from './read/json.ts';
import type { LongDocument, Part } from './read/part.ts';
import { type Input, measured, type Source, sourcesOf, textOf } from './read/source.ts';
import type { MapOptions, Mapper, Rejection, SourceRecord } from './record.ts';
import { Repeated } from './repeated.ts';

const maxDocument = 16 * 1024 * 1024;

export interface ReadOptions extends MapOptions {
  /** In characters; longer documents must be lists. */
  readonly maxDocument?: number | undefined;
  /** Receives the bytes of the input as they are read, before they are decompressed. */
  readonly onBytes?: (bytes: number) => void;
}

function partsOf(
  source: Source,
  { documents }: Mapper,
  options: ReadOptions,
): AsyncIterable<Part | LongDocument> {
  const max = options.maxDocument ?? maxDocument;
  const common = { position: source.name, max };
  return documents.form === 'csv'
    ? readCsv(textOf(source), { ...common, delimiter: documents.delimiter })
    : readJson(textOf(source), { ...common, list: documents.list, members: documents.members });
}

function* mapPart(part: Part, mapper: Mapper, options: MapOptions): Generator<SourceRecord | Rejection> {
  if (part.kind === 'rejection') {
    yield part;
    return;
  }
  const { position, document } = part;
  try {
    yield* mapper.map(document, position, options);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${position}: ${error.message}`);
    if (!(error instanceof TooDeepError)) throw error;
    yield reject(position, null, { code: 'INVALID', path: '', message: error.message });
  }
}

const resultsOf = (part: Part | LongDocument, mapper: Mapper, options: MapOptions) =>
  part.kind === 'elements'
    ? (mapper.mapLong?.(part.elements, part.position, options) ?? [])
    : mapPart(part, mapper, options);

async function* readAll(
  input: Input,
  mapper: Mapper,
  options: ReadOptions,
): AsyncGenerator<SourceRecord | Rejection> {
  const repeated = new Repeated();
  const { onBytes } = options;
  for await (const source of sourcesOf(input))
    for await (const part of partsOf(onBytes ? measured(source, onBytes) : source, mapper, options))
      for await (const each of resultsOf(part, mapper, options)) if (!repeated.has(each)) yield each;
}

const zoneOfStream =
  'The times of this system can be without offset: state the time zone of the source system, such as `--time-zone America/Chicago`.';

/** Throws an `InputError` for a time without offset, before the first record is returned. */
async function checkTimes(input: Input, mapper: Mapper, { maxDocument }: ReadOptions): Promise<void> {
  if ('stream' in input) throw new InputError(zoneOfStream);
  for await (const _ of readAll(input, mapper, { maxDocument }));
}

/**
 * The records of a file, folder or stream, one at a time, in constant memory, and the parts that are not records. Throws
 * an `InputError` if the input cannot be read at all, or not with these options.
 */
export async function* readRecords(
  input: Input,
  mapper: Mapper,
  options: ReadOptions = {},
): AsyncGenerator<SourceRecord | Rejection> {
  if (options.timeZone !== undefined) checkTimeZone(options.timeZone);
  else if (mapper.hasLocalTimes) await checkTimes(input, mapper, options);
  yield* readAll(input, mapper, options);
}
