import type { Row } from '../../../db/table.ts';
import { nameOfSystem } from '../../source-system.ts';
import type { Payload, Write, Writer } from '../../write/writer.ts';
import { planFor } from '../about.ts';
import { addressText } from '../address-text.ts';
import { type Change, changeOf, recordMerged } from '../event.ts';
import type { CustomerRow } from '../fields.ts';
import type { CustomerAnswer } from '../mutations.ts';
import type { Plan } from '../plan.ts';
import { saveCustomers } from '../save.ts';
import { changeTime } from '../version.ts';
import { checkParty, checkUnion, loadUnion, type Union } from './check.ts';
import { type Addresses, loadDuplicateAddresses, moveAll } from './move.ts';
import { lockParty, type MergeInput, type Party } from './party.ts';

/** The customer whose shop sign-in the target gets: its own, or the first of the duplicates. */
const shopperOf = ({ target, duplicates }: Party): CustomerRow | undefined =>
  [target, ...duplicates].find(({ shopperEmail }) => shopperEmail !== null);

/**
 * The target keeps its own values. External keys that it lacks are taken from the first source that has them.
 */
function mergedRow(party: Party, shopper: CustomerRow | undefined): CustomerRow {
  const { target, duplicates } = party;
  const all = [target, ...duplicates];
  const referred = all.find(({ reference }) => reference !== null) ?? target;
  const orders = all.reduce((sum, { totalOrdersCount }) => sum + (totalOrdersCount ?? 0), 0);
  const isBelowDuplicate = duplicates.some(({ id }) => id === target.parentId);
  return {
    ...target,
    parentId: isBelowDuplicate ? null : target.parentId,
    shortId: all.find(({ shortId }) => shortId !== null)?.shortId ?? null,
    reference: referred.reference,
    referenceOrigin: referred.referenceOrigin,
    shopperEmail: shopper?.shopperEmail ?? null,
    shopperStatus: shopper?.shopperStatus ?? null,
    shopperReference: shopper?.shopperReference ?? null,
    totalOrdersCount: shopper === undefined ? null : orders,
    customerGroupId: target.customerGroupId ?? shopper?.customerGroupId ?? null,
  };
}

const countText = (count: number | null): string | null => (count === null ? null : String(count));

const recordsText = (records: readonly Row<'CustomerSource'>[]): string | null =>
  records
    .map(({ system, sourceId }) => `${nameOfSystem(system)} ${sourceId}`)
    .sort()
    .join(', ') || null;

/** Changes for the event, besides the target's own columns and lists. */
function toldOf(
  party: Party,
  next: CustomerRow,
  { records }: Union,
  { moved }: Addresses,
): readonly Change[] {
  const { target, duplicates } = party;
  const own = records.filter(({ customerId }) => customerId === target.id);
  return [
    ...duplicates.flatMap(({ id }) => changeOf('id', id, target.id)),
    ...changeOf(
      'shopper.totalOrdersCount',
      countText(target.totalOrdersCount),
      countText(next.totalOrdersCount),
    ),
    ...changeOf('sources', recordsText(own), recordsText(records)),
    ...moved.flatMap((address) => changeOf('addresses', null, addressText(address))),
  ];
}

async function planMerge(write: Write, party: Party, union: Union, addresses: Addresses): Promise<Plan> {
  const { target, duplicates } = party;
  const plan = await planFor(write, target);
  const next = mergedRow(party, shopperOf(party));
  // Later than every event of the target and its duplicates.
  const latest = [target, ...duplicates]
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  const at = changeTime({ updatedAt: latest ?? target.updatedAt });
  const { priceGroupIds, tags } = union;
  return { ...plan, at, next, priceGroupIds, tags, told: toldOf(party, next, union, addresses) };
}

export function mergeCustomers(writer: Writer, input: MergeInput): Promise<Payload<CustomerAnswer>> {
  return writer.run({ name: 'customerMerge', input }, async (write) => {
    const { faults } = write;
    const { target, ...others } = await lockParty(write, input);
    if (target === undefined) {
      faults.settle();
      return { id: null };
    }
    const party = { target, ...others };
    checkParty(party, faults);
    const union = await loadUnion(write, party);
    checkUnion(union, faults);
    faults.settle();
    const addresses = await loadDuplicateAddresses(write, party);
    const plan = await planMerge(write, party, union, addresses);
    await moveAll(write, party, { shopper: shopperOf(party), addresses });
    recordMerged(
      write,
      party.duplicates.map(({ id }) => id),
      plan,
    );
    await saveCustomers(write, [plan], 'MERGE');
    return { id: target.id };
  });
}
