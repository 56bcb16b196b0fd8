import { typeOfId } from '../../db/model/id.ts';
import type { CustomerRow } from '../customer/fields.ts';
import { lockCustomers, type Relatives } from '../customer/lock.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';
import { findByKeys, type OwnedKey, verifyKeys } from './find.ts';
import { type CustomerKey, type KeyInput, keyIn, keyText } from './key.ts';
import { listedText, wrongIdText } from './listed.ts';

export interface CustomerIdentifier extends KeyInput {
  readonly id?: string | null | undefined;
}

export interface CustomerReference {
  readonly by: CustomerIdentifier;
  readonly path: string;
  readonly faults: Faults;
}

export interface FoundCustomer extends CustomerReference {
  /** Undefined if no customer has the key, or if the id is not that of a customer. */
  readonly id: string | undefined;
  readonly key: CustomerKey | undefined;
}

/** Finds customers in one statement, or in none if all are given by id: their rows are read under the lock. */
export async function findCustomers(
  write: Write,
  references: readonly CustomerReference[],
): Promise<readonly FoundCustomer[]> {
  const read = references.map((reference) => ({ ...reference, key: keyIn(reference.by) }));
  const owners = await findByKeys(
    write,
    read.flatMap(({ key }) => key ?? []),
  );
  return read.map((each) => {
    const { key, by } = each;
    if (key !== undefined) return { ...each, id: owners.get(key.token) };
    return { ...each, id: by.id != null && typeOfId(by.id) === 'Customer' ? by.id : undefined };
  });
}

export function lockedRow<R>(
  { id, key, path, faults }: FoundCustomer,
  locked: ReadonlyMap<string, R>,
): R | undefined {
  const row = id === undefined ? undefined : locked.get(id);
  if (row !== undefined) return row;
  if (key === undefined && id === undefined) faults.add('INVALID', path, wrongIdText('Customer'));
  else
    faults.add(
      'NOT_FOUND',
      path,
      `No customer has ${key === undefined ? 'this id' : keyText(key)}; ${listedText('Customer')}.`,
    );
  return undefined;
}

export const ownedBy = (found: readonly FoundCustomer[]): readonly OwnedKey[] =>
  found.flatMap(({ key, id }) => (key && id !== undefined ? { key, id } : []));

interface LockedCustomers {
  /** One row for each reference; undefined if it does not exist, and the user errors say so. */
  readonly rows: readonly (CustomerRow | undefined)[];
  readonly locked: ReadonlyMap<string, CustomerRow>;
}

export async function lockFound(
  write: Write,
  found: readonly FoundCustomer[],
  relatives?: Relatives,
): Promise<LockedCustomers> {
  const ids = found.flatMap(({ id }) => id ?? []);
  const locked = await lockCustomers(write, ids, relatives);
  await verifyKeys(write, ownedBy(found), locked);
  return { rows: found.map((each) => lockedRow(each, locked)), locked };
}

export async function lockReferences(
  write: Write,
  references: readonly CustomerReference[],
  relatives?: Relatives,
): Promise<LockedCustomers> {
  return lockFound(write, await findCustomers(write, references), relatives);
}
