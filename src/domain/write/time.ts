import { isDay, startOf } from '../../day.ts';
import type { Faults, InputPath } from './faults.ts';

/** The clocks of source systems can be ahead by this. */
const clockToleranceMs = 60_000;

/** With milliseconds, as the database stores it; undefined for a date, whose time of day would be a guess. */
export function readTime(given: string, path: InputPath, faults: Faults): string | undefined {
  if (!isDay(given)) return new Date(given).toISOString();
  faults.add(
    'INVALID',
    path,
    `The time is missing: a date without a time is only valid in ranges. Send the time with its offset, such as \`${startOf(given)}\`.`,
  );
  return undefined;
}

/** Like `readTime`; also undefined if the time is in the future. */
export function readPastTime(given: string, path: InputPath, faults: Faults): string | undefined {
  const time = readTime(given, path, faults);
  if (time === undefined || Date.parse(time) <= Date.now() + clockToleranceMs) return time;
  faults.add('INVALID', path, 'The time is in the future; send a time in the past.');
  return undefined;
}
