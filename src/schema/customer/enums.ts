import type { ParentField } from '../../db/read/filter/differs-from-parent.ts';
import { builder } from '../relay/builder.ts';

export const CustomerStatus = builder.enumType('CustomerStatus', {
  description: 'The status of a customer. Holds flag orders for review by a person; they do not reject them.',
  values: {
    NORMAL: { description: 'No restrictions.' },
    PREFERRED: { description: 'No restrictions, and marked as preferred.' },
    HOLD_SHIPMENT: { description: 'Orders are accepted, shipments are on hold.' },
    HOLD_ALL: { description: 'Everything is on hold.' },
  } as const,
});

export const EdiStatus = builder.enumType('EdiStatus', {
  description: 'Whether orders and documents are exchanged by EDI (Electronic Data Interchange).',
  values: {
    ENABLED: { description: 'Orders and documents are exchanged by EDI.' },
    DISABLED: { description: 'EDI is not used.' },
  } as const,
});

export const RelationshipType = builder.enumType('RelationshipType', {
  description: 'The position of a customer in the hierarchy, which has two levels.',
  values: {
    STANDALONE: { description: 'The customer has neither a parent nor children.' },
    PARENT: { description: 'The customer has children.' },
    CHILD: { description: 'The customer has a parent.' },
  } as const,
});

export const CarrierBillingType = builder.enumType('CarrierBillingType', {
  description: 'The party that pays the carrier.',
  values: {
    SENDER: { description: 'The account, as the sender.' },
    THIRD_PARTY: { description: 'A third party, by its `billingAccount`.' },
  } as const,
});

export const Mode = builder.enumType('Mode', {
  description: 'The shop environment of a customer.',
  values: {
    TEST: { description: 'The test environment.' },
    LIVE: { description: 'The live shop.' },
  } as const,
});

export const ParentAccountStatus = builder.enumType('ParentAccountStatus', {
  description: 'Whether a customer has children.',
  values: {
    PARENT: { description: 'The customer has children.' },
    NON_PARENT: { description: 'The customer has no children; it can be a child itself.' },
  } as const,
});

const parentFields = {
  BILLING: { description: 'The party that pays the carrier, and its billing account.' },
  CARRIER: { description: 'The default carrier.' },
  COMMISSION_POLICY: { description: 'The customer’s own commission policy.' },
  CREDIT_LIMIT: { description: 'The credit limit: its value or its unit, as stored.' },
  CUSTOMER_GROUP: { description: 'The customer group of the shop.' },
  EDI_STATUS: { description: 'The EDI status.' },
  FREIGHT_POLICY: { description: 'The customer’s own freight policy.' },
  PAYMENT_TERM: { description: 'The default payment term.' },
  PRICE_GROUPS: { description: 'The set of price groups.' },
  PRIORITY: { description: 'The default priority.' },
  SALES_REP: { description: 'The default sales rep.' },
  SERVICE_LEVEL: { description: 'The default service level.' },
  SHIPPING_TERM: { description: 'The default shipping term.' },
  STATUS: { description: 'The status.' },
  TAGS: { description: 'The set of tags.' },
  TYPE: { description: 'The customer type.' },
} as const satisfies Readonly<Record<ParentField, { readonly description: string }>>;

builder.enumType('ParentField', {
  description: 'The fields in which a child can be compared with its parent.',
  values: parentFields,
});
