import { groupId } from '../../db/read/aggregate/order-totals.ts';
import { filterOf as customerFilterOf } from '../../db/read/facet-dimension.ts';
import type { CustomerFilter as Filter, OrderFilter } from '../../db/read/filter/filters.ts';
import { weigh } from '../../db/read/filter/weight.ts';
import { prices } from '../../prices.ts';
import { checkedFilter } from '../filter/check.ts';
import { filterInput } from '../filter/input.ts';
import { MoneySum, QuantitySum } from '../reference-data/amount-sum.ts';
import { builder } from '../relay/builder.ts';
import { externalInput } from '../relay/external-value.ts';
import type { Aggregate, GroupOf } from '../relay/group-request.ts';
import { reads } from '../relay/reads.ts';
import { requestError } from '../relay/request-error.ts';
import { filterOf } from './aggregate-filter.ts';
import { CustomerAggregateValues, valuesOf } from './aggregate-values.ts';

/** With the filter that the parent of a nested aggregate stands for. */
export interface CustomerAggregateOf extends Aggregate<'Customer'> {
  readonly ofParent: Filter;
}

interface CustomerGroupOf extends GroupOf<'Customer'> {
  readonly aggregate: CustomerAggregateOf;
}

function ordersIn(filter: OrderFilter | null | undefined): OrderFilter | null {
  const orders = checkedFilter('Order', filter);
  // The price of `orderTotals` includes conditions on the orders' own columns only.
  if (orders && weigh('Order', orders).related > 0)
    throw requestError(
      'BAD_USER_INPUT',
      '`filter` of `orderTotals` has a condition on customers; give it in the `filter` of the aggregate.',
    );
  return orders;
}

export const CustomerAggregateGroup = builder.objectRef<CustomerGroupOf>('CustomerAggregateGroup');

builder.objectType(CustomerAggregateGroup, {
  description: 'The customers that have the same values of the keys in `groupBy`.',
  fields: (t) => ({
    keys: t.field({
      type: CustomerAggregateValues,
      description: 'The values of the keys.',
      extensions: reads(),
      resolve: ({ group, aggregate }) => valuesOf(group, aggregate.request.groupBy),
    }),
    count: t.int({
      description: 'The number of customers. Exact.',
      extensions: reads(),
      resolve: ({ group }) => group.count,
    }),
    creditLimits: t.field({
      type: [QuantitySum],
      description:
        'The credit limits of the customers, by unit; empty if none has one. Amounts in different units are not added.',
      extensions: { ...reads(), cost: { size: prices.sums.units } },
      resolve: ({ group }) => group.sums,
    }),
    orderTotals: t.field({
      type: [MoneySum],
      description:
        'The totals of the customers’ orders, by currency; empty if none is known. All orders count, including carts and cancelled orders, unless `filter` excludes them.',
      args: {
        filter: t.arg({
          type: filterInput('Order'),
          description:
            'Considers only orders that match this filter, which must not have conditions on customers.',
        }),
      },
      extensions: { ...reads(), cost: { size: prices.sums.units, passes: 1 } },
      resolve: ({ group, aggregate: { list, parentId, request, loaders } }, { filter }) =>
        loaders
          .orderTotals(list, {
            ...{ where: request.where, groupBy: request.groupBy },
            orders: ordersIn(filter),
          })
          .defer(groupId(parentId, group.keys)),
    }),
    filter: t.field({
      type: 'JSONObject',
      description:
        'The `CustomerFilter` of exactly these customers, for `customers(filter:)` with the same `query`: the filter of the aggregate, the values of the keys and, of a nested aggregate, its parent.',
      extensions: reads(),
      resolve: ({ group, aggregate: { request, ofParent } }, _args, _context, { schema }) =>
        externalInput(
          schema,
          'CustomerFilter',
          filterOf(group, request.groupBy, customerFilterOf(request.where), ofParent),
        ),
    }),
  }),
});
