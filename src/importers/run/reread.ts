import { receivedObject } from '../mapping/received.ts';
import { excerpt } from '../read/syntax.ts';
import type { JsonObject, MapOptions, Mapper, Rejection, SourceRecord } from '../record.ts';
import type { Rejected } from './rejected.ts';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isReject = (document: JsonObject): boolean =>
  ['position', 'kind', 'errors', 'raw', 'mapped'].every((key) => key in document) &&
  Array.isArray((document as { readonly errors?: unknown }).errors);

function parsed(raw: unknown): JsonObject | undefined {
  if (isObject(raw)) return raw;
  try {
    const value: unknown = JSON.parse(String(raw));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function* again(
  mapper: Mapper,
  { kind, sourceId, raw, mapped, position, errors: [reason] }: Rejected,
  options: MapOptions,
): Generator<SourceRecord | Rejection> {
  const document = parsed(raw);
  if (document === undefined) {
    const message = reason?.message ?? 'The part is not JSON.';
    const text = typeof raw === 'string' ? excerpt(raw) : null;
    yield { kind: 'rejection', position, sourceId, raw: text, reason: { code: 'SYNTAX', path: '', message } };
    return;
  }
  const records = [...mapper.map(document, position, options)];
  const isMapped = records.some((each) => each.kind === kind && each.sourceId === sourceId);
  // Alone, a part of another document can lack what the whole says about it.
  if (isMapped || mapped === null || kind === 'unknown' || sourceId === null) yield* records;
  else
    yield {
      ...{ kind, sourceId, position, system: mapper.system, raw: receivedObject(document) },
      ...{ warnings: [], unknownPaths: [] },
      ...mapped,
      // The values of this kind, as the mapper read them.
    } as unknown as SourceRecord;
}

/** The mapper, which also reads the lines of a file of rejects. */
export const rereading = (mapper: Mapper): Mapper => ({
  ...mapper,
  *map(document, position, options) {
    // A line of a file of rejects has these fields.
    if (isReject(document)) yield* again(mapper, document as unknown as Rejected, options);
    else yield* mapper.map(document, position, options);
  },
});
