import type { CustomerKeyName, Period } from '../../db/read/aggregate/group-key.ts';
import type { CustomerFilter } from '../../db/read/filter/filters.ts';
import { builder } from '../relay/builder.ts';
import { rangeOf } from '../relay/period.ts';

/** The filter of the customers with a value of the key; null for those without one. */
export interface KeyFilter {
  readonly description: string;
  readonly filter: (value: string | null, label: string | null) => CustomerFilter;
  /** The number of values, if they are few. */
  readonly values?: number;
}

type IdField = { [K in keyof CustomerFilter]-?: K extends `${string}Ids` ? K : never }[keyof CustomerFilter];

const reference = (description: string, field: IdField, object: keyof CustomerFilter): KeyFilter => ({
  description,
  filter: (id) => (id === null ? { [object]: { exists: false } } : { [field]: [id] }),
});

function oneOf(description: string, field: keyof CustomerFilter, values: number): KeyFilter {
  return { description, values, filter: (value) => ({ [field]: [value] }) };
}

const flag = (description: string, field: 'active' | 'hasConflicts' | 'acceptsInvoiceEmails'): KeyFilter => ({
  description,
  values: 2,
  filter: (value) => ({ [field]: value === 'true' }),
});

const during = (
  description: string,
  field: 'createdAt' | 'updatedAt' | 'discontinuedAt',
  period: Period,
): KeyFilter => ({
  description,
  filter: (start) => ({ [field]: start === null ? { exists: false } : rangeOf(start, period) }),
});

const text = (description: string, field: 'name' | 'contactEmail' | 'contactPhone'): KeyFilter => ({
  description,
  filter: (_key, label) => ({ [field]: label === null ? { exists: false } : { equals: label } }),
});

/** Of keys of addresses, all of which are in one condition. */
const noFilter = () => ({});

export const customerKeys: Readonly<Record<CustomerKeyName, KeyFilter>> = {
  STATUS: oneOf('The status.', 'statuses', 4),
  TYPE: reference('The type.', 'typeIds', 'type'),
  SALES_REP: reference('The default sales rep.', 'salesRepIds', 'salesRep'),
  CARRIER: reference('The default carrier.', 'carrierIds', 'carrier'),
  SERVICE_LEVEL: reference('The default service level.', 'serviceLevelIds', 'serviceLevel'),
  PAYMENT_TERM: reference('The default payment term.', 'paymentTermIds', 'paymentTerm'),
  SHIPPING_TERM: reference('The default shipping term.', 'shippingTermIds', 'shippingTerm'),
  CUSTOMER_GROUP: reference('The customer group of the shop.', 'customerGroupIds', 'customerGroup'),
  PARENT: reference('The parent customer.', 'parentIds', 'parent'),
  RELATIONSHIP_TYPE: oneOf('The position in the hierarchy.', 'relationshipTypes', 3),
  EDI_STATUS: oneOf('The EDI status.', 'ediStatuses', 2),
  COMMISSION_POLICY: oneOf('The customer’s own commission policy.', 'commissionPolicies', 2),
  FREIGHT_POLICY: oneOf('The customer’s own freight policy.', 'freightPolicies', 2),
  SHOPPER_STATUS: {
    description: 'The shopper status.',
    values: 4,
    filter: (value) =>
      value === null
        ? { shopperEmail: { exists: false } }
        : { shopperStatuses: [value as NonNullable<CustomerFilter['shopperStatuses']>[number]] },
  },
  MODE: oneOf('The mode, test or live.', 'modes', 2),
  ACTIVE: flag('Whether the customer is active.', 'active'),
  HAS_CONFLICTS: flag('Whether the customer has `conflicts`.', 'hasConflicts'),
  CREATED_YEAR: during('The year of the creation, in UTC.', 'createdAt', 'year'),
  CREATED_MONTH: during('The month of the creation, in UTC.', 'createdAt', 'month'),
  CREATED_QUARTER: during('The quarter of the creation, in UTC.', 'createdAt', 'quarter'),
  CREATED_WEEK: during('The week of the creation, from Monday, in UTC.', 'createdAt', 'week'),
  CREATED_DAY: during('The day of the creation, in UTC.', 'createdAt', 'day'),
  UPDATED_YEAR: during('The year of the last change, in UTC.', 'updatedAt', 'year'),
  UPDATED_MONTH: during('The month of the last change, in UTC.', 'updatedAt', 'month'),
  UPDATED_DAY: during('The day of the last change, in UTC.', 'updatedAt', 'day'),
  DISCONTINUED_MONTH: during(
    'The month in which the customer was discontinued, in UTC.',
    'discontinuedAt',
    'month',
  ),
  NAME: text('The name; names that differ only in case or accents are one value.', 'name'),
  CONTACT_EMAIL: text('The email address of the contact, regardless of case.', 'contactEmail'),
  CONTACT_PHONE: text('The phone number of the contact, as stored.', 'contactPhone'),
  PRIORITY: {
    description: 'The default priority.',
    filter: (id) => ({ priority: id === null ? { exists: false } : { ids: [id] } }),
  },
  BILLING_TYPE: {
    description: 'The party that pays the carrier.',
    values: 3,
    filter: (value) =>
      value === null
        ? { not: { billingTypes: ['SENDER', 'THIRD_PARTY'] } }
        : { billingTypes: [value as NonNullable<CustomerFilter['billingTypes']>[number]] },
  },
  ACCEPTS_INVOICE_EMAILS: flag('Whether the customer accepts invoices by email.', 'acceptsInvoiceEmails'),
  PRICE_GROUP: {
    description: 'A price group; a customer counts in each of its price groups.',
    filter: (id) => (id === null ? { priceGroups: { none: {} } } : { priceGroupIds: [id] }),
  },
  TAG: {
    description: 'A tag; a customer counts for each of its tags.',
    filter: (id, name) => (id === null ? { tag: { exists: false } } : { tags: [name ?? ''] }),
  },
  SOURCE: {
    description: 'A source system; a customer counts once in each system with records of it.',
    values: 5,
    filter: (value) =>
      value === null
        ? { sources: { none: {} } }
        : { sourceSystems: [value as NonNullable<CustomerFilter['sourceSystems']>[number]] },
  },
  COUNTRY: {
    description: 'The country of an address; a customer counts once for each country.',
    filter: noFilter,
  },
  STATE: {
    description: 'The state or province of an address; a customer counts once for each state.',
    filter: noFilter,
  },
  LOCALITY: {
    description: 'The city or town of an address; a customer counts once for each.',
    filter: noFilter,
  },
  POSTAL_CODE: {
    description: 'The postal code of an address; a customer counts once for each.',
    filter: noFilter,
  },
};

// `Object.fromEntries` loses the names; they are those of `customerKeys`.
const values = Object.fromEntries(
  Object.entries(customerKeys).map(([name, { description }]) => [name, { description }]),
) as Readonly<Record<CustomerKeyName, { readonly description: string }>>;

export const CustomerAggregateKey = builder.enumType('CustomerAggregateKey', {
  description:
    'A property that customers are grouped by. With several keys of addresses (`COUNTRY`, `STATE`, `LOCALITY`, `POSTAL_CODE`), a customer counts once for each combination in its addresses. Only addresses that match `filter.address` are considered. Texts that differ only in case or accents are one value.',
  values,
});
