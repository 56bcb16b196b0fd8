import { builder } from './builder.ts';
import { pageOf } from './connection.ts';
import { reads } from './reads.ts';
import { connectionOf, newestFirst, node, type RowRef, rowRef } from './relation.ts';

export const AccountGroupType = builder.enumType('AccountGroupType', {
  description: 'What an account group is for. Never changes.',
  values: {
    PRICING_GROUP: { description: 'Pricing rules apply to its members; a customer can be in many.' },
    TYPE_GROUP: { description: 'Says what kind of customer its members are; a customer is in one at most.' },
  } as const,
});

export const CommissionPolicy = builder.enumType('CommissionPolicy', {
  description: 'Whether sales commission is calculated on orders.',
  values: {
    COMMISSION_APPLIED: { description: 'Commission is calculated.' },
    COMMISSION_EXEMPT: { description: 'The orders are exempt from commission.' },
  } as const,
});

export const FreightPolicy = builder.enumType('FreightPolicy', {
  description: 'Whether freight is billed.',
  values: {
    FREE_FREIGHT: { description: 'Freight is not billed.' },
    BILLED_FREIGHT: { description: 'Freight is billed, unless something else says that it is free.' },
  } as const,
});

export const AccountGroup: RowRef<'AccountGroup'> = rowRef('AccountGroup');
export const AccountGroupConnection = connectionOf(AccountGroup);

builder.node(AccountGroup, {
  ...node('AccountGroup'),
  description: 'A group of customers, for pricing or by kind. From the sales system.',
  fields: (t) => ({
    type: t.expose('type', { type: AccountGroupType, description: 'What the group is for. Never changes.' }),
    name: t.exposeString('name', { description: 'The group’s name, unique within the account.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'Free text about the group; null when there is none.',
    }),
    commissionPolicy: t.expose('commissionPolicy', {
      type: CommissionPolicy,
      description: 'Whether its members’ orders earn commission. An exempt group exempts every member.',
    }),
    freightPolicy: t.expose('freightPolicy', {
      type: FreightPolicy,
      description: 'Whether its members pay freight. A group with free freight frees every member.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the group was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the group was last changed.' }),
  }),
});

const accountGroups = { name: 'Query.accountGroups', model: 'AccountGroup', order: newestFirst } as const;

builder.queryField('accountGroups', (t) =>
  t.connection(
    {
      type: AccountGroup,
      description: 'The account’s groups of customers, newest first.',
      args: {
        type: t.arg({ type: AccountGroupType, description: 'Only groups of this type; all when null.' }),
      },
      extensions: reads(),
      resolve: (_root, args, { loaders }) =>
        pageOf(accountGroups, '', args, loaders, ({ type }) => (type ? { where: { equal: { type } } } : {})),
    },
    AccountGroupConnection,
  ),
);
