import { createHash } from 'node:crypto';
import { canonical } from '../../domain/write/canonical.ts';
import type { JsonObject, SourceRecord } from '../record.ts';

/** A record with what the run needs of it. */
export interface Entry {
  readonly record: SourceRecord;
  /** Of the record as received and of the values that the mapper read from it. */
  readonly hash: string;
  /** `raw` as JSON that the database can store. */
  readonly raw: string;
}

/** The id in the source system. */
export const idOf = ({ record }: Entry): string => record.sourceId.trim();

/** PostgreSQL stores neither NUL nor an unpaired surrogate. JSON in JavaScript writes both as escapes. */
const isUnstorable = (json: string): boolean =>
  json.includes('\\u') && /\\u0000|\\ud[89a-f]/i.test(json.replaceAll('\\\\', ''));

export const storableText = (text: string): string =>
  new TextDecoder().decode(new TextEncoder().encode(text.replaceAll('\0', '')));

function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [storableText(name), storable(each)]),
  );
}

/** JSON that the database can store, of a value without what it cannot. */
export function jsonOf(value: unknown): { readonly value: unknown; readonly json: string } {
  const json = JSON.stringify(value);
  if (!isUnstorable(json)) return { value, json };
  const cleaned = storable(value);
  return { value: cleaned, json: JSON.stringify(cleaned) };
}

export function entryOf(given: SourceRecord): Entry {
  const { json: raw } = jsonOf(canonical(given.raw));
  const { value, json } = jsonOf(given.item);
  const hash = createHash('sha256')
    .update(raw)
    .update('\n')
    .update(json)
    .update(given.deletedAt ?? '');
  // A cleaned item has the same fields.
  const record = value === given.item ? given : ({ ...given, item: value } as SourceRecord);
  return { record, raw, hash: prefixOf(given) + hash.digest('base64url') };
}

const partPrefix = 'part:';

const prefixOf = ({ isPart = false }: SourceRecord): string => (isPart ? partPrefix : '');

export const isHashOfPart = (hash: string | null): boolean => hash?.startsWith(partPrefix) === true;

/** For a record that has to be read again; null if it is not a part. */
export const openHashOf = (record: SourceRecord): string | null => prefixOf(record) || null;

/** Items are plain objects of many types; the run reads and removes fields by their paths. */
export const itemOf = ({ item }: SourceRecord): JsonObject => item as unknown as JsonObject;
