import { createHash } from 'node:crypto';
import type { OrderKey, Place } from '../db/order.ts';
import { requestError } from './request-error.ts';

const maxLength = 8_192;
const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const bigint = /^\d{1,18}$/;
const decimal = /^-?\d{1,35}(\.\d{1,30})?$/;

/** A short hash that binds a cursor to its list, order and filter. */
export function fingerprint(bound: unknown): string {
  return createHash('sha256').update(JSON.stringify(bound)).digest('base64url').slice(0, 11);
}

/** The position of a row in an order. Rows include every sort column, regardless of the selection. */
export function placeOf(row: object, keys: readonly OrderKey[]): Place {
  const values = row as Readonly<Record<string, Place[number]>>;
  return keys.map(({ column }) => values[column.name] ?? null);
}

export function encodeCursor(print: string, place: Place): string {
  return Buffer.from(JSON.stringify([print, ...place])).toString('base64url');
}

/**
 * Whether PostgreSQL accepts the instant too: it has no
 * year 0, and no 30 February, which JavaScript rolls over.
 */
function isInstant(text: string): boolean {
  if (!timestamp.test(text) || text.startsWith('0000')) return false;
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}

function isValueOf({ column }: OrderKey, value: unknown): value is Place[number] {
  if (value === null) return column.nullable;
  if (column.type === 'integer') return Number.isSafeInteger(value) && Math.abs(Number(value)) < 2 ** 31;
  if (typeof value !== 'string') return false;
  if (column.values) return column.values.includes(value);
  if (column.type === 'timestamptz') return isInstant(value);
  if (column.type === 'numeric') return decimal.test(value);
  if (column.type === 'bigint') return bigint.test(value);
  return column.type === 'text' && !value.includes('\0');
}

function invalid(argument: string) {
  return requestError(
    'CURSOR_INVALID',
    `\`${argument}\` is not a valid cursor; use a cursor from \`edges\` or \`pageInfo\` of the same list.`,
  );
}

function parse(cursor: string): readonly unknown[] | undefined {
  if (cursor.length > maxLength) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export function decodeCursor(
  argument: string,
  cursor: string,
  print: string,
  keys: readonly OrderKey[],
): Place {
  const [bound, ...place] = parse(cursor) ?? [];
  if (typeof bound !== 'string') throw invalid(argument);
  if (bound !== print)
    throw requestError(
      'CURSOR_MISMATCH',
      `\`${argument}\` is a cursor of another list, order or filter; use a cursor of this list, or omit \`${argument}\` to start from the first page.`,
    );
  if (place.length !== keys.length) throw invalid(argument);
  return keys.map((key, index) => {
    const value = place[index];
    if (!isValueOf(key, value)) throw invalid(argument);
    return value;
  });
}
