import type { CustomerKeyName, OrderKeyName, Period } from '../../db/read/aggregate/group-key.ts';
import type { OrderFilter } from '../../db/read/filter/filters.ts';
import { customerKeys } from '../customer/aggregate-key.ts';
import { builder } from '../relay/builder.ts';
import { rangeOf } from '../relay/period.ts';

interface KeyFilter {
  readonly description: string;
  /** The filter of the orders with a value of the key; null for those without one. */
  readonly filter: (value: string | null) => OrderFilter;
  /** The number of values, if they are few. */
  readonly values?: number;
}

function oneOf(description: string, field: keyof OrderFilter, values?: number): KeyFilter {
  return {
    description,
    ...(values !== undefined && { values }),
    filter: (value) => ({ [field]: [value] }),
  };
}

const during = (description: string, field: 'placedAt' | 'createdAt', period: Period): KeyFilter => ({
  description,
  // Every order has a creation time.
  filter: (start) => (start === null ? { placedAt: { exists: false } } : { [field]: rangeOf(start, period) }),
});

/** A key of the order's customer, as it is now. */
function ofCustomer(name: CustomerKeyName): KeyFilter {
  const { description, values, filter } = customerKeys[name];
  return {
    description: `${description.slice(0, -1)} of the customer, as it is now.`,
    ...(values !== undefined && { values }),
    filter: (value) => ({ customer: filter(value, null) }),
  };
}

export const orderKeys: Readonly<Record<OrderKeyName, KeyFilter>> = {
  STATUS: oneOf('The status.', 'statuses', 7),
  PAYMENT_STATUS: oneOf('The payment status.', 'paymentStatuses', 10),
  FULFILLMENT_STATUS: oneOf('The delivery status.', 'fulfillmentStatuses', 4),
  CURRENCY: {
    description: 'The currency of the total.',
    filter: (code) => ({ total: code === null ? { exists: false } : { currencyCode: code } }),
  },
  CUSTOMER: oneOf('The customer.', 'customerIds'),
  PLACED_YEAR: during('The year in which the order was placed, in UTC.', 'placedAt', 'year'),
  PLACED_QUARTER: during('The quarter in which the order was placed, in UTC.', 'placedAt', 'quarter'),
  PLACED_WEEK: during('The week in which the order was placed, from Monday, in UTC.', 'placedAt', 'week'),
  PLACED_MONTH: during('The month in which the order was placed, in UTC.', 'placedAt', 'month'),
  PLACED_DAY: during('The day on which the order was placed, in UTC.', 'placedAt', 'day'),
  CREATED_YEAR: during('The year of the creation, in UTC.', 'createdAt', 'year'),
  CREATED_MONTH: during('The month of the creation, in UTC.', 'createdAt', 'month'),
  CREATED_DAY: during('The day of the creation, in UTC.', 'createdAt', 'day'),
  CUSTOMER_STATUS: ofCustomer('STATUS'),
  CUSTOMER_TYPE: ofCustomer('TYPE'),
  CUSTOMER_SALES_REP: ofCustomer('SALES_REP'),
  CUSTOMER_CARRIER: ofCustomer('CARRIER'),
  CUSTOMER_PAYMENT_TERM: ofCustomer('PAYMENT_TERM'),
  CUSTOMER_SHIPPING_TERM: ofCustomer('SHIPPING_TERM'),
  CUSTOMER_PARENT: ofCustomer('PARENT'),
};

// `Object.fromEntries` loses the names; they are those of `orderKeys`.
const values = Object.fromEntries(
  Object.entries(orderKeys).map(([name, { description }]) => [name, { description }]),
) as Readonly<Record<OrderKeyName, { readonly description: string }>>;

export const OrderAggregateKey = builder.enumType('OrderAggregateKey', {
  description: 'A property that orders are grouped by.',
  values,
});
