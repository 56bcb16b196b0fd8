import { CommandError } from './command-error.ts';

const seconds = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
const durationPattern = /^(\d{1,6})([smhd])$/;

function secondsOf(text: string): number | undefined {
  const [, count, unit] = durationPattern.exec(text) ?? [];
  // The pattern allows only these units.
  return count === undefined ? undefined : Number(count) * seconds[unit as keyof typeof seconds];
}

const maxTtl = 86_400;

/** Parses `--ttl`, in seconds. */
export function ttl(text: string): number {
  const parsed = secondsOf(text);
  if (parsed !== undefined && parsed > 0 && parsed <= maxTtl) return parsed;
  throw new CommandError('It must be a time of at most a day, such as 90s, 15m or 8h.');
}

/** Parses `--expires`: a time from now, or a date in the future. */
export function expiry(text: string): Date {
  const parsed = secondsOf(text);
  const isDate = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const at =
    parsed === undefined ? new Date(isDate ? text : Number.NaN) : new Date(Date.now() + parsed * 1_000);
  if (at.getTime() > Date.now()) return at;
  throw new CommandError(
    'It must be a time from now, such as 90d or 12h, or a date in the future, such as 2030-01-31 or 2030-01-31T12:00:00Z.',
  );
}
