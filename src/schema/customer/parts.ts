import type { Row } from '../../db/model/table.ts';
import { AccountUser } from '../account/account-user.ts';
import { FreightPolicy } from '../reference-data/account-group.ts';
import { Carrier, ServiceLevel } from '../reference-data/carrier.ts';
import { Priority } from '../reference-data/priority.ts';
import { PaymentTerm, ShippingTerm } from '../reference-data/term.ts';
import { builder } from '../relay/builder.ts';
import { partOf } from '../relay/reads.ts';
import { one } from '../relay/relation.ts';
import { CarrierBillingType } from './enums.ts';

/** The parent of the objects that are part of a customer: their columns are in the customer's row. */
export type CustomerRow = Row<'Customer'>;

/** Returns the row as the parent of a part; null if all columns of the part are null. */
export function partIn(row: CustomerRow, columns: readonly (keyof CustomerRow)[]): CustomerRow | null {
  return columns.every((column) => row[column] === null) ? null : row;
}

export const contactColumns = [
  'contactName',
  'contactEmail',
  'contactPhone',
  'contactFax',
  'contactUrl',
] as const;
export const defaultsColumns = ['paymentTermId', 'shippingTermId', 'priorityId', 'salesRepId'] as const;

export const CustomerContactInfo = builder.objectRef<CustomerRow>('CustomerContactInfo');

builder.objectType(CustomerContactInfo, {
  extensions: partOf('Customer'),
  description:
    'The contact information of a customer. It comes from the sales system; name and fax from the warehouse.',
  fields: (t) => ({
    name: t.exposeString('contactName', {
      nullable: true,
      description: 'The name of the contact person; null if unknown.',
    }),
    email: t.exposeString('contactEmail', {
      nullable: true,
      description: 'The email address; null if unknown.',
    }),
    phone: t.exposeString('contactPhone', {
      nullable: true,
      description: 'The phone number, as entered; null if unknown.',
    }),
    fax: t.exposeString('contactFax', {
      nullable: true,
      description: 'The fax number, as entered; null if unknown.',
    }),
    url: t.exposeString('contactUrl', { nullable: true, description: 'The website URL; null if unknown.' }),
  }),
});

export const CustomerFreightPreferences = builder.objectRef<CustomerRow>('CustomerFreightPreferences');

builder.objectType(CustomerFreightPreferences, {
  extensions: partOf('Customer'),
  description: 'The shipping and freight billing preferences of a customer. It comes from the sales system.',
  fields: (t) => ({
    status: t.expose('freightPolicy', {
      type: FreightPolicy,
      description:
        'The customer’s own freight policy; `Customer.effectivePolicies` includes the policies of its groups.',
    }),
    carrier: t.field(
      one(Carrier, 'carrierId', 'The default carrier, which may be deleted; null if none is set.'),
    ),
    serviceLevel: t.field(
      one(
        ServiceLevel,
        'serviceLevelId',
        'The default service level, one of the carrier’s; null if none is set.',
      ),
    ),
    billingType: t.expose('billingType', {
      type: CarrierBillingType,
      nullable: true,
      description: 'The party that pays the carrier; null if not set.',
    }),
    billingAccount: t.exposeString('billingAccount', {
      nullable: true,
      description:
        'The third party’s account number with the carrier; null unless `billingType` is `THIRD_PARTY`.',
    }),
  }),
});

export const CustomerDefaults = builder.objectRef<CustomerRow>('CustomerDefaults');

builder.objectType(CustomerDefaults, {
  extensions: partOf('Customer'),
  description: 'The defaults for new orders of the customer. It comes from the sales system.',
  fields: (t) => ({
    paymentTerm: t.field(one(PaymentTerm, 'paymentTermId', 'The default payment term; null if none is set.')),
    shippingTerm: t.field(
      one(ShippingTerm, 'shippingTermId', 'The default shipping term; null if none is set.'),
    ),
    priority: t.field(one(Priority, 'priorityId', 'The default priority; null if none is set.')),
    salesRep: t.field(one(AccountUser, 'salesRepId', 'The default sales rep; null if none is set.')),
  }),
});

export const CustomerNotificationPreferences = builder.objectRef<CustomerRow>(
  'CustomerNotificationPreferences',
);

builder.objectType(CustomerNotificationPreferences, {
  extensions: partOf('Customer'),
  description: 'The notification preferences of a customer. It comes from the sales system.',
  fields: (t) => ({
    acceptsInvoiceEmails: t.exposeBoolean('acceptsInvoiceEmails', {
      description: 'Whether the customer receives invoices by email.',
    }),
  }),
});
