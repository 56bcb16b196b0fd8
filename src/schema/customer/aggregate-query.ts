import { AccountUser } from '../account/account-user.ts';
import { AccountGroup } from '../reference-data/account-group.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { newestFirst } from '../relay/relation.ts';
import {
  type AggregatedList,
  aggregateArgs,
  aggregateCost,
  aggregateOf,
  CustomerAggregate,
} from './aggregate.ts';
import { Customer } from './list.ts';

const order = newestFirst;

const all: AggregatedList = {
  list: { name: 'Query.customersAggregate', model: 'Customer', order },
  ofParent: () => ({}),
};

const children: AggregatedList = {
  list: { name: 'Customer.childAccountsAggregate', model: 'Customer', by: 'parentId', order },
  ofParent: (id) => ({ parentIds: [id] }),
};

const ofType: AggregatedList = {
  list: { name: 'AccountGroup.customersAggregate(type)', model: 'Customer', by: 'typeId', order },
  ofParent: (id) => ({ typeIds: [id] }),
};

const ofPriceGroup: AggregatedList = {
  list: {
    name: 'AccountGroup.customersAggregate(price)',
    model: 'Customer',
    through: { model: 'CustomerPriceGroup', parent: 'groupId', child: 'customerId' },
    order,
  },
  ofParent: (id) => ({ priceGroupIds: [id] }),
};

const ofSalesRep: AggregatedList = {
  list: { name: 'AccountUser.customersAggregate', model: 'Customer', by: 'salesRepId', order },
  ofParent: (id) => ({ salesRepIds: [id] }),
};

const common = { type: CustomerAggregate, args: aggregateArgs } as const;

builder.queryField('customersAggregate', (t) =>
  t.field({
    ...common,
    description:
      'Returns the number of the account’s customers by the values of `groupBy`, with the sums of their credit limits and orders. Discontinued customers are included; `filter.active` can exclude them.',
    extensions: { ...reads(), ...aggregateCost(all) },
    resolve: (_root, args, { loaders }, info) => aggregateOf(all, '', args, { loaders, info }),
  }),
);

builder.objectField(Customer, 'childAccountsAggregate', (t) =>
  t.field({
    ...common,
    description: 'The number of child customers by the values of `groupBy`, with the sums of their amounts.',
    extensions: { ...reads(), ...aggregateCost(children) },
    resolve: ({ id }, args, { loaders }, info) => aggregateOf(children, id, args, { loaders, info }),
  }),
);

builder.objectField(AccountGroup, 'customersAggregate', (t) =>
  t.field({
    ...common,
    description:
      'The number of members of the group by the values of `groupBy`, with the sums of their amounts: the customers that have it as type or as price group.',
    // The lists of both types of group cost the same.
    extensions: { ...reads(['type']), ...aggregateCost(ofType) },
    resolve: ({ id, type }, args, { loaders }, info) =>
      aggregateOf(type === 'TYPE_GROUP' ? ofType : ofPriceGroup, id, args, { loaders, info }),
  }),
);

builder.objectField(AccountUser, 'customersAggregate', (t) =>
  t.field({
    ...common,
    description:
      'The number of customers that have the user as default sales rep by the values of `groupBy`, with the sums of their amounts.',
    extensions: { ...reads(), ...aggregateCost(ofSalesRep) },
    resolve: ({ id }, args, { loaders }, info) => aggregateOf(ofSalesRep, id, args, { loaders, info }),
  }),
);
