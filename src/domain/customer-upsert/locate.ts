import type { CustomerRow } from '../customer/fields.ts';
import { lockCustomers } from '../customer/lock.ts';
import { parentsOf } from '../customer/parent.ts';
import {
  type CustomerReference,
  type FoundCustomer,
  findCustomers,
  ownedBy,
} from '../identifier/customer.ts';
import { type Found, verifyKeys } from '../identifier/find.ts';
import type { Key } from '../identifier/key.ts';
import type { Write } from '../write/writer.ts';
import type { Upsert } from './read.ts';

export type Locked = ReadonlyMap<string, CustomerRow>;

/** An upsert with its customer and its parent, as far as they are known before the batch round. */
export interface Located {
  readonly upsert: Upsert;
  /** Undefined if the upsert would create a customer. */
  readonly current: CustomerRow | undefined;
  /** Undefined if the input names no parent. */
  readonly parent: FoundCustomer | undefined;
}

export const keysOf = (upserts: readonly Upsert[]): readonly Key[] => {
  const keys = upserts.flatMap(({ key }) => key ?? []);
  return [...new Map(keys.map((key) => [key.token, key])).values()];
};

const parentOf = ({ given: { parent: by }, faults }: Upsert): CustomerReference | undefined =>
  by == null ? undefined : { by, path: 'parent', faults };

/**
 * Locks the customers of the upserts with their present and new parents, and checks that they have their
 * keys.
 */
export async function locate(
  write: Write,
  upserts: readonly Upsert[],
  found: Found,
): Promise<{ readonly located: readonly Located[]; readonly locked: Locked }> {
  const references = upserts.flatMap((upsert) => parentOf(upsert) ?? []);
  // An earlier upsert of the same call can create a parent: each round looks for the parents again.
  const parents = await findCustomers(write, references);
  const owned = keysOf(upserts).flatMap((key) => {
    const id = found.get(key.token);
    return id === undefined ? [] : { key, id };
  });
  const ids = [...owned, ...parents].flatMap(({ id }) => id ?? []);
  const hasParents = upserts.some(({ given }) => given.parent !== undefined);
  const locked = await lockCustomers(write, [...new Set(ids)], hasParents ? parentsOf(write) : undefined);
  await verifyKeys(write, [...owned, ...ownedBy(parents)], locked);
  const next = parents.values();
  const located = upserts.map((upsert): Located => {
    const parent = parentOf(upsert) && next.next().value;
    const id = upsert.key && found.get(upsert.key.token);
    return { upsert, current: id === undefined ? undefined : locked.get(id), parent };
  });
  return { located, locked };
}
