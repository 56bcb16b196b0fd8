import { longestMetadata } from '../domain/customer/input.ts';
import { mostTags } from '../domain/customer/tags.ts';
import { longest } from '../domain/write/text.ts';
import { CommissionPolicy, FreightPolicy } from './account-group.ts';
import { builder, type SchemaTypes } from './builder.ts';
import { CarrierBillingType, CustomerStatus, EdiStatus } from './customer-enums.ts';
import { QuantityInput, upTo } from './mutation-input.ts';
import { PriorityCode } from './priority.ts';
import { ShopperStatus } from './shopper.ts';

type Fields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>,
  'InputObject'
>;

const CustomerContactInfoInput = builder.inputType('CustomerContactInfoInput', {
  description: 'How to reach a customer. Absent keeps, null or an empty text clears.',
  fields: (t) => ({
    name: t.string({ description: `The person to ask for. ${upTo(longest.name)}` }),
    email: t.string({ description: `The email address. ${upTo(longest.email)}` }),
    phone: t.string({ description: `The phone number, kept as written. ${upTo(longest.phone)}` }),
    fax: t.string({ description: `The fax number, kept as written. ${upTo(longest.phone)}` }),
    url: t.string({ description: `The website, with \`http://\` or \`https://\`. ${upTo(longest.url)}` }),
  }),
});

const CustomerFreightPreferencesInput = builder.inputType('CustomerFreightPreferencesInput', {
  description: 'How a customer’s shipments go, and who pays for it. Absent keeps, null clears.',
  fields: (t) => ({
    status: t.field({
      type: FreightPolicy,
      description: 'The customer’s own freight policy; BILLED_FREIGHT at first. Cannot be null.',
    }),
    carrierId: t.id({
      description:
        'The default carrier, one of `carriers`. A carrier that was deleted cannot be chosen again.',
    }),
    serviceLevelId: t.id({
      description: 'The default service level: one of the default carrier’s, else `WRONG_CARRIER`.',
    }),
    billingType: t.field({ type: CarrierBillingType, description: 'Who pays the carrier.' }),
    billingAccount: t.string({
      description: `The third party’s account number with the carrier: given if and only if \`billingType\` is THIRD_PARTY. ${upTo(longest.code)}`,
    }),
  }),
});

const CustomerDefaultsInput = builder.inputType('CustomerDefaultsInput', {
  description: 'What a new order of the customer starts with. Absent keeps, null clears.',
  fields: (t) => ({
    paymentTermId: t.id({ description: 'When its invoices are due: an ACTIVE one of `paymentTerms`.' }),
    shippingTermId: t.id({ description: 'How its freight is charged: one of `shippingTerms`.' }),
    priority: t.field({ type: PriorityCode, description: 'How urgently its orders are worked.' }),
    salesRepId: t.id({ description: 'Who sells to it: one of `accountUsers` that was not removed.' }),
  }),
});

const CustomerNotificationPreferencesInput = builder.inputType('CustomerNotificationPreferencesInput', {
  description: 'What a customer wants to hear of. Absent keeps.',
  fields: (t) => ({
    acceptsInvoiceEmails: t.boolean({
      description: 'Whether invoices are sent by email; not so at first. Cannot be null.',
    }),
  }),
});

const ShopperInput = builder.inputType('ShopperInput', {
  description: 'The customer’s sign-in in the shop. A password is set with `shopperPasswordSet`.',
  fields: (t) => ({
    email: t.string({
      required: true,
      description: `The address to sign in with, kept in lower case; unique within the account. ${upTo(longest.email)}`,
    }),
    status: t.field({
      type: ShopperStatus,
      description: 'How far they are on the way to being a regular; PROSPECT at first, and when null.',
    }),
    shopperReference: t.string({
      description: `What payment gateways call the shopper. ${upTo(longest.reference)}`,
    }),
  }),
});

/** What can be said of a customer in every mutation that writes one. */
export const customerFields = (t: Fields) => ({
  status: t.field({
    type: CustomerStatus,
    description: 'Whether it can transact; NORMAL at first. Cannot be cleared.',
  }),
  ediStatus: t.field({
    type: EdiStatus,
    description: 'Whether orders and documents go by EDI; DISABLED at first. Cannot be cleared.',
  }),
  commissionPolicy: t.field({
    type: CommissionPolicy,
    description: 'Its own commission policy; COMMISSION_EXEMPT at first. Cannot be cleared.',
  }),
  note: t.string({ description: `Free text about it. ${upTo(longest.note)}` }),
  creditLimit: t.field({ type: QuantityInput, description: 'The most that it may owe; null sets no limit.' }),
  contactInfo: t.field({
    type: CustomerContactInfoInput,
    description: 'How to reach it; null clears all of it.',
  }),
  freightPreferences: t.field({
    type: CustomerFreightPreferencesInput,
    description: 'How its shipments go and who pays; null sets all of it back to what a new customer has.',
  }),
  defaults: t.field({
    type: CustomerDefaultsInput,
    description: 'What a new order starts with; null clears all of it.',
  }),
  notificationPreferences: t.field({
    type: CustomerNotificationPreferencesInput,
    description: 'What it wants to hear of; null sets all of it back to what a new customer has.',
  }),
  typeId: t.id({
    description: 'What kind of customer it is: a group of type TYPE_GROUP, else `WRONG_GROUP_TYPE`.',
  }),
  priceGroupIds: t.idList({
    description:
      'All of its price groups, groups of type PRICING_GROUP: at most 250. Replaces those that it has.',
  }),
  shopper: t.field({
    type: ShopperInput,
    description: 'Its sign-in in the shop; null takes that away, and the password with it.',
  }),
  customerGroupId: t.id({ description: 'The shop’s group that it is in.' }),
  metadata: t.field({
    type: 'JSONObject',
    description: `Whatever else is kept with it, as a whole: replaces what is there; null makes it \`{}\`. ${upTo(longestMetadata)}`,
  }),
  tags: t.stringList({
    description: `All of its tags: at most ${mostTags}, each 1 to ${longest.tag} of \`a-z\`, \`0-9\`, \`_\`, \`:\` and \`-\`; capitals become small. Replaces those that it has.`,
  }),
});

/** What else a customer is known by. */
export const customerKeys = (t: Fields) => ({
  shortId: t.string({
    description: `The warehouse’s key, case as written; unique within the account. ${upTo(longest.key)}`,
  }),
  reference: t.string({
    description: `What a third system calls it; unique within the account and the origin. ${upTo(longest.reference)}`,
  }),
  referenceOrigin: t.string({
    description: `Which system the reference is from; only with one. ${upTo(longest.code)}`,
  }),
});

export const nameRule = `The business’s name, as on documents. ${upTo(longest.name)} Space around it is left out.`;
export const numberRule = `The number that people know it by; unique within the account. ${upTo(longest.key)}`;
