import { quoted } from '../identifier/key.ts';
import type { Write } from '../write/writer.ts';
import { checkNumbers } from './check-number.ts';
import { checkReferences } from './check-references.ts';
import { checkUnique } from './check-unique.ts';
import { deriveCustomers } from './derive/customers.ts';
import type { CustomerRow } from './fields.ts';
import type { Plan } from './plan.ts';
import { loadReferences } from './references.ts';
import { checkTagCount } from './tags.ts';

const levelPath = 'freightPreferences.serviceLevel';
const needsCarrier =
  'A service level requires a default carrier: give the carrier too, or set the service level to null.';

function checkRow({ next, input, faults }: Plan): void {
  if (next.billingType === 'THIRD_PARTY' && next.billingAccount === null)
    faults.add(
      'REQUIRED',
      'freightPreferences.billingAccount',
      'If `billingType` is THIRD_PARTY, the third party’s account number with the carrier is required.',
    );
  if (next.billingType !== 'THIRD_PARTY' && next.billingAccount !== null)
    faults.add(
      'INVALID',
      'freightPreferences.billingAccount',
      'A billing account requires `billingType` THIRD_PARTY: set that, or set the account to null.',
    );
  if (next.serviceLevelId !== null && next.carrierId === null)
    faults.add('WRONG_CARRIER', levelPath, needsCarrier);
  if (next.totalOrdersCount !== null && next.totalOrdersCount < 0)
    faults.add(
      'INVALID',
      'shopper.totalOrdersCount',
      'A number of orders cannot be negative; send 0 or more.',
    );
  if (next.shopperEmail === null && input.shopper != null && input.shopper.email === undefined)
    faults.add(
      'REQUIRED',
      'shopper.email',
      'The customer has no shopper yet; give the email address for sign-in.',
    );
  if (next.referenceOrigin !== null && next.reference === null)
    faults.add(
      'REQUIRED',
      'reference',
      'An origin requires a reference: give one, or set the origin to null.',
    );
}

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
      plan.faults.add(
        'NOT_FOUND',
        'defaults.priority',
        `No priority has the code ${code}; \`priorities\` lists all priorities.`,
      );
    return { ...plan, next: { ...plan.next, priorityId } satisfies CustomerRow };
  });
}

const tokenOf = ({ input }: Plan): string | undefined => {
  const level = input.freightPreferences?.serviceLevel;
  return typeof level === 'object' ? level?.token : undefined;
};

/** Of the carrier that the customer will have; the account's level before the system's. */
async function withServiceLevels(write: Write, plans: readonly Plan[]): Promise<readonly Plan[]> {
  const carriers = plans.flatMap((plan) => (tokenOf(plan) === undefined ? [] : (plan.next.carrierId ?? [])));
  const levels =
    carriers.length === 0 ? [] : await write.rows('ServiceLevel', 'carrierId', [...new Set(carriers)]);
  return plans.map((plan) => {
    const token = tokenOf(plan);
    if (token === undefined) return plan;
    const { next, faults } = plan;
    const named = levels.filter(
      (level) => level.carrierId === next.carrierId && level.serviceLevelToken === token,
    );
    const level = named.find(({ accountId }) => accountId !== null) ?? named[0];
    if (level !== undefined) return { ...plan, next: { ...next, serviceLevelId: level.id } };
    if (next.carrierId === null) faults.add('WRONG_CARRIER', levelPath, needsCarrier);
    else
      faults.add(
        'NOT_FOUND',
        levelPath,
        `No service level of the carrier has the token ${quoted(token)}; \`Carrier.serviceLevels\` lists its levels.`,
      );
    // Without the present level, which may belong to another carrier: one error per field.
    return { ...plan, next: { ...next, serviceLevelId: null } };
  });
}

/** Checks what the inputs set, and derives the customers from it. */
export async function checkCustomers(write: Write, drafts: readonly Plan[]): Promise<readonly Plan[]> {
  const plans = await withServiceLevels(write, await withPriorities(write, drafts));
  const references = await loadReferences(write, plans);
  for (const plan of plans) {
    checkRow(plan);
    if (plan.tags !== undefined) checkTagCount(plan.tags, plan.faults);
    checkReferences(write, plan, references);
  }
  await checkNumbers(write, plans);
  await checkUnique(write, plans);
  return deriveCustomers(write, plans);
}
