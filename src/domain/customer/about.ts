import type { Request } from '../write/idempotency.ts';
import type { Write } from '../write/writer.ts';
import type { CustomerRow } from './fields.ts';
import { type Plan, planCustomers } from './plan.ts';

export type Keys = Request['input'];

/** An input about one customer, decided by one version of it. */
export interface About extends Keys {
  readonly id: string;
  readonly ifVersion?: number | null | undefined;
}

/** A plan that leaves a customer as it is, for what is to change to be put in. */
export async function planFor(write: Write, current: CustomerRow): Promise<Plan> {
  const [plan] = await planCustomers(write, [{ input: {}, faults: write.faults, current }]);
  if (plan === undefined) throw new Error('A draft has no plan.');
  return plan;
}
