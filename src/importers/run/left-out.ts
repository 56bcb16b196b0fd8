import type { UserError } from '../../domain/write/user-error.ts';
import type { JsonObject } from '../record.ts';

type Path = readonly string[];

/** A field that was removed from an item so that the rest can be saved. */
export interface LeftOut {
  readonly code: string;
  readonly path: string;
  readonly value: unknown;
  readonly message: string;
}

interface Values extends JsonObject {
  readonly source?: unknown;
  readonly referenceOrigin?: unknown;
}

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** An amount and its unit, or an object with its source record, is one value: a part of it means nothing. */
const isWhole = (value: Values): boolean =>
  ('value' in value && 'unit' in value) ||
  ('amount' in value && 'currencyCode' in value) ||
  isObject(value.source) ||
  ('system' in value && 'sourceId' in value);

const isPartOfWhole = (value: Values, next: string): boolean =>
  isWhole(value) && (!isObject(value.source) || next === 'source');

const originPath: Path = ['referenceOrigin'];
const isReference = (path: Path): boolean => path.join() === 'reference';

/** What to remove for an error of an absent field: without a reference, its origin means nothing. */
const dependentOn = (item: Values, path: Path): Path | undefined =>
  isReference(path) && item.referenceOrigin !== undefined ? originPath : undefined;

/** The path of the value to remove for an error at `path`; undefined if only the whole item is left. */
function removable(item: JsonObject, path: Path): Path | undefined {
  let at: unknown = item;
  for (const [depth, key] of path.entries()) {
    // An error of an absent field is one of the object that lacks it.
    if (!isObject(at) || at[key] === undefined)
      return depth === 0 ? dependentOn(item, path) : path.slice(0, depth);
    if (depth > 0 && isPartOfWhole(at, key)) return path.slice(0, depth);
    at = at[key];
  }
  return path.length === 0 ? undefined : path;
}

const valueAt = (item: JsonObject, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), item);

const isWithin = (path: Path, outer: Path): boolean => outer.every((key, at) => path[at] === key);

/** Leaves a hole in a list, so that the indexes of other errors stay right. */
function removed(value: unknown, [first, ...rest]: Path): unknown {
  if (first === undefined || !isObject(value)) return undefined;
  const part = removed(value[first], rest);
  if (Array.isArray(value)) return value.map((each, at) => (String(at) === first ? part : each));
  return { ...value, [first]: part };
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => each !== undefined).map(closed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, closed(each)]])),
  );
}

/** The item without the fields that have errors; undefined if an error is of a required field or of the whole item. */
export function withoutFields(
  item: JsonObject,
  errors: readonly UserError[],
  required: readonly Path[],
): { readonly item: JsonObject; readonly left: readonly LeftOut[] } | undefined {
  let rest: unknown = item;
  const left: LeftOut[] = [];
  for (const { code, path: given, message } of errors) {
    const path = removable(item, given);
    if (path === undefined || required.some((each) => isWithin(path, each) || isWithin(each, path)))
      return undefined;
    left.push({ code, path: path.join('.'), value: valueAt(item, path), message });
    rest = removed(rest, path);
    if (isReference(path)) rest = removed(rest, originPath);
  }
  // Removing fields keeps the object.
  return { item: closed(rest) as JsonObject, left };
}
