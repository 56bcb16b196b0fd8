import { owner } from '../account/account.ts';
import { namedList } from '../filter/named-list.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import { reads } from '../relay/reads.ts';
import { connectionOf, many, newestFirst, node, type RowRef, rowRef } from '../relay/relation.ts';
import { sources } from '../relay/source.ts';
import { ServiceLevel, ServiceLevelConnection } from './carrier.ts';
import { Quantity, quantityOf } from './quantity.ts';

export const PaymentTermStatus = builder.enumType('PaymentTermStatus', {
  description: 'Whether a payment term can be selected.',
  values: {
    ACTIVE: { description: 'The term can be selected.' },
    INACTIVE: { description: 'The term can no longer be selected; customers that have it keep it.' },
  } as const,
});

export const PaymentTerm: RowRef<'PaymentTerm'> = rowRef('PaymentTerm');
const PaymentTermConnection = connectionOf(PaymentTerm);

builder.node(PaymentTerm, {
  ...node('PaymentTerm'),
  description: 'The due date rule of an invoice: `Net 30`. It comes from the sales system.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name of the term, unique among the payment terms that the account sees.',
    }),
    status: t.expose('status', { type: PaymentTermStatus, description: 'Whether the term can be selected.' }),
    owner: t.field(owner),
    sources: t.field(sources('PaymentTerm')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

export const ShippingTermType = builder.enumType('ShippingTermType', {
  description: 'The pricing of an order’s freight.',
  values: {
    FREE_FREIGHT: { description: 'The buyer pays no freight.' },
    FLAT_RATE_FREIGHT: { description: 'A fixed charge, regardless of the order.' },
    CARRIER_RATE_FREIGHT: { description: 'The rate that the carrier quotes.' },
  } as const,
});

export const ShippingTerm: RowRef<'ShippingTerm'> = rowRef('ShippingTerm');
const ShippingTermConnection = connectionOf(ShippingTerm);

builder.node(ShippingTerm, {
  ...node('ShippingTerm'),
  description:
    'The rules for charging freight, with the conditions for free freight. It comes from the sales system.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the term.' }),
    type: t.expose('type', { type: ShippingTermType, description: 'The pricing of freight.' }),
    owner: t.field(owner),
    flatRate: t.field({
      type: Quantity,
      nullable: true,
      description: 'The fixed charge for an order; null if none is set. Applies to `FLAT_RATE_FREIGHT` only.',
      extensions: reads(['flatRateValue', 'flatRateUnitId']),
      resolve: (term) => quantityOf('flat_rate', term),
    }),
    minimumOrderValue: t.field({
      type: Quantity,
      nullable: true,
      description: 'The minimum order subtotal for free shipping; null if any subtotal qualifies.',
      extensions: reads(['minimumOrderValueValue', 'minimumOrderValueUnitId']),
      resolve: (term) => quantityOf('minimum_order', term),
    }),
    freeShippingServiceLevels: t.connection(
      many(
        ServiceLevel,
        {
          name: 'ShippingTerm.freeShippingServiceLevels',
          through: { model: 'ShippingTermServiceLevel', parent: 'shippingTermId', child: 'serviceLevelId' },
        },
        'The service levels that ship free from the minimum order value on, newest first. If the list is empty, every service level ships free.',
      ),
      ServiceLevelConnection,
    ),
    sources: t.field(sources('ShippingTerm')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

const namedPaymentTerms = namedList('PaymentTerm', 'payment terms');
const namedShippingTerms = namedList('ShippingTerm', 'shipping terms');
const paymentTerms = { name: 'Query.paymentTerms', model: 'PaymentTerm', order: newestFirst } as const;
const shippingTerms = { name: 'Query.shippingTerms', model: 'ShippingTerm', order: newestFirst } as const;

builder.queryFields((t) => ({
  paymentTerms: t.connection(
    {
      type: PaymentTerm,
      description:
        'Returns the payment terms that the account sees, its own and the system’s, active and inactive, newest first unless `orderBy` is given.',
      args: namedPaymentTerms.args,
      extensions: namedPaymentTerms.extensions(paymentTerms),
      resolve: (_root, args, { loaders }) =>
        pageOf(paymentTerms, '', args, loaders, namedPaymentTerms.choose),
    },
    PaymentTermConnection,
  ),
  shippingTerms: t.connection(
    {
      type: ShippingTerm,
      description:
        'Returns the shipping terms that the account sees, its own and the system’s, newest first unless `orderBy` is given.',
      args: namedShippingTerms.args,
      extensions: namedShippingTerms.extensions(shippingTerms),
      resolve: (_root, args, { loaders }) =>
        pageOf(shippingTerms, '', args, loaders, namedShippingTerms.choose),
    },
    ShippingTermConnection,
  ),
}));
