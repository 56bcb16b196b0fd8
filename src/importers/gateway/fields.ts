import { maxLengths, signInEmail } from '../../domain/write/text.ts';
import { metadata } from '../commerce-layer/readers.ts';
import { type Field, field, fieldTable, kept, leftOut, within } from '../mapping/field.ts';
import { instant } from '../mapping/instant.ts';
import {
  choice,
  count,
  country,
  decimal,
  email,
  name,
  phone,
  ruledText,
  text,
  truth,
  url,
} from '../mapping/readers.ts';
import { listOf, numberKey, records, reference } from './readers.ts';

const id = kept('id', 'record.sourceId', text(maxLengths.reference));
const sources = leftOut('sources');
const key = text(maxLengths.key);

const address: readonly Field[] = [
  kept('name', 'name', name),
  field('phone', 'phone', phone),
  field('email', 'email', email),
  kept('type', 'type', choice('STANDARD', 'DROP_SHIP')),
  ...[
    field('streetLine1', 'streetLine1', text(maxLengths.street)),
    field('streetLine2', 'streetLine2', text(maxLengths.street)),
    field('locality', 'locality', text(maxLengths.place)),
    field('state', 'state', text(maxLengths.place)),
    field('postalCode', 'postalCode', text(maxLengths.postalCode)),
    field('country', 'country', country),
  ].map((each) => ({ ...each, from: `geolocation.${each.from}` })),
];

export const addressFields = fieldTable(id, address, sources, leftOut('createdAt', 'updatedAt'));

export const customerFields = fieldTable(
  kept('number', 'record.sourceId', numberKey),
  kept('number', 'by.number', key),
  kept('name', 'name', name),
  kept('status', 'status', choice('NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL')),
  kept('ediStatus', 'ediStatus', choice('ENABLED', 'DISABLED')),
  kept('commissionPolicy', 'commissionPolicy', choice('COMMISSION_APPLIED', 'COMMISSION_EXEMPT')),
  field('note', 'note', text(maxLengths.note)),
  kept('creditLimit.value', 'creditLimit.value', decimal),
  kept('creditLimit.unit', 'creditLimit.unit', reference('unit', 'name')),
  within('contactInfo', 'contactInfo', [
    field('name', 'name', name),
    field('email', 'email', email),
    field('phone', 'phone', phone),
    field('fax', 'fax', phone),
    field('url', 'url', url),
  ]),
  within('freightPreferences', 'freightPreferences', [
    kept('status', 'status', choice('FREE_FREIGHT', 'BILLED_FREIGHT')),
    kept('carrier', 'carrier', reference('carrier', 'name')),
    kept('serviceLevel', 'serviceLevel', reference('serviceLevel', 'token', 'serviceLevelToken')),
    field('billingType', 'billingType', choice('SENDER', 'THIRD_PARTY')),
    field('billingAccount', 'billingAccount', text(maxLengths.code)),
  ]),
  within('defaults', 'defaults', [
    kept('paymentTerm', 'paymentTerm', reference('paymentTerm', 'name')),
    kept('shippingTerm', 'shippingTerm', reference('shippingTerm', 'name')),
    kept('priority.code', 'priority', choice('LOW', 'NORMAL', 'HIGH')),
    ...leftOut('priority'),
    kept('salesRep', 'salesRep', reference('accountUser', 'email')),
  ]),
  kept('notificationPreferences.acceptsInvoiceEmails', 'notificationPreferences.acceptsInvoiceEmails', truth),
  kept('type', 'type', reference('typeGroup', 'name')),
  kept('priceGroups', 'priceGroups', listOf(reference('priceGroup', 'name'))),
  kept('parentAccount.number', 'parent.number', key),
  leftOut('parentAccount'),
  field('shortId', 'shortId', text(maxLengths.reference)),
  kept('active', 'active', truth),
  kept('shopper.email', 'shopper.email', ruledText(signInEmail)),
  kept('shopper.status', 'shopper.status', choice('PROSPECT', 'ACQUIRED', 'REPEAT')),
  field('shopper.shopperReference', 'shopper.shopperReference', text(maxLengths.reference)),
  field('shopper.totalOrdersCount', 'shopper.totalOrdersCount', count),
  leftOut('shopper.hasPassword'),
  kept('customerGroup', 'customerGroup', reference('customerGroup', 'name')),
  kept('mode', 'mode', choice('TEST', 'LIVE')),
  field('reference', 'reference', text(maxLengths.reference)),
  field('referenceOrigin', 'referenceOrigin', text(maxLengths.code)),
  kept('metadata', 'metadata', metadata),
  kept('tags', 'tags', listOf(text(maxLengths.tag))),
  kept('createdAt', 'createdAt', instant),
  kept('addresses', 'addresses', records('address')),
  kept('attachments', 'attachments', records('attachment')),
  kept('paymentSources', 'paymentSources', records('paymentSource')),
  kept('subscriptions', 'subscriptions', records('customerSubscription')),
  kept('orders', 'orders', records('order')),
  kept('orderSubscriptions', 'orderSubscriptions', records('orderSubscription')),
  kept('returns', 'returns', records('return')),
  kept('skuLists', 'skuLists', records('skuList')),
  leftOut('billToAddress', 'shipToAddress'),
  leftOut('relationshipType', 'totalOrdersCount'),
  leftOut('id', 'discontinuedAt', 'version', 'updatedAt'),
  leftOut('sources'),
);
