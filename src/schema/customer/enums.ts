import type { ParentField } from '../../db/read/filter/differs-from-parent.ts';
import type { CustomerText, SharedField } from '../../db/read/filter/same-values.ts';
import type { AddressPart } from '../../db/read/filter/ship-to-differs.ts';
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

const customerTexts = {
  BILLING_ACCOUNT: { description: 'The `billingAccount` at the carrier.' },
  CONTACT_EMAIL: { description: 'The email address of the contact.' },
  CONTACT_NAME: { description: 'The name of the contact person.' },
  CONTACT_PHONE: { description: 'The phone number of the contact, regardless of spaces and punctuation.' },
  CONTACT_URL: { description: 'The URL of the website.' },
  NAME: { description: 'The name.' },
  NUMBER: { description: 'The number; two customers can have it in different spellings only.' },
  REFERENCE: { description: 'The `reference`.' },
  SHOPPER_EMAIL: {
    description: 'The email address of the shopper; two customers can have it in different spellings only.',
  },
  SHORT_ID: {
    description: 'The key in the warehouse system; two customers can have it in different spellings only.',
  },
} as const satisfies Readonly<Record<CustomerText, { readonly description: string }>>;

builder.enumType('CustomerText', {
  description: 'The texts of a customer that can be compared with each other.',
  values: customerTexts,
});

const sharedFields = {
  ADDRESS: {
    description:
      'The street, postal code and country of one of the addresses that have a street and a postal code.',
  },
  ...customerTexts,
} as const satisfies Readonly<Record<SharedField, { readonly description: string }>>;

builder.enumType('SharedField', {
  description: 'The fields in which customers can be compared with all others, to find duplicates.',
  values: sharedFields,
});

const addressParts = {
  ADDRESS: {
    description:
      'The address itself. The two addresses differ if they are different objects, even if their texts are equal.',
  },
  COUNTRY: { description: 'The country.' },
  LOCALITY: { description: 'The city or town.' },
  POSTAL_CODE: { description: 'The ZIP or postal code.' },
  STATE: { description: 'The state or province.' },
  STREET: { description: 'The lines of the street.' },
} as const satisfies Readonly<Record<AddressPart, { readonly description: string }>>;

builder.enumType('AddressPart', {
  description: 'The parts of the ship-to address that can be compared with the bill-to address.',
  values: addressParts,
});
