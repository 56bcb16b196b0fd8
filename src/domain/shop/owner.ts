import { lockedRows } from '../../db/write/rows.ts';
import type { CustomerRow } from '../customer/fields.ts';
import {
  type CustomerIdentifier,
  type FoundCustomer,
  findCustomers,
  lockedRow,
} from '../identifier/customer.ts';
import type { Item } from '../record-upsert/record-type.ts';
import type { Write } from '../write/writer.ts';

const ownerColumns = ['id', 'shopperEmail'] as const;

export type OwnerRow = Pick<CustomerRow, (typeof ownerColumns)[number]>;

/** The customer that an item names; its row is set when it is locked, and undefined if it does not exist. */
export interface Owner {
  readonly found: FoundCustomer;
  row: OwnerRow | undefined;
}

/** Finds the customers of all items in one statement. */
export async function findOwners(
  write: Write,
  items: readonly Item<{ readonly customer: CustomerIdentifier }>[],
): Promise<readonly Owner[]> {
  const found = await findCustomers(
    write,
    items.map(({ input: { customer: by }, faults }) => ({ by, path: 'customer', faults })),
  );
  return found.map((each) => ({ found: each, row: undefined }));
}

const lockThese = (write: Write, ids: readonly string[]): Promise<readonly OwnerRow[]> =>
  lockedRows(write, 'Customer', ids, { strength: 'share', columns: ownerColumns });

/** A shared lock: records of one customer are written concurrently, but no merge can move them meanwhile. */
export async function lockOwners(write: Write, owners: readonly Owner[]): Promise<void> {
  const ids = [...new Set(owners.flatMap(({ found }) => found.id ?? []))];
  const rows = new Map((await lockThese(write, ids)).map((row) => [row.id, row]));
  const missing = ids.filter((id) => !rows.has(id));
  const aliases = await write.rows('CustomerAlias', 'id', missing);
  const targets = await lockThese(
    write,
    aliases.map(({ customerId }) => customerId),
  );
  for (const { id, customerId } of aliases) {
    const target = targets.find((row) => row.id === customerId);
    if (target !== undefined) rows.set(id, target);
  }
  for (const owner of owners) owner.row = lockedRow(owner.found, rows);
}
