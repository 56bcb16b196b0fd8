const day = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the value is a date without a time, of a day that exists: `2024-11-02`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !day.test(value) || value.startsWith('0000')) return false;
  const start = new Date(`${value}T00:00:00Z`);
  // JavaScript rolls over days that a month does not have.
  return !Number.isNaN(start.getTime()) && start.toISOString().startsWith(value);
}

/** The first instant of a day in UTC; other values are instants. */
export const startOf = <V>(time: V): V | string => (isDay(time) ? `${time}T00:00:00Z` : time);

/** The last instant of a day in UTC, with PostgreSQL's precision; other values are instants. */
export const endOf = <V>(time: V): V | string => (isDay(time) ? `${time}T23:59:59.999999Z` : time);

/** An instant in UTC, as a text that sorts by time. */
export const sortableTime = (time: string): string =>
  `${time.slice(0, 19)}.${(/\.(\d+)/.exec(time)?.[1] ?? '').padEnd(6, '0')}`;
