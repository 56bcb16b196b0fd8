import type { CustomerFilter } from '../../src/db/customer-filter.ts';
import type { Settings } from './base-settings.ts';
import type { CustomerChoice } from './listing.ts';
import { isFound, matches, placesOf, type StoredCustomer } from './oracle.ts';

type Maybe<T> = T | null | undefined;

export interface Dimension {
  readonly selection: string;
  /** The filter with this dimension alone replaced. */
  readonly choose: (filter: CustomerFilter, value: string | null) => CustomerFilter;
  /** What the filter chooses among the values, as far as there are any such. */
  readonly chosen: (filter: CustomerFilter) => Maybe<readonly string[]>;
  /** The values that a customer counts in. */
  readonly valuesOf: (customer: StoredCustomer, filter: CustomerFilter) => readonly (string | null)[];
}

const only = (value: string | null) => (value === null ? null : [value]);
const byId = 'value { id } count';

/** How many customers each value has, under the choice without the dimension's own filter; 0 where that chooses it. */
export function counted(
  all: readonly StoredCustomer[],
  { query, filter }: CustomerChoice,
  { choose, chosen, valuesOf }: Dimension,
): Readonly<Record<string, number>> {
  const others = choose(filter ?? {}, null);
  const counts: Record<string, number> = Object.fromEntries(
    (chosen(filter ?? {}) ?? []).map((value) => [value, 0]),
  );
  for (const customer of all.filter((each) => matches(each, others) && isFound(each, query)))
    for (const value of new Set(valuesOf(customer, others)))
      if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

export function facetDimensions(settings: Settings): Readonly<Record<string, Dimension>> {
  const known = new Set([
    ...settings.typeGroups,
    ...settings.priceGroups,
    ...settings.carriers,
    ...settings.accountUsers,
  ]);
  const thereAre = (ids: Maybe<readonly string[]>) => ids?.filter((id) => known.has(id));

  return {
    statuses: {
      selection: 'value count',
      chosen: ({ statuses }) => statuses,
      choose: (filter, value) => ({ ...filter, statuses: only(value) as CustomerFilter['statuses'] }),
      valuesOf: ({ status }) => [status],
    },
    types: {
      selection: byId,
      chosen: ({ typeIds }) => thereAre(typeIds),
      choose: (filter, value) => ({ ...filter, typeIds: only(value) }),
      valuesOf: ({ typeId }) => [typeId],
    },
    priceGroups: {
      selection: byId,
      chosen: ({ priceGroupIds }) => thereAre(priceGroupIds),
      choose: (filter, value) => ({ ...filter, priceGroupIds: only(value) }),
      valuesOf: ({ priceGroups }) => priceGroups.map(({ groupId }) => groupId),
    },
    carriers: {
      selection: byId,
      chosen: ({ carrierIds }) => thereAre(carrierIds),
      choose: (filter, value) => ({ ...filter, carrierIds: only(value) }),
      valuesOf: ({ carrierId }) => [carrierId],
    },
    salesReps: {
      selection: byId,
      chosen: ({ salesRepIds }) => thereAre(salesRepIds),
      choose: (filter, value) => ({ ...filter, salesRepIds: only(value) }),
      valuesOf: ({ salesRepId }) => [salesRepId],
    },
    states: {
      selection: 'value count',
      chosen: ({ address }) => (address?.state == null ? null : [address.state]),
      choose: (filter, value) => ({ ...filter, address: { ...filter.address, state: value } }),
      valuesOf: (customer, { address }) => placesOf(customer, address).map(({ state }) => state),
    },
  };
}
