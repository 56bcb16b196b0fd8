import type { ModelName } from '../../../db/table.ts';
import { deleteRows, giveRows, insertRows, updateRows } from '../../../db/write-rows.ts';
import type { Write } from '../../write/writer.ts';
import { planFor } from '../about.ts';
import { loadAddresses, removePlaces, type WholeAddress } from '../address.ts';
import { partsOf } from '../address-text.ts';
import type { CustomerRow } from '../fields.ts';
import { saveParents } from '../parent.ts';
import { saveCustomers } from '../save.ts';
import type { Party } from './party.ts';

/** Rows of a customer that move unchanged. Addresses, groups, tags and children are handled separately. */
export const belongings: readonly ModelName[] = [
  'CustomerSource',
  'CustomerEvent',
  'Attachment',
  'PaymentSource',
  'CustomerSubscription',
  'Order',
  'OrderSubscription',
  'Return',
  'SkuList',
  'CustomerAlias',
];

export interface Addresses {
  readonly moved: readonly WholeAddress[];
  /** Addresses that equal one of the target's or of another duplicate. */
  readonly doubles: readonly WholeAddress[];
}

/** The duplicates' addresses: those that the target lacks, each once, and the duplicates. */
export async function loadDuplicateAddresses(
  write: Write,
  { target, duplicates }: Party,
): Promise<Addresses> {
  const ids = [target.id, ...duplicates.map(({ id }) => id)];
  const rows = await write.rows('Address', 'customerId', ids);
  const all = await loadAddresses(
    write,
    rows.map(({ id }) => id),
  );
  const text = (address: WholeAddress) => JSON.stringify(partsOf(address));
  const isOwn = ({ address }: WholeAddress) => address.customerId === target.id;
  const known = new Set([...all.values()].filter(isOwn).map(text));
  const [moved, doubles]: [WholeAddress[], WholeAddress[]] = [[], []];
  for (const each of [...all.values()].filter((one) => !isOwn(one)).sort(byAge)) {
    (known.has(text(each)) ? doubles : moved).push(each);
    known.add(text(each));
  }
  return { moved, doubles };
}

const byAge = ({ address: a }: WholeAddress, { address: b }: WholeAddress): number =>
  a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? -1 : 1;

/** An address can be a default of its own customer only: clears the defaults of the duplicates first. */
async function moveAddresses(
  write: Write,
  { target, duplicates }: Party,
  { moved }: Addresses,
): Promise<void> {
  await updateRows(
    write,
    'Customer',
    duplicates.map(({ id }) => ({ id, billToAddressId: null, shipToAddressId: null })),
    ['billToAddressId', 'shipToAddressId'],
  );
  await updateRows(
    write,
    'Address',
    moved.map(({ address }) => ({ id: address.id, customerId: target.id })),
    ['customerId'],
  );
}

/**
 * Moves the duplicates' children to the target, each with its own event. A target below a duplicate becomes
 * standalone first.
 */
async function moveChildren(write: Write, { target, duplicates, children }: Party): Promise<void> {
  if (duplicates.some(({ id }) => id === target.parentId))
    await saveParents(write, [{ id: target.id, parentId: null }]);
  const plans = await Promise.all(children.map((child) => planFor(write, child)));
  const moved = plans.map((plan) => ({ ...plan, next: { ...plan.next, parentId: target.id } }));
  await saveCustomers(write, moved);
  await saveParents(
    write,
    moved.map(({ next }) => next),
  );
}

/**
 * Moves everything from the duplicates to the target and deletes the duplicates; their ids resolve to the target
 * from then on.
 */
export async function moveAll(
  write: Write,
  party: Party,
  { shopper, addresses }: { readonly shopper: CustomerRow | undefined; readonly addresses: Addresses },
): Promise<void> {
  const { target, duplicates } = party;
  const ids = duplicates.map(({ id }) => id);
  await moveAddresses(write, party, addresses);
  await moveChildren(write, party);
  for (const model of belongings) await giveRows(write, model, ids, target.id);
  // A sign-in moves together with its password.
  if (shopper !== undefined && shopper !== target)
    for (const model of ['ShopperCredential', 'PasswordResetToken'] as const)
      await giveRows(write, model, [shopper.id], target.id);
  const aliases = ids.map((id) => ({ accountId: write.accountId, id, customerId: target.id }));
  await insertRows(write, 'CustomerAlias', aliases);
  await deleteRows(
    write,
    'Customer',
    ids.map((id) => ({ id })),
  );
  await removePlaces(
    write,
    addresses.doubles.flatMap(({ geolocation }) => geolocation?.id ?? []),
  );
}
