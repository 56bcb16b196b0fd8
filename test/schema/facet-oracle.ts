import type { CustomerFilter } from '../../src/db/read/filter/filters.ts';
import { type Settings, tagNames } from './base-settings.ts';
import type { CustomerChoice } from './listing.ts';
import { isFound, matches, placesOf, plain } from './oracle.ts';
import type { StoredCustomer } from './stored-customers.ts';

type Maybe<T> = T | null | undefined;

export interface Dimension {
  readonly selection: string;
  /** The filter with only this dimension replaced. */
  readonly choose: (filter: CustomerFilter, value: string | null) => CustomerFilter;
  /** The filter's selection of values, if any. */
  readonly chosen: (filter: CustomerFilter) => Maybe<readonly string[]>;
  /** The identity of equal values; the value itself by default. */
  readonly keyOf?: (value: string) => string;
  /** The values that a customer counts for. */
  readonly valuesOf: (customer: StoredCustomer, filter: CustomerFilter) => readonly (string | null)[];
}

const only = (value: string | null) => (value === null ? null : [value]);
const byId = 'value { id } count';

/** The number of customers of each value, without the dimension's own filter; 0 for selected values without customers. */
export function counted(
  all: readonly StoredCustomer[],
  { query, filter }: CustomerChoice,
  { choose, chosen, valuesOf, keyOf = (value) => value }: Dimension,
): Readonly<Record<string, number>> {
  const others = choose(filter ?? {}, null);
  const groups = new Map<string, { values: string[]; count: number }>();
  for (const customer of all.filter((each) => matches(each, others) && isFound(each, query))) {
    const values = valuesOf(customer, others).filter((value) => value !== null);
    for (const key of new Set(values.map(keyOf))) {
      const group = groups.get(key) ?? { values: [], count: 0 };
      group.values.push(...values.filter((value) => keyOf(value) === key));
      group.count += 1;
      groups.set(key, group);
    }
  }
  for (const value of (chosen(filter ?? {}) ?? []).toSorted())
    if (!groups.has(keyOf(value))) groups.set(keyOf(value), { values: [value], count: 0 });
  return Object.fromEntries([...groups.values()].map(({ values, count }) => [values.toSorted()[0], count]));
}

export function facetDimensions(settings: Settings): Readonly<Record<string, Dimension>> {
  const known = new Set([
    ...settings.typeGroups,
    ...settings.priceGroups,
    ...settings.carriers,
    ...settings.accountUsers,
    ...settings.paymentTerms,
    ...settings.shippingTerms,
    ...tagNames,
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
    paymentTerms: {
      selection: byId,
      chosen: ({ paymentTermIds }) => thereAre(paymentTermIds),
      choose: (filter, value) => ({ ...filter, paymentTermIds: only(value) }),
      valuesOf: ({ paymentTermId }) => [paymentTermId],
    },
    shippingTerms: {
      selection: byId,
      chosen: ({ shippingTermIds }) => thereAre(shippingTermIds),
      choose: (filter, value) => ({ ...filter, shippingTermIds: only(value) }),
      valuesOf: ({ shippingTermId }) => [shippingTermId],
    },
    tags: {
      selection: 'value count',
      chosen: ({ tags }) => thereAre(tags),
      choose: (filter, value) => ({ ...filter, tags: only(value) }),
      valuesOf: ({ tags }) => tags.map(({ tag }) => tag.name),
    },
    sources: {
      selection: 'value count',
      chosen: ({ sourceSystems }) => sourceSystems,
      choose: (filter, value) => ({
        ...filter,
        sourceSystems: only(value) as CustomerFilter['sourceSystems'],
      }),
      valuesOf: ({ sources }) => sources.map(({ system }) => system),
    },
    countries: {
      selection: 'value count',
      keyOf: plain,
      chosen: ({ address }) => {
        const { equals, in: list } = address?.country ?? {};
        return equals == null ? list : [equals];
      },
      choose: (filter, value) => ({
        ...filter,
        address: { ...filter.address, country: value === null ? null : { equals: value } },
      }),
      valuesOf: (customer, { address }) => placesOf(customer, address).map(({ country }) => country),
    },
    states: {
      selection: 'value count',
      keyOf: plain,
      chosen: ({ address }) => {
        const { equals, in: list } = address?.state ?? {};
        return equals == null ? list : [equals];
      },
      choose: (filter, value) => ({
        ...filter,
        address: { ...filter.address, state: value === null ? null : { equals: value } },
      }),
      valuesOf: (customer, { address }) => placesOf(customer, address).map(({ state }) => state),
    },
  };
}
