import type { ColumnOf } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import { chosenList, sortInput } from '../filter/chosen-list.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import { newestFirst } from '../relay/relation.ts';
import { Order, OrderConnection } from './order.ts';

const columns = {
  CREATED_AT: ['createdAt'],
  PLACED_AT: ['placedAt'],
  NUMBER: ['number'],
  TOTAL: ['currencyCode', 'totalAmount'],
} as const satisfies Record<string, readonly ColumnOf<'Order'>[]>;

const OrderSortField = builder.enumType('OrderSortField', {
  description: 'The fields that orders can be ordered by.',
  values: {
    CREATED_AT: { description: 'The creation time.' },
    PLACED_AT: { description: 'The time when the customer placed the order; null until then.' },
    NUMBER: {
      description:
        'The number, in which digits compare as numbers: "9" before "10"; null until it is assigned.',
    },
    TOTAL: {
      description:
        'The total, by its currency and then by its amount, so that only totals of one currency are compared; null until it is known.',
    },
  } as const,
});

export const chosenOrders = chosenList({
  filter: 'Order',
  rows: 'orders',
  searched: ['number'],
  columns,
  sort: sortInput('OrderSort', 'orders', OrderSortField),
});

const all: List<'Order'> = { name: 'Query.orders', model: 'Order', order: newestFirst };

builder.queryField('orders', (t) =>
  t.connection(
    {
      type: Order,
      description: 'Returns the account’s orders, including carts, newest first unless `orderBy` is given.',
      args: chosenOrders.args,
      extensions: chosenOrders.extensions(all),
      resolve: (_root, args, { loaders }) => pageOf(all, '', args, loaders, chosenOrders.choose),
    },
    OrderConnection,
  ),
);
