import { hash } from 'node:crypto';
import { isNatural, type OrderKey, type Position } from '../../db/read/order.ts';
import { requestError } from './request-error.ts';

const maxCursorLength = 8_192;
const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const bigint = /^\d{1,18}$/;
const decimal = /^-?\d{1,35}(\.\d{1,30})?$/;

export function fingerprint(bound: unknown): string {
  return hash('sha256', JSON.stringify(bound), 'base64url').slice(0, 11);
}

/** Rows include every sort column, regardless of the selection. */
export function rowPlace(row: object, keys: readonly OrderKey[]): Position {
  const values = row as Readonly<Record<string, Position[number]>>;
  return keys.map(({ column }) => values[column.name] ?? null);
}

/** The version of an order that depends on one follows the fingerprint, after a space. */
export function encodeCursor(print: string, place: Position, version: string | null = null): string {
  const bound = version === null ? print : `${print} ${version}`;
  return Buffer.from(JSON.stringify([bound, ...place])).toString('base64url');
}

/** PostgreSQL has no year 0, and no 30 February, which JavaScript rolls over. */
function isInstant(text: string): boolean {
  if (!timestamp.test(text) || text.startsWith('0000')) return false;
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}

function isValueOf({ column }: OrderKey, value: unknown): value is Position[number] {
  if (value === null) return column.nullable;
  if (column.type === 'integer') return Number.isSafeInteger(value) && Math.abs(Number(value)) < 2 ** 31;
  if (typeof value !== 'string') return false;
  if (column.values) return column.values.includes(value);
  if (column.type === 'timestamptz') return isInstant(value);
  if (column.type === 'numeric') return decimal.test(value);
  if (column.type === 'bigint') return bigint.test(value);
  return column.type === 'text' && !value.includes('\0');
}

function invalidCursor(argument: string) {
  return requestError(
    'CURSOR_INVALID',
    `\`${argument}\` is not a valid cursor; use a cursor from \`edges\` or \`pageInfo\` of the same list.`,
  );
}

function parseCursor(cursor: string): readonly unknown[] | undefined {
  if (cursor.length > maxCursorLength) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export interface DecodedCursor {
  readonly place: Position;
  /** `orderVersion` of the statement that read the cursor's row. */
  readonly version: string | null;
}

/** Throws if the version of the order, with which a page is read now, differs from that of the cursor. */
export function expectVersion(
  argument: string,
  { version }: Pick<DecodedCursor, 'version'>,
  now: string | null,
): void {
  if (version !== now)
    throw requestError(
      'CURSOR_MISMATCH',
      `\`${argument}\` is a cursor of an earlier order of names: the database server has another version of the collation now. Omit \`${argument}\` to start from the first page.`,
    );
}

export function decodeCursor(
  argument: string,
  cursor: string,
  print: string,
  keys: readonly OrderKey[],
): DecodedCursor {
  const [bound, ...place] = parseCursor(cursor) ?? [];
  if (typeof bound !== 'string') throw invalidCursor(argument);
  const [found, version = null] = bound.split(' ', 2);
  if (found !== print || (version !== null) !== keys.some(({ column }) => isNatural(column)))
    throw requestError(
      'CURSOR_MISMATCH',
      `\`${argument}\` is a cursor of another list, order or filter; use a cursor of this list, or omit \`${argument}\` to start from the first page.`,
    );
  if (place.length !== keys.length) throw invalidCursor(argument);
  const values = keys.map((key, index) => {
    const value = place[index];
    if (!isValueOf(key, value)) throw invalidCursor(argument);
    return value;
  });
  return { place: values, version };
}
