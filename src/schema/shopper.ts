import type { Row } from '../db/table.ts';
import { builder } from './builder.ts';
import {
  Order,
  OrderConnection,
  OrderSubscription,
  OrderSubscriptionConnection,
  Return,
  ReturnConnection,
} from './order.ts';
import { partOf, reading, reads } from './reads.ts';
import { connectionOf, many, node, type RowRef, rowRef } from './relation.ts';

export const ShopperStatus = builder.enumType('ShopperStatus', {
  description: 'The status of a shopper by the number of orders.',
  values: {
    PROSPECT: { description: 'The shopper has no orders.' },
    ACQUIRED: { description: 'The shopper has ordered once.' },
    REPEAT: { description: 'The shopper has ordered more than once.' },
  } as const,
});

const PaymentSource: RowRef<'PaymentSource'> = rowRef('PaymentSource');
const PaymentSourceConnection = connectionOf(PaymentSource);

builder.node(PaymentSource, {
  ...node('PaymentSource'),
  description: 'A saved payment method. Its tokens are secret and not stored here. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', {
      nullable: true,
      description: 'The name that the customer gave it: `Visa ending in 4242`; null if it has no name.',
    }),
    type: t.exposeString('type', {
      description:
        'The type of payment at the payment gateway, such as `stripe_payments`, `paypal_payments` or `wire_transfers`.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'The time when the payment source was saved.',
    }),
  }),
});

const CustomerSubscription: RowRef<'CustomerSubscription'> = rowRef('CustomerSubscription');
const CustomerSubscriptionConnection = connectionOf(CustomerSubscription);

builder.node(CustomerSubscription, {
  ...node('CustomerSubscription'),
  description: 'A subscription to email news. From Commerce Layer.',
  fields: (t) => ({
    customerEmail: t.exposeString('customerEmail', {
      description: 'The email address that receives the news.',
    }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: 'The key of the subscription in another system; null if there is none.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
  }),
});

const SkuList: RowRef<'SkuList'> = rowRef('SkuList');
const SkuListConnection = connectionOf(SkuList);

builder.node(SkuList, {
  ...node('SkuList'),
  description: 'A list of articles that the customer saved, such as a wish list. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the list.' }),
    slug: t.exposeString('slug', { description: 'The name in the form used in URLs.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'Free text about the list; null if there is none.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
  }),
});

/** A customer's row that contains a shopper: its email and status are both set. */
export type ShopperRow = Row<'Customer'> & {
  readonly shopperEmail: string;
  readonly shopperStatus: NonNullable<Row<'Customer'>['shopperStatus']>;
};

export function isShopper(customer: Row<'Customer'>): customer is ShopperRow {
  return customer.shopperEmail !== null && customer.shopperStatus !== null;
}

const credentials = {
  name: 'Shopper.hasPassword',
  model: 'ShopperCredential',
  by: 'customerId',
  order: [{ field: 'customerId', descending: false }],
} as const;

const belonging = (field: string) => ({ name: `Shopper.${field}`, by: 'customerId' });

export const Shopper = builder.objectRef<ShopperRow>('Shopper');

builder.objectType(Shopper, {
  extensions: partOf('Customer'),
  description: 'The shop’s data of a customer: sign-in, orders, returns. From Commerce Layer.',
  fields: (t) => ({
    email: t.exposeString('shopperEmail', {
      description: 'The email address for sign-in, in lower case; unique within the account.',
    }),
    status: t.expose('shopperStatus', {
      type: ShopperStatus,
      description: 'The status by the number of orders: prospect, acquired or repeat.',
    }),
    hasPassword: t.boolean({
      description: 'Whether the shopper has a password to sign in with. The password itself cannot be read.',
      extensions: reads(),
      resolve: ({ id }, _args, { loaders }) =>
        loaders
          .count(credentials, {}, null)
          .defer(id)
          .map((found) => found > 0),
    }),
    totalOrdersCount: t.int({
      description: 'The number of orders, as counted by the shop.',
      ...reading('Customer')(['totalOrdersCount'], ({ totalOrdersCount }) => totalOrdersCount ?? 0),
    }),
    shopperReference: t.exposeString('shopperReference', {
      nullable: true,
      description: 'The shopper’s reference at payment gateways; null if there is none.',
    }),
    paymentSources: t.connection(
      many(PaymentSource, belonging('paymentSources'), 'The saved payment methods, newest first.'),
      PaymentSourceConnection,
    ),
    subscriptions: t.connection(
      many(CustomerSubscription, belonging('subscriptions'), 'The news subscriptions, newest first.'),
      CustomerSubscriptionConnection,
    ),
    orders: t.connection(
      many(Order, belonging('orders'), 'The orders, including carts, newest first.'),
      OrderConnection,
    ),
    orderSubscriptions: t.connection(
      many(OrderSubscription, belonging('orderSubscriptions'), 'The recurring orders, newest first.'),
      OrderSubscriptionConnection,
    ),
    returns: t.connection(many(Return, belonging('returns'), 'The returns, newest first.'), ReturnConnection),
    skuLists: t.connection(
      many(SkuList, belonging('skuLists'), 'The saved lists of articles, newest first.'),
      SkuListConnection,
    ),
  }),
});
