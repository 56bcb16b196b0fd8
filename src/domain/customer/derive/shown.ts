import type { Unit } from '../../../db/model/field-group.ts';
import { customerFields } from '../fields.ts';
import { listIn, type Values } from './values.ts';

const nameOf = new Map<string, string>(
  customerFields.map(({ column, path }) => [column, path.at(-1) ?? column]),
);

/** A unit's value as JSON: a scalar, a list, or an object with the names of the fields; references are ids. */
export function shownValue({ parts, group, isList }: Unit, values: Values): unknown {
  const [part = ''] = parts;
  if (isList) return listIn(values, part);
  const value = values[part] ?? null;
  if (group === 'METADATA') return Array.isArray(value) ? (value[0] ?? null) : null;
  if (parts.length === 1) return value;
  return Object.fromEntries(parts.map((each) => [nameOf.get(each) ?? each, values[each] ?? null]));
}
