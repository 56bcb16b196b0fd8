import { maxLengths } from '../../domain/write/text.ts';
import { importsOnly } from '../customer/imports.ts';
import { upTo } from '../customer/mutation-input.ts';
import { CustomerIdentifier } from '../customer/query.ts';
import { builder, type InputFields } from '../relay/builder.ts';
import { SourceRecordInput } from '../relay/source.ts';
import { MoneyInput } from './money-input.ts';
import {
  OrderFulfillmentStatus,
  OrderPaymentStatus,
  OrderStatus,
  OrderSubscriptionStatus,
  ReturnStatus,
} from './order.ts';

/** The text that begins the description of each item. */
const itemOf = (what: string): string =>
  `${what} of a customer, identified by its source record, with its new values. Absent fields keep their value (or get their default if it is created), null clears. Strings are trimmed, and empty strings count as null.`;

const keyFields = (t: InputFields, what: string) => ({
  source: t.field({
    type: SourceRecordInput,
    required: true,
    description: `The record in the source system. The ${what} that is linked to it is updated; if there is none, one is created and linked. ${upTo(maxLengths.reference)}`,
  }),
  ...ownerField(t, what),
});

const ownerField = (t: InputFields, what: string) => ({
  customer: t.field({
    type: CustomerIdentifier,
    required: true,
    description: `The customer that the ${what} belongs to, by its id or another key. If the ${what} belongs to another customer, it is moved.`,
  }),
});

const notFuture = 'A time in the future is `INVALID`.';

const createdAt = (t: InputFields) => ({
  createdAt: t.field({
    type: 'DateTime',
    extensions: importsOnly,
    description: `The creation time in the source system; requires the scope \`customers:import\`. Default: now. Cannot be cleared. ${notFuture}`,
  }),
});

const number = (t: InputFields, what: string) => ({
  number: t.string({ description: `The ${what} number that people use. ${upTo(maxLengths.key)}` }),
});

const cannotBeCleared = 'Cannot be cleared.';

export const OrderUpsertItem = builder.inputType('OrderUpsertItem', {
  description: itemOf('An order'),
  fields: (t) => ({
    ...keyFields(t, 'order'),
    ...number(t, 'order'),
    status: t.field({
      type: OrderStatus,
      description: `The status of the order; default \`DRAFT\`. ${cannotBeCleared}`,
    }),
    paymentStatus: t.field({
      type: OrderPaymentStatus,
      description: `The payment status of the order; default \`UNPAID\`. ${cannotBeCleared}`,
    }),
    fulfillmentStatus: t.field({
      type: OrderFulfillmentStatus,
      description: `The delivery status of the order; default \`UNFULFILLED\`. ${cannotBeCleared}`,
    }),
    total: t.field({ type: MoneyInput, description: 'The total of the order, including taxes.' }),
    placedAt: t.field({
      type: 'DateTime',
      description: `The time when the customer placed the order. ${notFuture}`,
    }),
    ...createdAt(t),
  }),
});

export const OrderSubscriptionUpsertItem = builder.inputType('OrderSubscriptionUpsertItem', {
  description: itemOf('An order subscription'),
  fields: (t) => ({
    ...keyFields(t, 'order subscription'),
    ...number(t, 'subscription'),
    status: t.field({
      type: OrderSubscriptionStatus,
      description: `The status of the order subscription; default \`DRAFT\`. ${cannotBeCleared}`,
    }),
    frequency: t.string({
      description: `The frequency: \`hourly\`, \`daily\`, \`weekly\`, \`monthly\`, \`two-month\`, \`three-month\`, \`four-month\`, \`six-month\`, \`yearly\`, or a crontab expression of five fields. Required if the order subscription is created. ${cannotBeCleared}`,
    }),
    startsAt: t.field({ type: 'DateTime', description: 'The start time.' }),
    expiresAt: t.field({ type: 'DateTime', description: 'The end time, after `startsAt`.' }),
    nextRunAt: t.field({ type: 'DateTime', description: 'The time of the next order.' }),
    ...createdAt(t),
  }),
});

export const ReturnUpsertItem = builder.inputType('ReturnUpsertItem', {
  description: itemOf('A return'),
  fields: (t) => ({
    ...keyFields(t, 'return'),
    order: t.field({
      type: SourceRecordInput,
      description:
        'The order of the returned goods, by its source record. If no order has the record, the error is `NOT_FOUND`.',
    }),
    ...number(t, 'return'),
    status: t.field({
      type: ReturnStatus,
      description: `The status of the return; default \`DRAFT\`. ${cannotBeCleared}`,
    }),
    ...createdAt(t),
  }),
});

export const SkuListUpsertItem = builder.inputType('SkuListUpsertItem', {
  description: itemOf('A list of articles'),
  fields: (t) => ({
    ...keyFields(t, 'list'),
    name: t.string({
      description: `The name of the list. Required if the list is created. ${cannotBeCleared} ${upTo(maxLengths.name)}`,
    }),
    slug: t.string({
      description: `The name in the form used in URLs. Required if the list is created. ${cannotBeCleared} ${upTo(maxLengths.name)}`,
    }),
    description: t.string({ description: `Free text about the list. ${upTo(maxLengths.description)}` }),
    ...createdAt(t),
  }),
});

export const PaymentSourceUpsertItem = builder.inputType('PaymentSourceUpsertItem', {
  description: itemOf('A saved payment method'),
  fields: (t) => ({
    ...keyFields(t, 'payment source'),
    name: t.string({
      description: `The name given by the customer: \`Visa ending in 4242\`. ${upTo(maxLengths.name)}`,
    }),
    type: t.string({
      description: `The type of payment at the payment gateway, such as \`stripe_payments\`. Required if the payment source is created. ${cannotBeCleared} ${upTo(maxLengths.code)}`,
    }),
    ...createdAt(t),
  }),
});

export const CustomerSubscriptionUpsertItem = builder.inputType('CustomerSubscriptionUpsertItem', {
  description: itemOf('A subscription to email news'),
  fields: (t) => ({
    ...keyFields(t, 'subscription'),
    customerEmail: t.string({
      description: `The email address that receives the news; default: the shopper’s. Required if the subscription is created and the customer has no shopper. ${cannotBeCleared} ${upTo(maxLengths.email)}`,
    }),
    reference: t.string({
      description: `The key of the subscription in another system. ${upTo(maxLengths.reference)}`,
    }),
    ...createdAt(t),
  }),
});

export const AttachmentUpsertItem = builder.inputType('AttachmentUpsertItem', {
  description:
    'A file of a customer, identified by its id or its source record, with its new values. Absent fields keep their value, null clears. Strings are trimmed, and empty strings count as null.',
  fields: (t) => ({
    id: t.id({
      description:
        'The id of an existing file. If `source` is also given, its record is linked to the file; if another file has the record, the error is `TAKEN`.',
    }),
    source: t.field({
      type: SourceRecordInput,
      description: `The record in the source system; required without \`id\`. The file that is linked to it is updated; if there is none, one is created and linked. ${upTo(maxLengths.reference)}`,
    }),
    ...ownerField(t, 'file'),
    name: t.string({
      description: `The name of the file. Required if the file is created. ${cannotBeCleared} ${upTo(maxLengths.name)}`,
    }),
    description: t.string({
      description: `The description of the file. ${upTo(maxLengths.description)}`,
    }),
    url: t.string({ description: `The URL of the file. ${upTo(maxLengths.url)}` }),
    ...createdAt(t),
  }),
});
