import type { Payload, Write, Writer } from '../../write/writer.ts';
import { planFor } from '../about.ts';
import { addressText } from '../address-text.ts';
import { deriveFrom } from '../derive/customers.ts';
import { storedValues } from '../derive/speaker.ts';
import { listIn } from '../derive/values.ts';
import { changeOf, recordMerged, type ValueChange } from '../event.ts';
import type { CustomerRow } from '../fields.ts';
import type { CustomerAnswer } from '../mutations.ts';
import type { Plan } from '../plan.ts';
import { saveCustomers } from '../save.ts';
import { mergedRecords, shortIdOf } from '../source-records.ts';
import { changeTime } from '../version.ts';
import { checkMergeSet, checkUnion, loadUnion, type Union } from './check.ts';
import { lockMergeSet, type MergeInput, type MergeSet } from './merge-set.ts';
import { type Addresses, loadDuplicateAddresses, moveAll } from './move.ts';
import { restateMerged } from './restate.ts';
import { totalOrders } from './total-orders.ts';

const shopperOf = ({ target, duplicates }: MergeSet): CustomerRow | undefined =>
  [target, ...duplicates].find(({ shopperEmail }) => shopperEmail !== null);

/** The target keeps its own values; keys that it lacks are taken from the first source that has them. */
function mergedRow(
  mergeSet: MergeSet,
  shopper: CustomerRow | undefined,
  totalOrdersCount: number | null,
): CustomerRow {
  const { target, duplicates } = mergeSet;
  const all = [target, ...duplicates];
  const referred = all.find(({ reference }) => reference !== null) ?? target;
  const isBelowDuplicate = duplicates.some(({ id }) => id === target.parentId);
  return {
    ...target,
    parentId: isBelowDuplicate ? null : target.parentId,
    reference: referred.reference,
    referenceOrigin: referred.referenceOrigin,
    createdAt: all.map(({ createdAt }) => createdAt).sort()[0] ?? target.createdAt,
    shopperEmail: shopper?.shopperEmail ?? null,
    shopperStatus: shopper?.shopperStatus ?? null,
    shopperReference: shopper?.shopperReference ?? null,
    totalOrdersCount,
    customerGroupId: target.customerGroupId ?? shopper?.customerGroupId ?? null,
  };
}

function mergeChanges({ target, duplicates }: MergeSet, { moved }: Addresses): readonly ValueChange[] {
  return [
    ...duplicates.flatMap(({ id }) => changeOf('id', id, target.id)),
    ...moved.flatMap((address) => changeOf('addresses', null, addressText(address))),
  ];
}

async function planMerge(
  write: Write,
  mergeSet: MergeSet,
  union: Union,
  addresses: Addresses,
): Promise<Plan> {
  const { target, duplicates } = mergeSet;
  const plan = await planFor(write, target);
  const row = mergedRow(mergeSet, shopperOf(mergeSet), await totalOrders(write, mergeSet));
  const records = mergedRecords(target, duplicates, union.records);
  // Later than every event of the target and its duplicates.
  const latest = [target, ...duplicates]
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  const at = changeTime({ updatedAt: latest ?? target.updatedAt });
  const { priceGroupIds, tags } = union;
  return {
    ...plan,
    ...{ at, priceGroupIds, tags, records },
    next: { ...row, shortId: shortIdOf(records.after) },
    extraChanges: mergeChanges(mergeSet, addresses),
  };
}

/** The lists of all customers, unless an account user set those of the target. */
function withUnion(plan: Plan, { priceGroupIds, tags }: Union): Plan {
  const pins = storedValues(plan.next.pins);
  return {
    ...plan,
    priceGroupIds: pins.priceGroups === undefined ? priceGroupIds : listIn(pins, 'priceGroups'),
    tags: pins.tags === undefined ? tags : listIn(pins, 'tags'),
  };
}

export function mergeCustomers(writer: Writer, input: MergeInput): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerMerge', input }, async (write) => {
    const { faults } = write;
    const { target, ...others } = await lockMergeSet(write, input);
    if (target === undefined) {
      faults.settle();
      return { id: null };
    }
    const mergeSet = { target, ...others };
    checkMergeSet(mergeSet, faults);
    const union = await loadUnion(write, mergeSet);
    checkUnion(union, faults);
    faults.settle();
    const addresses = await loadDuplicateAddresses(write, mergeSet);
    const plan = await planMerge(write, mergeSet, union, addresses);
    await moveAll(write, mergeSet, { shopper: shopperOf(mergeSet), addresses });
    recordMerged(
      write,
      mergeSet.duplicates.map(({ id }) => id),
      plan,
    );
    const restated = restateMerged(mergeSet, plan.records?.after ?? [], union, addresses);
    const [derived = plan] = restated ? await deriveFrom(write, [plan], () => restated) : [plan];
    await saveCustomers(write, [withUnion(derived, union)], { action: 'MERGE' });
    return { id: target.id };
  });
}
