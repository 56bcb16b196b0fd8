import type { List } from '../../db/read/list.ts';
import { AccountUser } from '../account/account-user.ts';
import { AccountGroup } from '../reference-data/account-group.ts';
import { Carrier, ServiceLevel } from '../reference-data/carrier.ts';
import { Priority } from '../reference-data/priority.ts';
import { PaymentTerm, ShippingTerm } from '../reference-data/term.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { newestFirst, type RowRef } from '../relay/relation.ts';
import { Customer, CustomerConnection, customerArgs, customerListCost, listCustomers } from './list.ts';
import { CustomerGroup, Tag } from './record.ts';

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
        'The members of the group: the customers with this type or price group, newest first unless `orderBy` is given.',
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

function addCustomers(type: unknown, list: Omit<List<'Customer'>, 'model' | 'order'>, what: string): void {
  const declared: List<'Customer'> = { ...list, model: 'Customer', order: newestFirst };
  // Each of these rows has an id, like an account group.
  builder.objectField(type as RowRef<'AccountGroup'>, 'customers', (t) =>
    t.connection(
      {
        type: Customer,
        description: `The customers that have ${what}, newest first unless \`orderBy\` is given.`,
        args: customerArgs,
        extensions: { ...customerListCost(declared), ...reads() },
        resolve: ({ id }, args, { loaders }) => listCustomers(declared, id, args, loaders),
      },
      CustomerConnection,
    ),
  );
}

const owners: readonly (readonly [type: { readonly name: string }, by: string, what: string])[] = [
  [AccountUser, 'salesRepId', 'the user as default sales rep'],
  [Carrier, 'carrierId', 'the carrier as default'],
  [CustomerGroup, 'customerGroupId', 'the group as customer group'],
  [PaymentTerm, 'paymentTermId', 'the term as default payment term'],
  [Priority, 'priorityId', 'the priority as default'],
  [ServiceLevel, 'serviceLevelId', 'the service level as default'],
  [ShippingTerm, 'shippingTermId', 'the term as default shipping term'],
];

for (const [type, by, what] of owners) addCustomers(type, { name: `${type.name}.customers`, by }, what);

addCustomers(
  Tag,
  { name: 'Tag.customers', through: { model: 'CustomerTag', parent: 'tagId', child: 'customerId' } },
  'the tag',
);
