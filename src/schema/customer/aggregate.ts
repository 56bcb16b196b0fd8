import type { GraphQLResolveInfo } from 'graphql';
import type { CustomerKeyName } from '../../db/read/aggregate/group-key.ts';
import { groupUnits } from '../../db/read/aggregate/price.ts';
import type { CustomerFilter as Filter } from '../../db/read/filter/filters.ts';
import type { List, Where } from '../../db/read/list.ts';
import type { Loaders } from '../../loaders/index.ts';
import { prices } from '../../prices.ts';
import { IntRange } from '../filter/values.ts';
import { builder } from '../relay/builder.ts';
import {
  addGroups,
  checkGroups,
  checkSorts,
  countedGroups,
  firstGroups,
  type GroupArgs,
  groupsAtMost,
  hasSum,
  keySort,
  sortedGroups,
  usualGroups,
} from '../relay/group-request.ts';
import { selects } from '../relay/look-ahead.ts';
import { expectId } from '../relay/node-id.ts';
import { canonical } from '../relay/page-request.ts';
import { SortDirection } from '../relay/sort-direction.ts';
import { CustomerAggregateGroup, type CustomerAggregateOf } from './aggregate-group.ts';
import { CustomerAggregateKey, customerKeys } from './aggregate-key.ts';
import { CustomerFilter, customerWhere } from './filter.ts';

/** A list of customers, with the filter that its parent stands for. */
export interface AggregatedList {
  readonly list: List<'Customer'>;
  readonly ofParent: (parentId: string) => Filter;
}

export const CustomerAggregate = builder.objectRef<CustomerAggregateOf>('CustomerAggregate');

builder.objectType(CustomerAggregate, {
  description: 'Customers in groups, with counts and sums.',
});

addGroups(CustomerAggregate, CustomerAggregateGroup);

const SortField = builder.enumType('CustomerAggregateSortField', {
  description: 'The properties that groups of customers can be ordered by.',
  values: {
    COUNT: { description: 'The number of customers.' },
    KEY: {
      description: keySort,
    },
    CREDIT_LIMIT_SUM: {
      description: 'The sum of the credit limits in `unitId`; null for groups without one.',
    },
  } as const,
});

const CustomerAggregateSort = builder.inputType('CustomerAggregateSort', {
  description: 'A sort key for groups of customers.',
  fields: (t) => ({
    field: t.field({ type: SortField, required: true, description: 'The property to order by.' }),
    direction: t.field({ type: SortDirection, defaultValue: 'ASC', description: 'The sort direction.' }),
    unitId: t.id({
      description: 'The unit of `CREDIT_LIMIT_SUM`; required for this order, not allowed for others.',
    }),
  }),
});

export const aggregateArgs = builder.args((t) => ({
  query: t.string({ description: 'Counts only customers that match every word, as in `customers`.' }),
  filter: t.field({ type: CustomerFilter, description: 'Counts only customers that match this filter.' }),
  groupBy: t.field({
    type: [CustomerAggregateKey],
    description:
      'The keys of the groups, at most 5: a group contains the customers with the same value of each key. A customer with several values of a key counts in the group of each value; a customer without a value counts in the group of null. If absent, null or empty, there is one group of all customers.',
  }),
  orderBy: t.field({
    type: [CustomerAggregateSort],
    description: sortedGroups,
  }),
  count: t.field({ type: IntRange, description: countedGroups }),
  first: t.int({
    defaultValue: usualGroups,
    description: firstGroups,
  }),
}));

interface Args extends GroupArgs<CustomerKeyName> {
  readonly query?: string | null | undefined;
  readonly filter?: Filter | null | undefined;
  readonly orderBy?: readonly (typeof CustomerAggregateSort.$inferInput)[] | null | undefined;
}

function sortsOf(orderBy: Args['orderBy']) {
  const sorts = (orderBy ?? []).map(({ field, direction, unitId }) => ({
    field: field === 'CREDIT_LIMIT_SUM' ? ('SUM' as const) : field,
    descending: direction === 'DESC',
    unit: unitId == null ? null : expectId('orderBy.unitId', unitId, 'Unit'),
  }));
  return checkSorts(sorts, { sum: 'CREDIT_LIMIT_SUM', unit: 'unitId' });
}

/** Depends on the arguments alone; the field checks them when it is executed. */
export function aggregateCost({ list }: AggregatedList) {
  const units = ({ filter, query, groupBy }: Args) =>
    groupUnits(list, { filter: filter ?? null, query: query ?? null }, groupBy ?? []);
  const again = (args: Args) => ({ matching: units(args) + prices.orderTotals.units, sorting: 0 });
  return { cost: { base: units, work: again, size: (args: Args) => groupsAtMost(args, customerKeys) } };
}

export function aggregateOf(
  { list, ofParent }: AggregatedList,
  parentId: string,
  args: Args,
  { loaders, info }: { readonly loaders: Loaders; readonly info: GraphQLResolveInfo },
): CustomerAggregateOf {
  const order = sortsOf(args.orderBy);
  const request = {
    ...checkGroups(args),
    order,
    // Only the values of a filter change.
    where: canonical(customerWhere(args)) as Where,
    hasSums: hasSum(order) || selects(info, 'creditLimits'),
  };
  return { list, parentId, request, loaders, ofParent: ofParent(parentId) };
}
