import { builder } from '../relay/builder.ts';
import { connectionOf, node, type RowRef, rowRef } from '../relay/relation.ts';
import { sources } from '../relay/source.ts';

export const PaymentSource: RowRef<'PaymentSource'> = rowRef('PaymentSource');
export const PaymentSourceConnection = connectionOf(PaymentSource);

builder.node(PaymentSource, {
  ...node('PaymentSource'),
  description: 'A saved payment method. Its tokens are secret and not stored here. From Commerce Layer.',
  fields: (t) => ({
    name: t.exposeString('name', {
      nullable: true,
      description: 'The name given by the customer: `Visa ending in 4242`; null if it has no name.',
    }),
    type: t.exposeString('type', {
      description:
        'The type of payment at the payment gateway, such as `stripe_payments`, `paypal_payments` or `wire_transfers`.',
    }),
    sources: t.field(sources('PaymentSource')),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'The time when the payment source was saved.',
    }),
  }),
});

export const CustomerSubscription: RowRef<'CustomerSubscription'> = rowRef('CustomerSubscription');
export const CustomerSubscriptionConnection = connectionOf(CustomerSubscription);

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
    sources: t.field(sources('CustomerSubscription')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
  }),
});

export const SkuList: RowRef<'SkuList'> = rowRef('SkuList');
export const SkuListConnection = connectionOf(SkuList);

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
    sources: t.field(sources('SkuList')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
  }),
});
