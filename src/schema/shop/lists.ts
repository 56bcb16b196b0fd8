import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import type { Loaders } from '../../loaders/index.ts';
import { prices } from '../../prices.ts';
import { Customer } from '../customer/list.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import { reading, reads } from '../relay/reads.ts';
import { many, newestFirst } from '../relay/relation.ts';
import {
  Order,
  OrderConnection,
  OrderSubscription,
  OrderSubscriptionConnection,
  Return,
  ReturnConnection,
} from './order.ts';
import { chosenOrders } from './order-list.ts';
import {
  CustomerSubscription,
  CustomerSubscriptionConnection,
  PaymentSource,
  PaymentSourceConnection,
  SkuList,
  SkuListConnection,
} from './saved.ts';
import { Shopper } from './shopper.ts';

type Counted = Pick<Row<'Customer'>, 'id' | 'totalOrdersCount'>;

const countOf =
  (orders: List<'Order'>) =>
  ({ id, totalOrdersCount }: Counted, _args: object, { loaders }: { readonly loaders: Loaders }) =>
    totalOrdersCount ?? loaders.count(orders, {}, null).defer(id);

function addLists(type: typeof Customer, owner: 'Customer' | 'Shopper'): void {
  const own = (field: string) => ({ name: `${owner}.${field}`, by: 'customerId' });
  const placed: List<'Order'> = {
    ...own('totalOrdersCount'),
    model: 'Order',
    only: { equal: { status: ['PLACED', 'APPROVED'] } },
    order: newestFirst,
  };
  const orders: List<'Order'> = { ...own('orders'), model: 'Order', order: newestFirst };
  const lastOrder: List<'Order'> = {
    ...own('lastOrderAt'),
    model: 'Order',
    only: { filter: { placedAt: { exists: true } } },
    order: [{ field: 'placedAt', descending: true }],
  };
  const { resolve, extensions } = reading('Customer')(['totalOrdersCount'], countOf(placed));
  builder.objectFields(type, (t) => ({
    totalOrdersCount: t.int({
      description:
        'The number of orders stated by the shop, or else the number of the customer’s orders with status `PLACED` or `APPROVED`.',
      extensions: { ...extensions, cost: { base: prices.ordersCount.units } },
      resolve,
    }),
    lastOrderAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The time when the customer placed its last order; null without a placed order.',
      extensions: { ...reads([], { Order: ['placedAt'] }), cost: { base: prices.ordersCount.units } },
      resolve: ({ id }, _args, { loaders }) =>
        loaders
          .first(lastOrder, 1)
          .defer(id)
          .map(({ rows: [order] }) => order?.placedAt ?? null),
    }),
    paymentSources: t.connection(
      many(PaymentSource, own('paymentSources'), 'The saved payment methods, newest first.'),
      PaymentSourceConnection,
    ),
    subscriptions: t.connection(
      many(CustomerSubscription, own('subscriptions'), 'The news subscriptions, newest first.'),
      CustomerSubscriptionConnection,
    ),
    orders: t.connection(
      {
        type: Order,
        description: 'The orders, including carts, newest first unless `orderBy` is given.',
        args: chosenOrders.args,
        extensions: chosenOrders.extensions(orders),
        resolve: ({ id }, args, { loaders }) => pageOf(orders, id, args, loaders, chosenOrders.choose),
      },
      OrderConnection,
    ),
    orderSubscriptions: t.connection(
      many(OrderSubscription, own('orderSubscriptions'), 'The recurring orders, newest first.'),
      OrderSubscriptionConnection,
    ),
    returns: t.connection(many(Return, own('returns'), 'The returns, newest first.'), ReturnConnection),
    skuLists: t.connection(
      many(SkuList, own('skuLists'), 'The saved lists of articles, newest first.'),
      SkuListConnection,
    ),
  }));
}

addLists(Customer, 'Customer');
// A shopper is a row of a customer with an email.
addLists(Shopper as unknown as typeof Customer, 'Shopper');
