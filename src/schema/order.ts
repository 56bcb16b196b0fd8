import { builder } from './builder.ts';
import { Money } from './quantity.ts';
import { reading } from './reads.ts';
import { connectionOf, node, type RowRef, rowRef } from './relation.ts';

const OrderStatus = builder.enumType('OrderStatus', {
  description: 'How far an order is.',
  values: {
    DRAFT: { description: 'Just begun, empty.' },
    PENDING: { description: 'Has items and belongs to a customer; a cart.' },
    EDITING: { description: 'A placed order that is being changed.' },
    PLACING: { description: 'Is being placed.' },
    PLACED: { description: 'Placed by the customer, not yet approved.' },
    APPROVED: { description: 'Approved; can be paid and fulfilled.' },
    CANCELLED: { description: 'Cancelled.' },
  } as const,
});

const OrderPaymentStatus = builder.enumType('OrderPaymentStatus', {
  description: 'How far an order’s payment is.',
  values: {
    UNPAID: { description: 'Nothing is authorized or paid.' },
    AUTHORIZED: { description: 'The whole amount is authorized.' },
    PARTIALLY_AUTHORIZED: { description: 'A part is authorized.' },
    PAID: { description: 'The whole amount is paid.' },
    PARTIALLY_PAID: { description: 'A part is paid.' },
    VOIDED: { description: 'The authorization was given up.' },
    PARTIALLY_VOIDED: { description: 'A part of the authorization was given up.' },
    REFUNDED: { description: 'The whole amount was paid back.' },
    PARTIALLY_REFUNDED: { description: 'A part was paid back.' },
    FREE: { description: 'There is nothing to pay.' },
  } as const,
});

const OrderFulfillmentStatus = builder.enumType('OrderFulfillmentStatus', {
  description: 'How far an order’s delivery is.',
  values: {
    UNFULFILLED: { description: 'Not begun.' },
    IN_PROGRESS: { description: 'Some of it is on its way.' },
    FULFILLED: { description: 'All of it is delivered.' },
    NOT_REQUIRED: { description: 'There is nothing to deliver.' },
  } as const,
});

export const Order: RowRef<'Order'> = rowRef('Order');
export const OrderConnection = connectionOf(Order);

builder.node(Order, {
  ...node('Order'),
  description: 'An order in the shop, a cart included. From Commerce Layer.',
  fields: (t) => ({
    number: t.exposeString('number', {
      nullable: true,
      description: 'The order’s number, for people; null before it has one.',
    }),
    status: t.expose('status', { type: OrderStatus, description: 'How far the order is.' }),
    paymentStatus: t.expose('paymentStatus', {
      type: OrderPaymentStatus,
      description: 'How far the payment is.',
    }),
    fulfillmentStatus: t.expose('fulfillmentStatus', {
      type: OrderFulfillmentStatus,
      description: 'How far the delivery is.',
    }),
    total: t.field({
      type: Money,
      nullable: true,
      description: 'What the order costs, taxes included; null before that is known.',
      ...reading('Order')(['totalAmount', 'currencyCode'], ({ totalAmount, currencyCode }) =>
        totalAmount === null || currencyCode === null ? null : { amount: totalAmount, currencyCode },
      ),
    }),
    placedAt: t.expose('placedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the customer placed it; null before.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the order was begun.' }),
  }),
});

const OrderSubscriptionStatus = builder.enumType('OrderSubscriptionStatus', {
  description: 'Whether a repeating order runs.',
  values: {
    DRAFT: { description: 'Not yet complete.' },
    INACTIVE: { description: 'Paused.' },
    ACTIVE: { description: 'Waits for its next run.' },
    RUNNING: { description: 'Is placing its order now.' },
    CANCELLED: { description: 'Ended for good.' },
  } as const,
});

export const OrderSubscription: RowRef<'OrderSubscription'> = rowRef('OrderSubscription');
export const OrderSubscriptionConnection = connectionOf(OrderSubscription);

builder.node(OrderSubscription, {
  ...node('OrderSubscription'),
  description: 'An order that repeats by itself. From Commerce Layer.',
  fields: (t) => ({
    number: t.exposeString('number', {
      nullable: true,
      description: 'Its number, for people; null before it has one.',
    }),
    status: t.expose('status', { type: OrderSubscriptionStatus, description: 'Whether it runs.' }),
    frequency: t.exposeString('frequency', {
      description:
        'How often: `hourly`, `daily`, `weekly`, `monthly`, `two-month`, `three-month`, `four-month`, `six-month`, `yearly`, or a crontab line.',
    }),
    startsAt: t.expose('startsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it begins; null when at once.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ends; null when never. After `startsAt`.',
    }),
    nextRunAt: t.expose('nextRunAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it places its next order; null when it will not.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
  }),
});

const ReturnStatus = builder.enumType('ReturnStatus', {
  description: 'How far a return is.',
  values: {
    DRAFT: { description: 'Not yet complete.' },
    REQUESTED: { description: 'Asked for by the customer.' },
    APPROVED: { description: 'May be sent back.' },
    CANCELLED: { description: 'Given up.' },
    SHIPPED: { description: 'On its way back.' },
    REJECTED: { description: 'Refused.' },
    RECEIVED: { description: 'Back in stock’s hands.' },
    REFUNDED: { description: 'Paid back.' },
  } as const,
});

export const Return: RowRef<'Return'> = rowRef('Return');
export const ReturnConnection = connectionOf(Return);

builder.node(Return, {
  ...node('Return'),
  description: 'Goods that a customer sends back. From Commerce Layer.',
  fields: (t) => ({
    number: t.exposeString('number', {
      nullable: true,
      description: 'The return’s number, for people; null before it has one.',
    }),
    status: t.expose('status', { type: ReturnStatus, description: 'How far the return is.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the return was begun.' }),
  }),
});
