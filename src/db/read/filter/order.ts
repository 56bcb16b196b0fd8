import type { Definition } from './condition.ts';
import { conditionsOn, existence } from './kinds.ts';
import { many } from './related-list.ts';

const { ids, values, range, keyedText, money, one } = conditionsOn('Order');

export const orders = {
  model: 'Order',
  amount: { value: 'totalAmount', currency: 'currencyCode' },
  rows: 'orders',
  description:
    'The conditions that orders must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect; an empty list matches nothing. An id of another type fails with `ID_INVALID`. At most 50 conditions, including nested ones.',
  fields: {
    exists: existence,
    ids: ids('id', 'Order', 'Matches orders with these ids.'),
    number: keyedText('number', 'Matches orders by their number.'),
    statuses: values('status', 'OrderStatus', 'Matches orders with one of these statuses.'),
    paymentStatuses: values(
      'paymentStatus',
      'OrderPaymentStatus',
      'Matches orders with one of these payment statuses.',
    ),
    fulfillmentStatuses: values(
      'fulfillmentStatus',
      'OrderFulfillmentStatus',
      'Matches orders with one of these delivery statuses.',
    ),
    total: money('totalAmount', 'currencyCode', 'Matches orders by their total.'),
    placedAt: range('placedAt', 'Matches orders placed in this range of time.'),
    createdAt: range('createdAt', 'Matches orders created in this range of time.'),
    customerIds: ids('customerId', 'Customer', 'Matches orders of these customers.'),
    customer: one('customerId', 'Customer', 'Matches orders by their customer.'),
    returns: many(
      'Return',
      { model: 'Return', by: 'orderId' },
      'Matches orders by their returns; `none: {}` matches orders without a return.',
    ),
  },
} as const satisfies Definition;
