import { longestMetadata } from '../../domain/customer/input.ts';
import { maxTags } from '../../domain/customer/tags.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { CommissionPolicy, FreightPolicy } from '../reference-data/account-group.ts';
import {
  AccountUserIdentifier,
  ReferenceDataIdentifier,
  ServiceLevelIdentifier,
} from '../reference-data/identifier-input.ts';
import { PriorityCode } from '../reference-data/priority.ts';
import { builder, type InputFields } from '../relay/builder.ts';
import { ShopperStatus } from '../shop/shopper.ts';
import { CarrierBillingType, CustomerStatus, EdiStatus, Mode } from './enums.ts';
import { QuantityInput, upTo } from './mutation-input.ts';

const CustomerContactInfoInput = builder.inputType('CustomerContactInfoInput', {
  description:
    'The contact information of a customer. Absent fields keep their value; null or an empty string clears.',
  fields: (t) => ({
    name: t.string({ description: `The name of the contact person. ${upTo(maxLengths.name)}` }),
    email: t.string({ description: `The email address. ${upTo(maxLengths.email)}` }),
    phone: t.string({ description: `The phone number, stored as given. ${upTo(maxLengths.phone)}` }),
    fax: t.string({ description: `The fax number, stored as given. ${upTo(maxLengths.phone)}` }),
    url: t.string({
      description: `The URL of the website, with \`http://\` or \`https://\`. ${upTo(maxLengths.url)}`,
    }),
  }),
});

const CustomerFreightPreferencesInput = builder.inputType('CustomerFreightPreferencesInput', {
  description:
    'The shipping and freight billing preferences of a customer. Absent fields keep their value, null clears.',
  fields: (t) => ({
    status: t.field({
      type: FreightPolicy,
      description:
        'The customer’s own freight policy; a new customer gets `BILLED_FREIGHT` by default. Cannot be null.',
    }),
    carrier: t.field({
      type: ReferenceDataIdentifier,
      description: 'The default carrier, one of `carriers`. A deleted carrier cannot be selected again.',
    }),
    serviceLevel: t.field({
      type: ServiceLevelIdentifier,
      description:
        'The default service level. It must belong to the default carrier, otherwise the error is `WRONG_CARRIER`.',
    }),
    billingType: t.field({ type: CarrierBillingType, description: 'The party that pays the carrier.' }),
    billingAccount: t.string({
      description: `The third party’s account number with the carrier; required if \`billingType\` is \`THIRD_PARTY\`, not allowed otherwise. ${upTo(maxLengths.code)}`,
    }),
  }),
});

const CustomerDefaultsInput = builder.inputType('CustomerDefaultsInput', {
  description: 'The defaults for new orders of a customer. Absent fields keep their value, null clears.',
  fields: (t) => ({
    paymentTerm: t.field({
      type: ReferenceDataIdentifier,
      description: 'The payment term: an `ACTIVE` one of `paymentTerms`.',
    }),
    shippingTerm: t.field({
      type: ReferenceDataIdentifier,
      description: 'The shipping term: one of `shippingTerms`.',
    }),
    priority: t.field({ type: PriorityCode, description: 'The urgency of the customer’s orders.' }),
    salesRep: t.field({
      type: AccountUserIdentifier,
      description: 'The sales rep: one of `accountUsers` that is not `REMOVED`.',
    }),
  }),
});

const CustomerNotificationPreferencesInput = builder.inputType('CustomerNotificationPreferencesInput', {
  description: 'The notification preferences of a customer. Absent fields keep their value.',
  fields: (t) => ({
    acceptsInvoiceEmails: t.boolean({
      description: 'Whether the customer receives invoices by email; default false. Cannot be null.',
    }),
  }),
});

const ShopperInput = builder.inputType('ShopperInput', {
  description:
    'The customer’s sign-in in the shop. Absent fields keep their value. `shopperPasswordSet` sets the password.',
  fields: (t) => ({
    email: t.string({
      description: `The email address for sign-in, stored in lower case; unique within the account. Required if the customer has none. Null or an empty string removes the sign-in with the password. ${upTo(maxLengths.email)}`,
    }),
    status: t.field({
      type: ShopperStatus,
      description: 'The status, based on the number of orders; `PROSPECT` if absent or null.',
    }),
    shopperReference: t.string({
      description: `The shopper’s reference at payment gateways. ${upTo(maxLengths.reference)}`,
    }),
    totalOrdersCount: t.int({
      description:
        'The number of orders stated by the shop, 0 or more. If null, the gateway counts the orders with status `PLACED` or `APPROVED`.',
    }),
  }),
});

export const customerFields = (t: InputFields) => ({
  mode: t.field({
    type: Mode,
    description:
      'Whether the customer is live or test data; a new customer is `LIVE` by default. Cannot be null.',
  }),
  status: t.field({
    type: CustomerStatus,
    description: 'The status of the customer; a new customer gets `NORMAL` by default. Cannot be null.',
  }),
  ediStatus: t.field({
    type: EdiStatus,
    description:
      'Whether orders and documents are exchanged by EDI; a new customer gets `DISABLED` by default. Cannot be null.',
  }),
  commissionPolicy: t.field({
    type: CommissionPolicy,
    description:
      'The customer’s own commission policy; a new customer gets `COMMISSION_EXEMPT` by default. Cannot be null.',
  }),
  note: t.string({ description: `Free text about the customer. ${upTo(maxLengths.note)}` }),
  creditLimit: t.field({ type: QuantityInput, description: 'The credit limit; null removes the limit.' }),
  contactInfo: t.field({
    type: CustomerContactInfoInput,
    description: 'The contact information; null clears all of it.',
  }),
  freightPreferences: t.field({
    type: CustomerFreightPreferencesInput,
    description: 'The shipping and freight billing preferences; null resets all of them to their defaults.',
  }),
  defaults: t.field({
    type: CustomerDefaultsInput,
    description: 'The defaults for new orders; null clears all of them.',
  }),
  notificationPreferences: t.field({
    type: CustomerNotificationPreferencesInput,
    description: 'The notification preferences; null resets all of them to their defaults.',
  }),
  type: t.field({
    type: ReferenceDataIdentifier,
    description:
      'The customer’s type: a group of type `TYPE_GROUP`, otherwise the error is `WRONG_GROUP_TYPE`.',
  }),
  priceGroups: t.field({
    type: [ReferenceDataIdentifier],
    description:
      'All price groups of the customer, groups of type `PRICING_GROUP`: at most 250. An update replaces the existing list.',
  }),
  shopper: t.field({
    type: ShopperInput,
    description: 'The customer’s sign-in in the shop; null removes it together with the password.',
  }),
  customerGroup: t.field({
    type: ReferenceDataIdentifier,
    description: 'The customer group of the shop.',
  }),
  metadata: t.field({
    type: 'JSONObject',
    description: `Additional data with custom keys. Replaces the existing object as a whole; null stores \`{}\`. ${upTo(longestMetadata)}`,
  }),
  tags: t.stringList({
    description: `All tags of the customer: at most ${maxTags}, each 1 to ${maxLengths.tag} characters of \`a-z\`, \`0-9\`, \`_\`, \`:\` and \`-\`; upper case is converted to lower case. An update replaces the existing list.`,
  }),
});

export const customerKeys = (t: InputFields) => ({
  shortId: t.string({
    description: `The key of the customer in the warehouse system, case-sensitive; unique within the account. It is the id of the first \`INVENTORY_PRO\` record in \`sources\`: another value replaces that record, null removes all records of the system. ${upTo(maxLengths.reference)}`,
  }),
  reference: t.string({
    description: `The key of the customer in another system; unique within the account and \`referenceOrigin\`. ${upTo(maxLengths.reference)}`,
  }),
  referenceOrigin: t.string({
    description: `The system of \`reference\`; allowed only with a reference. ${upTo(maxLengths.code)}`,
  }),
});

export const customerNameRule = `The name of the business, as on documents. ${upTo(maxLengths.name)} Leading and trailing whitespace is trimmed.`;
export const numberRule = `The customer number that people use; unique within the account. ${upTo(maxLengths.key)} A number in the generated format, the account’s prefix and six or more digits, is \`INVALID\` unless the customer already has it or \`by\` contains it.`;
