import type { Faults } from '../write/faults.ts';
import type { CustomerRow } from './fields.ts';

/** The time of a customer's change: now, but always after the previous change, whatever the clocks show. */
export function changeTime(before?: Pick<CustomerRow, 'updatedAt'>): string {
  const last = before === undefined ? 0 : Date.parse(before.updatedAt) + 1;
  return new Date(Math.max(Date.now(), last)).toISOString();
}

export function checkVersion(
  { version }: CustomerRow,
  ifVersion: number | null | undefined,
  faults: Faults,
): void {
  if (ifVersion === null || ifVersion === undefined || ifVersion === version) return;
  faults.add(
    'STALE_VERSION',
    'ifVersion',
    `The customer has been changed: its version is ${version}, not ${ifVersion}. Reload the customer and try again.`,
  );
}
