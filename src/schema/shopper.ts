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
  description: 'How far a shop’s customer is on the way to being a regular.',
  values: {
    PROSPECT: { description: 'Has no order yet.' },
    ACQUIRED: { description: 'Has ordered once.' },
    REPEAT: { description: 'Has ordered more than once.' },
  } as const,
});

const PaymentSource: RowRef<'PaymentSource'> = rowRef('PaymentSource');
const PaymentSourceConnection = connectionOf(PaymentSource);

builder.node(PaymentSource, {
  ...node('PaymentSource'),
  description: 'A saved means of payment. Its tokens are secrets and not kept here. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', {
      nullable: true,
      description: 'What the customer calls it: `Visa ending in 4242`; null when unnamed.',
    }),
    type: t.exposeString('type', {
      description:
        'The gateway’s kind of payment: `stripe_payments`, `paypal_payments`, `wire_transfers` and so on.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was saved.' }),
  }),
});

const CustomerSubscription: RowRef<'CustomerSubscription'> = rowRef('CustomerSubscription');
const CustomerSubscriptionConnection = connectionOf(CustomerSubscription);

builder.node(CustomerSubscription, {
  ...node('CustomerSubscription'),
  description: 'A subscription to news, by email. From Commerce Layer.',
  fields: (t) => ({
    customerEmail: t.exposeString('customerEmail', { description: 'The address that the news goes to.' }),
    reference: t.exposeString('reference', {
      nullable: true,
      description: 'What another system calls the subscription; null when nothing.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it began.' }),
  }),
});

const SkuList: RowRef<'SkuList'> = rowRef('SkuList');
const SkuListConnection = connectionOf(SkuList);

builder.node(SkuList, {
  ...node('SkuList'),
  description: 'A list of articles that the customer keeps: a wish list. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The list’s name.' }),
    slug: t.exposeString('slug', { description: 'The name as it stands in addresses.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'Free text about the list; null when there is none.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the list was made.' }),
  }),
});

/** The customer's columns that make the shopper; it has an email, or there is none. */
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
  description: 'What the shop knows of a customer: sign-in, orders, returns. From Commerce Layer.',
  fields: (t) => ({
    email: t.exposeString('shopperEmail', {
      description: 'The address that they sign in with, in lower case; unique within the account.',
    }),
    status: t.expose('shopperStatus', { type: ShopperStatus, description: 'Prospect, acquired or repeat.' }),
    hasPassword: t.boolean({
      description: 'Whether they can sign in with a password. The password itself cannot be read.',
      extensions: reads(),
      resolve: ({ id }, _args, { loaders }) =>
        loaders
          .count(credentials, {}, null)
          .load(id)
          .map((found) => found > 0),
    }),
    totalOrdersCount: t.int({
      description: 'How many orders they have, as the shop counts them.',
      ...reading('Customer')(['totalOrdersCount'], ({ totalOrdersCount }) => totalOrdersCount ?? 0),
    }),
    shopperReference: t.exposeString('shopperReference', {
      nullable: true,
      description: 'What payment gateways call the shopper; null when they do not.',
    }),
    paymentSources: t.connection(
      many(PaymentSource, belonging('paymentSources'), 'Their saved means of payment, newest first.'),
      PaymentSourceConnection,
    ),
    subscriptions: t.connection(
      many(CustomerSubscription, belonging('subscriptions'), 'Their subscriptions to news, newest first.'),
      CustomerSubscriptionConnection,
    ),
    orders: t.connection(
      many(Order, belonging('orders'), 'Their orders, carts included, newest first.'),
      OrderConnection,
    ),
    orderSubscriptions: t.connection(
      many(OrderSubscription, belonging('orderSubscriptions'), 'Their repeating orders, newest first.'),
      OrderSubscriptionConnection,
    ),
    returns: t.connection(
      many(Return, belonging('returns'), 'What they send back, newest first.'),
      ReturnConnection,
    ),
    skuLists: t.connection(
      many(SkuList, belonging('skuLists'), 'Their lists of articles, newest first.'),
      SkuListConnection,
    ),
  }),
});
