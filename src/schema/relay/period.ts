import type { Period } from '../../db/read/aggregate/group-key.ts';

const digits = { year: 4, month: 7, day: 10 } as const;

/** The period as ISO 8601, by its start as PostgreSQL writes it in UTC: `2024`, `2024-03`, `2024-03-31`. */
export const periodText = (start: string, period: Period): string => start.slice(0, digits[period]);

function startAfter(start: Date, period: Period): Date {
  const next = new Date(start);
  if (period === 'year') next.setUTCFullYear(start.getUTCFullYear() + 1);
  else if (period === 'month') next.setUTCMonth(start.getUTCMonth() + 1);
  else next.setUTCDate(start.getUTCDate() + 1);
  return next;
}

/** The first and the last millisecond of the period; stored times have milliseconds. */
export function rangeOf(start: string, period: Period): { readonly from: string; readonly to: string } {
  const from = new Date(`${start.slice(0, 10)}T00:00:00.000Z`);
  const to = new Date(startAfter(from, period).getTime() - 1);
  return { from: from.toISOString(), to: to.toISOString() };
}
