import type { GraphQLResolveInfo } from 'graphql';
import type { OrderKeyName } from '../../db/read/aggregate/group-key.ts';
import type { Group } from '../../db/read/aggregate/groups.ts';
import { groupUnits } from '../../db/read/aggregate/price.ts';
import type { OrderFilter as Filter } from '../../db/read/filter/filters.ts';
import type { List, Where } from '../../db/read/list.ts';
import type { Loaders } from '../../loaders/index.ts';
import { prices } from '../../prices.ts';
import { both } from '../customer/aggregate-filter.ts';
import { checkedFilter } from '../filter/check.ts';
import { filterInput } from '../filter/input.ts';
import { IntRange } from '../filter/values.ts';
import { MoneySum } from '../reference-data/amount-sum.ts';
import { builder } from '../relay/builder.ts';
import { externalInput } from '../relay/external-value.ts';
import {
  type Aggregate,
  addGroups,
  checkGroups,
  checkSorts,
  countedGroups,
  firstGroups,
  type GroupArgs,
  type GroupOf,
  groupsAtMost,
  hasSum,
  keySort,
  sortedGroups,
  usualGroups,
} from '../relay/group-request.ts';
import { selects } from '../relay/look-ahead.ts';
import { reads } from '../relay/reads.ts';
import { newestFirst } from '../relay/relation.ts';
import { SortDirection } from '../relay/sort-direction.ts';
import { OrderAggregateKey, orderKeys } from './order-aggregate-key.ts';
import { OrderAggregateValues, orderValuesOf } from './order-aggregate-values.ts';

const list: List<'Order'> = { name: 'Query.ordersAggregate', model: 'Order', order: newestFirst };

// The filter of a list of orders is one of orders.
const filterIn = ({ filter }: Where): Filter => (filter ?? {}) as Filter;

function filterOf({ keys }: Group, groupBy: readonly string[], filter: Filter): Filter {
  // The keys of the group are those of the request.
  return groupBy.reduce(
    (whole, name, at) => both(whole, orderKeys[name as OrderKeyName].filter(keys[at] ?? null)),
    filter,
  );
}

const OrderAggregateGroup = builder.objectRef<GroupOf<'Order'>>('OrderAggregateGroup');

builder.objectType(OrderAggregateGroup, {
  description: 'The orders that have the same values of the keys in `groupBy`.',
  fields: (t) => ({
    keys: t.field({
      type: OrderAggregateValues,
      description: 'The values of the keys.',
      extensions: reads(),
      resolve: ({ group, aggregate }) => orderValuesOf(group, aggregate.request.groupBy),
    }),
    count: t.int({
      description: 'The number of orders. Exact.',
      extensions: reads(),
      resolve: ({ group }) => group.count,
    }),
    totals: t.field({
      type: [MoneySum],
      description: 'The totals of the orders, by currency; empty if none is known.',
      extensions: { ...reads(), cost: { size: prices.sums.units } },
      resolve: ({ group }) => group.sums,
    }),
    filter: t.field({
      type: 'JSONObject',
      description:
        'The `OrderFilter` that matches exactly these orders: the filter of the aggregate and the values of the keys.',
      extensions: reads(),
      resolve: ({ group, aggregate: { request } }, _args, _context, { schema }) =>
        externalInput(schema, 'OrderFilter', filterOf(group, request.groupBy, filterIn(request.where))),
    }),
  }),
});

const OrderAggregate = builder.objectRef<Aggregate<'Order'>>('OrderAggregate');

builder.objectType(OrderAggregate, {
  description: 'Orders in groups, with counts and sums.',
});

addGroups(OrderAggregate, OrderAggregateGroup);

const SortField = builder.enumType('OrderAggregateSortField', {
  description: 'The properties that groups of orders can be ordered by.',
  values: {
    COUNT: { description: 'The number of orders.' },
    KEY: {
      description: keySort,
    },
    TOTAL_SUM: {
      description: 'The sum of the totals in `currencyCode`; null for groups without one.',
    },
  } as const,
});

const OrderAggregateSort = builder.inputType('OrderAggregateSort', {
  description: 'A sort key for groups of orders.',
  fields: (t) => ({
    field: t.field({ type: SortField, required: true, description: 'The property to order by.' }),
    direction: t.field({ type: SortDirection, defaultValue: 'ASC', description: 'The sort direction.' }),
    currencyCode: t.string({
      description:
        'The currency of `TOTAL_SUM`, as ISO 4217 code; required for this order, not allowed for others.',
    }),
  }),
});

interface Args extends GroupArgs<OrderKeyName> {
  readonly filter?: Filter | null | undefined;
  readonly orderBy?: readonly (typeof OrderAggregateSort.$inferInput)[] | null | undefined;
}

function sortsOf(orderBy: Args['orderBy']) {
  const sorts = (orderBy ?? []).map(({ field, direction, currencyCode }) => ({
    field: field === 'TOTAL_SUM' ? ('SUM' as const) : field,
    descending: direction === 'DESC',
    unit: currencyCode ?? null,
  }));
  return checkSorts(sorts, { sum: 'TOTAL_SUM', unit: 'currencyCode' });
}

/** Depends on the arguments alone; the field checks them when it is executed. */
const cost = {
  base: ({ filter, groupBy }: Args) => groupUnits(list, { filter: filter ?? null }, groupBy ?? []),
  size: (args: Args) => groupsAtMost(args, orderKeys),
};

function aggregateOf(
  args: Args,
  { loaders, info }: { readonly loaders: Loaders; readonly info: GraphQLResolveInfo },
): Aggregate<'Order'> {
  const order = sortsOf(args.orderBy);
  const filter = checkedFilter('Order', args.filter);
  const request = {
    ...checkGroups(args),
    order,
    where: filter === null ? {} : { filter },
    hasSums: hasSum(order) || selects(info, 'totals'),
  };
  return { list, parentId: '', request, loaders };
}

builder.queryField('ordersAggregate', (t) =>
  t.field({
    type: OrderAggregate,
    description:
      'Returns the number of the account’s orders by the values of `groupBy`, with the sums of their totals. Carts and cancelled orders are included; `filter.statuses` can exclude them.',
    args: {
      filter: t.arg({
        type: filterInput('Order'),
        description: 'Counts only orders that match this filter.',
      }),
      groupBy: t.arg({
        type: [OrderAggregateKey],
        description:
          'The keys of the groups, at most 5: a group contains the orders with the same value of each key. An order without a value is in the group of null. If absent, null or empty, there is one group of all orders.',
      }),
      orderBy: t.arg({
        type: [OrderAggregateSort],
        description: sortedGroups,
      }),
      count: t.arg({ type: IntRange, description: countedGroups }),
      first: t.arg.int({
        defaultValue: usualGroups,
        description: firstGroups,
      }),
    },
    extensions: { ...reads(), cost },
    resolve: (_root, args, { loaders }, info) => aggregateOf(args, { loaders, info }),
  }),
);
