import type { Maybe } from '../../../maybe.ts';
import { addresses } from './address.ts';
import type { Condition, Definition, Many, One } from './condition.ts';
import { customers } from './customer.ts';
import { customerEvents } from './customer-event.ts';
import { importRejects, importRuns, importWarnings } from './import-run.ts';
import { orders } from './order.ts';
import {
  accountGroups,
  accountUsers,
  carriers,
  customerGroups,
  departments,
  paymentTerms,
  priorities,
  roles,
  serviceLevels,
  shippingTerms,
  tags,
  units,
} from './reference-data.ts';
import type { CountFilter, SumFilter } from './related-list.ts';
import {
  attachments,
  customerSubscriptions,
  orderSubscriptions,
  paymentSources,
  returns,
  skuLists,
} from './shop-record.ts';
import { sourceRecords } from './source-record.ts';

const filters = {
  AccountGroup: accountGroups,
  AccountUser: accountUsers,
  Address: addresses,
  Attachment: attachments,
  Carrier: carriers,
  Customer: customers,
  CustomerEvent: customerEvents,
  CustomerGroup: customerGroups,
  CustomerSubscription: customerSubscriptions,
  Department: departments,
  ImportReject: importRejects,
  ImportRun: importRuns,
  ImportWarning: importWarnings,
  Order: orders,
  OrderSubscription: orderSubscriptions,
  PaymentSource: paymentSources,
  PaymentTerm: paymentTerms,
  Priority: priorities,
  Return: returns,
  Role: roles,
  ServiceLevel: serviceLevels,
  ShippingTerm: shippingTerms,
  SkuList: skuLists,
  SourceRecord: sourceRecords,
  Tag: tags,
  Unit: units,
} as const satisfies Record<string, Definition>;

/** The name of a filter: that of its type. */
export type FilterName = keyof typeof filters;

interface Combined<F> {
  readonly and?: Maybe<readonly F[]>;
  readonly or?: Maybe<readonly F[]>;
  readonly not?: Maybe<F>;
}

interface Count<N extends FilterName> extends CountFilter {
  readonly of?: Maybe<Filter<N>>;
}

interface Sum<N extends FilterName> extends SumFilter {
  readonly of?: Maybe<Filter<N>>;
}

type List<N extends FilterName> = {
  readonly [Q in 'some' | 'none' | 'every']?: Maybe<Filter<N>>;
} & { readonly count?: Maybe<Count<N>> } & ((typeof filters)[N] extends { readonly amount: object }
    ? { readonly sum?: Maybe<Sum<N>> }
    : unknown);

type Value<C> =
  C extends Condition<infer V>
    ? V extends One<infer N extends FilterName>
      ? Filter<N>
      : V extends Many<infer N extends FilterName>
        ? List<N>
        : V
    : never;

type Fields<N extends FilterName> = (typeof filters)[N]['fields'];

/** Null and absent fields restrict nothing; an empty list matches nothing. */
export type Filter<N extends FilterName> = Combined<Filter<N>> & {
  readonly [F in keyof Fields<N>]?: Maybe<Value<Fields<N>[F]>>;
};

export type CustomerFilter = Filter<'Customer'>;
export type AddressFilter = Filter<'Address'>;
export type OrderFilter = Filter<'Order'>;
export type AnyFilter = { readonly [N in FilterName]: Filter<N> }[FilterName];

// `Object.keys` returns strings; the type of `filters` is narrower.
export const filterNames = Object.keys(filters) as readonly FilterName[];

export function definitionOf(name: string): Definition {
  const definition: Definition | undefined = filters[name as FilterName];
  if (definition === undefined) throw new Error(`${name} has no filter.`);
  return definition;
}
