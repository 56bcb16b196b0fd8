import type { Write } from '../write/writer.ts';
import { checkReferences } from './check-references.ts';
import { checkUnique } from './check-unique.ts';
import type { CustomerRow } from './fields.ts';
import type { Plan } from './plan.ts';
import { loadReferences } from './references.ts';
import { checkTagCount } from './tags.ts';

/** Checks the columns of one row against each other. */
function checkRow({ next, faults }: Plan): void {
  if (next.billingType === 'THIRD_PARTY' && next.billingAccount === null)
    faults.add(
      'REQUIRED',
      'freightPreferences.billingAccount',
      'A third party pays the carrier by its account there: give its number.',
    );
  if (next.billingType !== 'THIRD_PARTY' && next.billingAccount !== null)
    faults.add(
      'INVALID',
      'freightPreferences.billingAccount',
      'There is a billing account only where `billingType` is THIRD_PARTY: set that, or the account to null.',
    );
  if (next.serviceLevelId !== null && next.carrierId === null)
    faults.add(
      'WRONG_CARRIER',
      'freightPreferences.serviceLevelId',
      'A service level is one of the default carrier’s: give the carrier too, or set the service level to null.',
    );
  if (next.referenceOrigin !== null && next.reference === null)
    faults.add(
      'REQUIRED',
      'reference',
      'An origin is that of a reference: give one, or set the origin to null.',
    );
}

/** Replaces priority codes by their ids. */
async function withPriorities(write: Write, plans: readonly Plan[]): Promise<readonly Plan[]> {
  const codes = plans.flatMap(({ input }) => input.defaults?.priority ?? []);
  if (codes.length === 0) return plans;
  const priorities = await write.rows('Priority', 'code', [...new Set(codes)]);
  const idOf = new Map<string, string>(priorities.map(({ id, code }) => [code, id]));
  return plans.map((plan) => {
    const code = plan.input.defaults?.priority;
    if (code == null) return plan;
    const priorityId = idOf.get(code) ?? null;
    if (priorityId === null)
      plan.faults.add('NOT_FOUND', 'defaults.priority', `There is no priority ${code}.`);
    return { ...plan, next: { ...plan.next, priorityId } satisfies CustomerRow };
  });
}

/** Checks plans against the database, in a number of statements that does not grow with theirs. */
export async function checkCustomers(write: Write, drafts: readonly Plan[]): Promise<readonly Plan[]> {
  const plans = await withPriorities(write, drafts);
  const references = await loadReferences(write, plans);
  for (const plan of plans) {
    checkRow(plan);
    if (plan.tags !== undefined) checkTagCount(plan.tags, plan.faults);
    checkReferences(plan, references);
  }
  await checkUnique(write, plans);
  return plans;
}
