import { typeOfId } from '../../db/id.ts';
import { type LockStrength, lockRows } from '../../db/write-rows.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';
import type { CustomerRow } from './fields.ts';
import { readId } from './input.ts';
import { checkVersion } from './version.ts';

/**
 * Locks customers, all that a mutation changes at once, in the order of their ids; gives their rows as they are from
 * then on, by the ids asked for. The id of one that was merged leads to what it was merged into.
 */
export async function lockCustomers(
  write: Write,
  ids: readonly string[],
  strength: LockStrength = 'no key update',
): Promise<ReadonlyMap<string, CustomerRow>> {
  const wanted = [...new Set(ids)].filter((id) => typeOfId(id) === 'Customer').sort();
  const found = await lockThese(write, wanted, strength);
  const missing = wanted.filter((id) => !found.has(id));
  const aliases = await write.rows('CustomerAlias', 'id', missing);
  if (aliases.length === 0) return found;
  // Where one is merged meanwhile, that leads on.
  const targets = await lockCustomers(
    write,
    aliases.map(({ customerId }) => customerId),
    strength,
  );
  const resolved = aliases.flatMap(({ id, customerId }) => {
    const target = targets.get(customerId);
    return target === undefined ? [] : [[id, target] as const];
  });
  return new Map([...found, ...resolved]);
}

async function lockThese(write: Write, ids: readonly string[], strength: LockStrength) {
  await lockRows(write, 'Customer', ids, strength);
  const rows = await write.rows('Customer', 'id', ids);
  return new Map(rows.map((row) => [row.id, row]));
}

type Relatives = (ids: readonly string[]) => Promise<readonly string[]>;

/**
 * As `lockCustomers`, with others that belong to these. Which others is certain only under the lock: where that shows
 * more of them, the locks are given back and all are taken anew, in order.
 */
export async function lockWithRelatives(
  write: Write,
  ids: readonly string[],
  relatives: Relatives,
): Promise<ReadonlyMap<string, CustomerRow>> {
  const wanted = new Set([...ids, ...(await relatives(ids))]);
  for (;;) {
    await write.tx.$executeRaw`savepoint family`;
    const locked = await lockCustomers(write, [...wanted]);
    const known = ids.flatMap((id) => locked.get(id)?.id ?? []);
    const missing = [...known, ...(await relatives(known))].filter((id) => !wanted.has(id));
    if (missing.length === 0) return locked;
    await write.tx.$executeRaw`rollback to savepoint family`;
    for (const id of missing) wanted.add(id);
  }
}

/** One of the locked customers, where it is there; the faults say when not. */
export function lockedCustomer(
  locked: ReadonlyMap<string, CustomerRow>,
  id: string,
  path: string,
  faults: Faults,
): CustomerRow | undefined {
  if (readId(id, 'Customer', path, faults) === undefined) return undefined;
  const customer = locked.get(id);
  if (customer === undefined)
    faults.add('NOT_FOUND', path, 'There is no customer with this id; `customers` lists them.');
  return customer;
}

/** The one customer that a mutation is about, locked, and at the version that its caller knows. */
export async function lockCustomer(
  write: Write,
  { id, ifVersion }: { readonly id: string; readonly ifVersion?: number | null | undefined },
): Promise<CustomerRow | undefined> {
  const customer = lockedCustomer(await lockCustomers(write, [id]), id, 'id', write.faults);
  if (customer !== undefined) checkVersion(customer, ifVersion, write.faults);
  return customer;
}

/** Ends the checks of a mutation about one customer. A stale version's answer has the customer, to show both. */
export function settleFor(
  customer: CustomerRow | undefined,
  { faults }: Write,
): asserts customer is CustomerRow {
  faults.settle(faults.has('STALE_VERSION') ? { id: customer?.id ?? null } : {});
  if (customer === undefined) throw new Error('A customer that is not there had no fault.');
}
