import { Money } from '../reference-data/quantity.ts';
import { builder } from '../relay/builder.ts';
import { reading } from '../relay/reads.ts';
import { connectionOf, node, one, type RowRef, rowRef } from '../relay/relation.ts';
import { sources } from '../relay/source.ts';

export const OrderStatus = builder.enumType('OrderStatus', {
  description: 'The status of an order.',
  values: {
    DRAFT: { description: 'New and empty.' },
    PENDING: { description: 'A cart: has items and belongs to a customer.' },
    EDITING: { description: 'Placed, and being changed.' },
    PLACING: { description: 'Being placed.' },
    PLACED: { description: 'Placed by the customer, not yet approved.' },
    APPROVED: { description: 'Approved; can be paid and fulfilled.' },
    CANCELLED: { description: 'Cancelled.' },
  } as const,
});

export const OrderPaymentStatus = builder.enumType('OrderPaymentStatus', {
  description: 'The payment status of an order.',
  values: {
    UNPAID: { description: 'Nothing is authorized or paid.' },
    AUTHORIZED: { description: 'The whole amount is authorized.' },
    PARTIALLY_AUTHORIZED: { description: 'A part of the amount is authorized.' },
    PAID: { description: 'The whole amount is paid.' },
    PARTIALLY_PAID: { description: 'A part of the amount is paid.' },
    VOIDED: { description: 'The authorization was voided.' },
    PARTIALLY_VOIDED: { description: 'A part of the authorization was voided.' },
    REFUNDED: { description: 'The whole amount was refunded.' },
    PARTIALLY_REFUNDED: { description: 'A part of the amount was refunded.' },
    FREE: { description: 'There is nothing to pay.' },
  } as const,
});

export const OrderFulfillmentStatus = builder.enumType('OrderFulfillmentStatus', {
  description: 'The delivery status of an order.',
  values: {
    UNFULFILLED: { description: 'Not started.' },
    IN_PROGRESS: { description: 'A part of the order is on its way.' },
    FULFILLED: { description: 'The whole order is delivered.' },
    NOT_REQUIRED: { description: 'There is nothing to deliver.' },
  } as const,
});

export const Order: RowRef<'Order'> = rowRef('Order');
export const OrderConnection = connectionOf(Order);

builder.node(Order, {
  ...node('Order'),
  description: 'An order or a cart in the shop. From Commerce Layer.',
  fields: (t) => ({
    number: t.exposeString('number', {
      nullable: true,
      description: 'The order number that people use; null until it is assigned.',
    }),
    status: t.expose('status', { type: OrderStatus, description: 'The status of the order.' }),
    paymentStatus: t.expose('paymentStatus', {
      type: OrderPaymentStatus,
      description: 'The payment status of the order.',
    }),
    fulfillmentStatus: t.expose('fulfillmentStatus', {
      type: OrderFulfillmentStatus,
      description: 'The delivery status of the order.',
    }),
    total: t.field({
      type: Money,
      nullable: true,
      description: 'The total of the order, including taxes; null until it is known.',
      ...reading('Order')(['totalAmount', 'currencyCode'], ({ totalAmount, currencyCode }) =>
        totalAmount === null || currencyCode === null ? null : { amount: totalAmount, currencyCode },
      ),
    }),
    placedAt: t.expose('placedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The time when the customer placed the order; null until then.',
    }),
    sources: t.field(sources('Order')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
  }),
});

export const OrderSubscriptionStatus = builder.enumType('OrderSubscriptionStatus', {
  description: 'The status of an order subscription.',
  values: {
    DRAFT: { description: 'Incomplete.' },
    INACTIVE: { description: 'Paused.' },
    ACTIVE: { description: 'Waiting for its next run.' },
    RUNNING: { description: 'Placing an order.' },
    CANCELLED: { description: 'Ended permanently.' },
  } as const,
});

export const OrderSubscription: RowRef<'OrderSubscription'> = rowRef('OrderSubscription');
export const OrderSubscriptionConnection = connectionOf(OrderSubscription);

builder.node(OrderSubscription, {
  ...node('OrderSubscription'),
  description: 'A recurring order. From Commerce Layer.',
  fields: (t) => ({
    number: t.exposeString('number', {
      nullable: true,
      description: 'The subscription number that people use; null until it is assigned.',
    }),
    status: t.expose('status', {
      type: OrderSubscriptionStatus,
      description: 'The status of the order subscription.',
    }),
    frequency: t.exposeString('frequency', {
      description:
        'The frequency: `hourly`, `daily`, `weekly`, `monthly`, `two-month`, `three-month`, `four-month`, `six-month`, `yearly`, or a crontab expression.',
    }),
    startsAt: t.expose('startsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The start time; null if it starts immediately.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The end time, after `startsAt`; null if it does not end.',
    }),
    nextRunAt: t.expose('nextRunAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The time of the next order; null if none is planned.',
    }),
    sources: t.field(sources('OrderSubscription')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
  }),
});

export const ReturnStatus = builder.enumType('ReturnStatus', {
  description: 'The status of a return.',
  values: {
    DRAFT: { description: 'Incomplete.' },
    REQUESTED: { description: 'Requested by the customer.' },
    APPROVED: { description: 'Approved; the goods can be sent back.' },
    CANCELLED: { description: 'Cancelled.' },
    SHIPPED: { description: 'The goods are on their way back.' },
    REJECTED: { description: 'Rejected.' },
    RECEIVED: { description: 'The goods were received.' },
    REFUNDED: { description: 'Refunded.' },
  } as const,
});

export const Return: RowRef<'Return'> = rowRef('Return');
export const ReturnConnection = connectionOf(Return);

builder.node(Return, {
  ...node('Return'),
  description: 'A return of goods by a customer. From Commerce Layer.',
  fields: (t) => ({
    number: t.exposeString('number', {
      nullable: true,
      description: 'The return number that people use; null until it is assigned.',
    }),
    order: t.field(
      one(Order, 'orderId', 'The order of the returned goods; null if it is unknown or was deleted.'),
    ),
    status: t.expose('status', { type: ReturnStatus, description: 'The status of the return.' }),
    sources: t.field(sources('Return')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
  }),
});
