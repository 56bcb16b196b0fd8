import { isObject } from '../../is-object.ts';
import type { Place, Read } from '../mapping/field.ts';
import type { BySource, JsonObject } from '../record.ts';

const noReference = 'An object with an `id` is expected.';

const noList = 'A list of objects is expected.';

/** A reference to a nested object, which becomes a record of its own. */
function refer(type: string, value: unknown, place: Place): BySource | undefined {
  const id = isObject(value) ? value.id : value;
  if (typeof id !== 'string' || id.trim() === '') return place.warn('INVALID', noReference);
  if (isObject(value)) place.nest(type, value);
  return { source: { system: place.system, sourceId: id.trim() } };
}

export const reference =
  (type: string): Read =>
  (value, place) =>
    refer(type, value, place);

/** The elements of a list object, of both generations, or of a plain list. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  const list = isObject(value) ? value.data : value;
  return Array.isArray(list) ? list : undefined;
}

const isObjectOf = (value: unknown, filter: JsonObject): value is JsonObject =>
  isObject(value) &&
  Object.entries(filter).every(([name, each]) => value[name] === undefined || value[name] === each);

/** References to the elements of a list; those that differ from the filter are left out with a warning. */
export const references =
  (type: string, filter: JsonObject = {}): Read =>
  (value, place) => {
    const list = listOf(value);
    if (list === undefined) return place.warn('INVALID', noList);
    const matches = list.filter((each) => typeof each === 'string' || isObjectOf(each, filter));
    if (matches.length < list.length)
      place.warn('CONFLICT', `Only objects with ${JSON.stringify(filter)} belong here; others are left out.`);
    return matches.flatMap((each) => refer(type, each, place) ?? []);
  };

/** One reference to an object that must match the filter. */
export const referenceTo =
  (type: string, filter: JsonObject): Read =>
  (value, place) =>
    isObject(value) && !isObjectOf(value, filter)
      ? place.warn('CONFLICT', `An object with ${JSON.stringify(filter)} is expected here.`)
      : refer(type, value, place);

/** Objects that become records, but to which the item does not refer. */
export const records =
  (type: string): Read =>
  (value, place) => {
    const list = listOf(value);
    const objects = (list ?? []).filter(isObject);
    for (const each of objects) place.nest(type, each);
    return objects.length === list?.length ? undefined : place.warn('INVALID', noList);
  };

/** The older form of a choice of two. */
export const flag =
  (whenTrue: string, whenFalse: string): Read =>
  (value, place) => {
    if (typeof value === 'boolean') return value ? whenTrue : whenFalse;
    return place.warn('INVALID', 'A Boolean is expected: true or false.');
  };
