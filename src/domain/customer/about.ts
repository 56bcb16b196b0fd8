import type { CustomerIdentifier } from '../identifier/customer.ts';
import type { Request } from '../write/idempotency.ts';
import type { Write } from '../write/writer.ts';
import { recordIn } from './derive/speaker.ts';
import type { CustomerRow } from './fields.ts';
import { type Plan, planCustomers } from './plan.ts';

export type Keys = Request['input'];

export interface About extends Keys {
  readonly by: CustomerIdentifier;
  readonly ifVersion?: number | null | undefined;
}

/**
 * `by` names the customer in the input of a write that sets its fields; `readsRecords`: whether the write needs the source
 * records also if none has a value.
 */
export async function planFor(
  write: Write,
  current: CustomerRow,
  by: CustomerIdentifier = {},
  readsRecords = false,
): Promise<Plan> {
  const draft = { input: {}, faults: write.faults, current, speaksFor: recordIn(by), readsRecords };
  const [plan] = await planCustomers(write, [draft]);
  if (plan === undefined) throw new Error('A draft has no plan.');
  return plan;
}
