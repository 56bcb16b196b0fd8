import type { CustomerIdentifier } from '../identifier/customer.ts';
import type { Request } from '../write/idempotency.ts';
import type { Write } from '../write/writer.ts';
import type { CustomerRow } from './fields.ts';
import { type Plan, planCustomers } from './plan.ts';

export type Keys = Request['input'];

export interface About extends Keys {
  readonly by: CustomerIdentifier;
  readonly ifVersion?: number | null | undefined;
}

export async function planFor(write: Write, current: CustomerRow): Promise<Plan> {
  const [plan] = await planCustomers(write, [{ input: {}, faults: write.faults, current }]);
  if (plan === undefined) throw new Error('A draft has no plan.');
  return plan;
}
