import type { ModelName, Row } from '../../db/table.ts';
import { email, longest, signInEmail, type TextRule, url } from '../write/text.ts';

export type CustomerRow = Row<'Customer'>;
export type Column = keyof CustomerRow;

export type FieldKind =
  | { readonly kind: 'text'; readonly rule: TextRule }
  | { readonly kind: 'value' }
  | { readonly kind: 'reference'; readonly model: ModelName }
  | { readonly kind: 'priority' };

export type CustomerField = FieldKind & {
  readonly column: Column;
  /** The path in the inputs; `field` is the path in the graph. */
  readonly input: string;
  readonly field: string;
  /** Whether null is rejected. */
  readonly required: boolean;
};

type Options = { readonly field?: string; readonly required?: boolean };

const of = (kind: FieldKind, column: Column, input: string, options: Options = {}): CustomerField => ({
  ...kind,
  column,
  input,
  field: options.field ?? input,
  required: options.required ?? false,
});
const text = (column: Column, input: string, rule: TextRule, options?: Options) =>
  of({ kind: 'text', rule }, column, input, options);
const value = (column: Column, input: string, options?: Options) =>
  of({ kind: 'value' }, column, input, options);
const reference = (column: Column, input: string, model: ModelName, options?: Options) =>
  of({ kind: 'reference', model }, column, input, options);

const required = { required: true } as const;
const upTo = (max: number): TextRule => ({ max });

/**
 * The columns that callers can set, each with its path in inputs and events. Reading, checking, saving and
 * events are derived from this list.
 */
export const customerFields: readonly CustomerField[] = [
  text('name', 'name', upTo(longest.name), required),
  text('number', 'number', upTo(longest.key), required),
  text('shortId', 'shortId', upTo(longest.key)),
  value('status', 'status', required),
  value('ediStatus', 'ediStatus', required),
  value('commissionPolicy', 'commissionPolicy', required),
  text('note', 'note', upTo(longest.note)),
  value('creditLimitValue', 'creditLimit.value', { field: 'creditLimit' }),
  reference('creditLimitUnitId', 'creditLimit.unit', 'Unit'),
  text('contactName', 'contactInfo.name', upTo(longest.name)),
  text('contactEmail', 'contactInfo.email', email),
  text('contactPhone', 'contactInfo.phone', upTo(longest.phone)),
  text('contactFax', 'contactInfo.fax', upTo(longest.phone)),
  text('contactUrl', 'contactInfo.url', url),
  value('freightPolicy', 'freightPreferences.status', required),
  reference('carrierId', 'freightPreferences.carrier', 'Carrier'),
  reference('serviceLevelId', 'freightPreferences.serviceLevel', 'ServiceLevel'),
  value('billingType', 'freightPreferences.billingType'),
  text('billingAccount', 'freightPreferences.billingAccount', upTo(longest.code)),
  reference('paymentTermId', 'defaults.paymentTerm', 'PaymentTerm'),
  reference('shippingTermId', 'defaults.shippingTerm', 'ShippingTerm'),
  of({ kind: 'priority' }, 'priorityId', 'defaults.priority'),
  reference('salesRepId', 'defaults.salesRep', 'AccountUser'),
  value('acceptsInvoiceEmails', 'notificationPreferences.acceptsInvoiceEmails', required),
  reference('billToAddressId', 'billToAddressId', 'Address', { field: 'billToAddress' }),
  reference('shipToAddressId', 'shipToAddressId', 'Address', { field: 'shipToAddress' }),
  reference('typeId', 'type', 'AccountGroup'),
  reference('parentId', 'parent', 'Customer', { field: 'parentAccount' }),
  text('shopperEmail', 'shopper.email', signInEmail),
  value('shopperStatus', 'shopper.status'),
  text('shopperReference', 'shopper.shopperReference', upTo(longest.reference)),
  reference('customerGroupId', 'customerGroup', 'CustomerGroup'),
  text('reference', 'reference', upTo(longest.reference)),
  text('referenceOrigin', 'referenceOrigin', upTo(longest.code)),
  value('metadata', 'metadata'),
];

/** Defaults of a new customer. */
export const newCustomer = {
  status: 'NORMAL',
  ediStatus: 'DISABLED',
  relationshipType: 'STANDALONE',
  commissionPolicy: 'COMMISSION_EXEMPT',
  freightPolicy: 'BILLED_FREIGHT',
  acceptsInvoiceEmails: false,
  metadata: {},
  mode: 'LIVE',
  version: 1,
} as const;
