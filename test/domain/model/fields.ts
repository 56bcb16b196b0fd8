/** The model's description of one field of a customer: its place in inputs, and its valid values. */
export interface Field {
  readonly column: string;
  readonly kind: 'text' | 'email' | 'url' | 'signIn' | 'value' | 'json' | 'priority' | Kind;
  readonly max?: number;
  /** The value in a new customer, and the one that null resets a non-null field to. */
  readonly initial?: unknown;
  readonly required?: boolean;
  /** The name in events. */
  readonly told: string;
}

/** The kinds of rows that a field can refer to. */
export type Kind =
  | 'Unit'
  | 'Carrier'
  | 'ServiceLevel'
  | 'PaymentTerm'
  | 'ShippingTerm'
  | 'AccountUser'
  | 'Address'
  | 'AccountGroup'
  | 'Customer'
  | 'CustomerGroup';

const text = (column: string, max: number, more: Partial<Field> = {}) =>
  ({ column, kind: 'text', max, ...more }) as const;
const choice = (column: string, initial: unknown) =>
  ({ column, kind: 'value', initial, required: true }) as const;
const reference = (column: string, kind: Kind, told: string) => ({ column, kind, told }) as const;

const table: Readonly<Record<string, Omit<Field, 'told'> & { readonly told?: string }>> = {
  name: text('name', 255, { required: true }),
  number: text('number', 64, { required: true }),
  shortId: text('short_id', 255),
  status: choice('status', 'NORMAL'),
  ediStatus: choice('edi_status', 'DISABLED'),
  commissionPolicy: choice('commission_policy', 'COMMISSION_EXEMPT'),
  note: text('note', 10_000),
  'creditLimit.value': { column: 'credit_limit_value', kind: 'value', told: 'creditLimit' },
  'creditLimit.unitId': reference('credit_limit_unit_id', 'Unit', 'creditLimit.unit'),
  'contactInfo.name': text('contact_name', 255),
  'contactInfo.email': { ...text('contact_email', 254), kind: 'email' },
  'contactInfo.phone': text('contact_phone', 64),
  'contactInfo.fax': text('contact_fax', 64),
  'contactInfo.url': { ...text('contact_url', 2_048), kind: 'url' },
  'freightPreferences.status': choice('freight_policy', 'BILLED_FREIGHT'),
  'freightPreferences.carrierId': reference('carrier_id', 'Carrier', 'freightPreferences.carrier'),
  'freightPreferences.serviceLevelId': reference(
    'service_level_id',
    'ServiceLevel',
    'freightPreferences.serviceLevel',
  ),
  'freightPreferences.billingType': { column: 'billing_type', kind: 'value' },
  'freightPreferences.billingAccount': text('billing_account', 64),
  'defaults.paymentTermId': reference('payment_term_id', 'PaymentTerm', 'defaults.paymentTerm'),
  'defaults.shippingTermId': reference('shipping_term_id', 'ShippingTerm', 'defaults.shippingTerm'),
  'defaults.priority': { column: 'priority_id', kind: 'priority' },
  'defaults.salesRepId': reference('sales_rep_id', 'AccountUser', 'defaults.salesRep'),
  'notificationPreferences.acceptsInvoiceEmails': choice('accepts_invoice_emails', false),
  billToAddressId: reference('bill_to_address_id', 'Address', 'billToAddress'),
  shipToAddressId: reference('ship_to_address_id', 'Address', 'shipToAddress'),
  typeId: reference('type_id', 'AccountGroup', 'type'),
  parentId: reference('parent_id', 'Customer', 'parentAccount'),
  'shopper.email': { ...text('shopper_email', 254), kind: 'signIn' },
  'shopper.status': { column: 'shopper_status', kind: 'value' },
  'shopper.shopperReference': text('shopper_reference', 255),
  'shopper.totalOrdersCount': { column: 'total_orders_count', kind: 'value' },
  customerGroupId: reference('customer_group_id', 'CustomerGroup', 'customerGroup'),
  mode: choice('mode', 'LIVE'),
  reference: text('reference', 255),
  referenceOrigin: text('reference_origin', 64),
  metadata: { column: 'metadata', kind: 'json', initial: {} },
};

/** The fields of a customer by their paths in inputs. */
export const fields: ReadonlyMap<string, Field> = new Map(
  Object.entries(table).map(([path, field]) => [path, { told: path, ...field }]),
);

export const isReference = (kind: Field['kind']): kind is Kind => /^[A-Z]/.test(kind);

export const blankValues = (): Record<string, unknown> =>
  Object.fromEntries([...fields].map(([path, { initial }]) => [path, initial ?? null]));
