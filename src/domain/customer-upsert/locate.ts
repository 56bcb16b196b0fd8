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
import type { CustomerKey } from '../identifier/key.ts';
import type { Write } from '../write/writer.ts';
import type { Upsert } from './read.ts';

export type Locked = ReadonlyMap<string, CustomerRow>;

export interface Located {
  readonly upsert: Upsert;
  readonly current: CustomerRow | undefined;
  readonly parent: FoundCustomer | undefined;
  /** Other customers that have source records of the input. */
  readonly owners: readonly string[];
}

export const upsertKeys = (upserts: readonly Upsert[]): readonly CustomerKey[] => {
  const keys = upserts.flatMap(({ key, twin, sources }) => [
    ...(key ? [key] : []),
    ...(twin ? [twin] : []),
    ...sources.map((each) => each.key),
  ]);
  return [...new Map(keys.map((key) => [key.token, key])).values()];
};

/** The id of the customer that has the key. */
const ownerOf = ({ key, twin }: Upsert, found: Found): string | undefined =>
  (key && found.get(key.token)) ?? (twin && found.get(twin.token));

/** The keys that the upserts create: of a customer that exists, only its new source records. */
export const missingKeys = (upserts: readonly Upsert[], found: Found): readonly CustomerKey[] =>
  upserts
    .flatMap((upsert) => {
      const { key, twin, sources } = upsert;
      const own = ownerOf(upsert, found) === undefined ? [key, twin] : [];
      return [...own, ...sources.map((each) => each.key)];
    })
    .filter((key) => key !== undefined)
    .filter(({ token }) => !found.has(token));

const parentOf = ({ given: { parent: by }, faults }: Upsert): CustomerReference | undefined =>
  by == null ? undefined : { by, path: 'parent', faults };

export async function locate(
  write: Write,
  upserts: readonly Upsert[],
  found: Found,
): Promise<{ readonly located: readonly Located[]; readonly locked: Locked }> {
  const references = upserts.flatMap((upsert) => parentOf(upsert) ?? []);
  // An earlier upsert of the same call can create a parent: each round looks for the parents again.
  const parents = await findCustomers(write, references);
  const owned = upsertKeys(upserts).flatMap((key) => {
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
    const id = ownerOf(upsert, found);
    const owners = upsert.sources
      .flatMap(({ key }) => found.get(key.token) ?? [])
      .filter((each) => each !== id);
    return { upsert, current: id === undefined ? undefined : locked.get(id), parent, owners };
  });
  return { located, locked };
}
