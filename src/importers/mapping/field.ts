import type { SourceSystem } from '../../domain/source-system.ts';
import { isObject } from '../../is-object.ts';
import type { JsonObject, MapOptions, WarningCode } from '../record.ts';

/** The place of a value in its object, for the readers. */
export interface Place {
  readonly path: string;
  readonly system: SourceSystem;
  readonly options: MapOptions;
  /** Adds a warning about the value. Returns undefined, so that readers can return it. */
  warn(code: WarningCode, message: string): undefined;
  /** Adds an object nested in the document, which becomes a record of its own. */
  nest(type: string, object: JsonObject): void;
}

/** Reads a value that is not empty; undefined leaves it out, with a warning. */
export type Read = (value: unknown, place: Place) => unknown;

interface From {
  /** The path in the source object. */
  readonly from: string;
  /** Its parts, if a name contains a dot. */
  readonly parts?: readonly string[];
}

const partsOf = ({ from, parts }: From): readonly string[] => parts ?? from.split('.');

export interface MappedField extends From {
  /** The path in the item; `record.modifiedAt` for a property of the record. */
  readonly to: string;
  readonly read: Read;
  /** Whether an empty value leaves the field out; otherwise it is null. */
  readonly skipsEmpty?: boolean;
}

/** Without `to`, the field is known and not read. */
export type Field = MappedField | From;

export const field = (from: string, to: string, read: Read): MappedField => ({ from, to, read });

/** A field that is left out if its value is empty: it cannot be cleared, or null there means unknown. */
export const kept = (from: string, to: string, read: Read): MappedField => ({
  ...{ from, to, read },
  skipsEmpty: true,
});

/** Fields that are known and not read: docs/field-map.md has the reasons. */
export const leftOut = (...paths: readonly string[]): readonly Field[] => paths.map((from) => ({ from }));

/** The fields of an object that is a part of another one. */
export const within = (from: string, to: string, fields: readonly Field[]): readonly Field[] =>
  fields.map((each) => ({
    ...each,
    from: `${from}.${each.from}`,
    ...('to' in each && { to: `${to}.${each.to}` }),
  }));

interface Compiled {
  readonly field: MappedField;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Whether a path is listed (true), or what is listed below it. */
type Known = Map<string, Known | true>;

export interface FieldTable {
  readonly fields: readonly Field[];
  readonly compiled: readonly Compiled[];
  readonly known: Known;
}

function addKnown(known: Known, [name = '', ...rest]: readonly string[]): void {
  const below = known.get(name);
  if (below === true) return;
  if (rest.length === 0) {
    known.set(name, true);
    return;
  }
  const branch = below ?? new Map();
  known.set(name, branch);
  addKnown(branch, rest);
}

export function fieldTable(...fields: readonly (Field | readonly Field[])[]): FieldTable {
  const all = fields.flat();
  const known: Known = new Map();
  for (const each of all) addKnown(known, partsOf(each));
  const compiled = all.flatMap((each) =>
    'to' in each ? [{ field: each, from: partsOf(each), to: each.to.split('.') }] : [],
  );
  return { fields: all, compiled, known };
}

function collectUnknown(value: JsonObject, known: Known, prefix: string, found: string[]): void {
  for (const [name, each] of Object.entries(value)) {
    const below = known.get(name);
    if (below === undefined) found.push(prefix + name);
    else if (below !== true && isObject(each)) collectUnknown(each, below, `${prefix}${name}.`, found);
  }
}

/** The paths that the table does not list, sorted. */
export function unknownPaths(raw: JsonObject, { known }: FieldTable): readonly string[] {
  const found: string[] = [];
  collectUnknown(raw, known, '', found);
  return found.sort();
}

type WrongPart = readonly [path: string, value: unknown];

function collectWrongParts(value: JsonObject, known: Known, prefix: string, found: WrongPart[]): void {
  for (const [name, below] of known) {
    if (below === true || !Object.hasOwn(value, name) || isEmpty(value[name])) continue;
    const part = value[name];
    if (isObject(part)) collectWrongParts(part, below, `${prefix}${name}.`, found);
    else found.push([prefix + name, part]);
  }
}

/** The paths and values of parts that are not objects although the table has fields of them. */
export function wrongParts(raw: JsonObject, { known }: FieldTable): readonly WrongPart[] {
  const found: WrongPart[] = [];
  collectWrongParts(raw, known, '', found);
  return found;
}

/** Undefined if the document does not have the path. */
export function valueAt(raw: unknown, path: readonly string[]): unknown {
  let at = raw;
  for (const name of path) {
    if (!isObject(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

export const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

type Values = { [name: string]: unknown };

export function setAt(values: Values, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    values[name] = value;
    return;
  }
  const below = isObject(values[name]) ? values[name] : {};
  values[name] = below;
  // Made here, or by an earlier call.
  setAt(below as Values, rest, value);
}

/** The values of an object's fields, by their paths in the item. Undefined ones are left out. */
export function mapFields(
  raw: JsonObject,
  { compiled }: FieldTable,
  placeOf: (path: string, value: unknown) => Place,
): Values {
  const values: Values = {};
  for (const { field: each, from, to } of compiled) {
    const given = valueAt(raw, from);
    if (given === undefined) continue;
    const empty = isEmpty(given);
    if (empty && each.skipsEmpty) continue;
    const value = empty ? null : each.read(given, placeOf(each.from, given));
    if (value !== undefined && valueAt(values, to) === undefined) setAt(values, to, value);
  }
  return values;
}
