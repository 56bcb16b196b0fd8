import { isTimeZone, wallAt } from '../../time-zone.ts';
import { InputError } from '../input-error.ts';
import type { Read } from './field.ts';

const form =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;

const day = 86_400_000;
const slot = 900_000;
const maxOffsets = 50_000;

const offsets = new Map<string, number>();

/** Throws an `InputError` if the name is not that of an IANA time zone. */
export function checkTimeZone(timeZone: string): void {
  if (!isTimeZone(timeZone))
    throw new InputError(
      `“${timeZone}” is not a time zone; use a name of the IANA database, such as \`America/Chicago\` or \`UTC\`.`,
    );
}

/** In milliseconds, at an instant. Zones change their offsets at quarters of an hour. */
function offsetAt(instant: number, timeZone: string): number {
  const at = Math.floor(instant / slot) * slot;
  const key = `${timeZone} ${at}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = wallAt(at, timeZone) - at;
  if (offsets.size >= maxOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

export interface LocalInstant {
  readonly instant: number;
  /** Whether the clock shows the time never (`GAP`) or twice (`OVERLAP`). */
  readonly issue: 'GAP' | 'OVERLAP' | undefined;
}

/**
 * The instant at which the clock of a zone shows a time, as Temporal's “compatible”: after a gap by the gap's length,
 * and the first of two. `wall` is the shown time as if it were UTC.
 */
export function localInstant(wall: number, timeZone: string): LocalInstant {
  const before = wall - offsetAt(wall - day, timeZone);
  const after = wall - offsetAt(wall + day, timeZone);
  const shown = [...new Set([before, after])].filter((each) => each + offsetAt(each, timeZone) === wall);
  if (shown.length === 0) return { instant: before, issue: 'GAP' };
  return { instant: Math.min(...shown), issue: shown.length > 1 ? 'OVERLAP' : undefined };
}

const issues = {
  GAP: 'The clock of the time zone skipped this time; the time after the change is used. Send times with an offset.',
  OVERLAP: 'The clock of the time zone showed this time twice; the first is used. Send times with an offset.',
} as const;

const noTime = 'This is not a time; use ISO 8601, such as `2024-11-02T14:22:00Z`.';

/** Undefined if the text is not a time that exists in the calendar. */
function readWall(match: RegExpExecArray): number | undefined {
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const fraction = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const wall = Date.UTC(year, month - 1, date, hour || 0, minute || 0, second || 0, fraction);
  const isDate = new Date(wall).getUTCMonth() === month - 1 && new Date(wall).getUTCDate() === date;
  return isDate && (hour || 0) < 24 && (minute || 0) < 60 && (second || 0) < 60 ? wall : undefined;
}

function offsetOf(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)?/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * Reads an instant as ISO 8601 in UTC with milliseconds. A time of year 1 is a platform's “no time” and left out.
 * A time without offset is of the option `timeZone`; without that option, throws an `InputError`.
 */
export const instant: Read = (value, place) => {
  const match = typeof value === 'string' ? form.exec(value.trim()) : null;
  const wall = match === null ? undefined : readWall(match);
  if (match === null || wall === undefined) return place.warn('INVALID', noTime);
  if (match[1] === '0001') return undefined;
  if (match[8] !== undefined) return new Date(wall - offsetOf(match[8])).toISOString();
  const { timeZone } = place.options;
  if (timeZone === undefined)
    throw new InputError(
      `\`${place.path}\` has a time without offset, ${match[0]}: state the time zone of the source system, such as \`--time-zone America/Chicago\`.`,
    );
  const { instant: at, issue } = localInstant(wall, timeZone);
  if (issue !== undefined) place.warn('CONVERTED', issues[issue]);
  return new Date(at).toISOString();
};
