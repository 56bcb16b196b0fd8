import { namedList, withEqual } from '../filter/named-list.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import { connectionOf, newestFirst, node, type RowRef, rowRef } from '../relay/relation.ts';
import { sources } from '../relay/source.ts';

export const AccountGroupType = builder.enumType('AccountGroupType', {
  description: 'The purpose of an account group. Cannot be changed.',
  values: {
    PRICING_GROUP: {
      description: 'A group for pricing rules. A customer can be in many groups.',
    },
    TYPE_GROUP: { description: 'A kind of customer; a customer is in at most one.' },
  } as const,
});

export const CommissionPolicy = builder.enumType('CommissionPolicy', {
  description: 'Whether sales commission is calculated on orders.',
  values: {
    COMMISSION_APPLIED: { description: 'Commission is calculated on the orders.' },
    COMMISSION_EXEMPT: { description: 'The orders are exempt from commission.' },
  } as const,
});

export const FreightPolicy = builder.enumType('FreightPolicy', {
  description: 'Whether freight is billed.',
  values: {
    FREE_FREIGHT: { description: 'Freight is not billed.' },
    BILLED_FREIGHT: { description: 'Freight is billed, unless another rule makes it free.' },
  } as const,
});

export const AccountGroup: RowRef<'AccountGroup'> = rowRef('AccountGroup');
export const AccountGroupConnection = connectionOf(AccountGroup);

builder.node(AccountGroup, {
  ...node('AccountGroup'),
  description: 'A group of customers: a price group or a type of customer. It comes from the sales system.',
  fields: (t) => ({
    type: t.expose('type', {
      type: AccountGroupType,
      description: 'The purpose of the group. Cannot be changed.',
    }),
    name: t.exposeString('name', { description: 'The name of the group, unique within the account.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'Free text about the group; null if there is none.',
    }),
    commissionPolicy: t.expose('commissionPolicy', {
      type: CommissionPolicy,
      description: 'Whether orders of the members earn commission. An exempt group exempts every member.',
    }),
    freightPolicy: t.expose('freightPolicy', {
      type: FreightPolicy,
      description:
        'Whether the members pay freight. A group with free freight makes freight free for every member.',
    }),
    sources: t.field(sources('AccountGroup')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

const named = namedList('AccountGroup', 'groups');
const accountGroups = { name: 'Query.accountGroups', model: 'AccountGroup', order: newestFirst } as const;

builder.queryField('accountGroups', (t) =>
  t.connection(
    {
      type: AccountGroup,
      description: 'Returns the account’s groups of customers, newest first unless `orderBy` is given.',
      args: {
        ...named.args,
        type: t.arg({
          type: AccountGroupType,
          description: 'Returns only groups of this type; all groups if absent or null.',
        }),
      },
      extensions: named.extensions(accountGroups),
      resolve: (_root, args, { loaders }) =>
        pageOf(accountGroups, '', args, loaders, ({ type, ...chosen }) =>
          withEqual(named.choose(chosen), type ? { type } : {}),
        ),
    },
    AccountGroupConnection,
  ),
);
