import type { ColumnOf } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import type { Loaders } from '../../loaders/index.ts';
import { type ChoiceArgs, choiceCost, chooseFrom } from '../filter/choice.ts';
import { filterInput } from '../filter/input.ts';
import { builder } from '../relay/builder.ts';
import { type Connection, pageOf } from '../relay/connection.ts';
import { reads } from '../relay/reads.ts';
import { newestFirst } from '../relay/relation.ts';
import { SortDirection } from '../relay/sort-direction.ts';
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

const OrderSort = builder.inputType('OrderSort', {
  description: 'A sort key for orders.',
  fields: (t) => ({
    field: t.field({ type: OrderSortField, required: true, description: 'The field to order by.' }),
    direction: t.field({ type: SortDirection, defaultValue: 'ASC', description: 'The sort direction.' }),
  }),
});

export const orderArgs = builder.args((t) => ({
  query: t.string({
    description:
      'Returns only the orders whose number contains every word, regardless of case and accents. At most 256 characters and 10 words.',
  }),
  filter: t.field({
    type: filterInput('Order'),
    description: 'Returns only orders that match this filter.',
  }),
  orderBy: t.field({
    type: [OrderSort],
    description:
      'Orders the orders by these keys, ties by the next key and finally by id. Newest first if absent, null or empty.',
  }),
}));

const choose = chooseFrom({ filter: 'Order', searched: ['number'], columns });

type Args = ChoiceArgs<keyof typeof columns>;

export const orderListCost = (list: List<'Order'>) => choiceCost(list, choose);

export const listOrders = (
  list: List<'Order'>,
  parentId: string,
  args: Args,
  loaders: Loaders,
): Connection<'Order'> => pageOf(list, parentId, args, loaders, choose);

const all: List<'Order'> = { name: 'Query.orders', model: 'Order', order: newestFirst };

builder.queryField('orders', (t) =>
  t.connection(
    {
      type: Order,
      description: 'Returns the account’s orders, including carts, newest first unless `orderBy` is given.',
      args: orderArgs,
      extensions: { ...orderListCost(all), ...reads() },
      resolve: (_root, args, { loaders }) => listOrders(all, '', args, loaders),
    },
    OrderConnection,
  ),
);
