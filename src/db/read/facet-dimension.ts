import { type ModelName, raw, type Sql } from '../model/table.ts';
import { type AddressField, valuesOfAddresses } from './address-values.ts';
import type { CustomerFilter } from './filter/filters.ts';
import { rows, type Where } from './list.ts';

type ListFilter = {
  [K in keyof CustomerFilter]-?: NonNullable<CustomerFilter[K]> extends readonly string[] ? K : never;
}[keyof CustomerFilter];

/** The values that customers are counted by. */
export interface Source {
  /** The field of the filter that selects values, or that of `filter.address`. */
  readonly chosenBy: { readonly list: ListFilter } | { readonly address: AddressField };
  /** The table of the values. Selected values that are not in it are not counted. */
  readonly model?: ModelName;
  /** The values' column in that table; the id by default. */
  readonly name?: string;
  readonly column?: string;
  /** If a customer can have several values: its values as a relation `f(key, value)`. */
  readonly values?: (filter: CustomerFilter) => Sql;
  /** Whether values can repeat for a customer, or be of a text, whose spellings count as one value. */
  readonly repeats?: boolean;
}

const related = (from: string, value: string): Sql =>
  raw(`(select ${value}, ${value} from ${from}
    where m.account_id = ${rows}.account_id and m.customer_id = ${rows}.id)`);

const ofAddresses = (field: AddressField) => ({
  chosenBy: { address: field },
  values: ({ address }: CustomerFilter) => valuesOfAddresses(address, field, rows),
  repeats: true,
});

export const dimensions = {
  statuses: { chosenBy: { list: 'statuses' }, column: 'status' },
  types: { chosenBy: { list: 'typeIds' }, column: 'type_id', model: 'AccountGroup' },
  carriers: { chosenBy: { list: 'carrierIds' }, column: 'carrier_id', model: 'Carrier' },
  salesReps: { chosenBy: { list: 'salesRepIds' }, column: 'sales_rep_id', model: 'AccountUser' },
  paymentTerms: { chosenBy: { list: 'paymentTermIds' }, column: 'payment_term_id', model: 'PaymentTerm' },
  shippingTerms: { chosenBy: { list: 'shippingTermIds' }, column: 'shipping_term_id', model: 'ShippingTerm' },
  priceGroups: {
    chosenBy: { list: 'priceGroupIds' },
    values: () => related('customer_price_groups m', 'm.group_id'),
    model: 'AccountGroup',
  },
  tags: {
    chosenBy: { list: 'tags' },
    values: () =>
      related('customer_tags m join tags g on g.account_id = m.account_id and g.id = m.tag_id', 'g.name'),
    model: 'Tag',
    name: 'name',
  },
  sources: {
    chosenBy: { list: 'sourceSystems' },
    values: () => related('customer_sources m', 'm.system::text'),
    repeats: true,
  },
  states: ofAddresses('state'),
  countries: ofAddresses('country'),
} as const satisfies Readonly<Record<string, Source>>;

export type Dimension = keyof typeof dimensions;

export const sourceOf = (dimension: Dimension): Source => dimensions[dimension];

// Facets belong to lists of customers.
export const filterOf = ({ filter }: Where): CustomerFilter => (filter ?? {}) as CustomerFilter;

export const isText = ({ chosenBy }: Source): boolean => 'address' in chosenBy;

export function chosenIn({ chosenBy }: Source, filter: CustomerFilter): readonly string[] {
  if ('list' in chosenBy) return filter[chosenBy.list] ?? [];
  const { equals, in: list } = filter.address?.[chosenBy.address] ?? {};
  return typeof equals === 'string' ? [equals] : (list ?? []);
}

/** A facet ignores its own filter, so that it shows the other values that could be selected. */
export function without({ chosenBy }: Source, filter: CustomerFilter): CustomerFilter {
  if ('list' in chosenBy) return { ...filter, [chosenBy.list]: undefined };
  return { ...filter, address: { ...filter.address, [chosenBy.address]: undefined } };
}
