import type { AddressField } from '../../db/read/address-values.ts';
import { isOfAddress, keyOf } from '../../db/read/aggregate/group-key.ts';
import type { Group } from '../../db/read/aggregate/groups.ts';
import type { AddressFilter, CustomerFilter } from '../../db/read/filter/filters.ts';
import { customerKeys } from './aggregate-key.ts';

const keyNames = Object.keys(customerKeys) as readonly (keyof typeof customerKeys)[];

type Fields = Readonly<Record<string, unknown>>;

/** Both filters in one, as flat as their fields allow. */
export function both<F extends { readonly and?: readonly F[] | null | undefined }>(one: F, other: F): F {
  const [a, b]: readonly [Fields, Fields] = [one, other];
  const names = Object.keys(b).filter((name) => b[name] != null);
  if (names.every((name) => a[name] == null)) return { ...one, ...other };
  return { ...one, and: [...(one.and ?? []), other] };
}

type Place = ReadonlyMap<AddressField, string | null>;

/** The address filter, with the values of one field set. */
const withText = (
  address: AddressFilter,
  field: AddressField,
  condition: { readonly equals: string } | { readonly exists: boolean },
): AddressFilter => ({ ...address, [field]: { ...address[field], ...condition } });

/** The customers with an address that matches the filter and has these texts; or, if there are none, without any. */
function atPlace(filter: CustomerFilter, place: Place): CustomerFilter {
  const address = filter.address ?? {};
  if ([...place.values()].some((text) => text !== null)) {
    let there = address;
    for (const [field, text] of place)
      there = withText(there, field, text === null ? { exists: false } : { equals: text });
    return { ...filter, address: there };
  }
  const elsewhere = [...place.keys()]
    .filter((field) => address[field]?.exists !== false)
    .map((field) => ({ address: withText(address, field, { exists: true }) }));
  return elsewhere.length === 0 ? filter : both(filter, { not: { or: elsewhere } });
}

/** The filter of the group's customers, in the list without a parent. */
export function filterOf(
  { keys, labels }: Group,
  groupBy: readonly string[],
  filter: CustomerFilter,
  ofParent: CustomerFilter,
): CustomerFilter {
  const place = new Map<AddressField, string | null>();
  let whole = filter;
  for (const [at, name] of groupBy.entries()) {
    const key = keyOf('Customer', name);
    const value = keys[at] ?? null;
    const label = labels[at] ?? null;
    if (isOfAddress(key)) place.set(key.address, label);
    else whole = both(whole, customerKeys[name as (typeof keyNames)[number]].filter(value, label));
  }
  return both(place.size === 0 ? whole : atPlace(whole, place), ofParent);
}
