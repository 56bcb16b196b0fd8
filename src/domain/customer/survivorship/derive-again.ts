import type { Write } from '../../write/writer.ts';
import { deriveFrom } from '../derive/customers.ts';
import { restate } from '../derive/restate.ts';
import { lockCustomers } from '../lock.ts';
import type { Plan } from '../plan.ts';
import { type Saved, saveCustomers } from '../save.ts';
import { unchangedPlans } from './read-customers.ts';

const keysOf = ({ next: { number, shopperEmail, reference, referenceOrigin } }: Plan): readonly string[] => [
  `number ${number}`,
  ...(shopperEmail === null ? [] : [`email ${shopperEmail}`]),
  ...(reference === null ? [] : [`reference ${JSON.stringify([reference, referenceOrigin])}`]),
];

/** The plans before the first one that wants a key of one of them: it is derived again when they have it. */
function beforeCollision(plans: readonly Plan[]): readonly Plan[] {
  const taken = new Set<string>();
  const at = plans.findIndex((plan) => {
    const keys = keysOf(plan);
    const isTaken = keys.some((key) => taken.has(key));
    for (const key of keys) taken.add(key);
    return isTaken;
  });
  return at < 0 ? plans : plans.slice(0, at);
}

/** Locks, derives and saves the customers. */
export async function deriveAgain(write: Write, ids: readonly string[]): Promise<readonly Saved[]> {
  const locked = await lockCustomers(write, ids);
  // A customer that was merged meanwhile is not there; what it was merged into has been derived with its records.
  let rest = ids.flatMap((id) => {
    const row = locked.get(id);
    return row?.id === id ? row : [];
  });
  const saved: Saved[] = [];
  while (rest.length > 0) {
    const plans = await deriveFrom(write, await unchangedPlans(write, rest), restate);
    const first = beforeCollision(plans);
    saved.push(...(await saveCustomers(write, first)));
    rest = rest.slice(first.length);
  }
  return saved;
}
