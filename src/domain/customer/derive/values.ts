import {
  type DerivedColumn,
  derivedColumns,
  isDerivedColumn,
  type ListName,
  metadataKeyOf,
  metadataPart,
  type Unit,
} from '../../../db/model/field-group.ts';
import { canonicalDecimal } from '../../decimal.ts';
import { canonical } from '../../write/canonical.ts';
import { type CustomerRow, newCustomer } from '../fields.ts';

/**
 * The values that a source record, the pins or the baseline state: columns, `priceGroups`, `tags`, and each key of the
 * metadata as `metadata.KEY` with a list of its value, which is empty for a key that was removed. Absent is unknown.
 */
export type Values = Readonly<Record<string, unknown>>;

export type CustomerLists = Readonly<Record<ListName, readonly string[]>>;

export const initialOf = (part: string): unknown =>
  (newCustomer as Readonly<Record<string, unknown>>)[part] ?? null;

export const metadataValues = (metadata: object): Values =>
  Object.fromEntries(Object.entries(metadata).map(([key, value]) => [metadataPart(key), [value]]));

export function metadataIn(values: Values): Readonly<Record<string, unknown>> {
  const entries = Object.entries(values).flatMap(([part, value]) => {
    const key = metadataKeyOf(part);
    return key === undefined || !Array.isArray(value) || value.length === 0 ? [] : [[key, value[0]] as const];
  });
  return Object.fromEntries(entries);
}

export const metadataParts = (values: Values): readonly string[] =>
  Object.keys(values).filter((part) => metadataKeyOf(part) !== undefined);

/** Everything that a customer has and that can be derived, without what is empty. */
export function valuesOf(row: Pick<CustomerRow, DerivedColumn | 'metadata'>, lists: CustomerLists): Values {
  const columns = derivedColumns.filter(isDerivedColumn).flatMap((column) => {
    const value = row[column];
    return value === null || value === initialOf(column) ? [] : [[column, value] as const];
  });
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { ...Object.fromEntries([...columns, ...filled]), ...metadataValues(Object(row.metadata)) };
}

/** The columns that the values give; the initial ones for the others. */
export function columnsIn(values: Values): Pick<CustomerRow, DerivedColumn | 'metadata'> {
  const columns: Record<string, unknown> = { metadata: metadataIn(values) };
  for (const column of derivedColumns) columns[column] = values[column] ?? initialOf(column);
  // Values hold what the columns of a row held.
  return columns as ReturnType<typeof columnsIn>;
}

export const listIn = (values: Values, name: string): readonly string[] => {
  const list = values[name];
  return Array.isArray(list) ? list.map(String) : [];
};

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && (value.length === 0 || (value.length === 1 && isBlank(value[0]))));

/** Whether the values say something of the unit that is not empty: only that can win. */
export const isFilled = (values: Values, { parts }: Unit): boolean =>
  parts.some((part) => !isBlank(values[part]));

export const isStated = (values: Values, { parts }: Unit): boolean =>
  parts.some((part) => Object.hasOwn(values, part));

/** The unit's whole value. */
export function partsIn(values: Values, { parts }: Unit): Values {
  const own: Record<string, unknown> = {};
  for (const part of parts) own[part] = values[part] ?? initialOf(part);
  return own;
}

const comparable = ([part, value]: readonly [string, unknown]): unknown =>
  part === 'creditLimitValue' && value !== null ? canonicalDecimal(String(value)) : value;

/** A text that is equal for equal values of a unit. */
export const textOf = (parts: Values): string =>
  JSON.stringify(canonical(Object.entries(parts).map(comparable)));
