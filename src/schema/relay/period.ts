import type { Period } from '../../db/read/aggregate/group-key.ts';

const digits = { year: 4, month: 7, week: 10, day: 10 } as const;

/**
 * The period as ISO 8601, by its start as PostgreSQL writes it in UTC: `2024`, `2024-03`, `2024-03-31`; a week as its
 * Monday, and a quarter as `2024-Q1`.
 */
export const periodText = (start: string, period: Period): string =>
  period === 'quarter'
    ? `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`
    : start.slice(0, digits[period]);

const months = { year: 12, quarter: 3, month: 1, week: 0, day: 0 } as const;
const days = { year: 0, quarter: 0, month: 0, week: 7, day: 1 } as const;

/** The first and the last millisecond of the period; stored times have milliseconds. */
export function rangeOf(start: string, period: Period): { readonly from: string; readonly to: string } {
  const from = new Date(`${start.slice(0, 10)}T00:00:00.000Z`);
  const next = new Date(from);
  next.setUTCMonth(from.getUTCMonth() + months[period], from.getUTCDate() + days[period]);
  return { from: from.toISOString(), to: new Date(next.getTime() - 1).toISOString() };
}
