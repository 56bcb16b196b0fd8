import type { Row } from '../../db/model/table.ts';
import { groupKeys, type OrderKeyName, periodOf } from '../../db/read/aggregate/group-key.ts';
import type { Group } from '../../db/read/aggregate/groups.ts';
import { AccountUser } from '../account/account-user.ts';
import { CustomerStatus } from '../customer/enums.ts';
import { Customer } from '../customer/list.ts';
import { AccountGroup } from '../reference-data/account-group.ts';
import { Carrier } from '../reference-data/carrier.ts';
import { PaymentTerm, ShippingTerm } from '../reference-data/term.ts';
import { builder } from '../relay/builder.ts';
import { periodText } from '../relay/period.ts';
import { one } from '../relay/relation.ts';
import { OrderFulfillmentStatus, OrderPaymentStatus, OrderStatus } from './order.ts';

interface Typed {
  readonly STATUS: Row<'Order'>['status'];
  readonly PAYMENT_STATUS: Row<'Order'>['paymentStatus'];
  readonly FULFILLMENT_STATUS: Row<'Order'>['fulfillmentStatus'];
  readonly CUSTOMER_STATUS: Row<'Customer'>['status'];
}

type Values = { readonly [K in OrderKeyName]: (K extends keyof Typed ? Typed[K] : string) | null };

function shownValue(name: string, key: string | null): string | null {
  const period = periodOf('Order', name);
  return key === null || period === undefined ? key : periodText(key, period);
}

// The keys of the record are those of the values.
const noValues = Object.fromEntries(Object.keys(groupKeys.Order).map((name) => [name, null])) as Values;

/** The values of a group’s keys by name; those of other keys are null. */
export function orderValuesOf({ keys }: Group, groupBy: readonly string[]): Values {
  const values = groupBy.map((name, at) => [name, shownValue(name, keys[at] ?? null)]);
  return { ...noValues, ...Object.fromEntries(values) };
}

export const OrderAggregateValues = builder.objectRef<Values>('OrderAggregateValues');

const given = (key: OrderKeyName, description: string) => ({
  nullable: true as const,
  description: `${description} Of \`${key}\`.`,
});

const of = (what: string, key: OrderKeyName): string =>
  `The ${what} that the customers have now. Of \`${key}\`.`;

builder.objectType(OrderAggregateValues, {
  description:
    'The values that the orders of a group have in common. A field is null if they have no value, or if `groupBy` does not contain its key.',
  fields: (t) => ({
    status: t.expose('STATUS', { type: OrderStatus, ...given('STATUS', 'The status.') }),
    paymentStatus: t.expose('PAYMENT_STATUS', {
      type: OrderPaymentStatus,
      ...given('PAYMENT_STATUS', 'The payment status.'),
    }),
    fulfillmentStatus: t.expose('FULFILLMENT_STATUS', {
      type: OrderFulfillmentStatus,
      ...given('FULFILLMENT_STATUS', 'The delivery status.'),
    }),
    currencyCode: t.exposeString('CURRENCY', given('CURRENCY', 'The ISO 4217 code of the total’s currency.')),
    customer: t.field(one(Customer, 'CUSTOMER', 'The customer. Of `CUSTOMER`.')),
    placedYear: t.exposeString(
      'PLACED_YEAR',
      given('PLACED_YEAR', 'The year in which the orders were placed, in UTC: `2024`.'),
    ),
    placedMonth: t.exposeString(
      'PLACED_MONTH',
      given('PLACED_MONTH', 'The month in which the orders were placed, in UTC: `2024-03`.'),
    ),
    placedQuarter: t.exposeString(
      'PLACED_QUARTER',
      given('PLACED_QUARTER', 'The quarter in which the orders were placed, in UTC: `2024-Q1`.'),
    ),
    placedWeek: t.exposeString(
      'PLACED_WEEK',
      given('PLACED_WEEK', 'The Monday of the week in which the orders were placed, in UTC: `2024-03-25`.'),
    ),
    placedDay: t.exposeString(
      'PLACED_DAY',
      given('PLACED_DAY', 'The day on which the orders were placed, in UTC: `2024-03-31`.'),
    ),
    createdYear: t.exposeString(
      'CREATED_YEAR',
      given('CREATED_YEAR', 'The year of the creation, in UTC: `2024`.'),
    ),
    createdDay: t.exposeString(
      'CREATED_DAY',
      given('CREATED_DAY', 'The day of the creation, in UTC: `2024-03-31`.'),
    ),
    customerStatus: t.expose('CUSTOMER_STATUS', {
      type: CustomerStatus,
      ...given('CUSTOMER_STATUS', 'The status of the customers.'),
    }),
    customerType: t.field(one(AccountGroup, 'CUSTOMER_TYPE', of('type', 'CUSTOMER_TYPE'))),
    salesRep: t.field(one(AccountUser, 'CUSTOMER_SALES_REP', of('sales rep', 'CUSTOMER_SALES_REP'))),
    carrier: t.field(one(Carrier, 'CUSTOMER_CARRIER', of('carrier', 'CUSTOMER_CARRIER'))),
    paymentTerm: t.field(
      one(PaymentTerm, 'CUSTOMER_PAYMENT_TERM', of('payment term', 'CUSTOMER_PAYMENT_TERM')),
    ),
    shippingTerm: t.field(
      one(ShippingTerm, 'CUSTOMER_SHIPPING_TERM', of('shipping term', 'CUSTOMER_SHIPPING_TERM')),
    ),
    parentAccount: t.field(one(Customer, 'CUSTOMER_PARENT', of('parent', 'CUSTOMER_PARENT'))),
    createdMonth: t.exposeString(
      'CREATED_MONTH',
      given('CREATED_MONTH', 'The month of the creation, in UTC: `2024-03`.'),
    ),
  }),
});
