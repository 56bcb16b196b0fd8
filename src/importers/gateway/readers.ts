import type { SourceRecordKey } from '../../domain/identifier/key.ts';
import { systemNamed } from '../../domain/source-system.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { isObject } from '../../is-object.ts';
import type { Read } from '../mapping/field.ts';
import { text } from '../mapping/readers.ts';
import type { JsonObject } from '../record.ts';

function recordOf(value: unknown): SourceRecordKey | undefined {
  if (!isObject(value) || typeof value.sourceId !== 'string' || value.goneAt != null) return undefined;
  const system = systemNamed(String(value.system));
  return system && { system, sourceId: value.sourceId };
}

/** The source records of an object that its systems still have. */
export const recordsOf = ({ sources }: JsonObject): readonly SourceRecordKey[] =>
  Array.isArray(sources) ? sources.flatMap((each) => recordOf(each) ?? []) : [];

const whole = 'An object of an export is expected, with its `id` and `sources`.';

const number = text(maxLengths.key);

/** The key of an exported customer among the records of an import: no id of a system begins with a colon. */
export const numberKey: Read = (value, place) => {
  const found = number(value, place);
  return found === undefined ? undefined : `:${found}`;
};

/** The key that an exported object has in its first source system. */
export const recordKey: Read = (value, place) =>
  (isObject(value) ? recordsOf(value)[0] : undefined) ?? place.warn('INVALID', whole);

/** An object by its source record or else by this key, as mutations name the value of the field. */
export const reference =
  (type: string, key: string, field = key): Read =>
  (value, place) => {
    if (!isObject(value)) return place.warn('INVALID', whole);
    place.nest(type, value);
    const [source] = recordsOf(value);
    if (source !== undefined) return { source };
    const found = value[field];
    return typeof found === 'string' ? { [key]: found } : place.warn('INVALID', whole);
  };

export const listOf =
  (read: Read): Read =>
  (value, place) =>
    Array.isArray(value)
      ? value.flatMap((each) => read(each, place) ?? [])
      : place.warn('INVALID', 'A list is expected.');

/** Objects that become records, and are not values of the item. */
export const records = (type: string): Read =>
  listOf((value, place) => {
    if (isObject(value)) place.nest(type, value);
    else place.warn('INVALID', whole);
  });
