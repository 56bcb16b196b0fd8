import { maxLengths } from '../../domain/write/text.ts';
import { type Field, field, fieldTable, kept, leftOut, within } from '../mapping/field.ts';
import { instant } from '../mapping/instant.ts';
import { choice, country, decimal, email, name, phone, text, truth, url } from '../mapping/readers.ts';
import { flag, records, reference, references, referenceTo } from './readers.ts';

const visibility = choice('VISIBLE', 'HIDDEN');
const commission = choice('COMMISSION_APPLIED', 'COMMISSION_EXEMPT');
const freight = choice('FREE_FREIGHT', 'BILLED_FREIGHT');

const tag = leftOut('object');
const owner = leftOut('owner');

/** Of every object with an id. */
const common: readonly Field[] = [
  kept('id', 'record.sourceId', text(maxLengths.reference)),
  kept('created_at', 'record.createdAt', instant),
  kept('updated_at', 'record.modifiedAt', instant),
  ...tag,
];

const quantity: readonly Field[] = [
  kept('value', 'value', decimal),
  kept('unit', 'unit', reference('unit')),
  ...leftOut('id', 'object', 'display_value'),
];

const geolocation: readonly Field[] = [
  field('street_line_1', 'streetLine1', text(maxLengths.street)),
  field('street_line_2', 'streetLine2', text(maxLengths.street)),
  field('locality', 'locality', text(maxLengths.place)),
  field('state', 'state', text(maxLengths.place)),
  field('postal_code', 'postalCode', text(maxLengths.postalCode)),
  field('country', 'country', country),
].map((each) => ({ ...each, from: `geolocation.${each.from}` }));

/** An address is a part of its customer: it has no reference to it. */
const address: readonly Field[] = [
  kept('id', 'source.sourceId', text(maxLengths.reference)),
  kept('name', 'name', name),
  field('phone', 'phone', phone),
  field('email', 'email', email),
  kept('type', 'type', choice('STANDARD', 'DROP_SHIP')),
  kept('is_drop_ship', 'type', flag('DROP_SHIP', 'STANDARD')),
  ...geolocation,
  ...leftOut('geolocation.id', 'geolocation.object', 'created_at', 'updated_at', 'receive_calendar_id'),
  ...tag,
];

export const addressFields = fieldTable(
  kept('id', 'record.sourceId', text(maxLengths.reference)),
  kept('created_at', 'record.createdAt', instant),
  kept('updated_at', 'record.modifiedAt', instant),
  kept('customer', 'customer', reference('customer')),
  address.filter(({ from }) => !['created_at', 'updated_at'].includes(from)),
);

export const customerFields = fieldTable(
  common.filter(({ from }) => from !== 'created_at'),
  kept('created_at', 'createdAt', instant),
  kept('name', 'name', name),
  kept('number', 'number', text(maxLengths.key)),
  kept('status', 'status', choice('NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL')),
  kept('edi_status', 'ediStatus', choice('ENABLED', 'DISABLED')),
  kept('is_edi_enabled', 'ediStatus', flag('ENABLED', 'DISABLED')),
  kept('commission_policy', 'commissionPolicy', commission),
  field('note', 'note', text(maxLengths.note)),
  within('credit_limit', 'creditLimit', quantity),
  within('contact_info', 'contactInfo', [
    field('email', 'email', email),
    field('phone', 'phone', phone),
    field('url', 'url', url),
    ...tag,
  ]),
  within('freight_preferences', 'freightPreferences', [
    kept('status', 'status', freight),
    kept('carrier', 'carrier', reference('carrier')),
    kept('service_level', 'serviceLevel', reference('service_level')),
    field('billing_type', 'billingType', choice('SENDER', 'THIRD_PARTY')),
    field('billing_account', 'billingAccount', text(maxLengths.code)),
    ...tag,
  ]),
  within('defaults', 'defaults', [
    kept('payment_term', 'paymentTerm', reference('payment_term')),
    kept('shipping_term', 'shippingTerm', reference('shipping_term')),
    kept('priority.code', 'priority', choice('LOW', 'NORMAL', 'HIGH')),
    kept('sales_rep', 'salesRep', reference('account_user')),
    ...leftOut('priority', 'lead_time_days', 'receive_calendar_id'),
    ...tag,
  ]),
  within('notification_preferences', 'notificationPreferences', [
    kept('accepts_invoice_emails', 'acceptsInvoiceEmails', truth),
    ...tag,
  ]),
  within('bill_to_address', 'billToAddress', address),
  within('ship_to_address', 'shipToAddress', address),
  kept('type', 'type', referenceTo('account_group', { type: 'type_group' })),
  kept('price_groups', 'priceGroups', references('account_group', { type: 'pricing_group' })),
  kept('parent_account', 'parent', reference('customer')),
  kept('child_accounts', 'children', records('child')),
  leftOut('relationship_type', 'is_parent_account'),
);

export const unitFields = fieldTable(
  common,
  kept('name', 'name', name),
  kept('abbreviation', 'abbreviation', text(maxLengths.code)),
  kept(
    'type',
    'type',
    choice('CURRENCY', 'QUANTITY', 'TIME', 'MASS', 'VOLUME', 'LENGTH', 'TEMPERATURE', 'AREA'),
  ),
  kept('ratio_numerator', 'ratioNumerator', decimal),
  kept('ratio_denominator', 'ratioDenominator', decimal),
  kept('offset_numerator', 'offsetNumerator', decimal),
  kept('offset_denominator', 'offsetDenominator', decimal),
  leftOut('is_base_unit'),
  owner,
);

export const carrierFields = fieldTable(
  common,
  kept('name', 'name', name),
  kept(
    'code',
    'code',
    choice('FEDEX', 'UPS', 'USPS', 'WILL_CALL', 'DELIVERY', 'LTL', 'LTL1', 'FREIGHT_COLLECT'),
  ),
  field('account_number', 'accountNumber', text(maxLengths.code)),
  kept('customer_portal_visibility', 'customerPortalVisibility', visibility),
  kept('service_levels', 'serviceLevels', records('own_level')),
  kept('deleted_at', 'record.deletedAt', instant),
  owner,
);

export const serviceLevelFields = fieldTable(
  common,
  kept('name', 'name', name),
  kept('service_level_token', 'serviceLevelToken', text(maxLengths.code)),
  kept('customer_portal_visibility', 'customerPortalVisibility', visibility),
  kept('is_default', 'isDefault', truth),
  kept('carrier', 'carrier', reference('carrier')),
  leftOut('default_transit_days'),
  owner,
);

export const paymentTermFields = fieldTable(
  common,
  kept('name', 'name', name),
  kept('status', 'status', choice('ACTIVE', 'INACTIVE')),
  owner,
);

export const shippingTermFields = fieldTable(
  common,
  kept('name', 'name', name),
  kept('type', 'type', choice('FREE_FREIGHT', 'FLAT_RATE_FREIGHT', 'CARRIER_RATE_FREIGHT')),
  within('flat_rate', 'flatRate', quantity),
  within('minimum_order_value', 'minimumOrderValue', quantity),
  kept('free_shipping_service_levels', 'freeShippingServiceLevels', references('service_level')),
  owner,
);

export const accountGroupFields = fieldTable(
  common,
  kept('name', 'name', name),
  field('description', 'description', text(maxLengths.description)),
  kept('type', 'type', choice('PRICING_GROUP', 'TYPE_GROUP')),
  kept('commission_policy', 'commissionPolicy', commission),
  kept('freight_policy', 'freightPolicy', freight),
);

const person: readonly Field[] = [
  field('email', 'email', email),
  field('name', 'name', name),
  field('username', 'username', text(maxLengths.email)),
  field('image_url', 'imageUrl', url),
  ...leftOut('email_verified_at'),
];

/** The person is in `user`; in the older form, and in objects of the type `user`, it is in the object itself. */
export const accountUserFields = fieldTable(
  common,
  kept('status', 'status', choice('ACTIVE', 'DISABLED', 'REMOVED')),
  kept('role', 'role', reference('role')),
  kept('department', 'department', reference('department')),
  person.map((each) => ({ ...each, from: `user.${each.from}` })),
  leftOut('user.id', 'user.object', 'user.created_at', 'user.updated_at'),
  person,
  leftOut('last_used_at'),
);

export const roleFields = fieldTable(
  common,
  kept('name', 'name', name),
  kept('type', 'type', choice('ADMIN', 'USER', 'SCANNER', 'SALES_REP', 'AGENT')),
  kept('permissions', 'permissions', (value, place) =>
    Array.isArray(value) && value.every((each) => typeof each === 'string')
      ? value
      : place.warn('INVALID', 'A list of texts is expected.'),
  ),
  owner,
);

export const departmentFields = fieldTable(
  common,
  kept('name', 'name', name),
  field('notes', 'notes', text(maxLengths.description)),
  leftOut('location', 'scanning_stations', 'machines', 'labor_rate'),
);
