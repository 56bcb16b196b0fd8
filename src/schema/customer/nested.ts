import type { List } from '../../db/read/list.ts';
import { AccountGroup } from '../reference-data/account-group.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { newestFirst } from '../relay/relation.ts';
import { Customer, CustomerConnection, customerArgs, customerListCost, listCustomers } from './list.ts';

const children: List<'Customer'> = {
  name: 'Customer.childAccounts',
  model: 'Customer',
  by: 'parentId',
  order: newestFirst,
};

builder.objectField(Customer, 'childAccounts', (t) =>
  t.connection(
    {
      type: Customer,
      description:
        'The child customers, newest first unless `orderBy` is given; empty unless `relationshipType` is `PARENT`.',
      args: customerArgs,
      extensions: { ...customerListCost(children), ...reads() },
      resolve: ({ id }, args, { loaders }) => listCustomers(children, id, args, loaders),
    },
    CustomerConnection,
  ),
);

const ofType: List<'Customer'> = {
  name: 'AccountGroup.customers(type)',
  model: 'Customer',
  by: 'typeId',
  order: newestFirst,
};

const ofPriceGroup: List<'Customer'> = {
  name: 'AccountGroup.customers(price)',
  model: 'Customer',
  through: { model: 'CustomerPriceGroup', parent: 'groupId', child: 'customerId' },
  order: newestFirst,
};

builder.objectField(AccountGroup, 'customers', (t) =>
  t.connection(
    {
      type: Customer,
      description:
        'The members of the group, newest first unless `orderBy` is given: the customers that have it as type or as price group.',
      args: customerArgs,
      // The lists of both types of group have the same default
      // order and no other index, so they cost the same.
      extensions: { ...customerListCost(ofType), ...reads(['type']) },
      resolve: ({ id, type }, args, { loaders }) =>
        listCustomers(type === 'TYPE_GROUP' ? ofType : ofPriceGroup, id, args, loaders),
    },
    CustomerConnection,
  ),
);
