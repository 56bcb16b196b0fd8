import type { Random } from './random.ts';

/** Settings are older than every customer. */
export const settingsStart = new Date('2018-01-02T09:00:00Z');
const customersStart = new Date('2018-06-01T08:00:00Z');
/** All times in the demo data are before this instant. */
export const end = new Date('2026-11-01T00:00:00Z');

const HOUR = 3_600_000;

/** Nightly imports, one per quarter: many customers are created at the same instant. */
const imports = monthly(3, 2 * HOUR);
/** Bulk changes, such as a new price list for all: many customers are last changed at the same instant. */
const bulkChanges = monthly(2, 26.5 * HOUR);

export function instant(random: Random, from: Date, to: Date = end): Date {
  return new Date(from.getTime() + random.below(Math.max(1, to.getTime() - from.getTime())));
}

export interface Era {
  readonly from: Date;
  readonly to: Date;
  readonly imports: readonly Date[];
}

export const allTime: Era = { from: customersStart, to: end, imports };

export function quarter(random: Random): Era {
  const at = random.below(imports.length);
  const from = imports[at] ?? customersStart;
  return { from, to: imports[at + 1] ?? end, imports: [from] };
}

export function bulkChangeAfter(random: Random, from: Date): Date | undefined {
  const first = bulkChanges.findIndex((at) => at > from);
  return first === -1 ? undefined : bulkChanges[first + random.below(bulkChanges.length - first)];
}

export function later(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR);
}

/** The first day of every `step`-th month, at a time of day, from July 2018 until `end`. */
function monthly(step: number, timeOfDay: number): readonly Date[] {
  const instants: Date[] = [];
  for (let month = 6; ; month += step) {
    const at = new Date(Date.UTC(2018, month, 1) + timeOfDay);
    if (at >= end) return instants;
    instants.push(at);
  }
}
