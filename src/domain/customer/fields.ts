import type { NodeType } from '../../db/model/id.ts';
import type { ModelName, Row } from '../../db/model/table.ts';
import { email, maxLengths, signInEmail, type TextRule, url } from '../write/text.ts';

export type CustomerRow = Row<'Customer'>;
export type CustomerColumn = keyof CustomerRow;

type FieldKind =
  | { readonly kind: 'text'; readonly rule: TextRule }
  | { readonly kind: 'value' }
  | { readonly kind: 'reference'; readonly model: NodeType & ModelName }
  | { readonly kind: 'priority' };

export type CustomerField = FieldKind & {
  readonly column: CustomerColumn;
  readonly input: string;
  /** The parts of `input`. */
  readonly path: readonly string[];
  readonly field: string;
  readonly required: boolean;
};

type Options = { readonly field?: string; readonly required?: boolean };

const of = (
  kind: FieldKind,
  column: CustomerColumn,
  input: string,
  options: Options = {},
): CustomerField => ({
  ...kind,
  column,
  input,
  path: input.split('.'),
  field: options.field ?? input,
  required: options.required ?? false,
});
const textField = (column: CustomerColumn, input: string, rule: TextRule, options?: Options) =>
  of({ kind: 'text', rule }, column, input, options);
const valueField = (column: CustomerColumn, input: string, options?: Options) =>
  of({ kind: 'value' }, column, input, options);
const referenceField = (
  column: CustomerColumn,
  input: string,
  model: NodeType & ModelName,
  options?: Options,
) => of({ kind: 'reference', model }, column, input, options);

const required = { required: true } as const;
const upTo = (max: number): TextRule => ({ max });

/** Reading, checking, saving and events of the columns that callers can set derive from this list. */
export const customerFields: readonly CustomerField[] = [
  textField('name', 'name', upTo(maxLengths.name), required),
  textField('number', 'number', upTo(maxLengths.key), required),
  textField('shortId', 'shortId', upTo(maxLengths.reference)),
  valueField('status', 'status', required),
  valueField('ediStatus', 'ediStatus', required),
  valueField('commissionPolicy', 'commissionPolicy', required),
  textField('note', 'note', upTo(maxLengths.note)),
  valueField('creditLimitValue', 'creditLimit.value', { field: 'creditLimit' }),
  referenceField('creditLimitUnitId', 'creditLimit.unit', 'Unit'),
  textField('contactName', 'contactInfo.name', upTo(maxLengths.name)),
  textField('contactEmail', 'contactInfo.email', email),
  textField('contactPhone', 'contactInfo.phone', upTo(maxLengths.phone)),
  textField('contactFax', 'contactInfo.fax', upTo(maxLengths.phone)),
  textField('contactUrl', 'contactInfo.url', url),
  valueField('freightPolicy', 'freightPreferences.status', required),
  referenceField('carrierId', 'freightPreferences.carrier', 'Carrier'),
  referenceField('serviceLevelId', 'freightPreferences.serviceLevel', 'ServiceLevel'),
  valueField('billingType', 'freightPreferences.billingType'),
  textField('billingAccount', 'freightPreferences.billingAccount', upTo(maxLengths.code)),
  referenceField('paymentTermId', 'defaults.paymentTerm', 'PaymentTerm'),
  referenceField('shippingTermId', 'defaults.shippingTerm', 'ShippingTerm'),
  of({ kind: 'priority' }, 'priorityId', 'defaults.priority'),
  referenceField('salesRepId', 'defaults.salesRep', 'AccountUser'),
  valueField('acceptsInvoiceEmails', 'notificationPreferences.acceptsInvoiceEmails', required),
  referenceField('billToAddressId', 'billToAddressId', 'Address', { field: 'billToAddress' }),
  referenceField('shipToAddressId', 'shipToAddressId', 'Address', { field: 'shipToAddress' }),
  referenceField('typeId', 'type', 'AccountGroup'),
  referenceField('parentId', 'parent', 'Customer', { field: 'parentAccount' }),
  textField('shopperEmail', 'shopper.email', signInEmail),
  valueField('shopperStatus', 'shopper.status'),
  textField('shopperReference', 'shopper.shopperReference', upTo(maxLengths.reference)),
  valueField('totalOrdersCount', 'shopper.totalOrdersCount'),
  referenceField('customerGroupId', 'customerGroup', 'CustomerGroup'),
  valueField('mode', 'mode', required),
  textField('reference', 'reference', upTo(maxLengths.reference)),
  textField('referenceOrigin', 'referenceOrigin', upTo(maxLengths.code)),
  valueField('metadata', 'metadata'),
];

export const newCustomer = {
  status: 'NORMAL',
  ediStatus: 'DISABLED',
  relationshipType: 'STANDALONE',
  commissionPolicy: 'COMMISSION_EXEMPT',
  freightPolicy: 'BILLED_FREIGHT',
  acceptsInvoiceEmails: false,
  metadata: {},
  mode: 'LIVE',
  hasConflicts: false,
  version: 1,
} as const;
