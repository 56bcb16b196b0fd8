import { owner } from './account.ts';
import { builder } from './builder.ts';
import { ServiceLevel, ServiceLevelConnection } from './carrier.ts';
import { pageOf } from './connection.ts';
import { Quantity, quantityOf } from './quantity.ts';
import { reads } from './reads.ts';
import { connectionOf, many, newestFirst, node, type RowRef, rowRef } from './relation.ts';

export const PaymentTermStatus = builder.enumType('PaymentTermStatus', {
  description: 'Whether a payment term can be chosen.',
  values: {
    ACTIVE: { description: 'Can be chosen.' },
    INACTIVE: { description: 'No longer chosen; customers that have it keep it.' },
  } as const,
});

export const PaymentTerm: RowRef<'PaymentTerm'> = rowRef('PaymentTerm');
const PaymentTermConnection = connectionOf(PaymentTerm);

builder.node(PaymentTerm, {
  ...node('PaymentTerm'),
  description: 'When an invoice is due: `Net 30`. From the sales system.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The term’s name, unique among those that the account sees.',
    }),
    status: t.expose('status', { type: PaymentTermStatus, description: 'Whether it can be chosen.' }),
    owner: t.field(owner),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the term was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the term was last changed.' }),
  }),
});

export const ShippingTermType = builder.enumType('ShippingTermType', {
  description: 'How an order’s freight is priced.',
  values: {
    FREE_FREIGHT: { description: 'The buyer pays no freight.' },
    FLAT_RATE_FREIGHT: { description: 'A fixed charge, whatever is ordered.' },
    CARRIER_RATE_FREIGHT: { description: 'The rate that the carrier quotes.' },
  } as const,
});

export const ShippingTerm: RowRef<'ShippingTerm'> = rowRef('ShippingTerm');
const ShippingTermConnection = connectionOf(ShippingTerm);

builder.node(ShippingTerm, {
  ...node('ShippingTerm'),
  description: 'How freight is charged, and when it is free. From the sales system.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The term’s name.' }),
    type: t.expose('type', { type: ShippingTermType, description: 'How freight is priced.' }),
    owner: t.field(owner),
    flatRate: t.field({
      type: Quantity,
      nullable: true,
      description: 'The fixed charge for an order; null when none is set. Counts for FLAT_RATE_FREIGHT only.',
      extensions: reads(['flatRateValue', 'flatRateUnitId']),
      resolve: (term) => quantityOf('flat_rate', term),
    }),
    minimumOrderValue: t.field({
      type: Quantity,
      nullable: true,
      description: 'The subtotal that an order must reach before free shipping holds; null when any does.',
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
        'The service levels that ship free once the minimum is reached, newest first. None: every level does.',
      ),
      ServiceLevelConnection,
    ),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the term was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the term was last changed.' }),
  }),
});

const paymentTerms = { name: 'Query.paymentTerms', model: 'PaymentTerm', order: newestFirst } as const;
const shippingTerms = { name: 'Query.shippingTerms', model: 'ShippingTerm', order: newestFirst } as const;

builder.queryFields((t) => ({
  paymentTerms: t.connection(
    {
      type: PaymentTerm,
      description:
        'The payment terms that the account sees, its own and the system’s, active or not, newest first.',
      extensions: reads(),
      resolve: (_root, args, { loaders }) => pageOf(paymentTerms, '', args, loaders),
    },
    PaymentTermConnection,
  ),
  shippingTerms: t.connection(
    {
      type: ShippingTerm,
      description: 'The shipping terms that the account sees, its own and the system’s, newest first.',
      extensions: reads(),
      resolve: (_root, args, { loaders }) => pageOf(shippingTerms, '', args, loaders),
    },
    ShippingTermConnection,
  ),
}));
