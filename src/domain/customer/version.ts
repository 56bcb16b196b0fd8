import type { Faults } from '../write/faults.ts';
import type { CustomerRow } from './fields.ts';

/** When a change of a customer happens: now, and after the last one whatever the clocks say. */
export function changeTime(before?: Pick<CustomerRow, 'updatedAt'>): string {
  const last = before === undefined ? 0 : Date.parse(before.updatedAt) + 1;
  return new Date(Math.max(Date.now(), last)).toISOString();
}

/** Refuses what was decided by a version that is no longer the customer's. */
export function checkVersion(
  { version }: CustomerRow,
  ifVersion: number | null | undefined,
  faults: Faults,
): void {
  if (ifVersion === null || ifVersion === undefined || ifVersion === version) return;
  faults.add(
    'STALE_VERSION',
    'ifVersion',
    `The customer has been changed: its version is ${version}, not ${ifVersion}. Decide anew by what it is now.`,
  );
}
