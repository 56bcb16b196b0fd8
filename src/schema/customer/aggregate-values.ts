import type { Row } from '../../db/model/table.ts';
import { type CustomerKeyName, groupKeys, periodOf } from '../../db/read/aggregate/group-key.ts';
import type { Group } from '../../db/read/aggregate/groups.ts';
import { AccountUser } from '../account/account-user.ts';
import { AccountGroup, CommissionPolicy, FreightPolicy } from '../reference-data/account-group.ts';
import { Carrier, ServiceLevel } from '../reference-data/carrier.ts';
import { Priority } from '../reference-data/priority.ts';
import { PaymentTerm, ShippingTerm } from '../reference-data/term.ts';
import { builder } from '../relay/builder.ts';
import { periodText } from '../relay/period.ts';
import { one } from '../relay/relation.ts';
import { SourceSystem } from '../relay/source.ts';
import { ShopperStatus } from '../shop/shopper.ts';
import { CarrierBillingType, CustomerStatus, EdiStatus, Mode, RelationshipType } from './enums.ts';
import { Customer } from './list.ts';
import { CustomerGroup, Tag } from './record.ts';

type Columns = Row<'Customer'>;

interface Typed {
  readonly STATUS: Columns['status'];
  readonly RELATIONSHIP_TYPE: Columns['relationshipType'];
  readonly EDI_STATUS: Columns['ediStatus'];
  readonly COMMISSION_POLICY: Columns['commissionPolicy'];
  readonly FREIGHT_POLICY: Columns['freightPolicy'];
  readonly SHOPPER_STATUS: Columns['shopperStatus'];
  readonly MODE: Columns['mode'];
  readonly SOURCE: Row<'CustomerSource'>['system'];
  readonly ACTIVE: boolean;
  readonly HAS_CONFLICTS: boolean;
  readonly ACCEPTS_INVOICE_EMAILS: boolean;
  readonly BILLING_TYPE: Columns['billingType'];
}

type Values = { readonly [K in CustomerKeyName]: (K extends keyof Typed ? Typed[K] : string) | null };

const texts: ReadonlySet<string> = new Set([
  ...['COUNTRY', 'STATE', 'LOCALITY', 'POSTAL_CODE'],
  ...['NAME', 'CONTACT_EMAIL', 'CONTACT_PHONE'],
]);
const flags: ReadonlySet<string> = new Set(['ACTIVE', 'HAS_CONFLICTS', 'ACCEPTS_INVOICE_EMAILS']);

function shownValue(name: string, key: string | null, label: string | null): string | boolean | null {
  if (key === null) return null;
  if (texts.has(name)) return label;
  if (flags.has(name)) return key === 'true';
  const period = periodOf('Customer', name);
  return period === undefined ? key : periodText(key, period);
}

// The keys of the record are those of the values.
const noValues = Object.fromEntries(Object.keys(groupKeys.Customer).map((name) => [name, null])) as Values;

/** The values of a group’s keys by name; those of other keys are null. */
export function valuesOf({ keys, labels }: Group, groupBy: readonly string[]): Values {
  const values = groupBy.map((name, at) => [name, shownValue(name, keys[at] ?? null, labels[at] ?? null)]);
  return { ...noValues, ...Object.fromEntries(values) };
}

export const CustomerAggregateValues = builder.objectRef<Values>('CustomerAggregateValues');

const given = (key: CustomerKeyName, description: string) => ({
  nullable: true as const,
  description: `${description} Of \`${key}\`.`,
});

builder.objectType(CustomerAggregateValues, {
  description:
    'The values shared by the customers of a group. A field is null if the customers have no value, or if `groupBy` does not contain its key.',
  fields: (t) => ({
    status: t.expose('STATUS', { type: CustomerStatus, ...given('STATUS', 'The status.') }),
    type: t.field(one(AccountGroup, 'TYPE', 'The type. Of `TYPE`.')),
    salesRep: t.field(one(AccountUser, 'SALES_REP', 'The default sales rep. Of `SALES_REP`.')),
    carrier: t.field(one(Carrier, 'CARRIER', 'The default carrier, which may be deleted. Of `CARRIER`.')),
    serviceLevel: t.field(
      one(ServiceLevel, 'SERVICE_LEVEL', 'The default service level. Of `SERVICE_LEVEL`.'),
    ),
    paymentTerm: t.field(one(PaymentTerm, 'PAYMENT_TERM', 'The default payment term. Of `PAYMENT_TERM`.')),
    shippingTerm: t.field(
      one(ShippingTerm, 'SHIPPING_TERM', 'The default shipping term. Of `SHIPPING_TERM`.'),
    ),
    customerGroup: t.field(
      one(CustomerGroup, 'CUSTOMER_GROUP', 'The customer group of the shop. Of `CUSTOMER_GROUP`.'),
    ),
    parentAccount: t.field(one(Customer, 'PARENT', 'The parent customer. Of `PARENT`.')),
    priceGroup: t.field(one(AccountGroup, 'PRICE_GROUP', 'The price group. Of `PRICE_GROUP`.')),
    tag: t.field(one(Tag, 'TAG', 'The tag. Of `TAG`.')),
    relationshipType: t.expose('RELATIONSHIP_TYPE', {
      type: RelationshipType,
      ...given('RELATIONSHIP_TYPE', 'The position in the hierarchy.'),
    }),
    ediStatus: t.expose('EDI_STATUS', { type: EdiStatus, ...given('EDI_STATUS', 'The EDI status.') }),
    commissionPolicy: t.expose('COMMISSION_POLICY', {
      type: CommissionPolicy,
      ...given('COMMISSION_POLICY', 'The customers’ own commission policy.'),
    }),
    freightPolicy: t.expose('FREIGHT_POLICY', {
      type: FreightPolicy,
      ...given('FREIGHT_POLICY', 'The customers’ own freight policy.'),
    }),
    shopperStatus: t.expose('SHOPPER_STATUS', {
      type: ShopperStatus,
      ...given('SHOPPER_STATUS', 'The shopper status.'),
    }),
    mode: t.expose('MODE', { type: Mode, ...given('MODE', 'The mode, test or live.') }),
    source: t.expose('SOURCE', { type: SourceSystem, ...given('SOURCE', 'The source system.') }),
    active: t.exposeBoolean('ACTIVE', given('ACTIVE', 'Whether the customers are active.')),
    hasConflicts: t.exposeBoolean(
      'HAS_CONFLICTS',
      given('HAS_CONFLICTS', 'Whether the customers have `conflicts`.'),
    ),
    country: t.exposeString('COUNTRY', given('COUNTRY', 'The country of an address.')),
    state: t.exposeString('STATE', given('STATE', 'The state or province of an address.')),
    locality: t.exposeString('LOCALITY', given('LOCALITY', 'The city or town of an address.')),
    postalCode: t.exposeString('POSTAL_CODE', given('POSTAL_CODE', 'The postal code of an address.')),
    createdYear: t.exposeString(
      'CREATED_YEAR',
      given('CREATED_YEAR', 'The year of the creation, in UTC: `2024`.'),
    ),
    createdMonth: t.exposeString(
      'CREATED_MONTH',
      given('CREATED_MONTH', 'The month of the creation, in UTC: `2024-03`.'),
    ),
    createdQuarter: t.exposeString(
      'CREATED_QUARTER',
      given('CREATED_QUARTER', 'The quarter of the creation, in UTC: `2024-Q1`.'),
    ),
    createdWeek: t.exposeString(
      'CREATED_WEEK',
      given('CREATED_WEEK', 'The Monday of the week of the creation, in UTC: `2024-03-25`.'),
    ),
    createdDay: t.exposeString(
      'CREATED_DAY',
      given('CREATED_DAY', 'The day of the creation, in UTC: `2024-03-31`.'),
    ),
    updatedYear: t.exposeString(
      'UPDATED_YEAR',
      given('UPDATED_YEAR', 'The year of the last change, in UTC: `2024`.'),
    ),
    updatedDay: t.exposeString(
      'UPDATED_DAY',
      given('UPDATED_DAY', 'The day of the last change, in UTC: `2024-03-31`.'),
    ),
    discontinuedMonth: t.exposeString(
      'DISCONTINUED_MONTH',
      given('DISCONTINUED_MONTH', 'The month in which the customers were discontinued, in UTC: `2024-03`.'),
    ),
    name: t.exposeString('NAME', given('NAME', 'The name, in one of its spellings.')),
    contactEmail: t.exposeString(
      'CONTACT_EMAIL',
      given('CONTACT_EMAIL', 'The email address of the contact, in one of its spellings.'),
    ),
    contactPhone: t.exposeString('CONTACT_PHONE', given('CONTACT_PHONE', 'The phone number of the contact.')),
    priority: t.field(one(Priority, 'PRIORITY', 'The default priority. Of `PRIORITY`.')),
    billingType: t.expose('BILLING_TYPE', {
      type: CarrierBillingType,
      ...given('BILLING_TYPE', 'The party that pays the carrier.'),
    }),
    acceptsInvoiceEmails: t.exposeBoolean(
      'ACCEPTS_INVOICE_EMAILS',
      given('ACCEPTS_INVOICE_EMAILS', 'Whether the customers accept invoices by email.'),
    ),
    updatedMonth: t.exposeString(
      'UPDATED_MONTH',
      given('UPDATED_MONTH', 'The month of the last change, in UTC: `2024-03`.'),
    ),
  }),
});
