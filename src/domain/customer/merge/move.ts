import { columnsReferring, type ModelName, sql } from '../../../db/model/table.ts';
import { deleteRows, insertRows, replaceIds, updateRows } from '../../../db/write/rows.ts';
import type { Write } from '../../write/writer.ts';
import { planFor } from '../about.ts';
import { loadAddresses, removePlaces, type WholeAddress } from '../address.ts';
import { partsOf } from '../address-text.ts';
import type { CustomerRow } from '../fields.ts';
import { saveParents } from '../parent.ts';
import { saveCustomers } from '../save.ts';
import type { MergeSet } from './merge-set.ts';

/** Rows that need more than a new customer id: the code below and `saveCustomers` handle them. */
const handledSeparately: ReadonlySet<ModelName> = new Set<ModelName>([
  'Customer',
  'Address',
  'CustomerPriceGroup',
  'CustomerTag',
  'CustomerSearch',
  'CustomerSource',
  'ShopperCredential',
  'PasswordResetToken',
]);

/** The columns of all other rows that refer to customers: they move unchanged. */
const movedColumns = columnsReferring('Customer').filter(({ model }) => !handledSeparately.has(model));

interface Double extends WholeAddress {
  /** The equal address that stays. */
  readonly keptId: string;
}

export interface Addresses {
  readonly moved: readonly WholeAddress[];
  readonly doubles: readonly Double[];
}

export async function loadDuplicateAddresses(
  write: Write,
  { target, duplicates }: MergeSet,
): Promise<Addresses> {
  const ids = [target.id, ...duplicates.map(({ id }) => id)];
  const rows = await write.rows('Address', 'customerId', ids);
  const all = await loadAddresses(
    write,
    rows.map(({ id }) => id),
  );
  const text = (address: WholeAddress) => JSON.stringify(partsOf(address));
  const isOwn = ({ address }: WholeAddress) => address.customerId === target.id;
  const known = new Map([...all.values()].filter(isOwn).map((each) => [text(each), each.address.id]));
  const [moved, doubles]: [WholeAddress[], Double[]] = [[], []];
  for (const each of [...all.values()].filter((one) => !isOwn(one)).sort(byAge)) {
    const keptId = known.get(text(each));
    if (keptId !== undefined) doubles.push({ ...each, keptId });
    else {
      moved.push(each);
      known.set(text(each), each.address.id);
    }
  }
  return { moved, doubles };
}

const byAge = ({ address: a }: WholeAddress, { address: b }: WholeAddress): number =>
  a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? -1 : 1;

/** An address can be a default of its own customer only: clears the defaults of the duplicates first. */
async function moveAddresses(
  write: Write,
  { target, duplicates }: MergeSet,
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

/** Otherwise, the next address book of the source would create the addresses again. */
async function moveAddressSources({ run, accountId }: Write, { doubles }: Addresses): Promise<void> {
  if (doubles.length === 0) return;
  const ids = doubles.map(({ address, keptId }) => ({ id: address.id, kept_id: keptId }));
  await run(sql`/* ObjectSource merge */ update object_sources s set address_id = k.kept_id
    from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) as k(id text, kept_id text)
    where s.account_id = ${accountId} and s.address_id = k.id`);
}

/** A target below a duplicate becomes standalone first. */
async function moveChildren(write: Write, { target, duplicates, children }: MergeSet): Promise<void> {
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

/** The duplicates' ids resolve to the target from then on. */
export async function moveAll(
  write: Write,
  mergeSet: MergeSet,
  { shopper, addresses }: { readonly shopper: CustomerRow | undefined; readonly addresses: Addresses },
): Promise<void> {
  const { target, duplicates } = mergeSet;
  const ids = duplicates.map(({ id }) => id);
  await moveAddresses(write, mergeSet, addresses);
  await moveAddressSources(write, addresses);
  await moveChildren(write, mergeSet);
  for (const column of movedColumns) await replaceIds(write, column, ids, target.id);
  // A sign-in moves together with its password.
  if (shopper !== undefined && shopper !== target)
    for (const model of ['ShopperCredential', 'PasswordResetToken'] as const)
      await replaceIds(write, { model, column: 'customer_id' }, [shopper.id], target.id);
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
