import type { Faults, InputPath } from './faults.ts';

/** The clocks of source systems can be ahead by this. */
const clockToleranceMs = 60_000;

/** With milliseconds, as the database stores it; undefined if the time is in the future. */
export function readPastTime(given: string, path: InputPath, faults: Faults): string | undefined {
  const time = new Date(given);
  if (time.getTime() <= Date.now() + clockToleranceMs) return time.toISOString();
  faults.add('INVALID', path, 'The time is in the future; send a time that has passed.');
  return undefined;
}
