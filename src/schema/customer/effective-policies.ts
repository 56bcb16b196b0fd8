import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import { type EffectivePolicy, effectivePolicy } from '../../domain/effective-policy.ts';
import { AccountGroup, CommissionPolicy, FreightPolicy } from '../reference-data/account-group.ts';
import { builder } from '../relay/builder.ts';
import { partOf, reads } from '../relay/reads.ts';
import type { CustomerRow } from './parts.ts';

type GroupRow = Row<'AccountGroup'>;

const PolicySource = builder.enumType('PolicySource', {
  description: 'The origin of a policy.',
  values: {
    CUSTOMER: { description: 'The customer’s own field.' },
    TYPE_GROUP: { description: 'The account group that is the customer’s type.' },
    PRICE_GROUP: { description: 'One of the customer’s price groups.' },
  } as const,
});

const source = {
  type: PolicySource,
  description:
    'The origin of the value: the first of the customer, its type and its price groups that grants the exemption, or else the customer.',
};
const via = {
  type: AccountGroup,
  nullable: true as const,
  description:
    'The group that the value comes from; if several price groups apply, the first by name. Null for the customer’s own policy.',
};

const EffectiveCommissionPolicy =
  builder.objectRef<EffectivePolicy<CustomerRow['commissionPolicy'], GroupRow>>('EffectiveCommissionPolicy');
const EffectiveFreightPolicy =
  builder.objectRef<EffectivePolicy<CustomerRow['freightPolicy'], GroupRow>>('EffectiveFreightPolicy');

builder.objectType(EffectiveCommissionPolicy, {
  description: 'The commission policy of the customer, including the policies of its groups.',
  fields: (t) => ({
    value: t.expose('value', {
      type: CommissionPolicy,
      description:
        'The policy: `COMMISSION_EXEMPT` if the customer, its type or any of its price groups is exempt.',
    }),
    source: t.expose('source', source),
    via: t.expose('via', via),
  }),
});

builder.objectType(EffectiveFreightPolicy, {
  description:
    'The freight policy of the customer, including the policies of its groups but not its shipping term.',
  fields: (t) => ({
    value: t.expose('value', {
      type: FreightPolicy,
      description:
        'The policy: `FREE_FREIGHT` if the customer, its type or any of its price groups has free freight.',
    }),
    source: t.expose('source', source),
    via: t.expose('via', via),
  }),
});

const priceGroups: List<'AccountGroup'> = {
  name: 'EffectivePolicies.via',
  model: 'AccountGroup',
  through: { model: 'CustomerPriceGroup', parent: 'customerId', child: 'groupId' },
  order: [{ field: 'name', descending: false }],
};

/** Loads the customer's groups; each is loaded only if the policies before it do not decide. */
function groupsOf(
  { id, typeId }: CustomerRow,
  { loaders }: Context,
  equal: Readonly<Record<string, string>>,
) {
  return {
    type: () => (typeId === null ? Promise.resolve(null) : loaders.row('AccountGroup').defer(typeId)),
    priceGroup: async () => (await loaders.first(priceGroups, 1, { equal }).load(id)).rows[0] ?? null,
  };
}

const EffectivePolicies = builder.objectRef<CustomerRow>('EffectivePolicies');

builder.objectType(EffectivePolicies, {
  extensions: partOf('Customer'),
  description: 'The policies of a customer, including the policies of its groups.',
  fields: (t) => ({
    commission: t.field({
      type: EffectiveCommissionPolicy,
      description: 'Whether orders of the customer earn commission.',
      extensions: reads(['typeId', 'commissionPolicy'], { AccountGroup: ['commissionPolicy'] }),
      resolve: (customer, _args, context) =>
        effectivePolicy<CustomerRow['commissionPolicy'], GroupRow>(
          'COMMISSION_EXEMPT',
          customer.commissionPolicy,
          (group) => group.commissionPolicy,
          groupsOf(customer, context, { commissionPolicy: 'COMMISSION_EXEMPT' }),
        ),
    }),
    freight: t.field({
      type: EffectiveFreightPolicy,
      description: 'Whether the customer pays freight.',
      extensions: reads(['typeId', 'freightPolicy'], { AccountGroup: ['freightPolicy'] }),
      resolve: (customer, _args, context) =>
        effectivePolicy<CustomerRow['freightPolicy'], GroupRow>(
          'FREE_FREIGHT',
          customer.freightPolicy,
          (group) => group.freightPolicy,
          groupsOf(customer, context, { freightPolicy: 'FREE_FREIGHT' }),
        ),
    }),
  }),
});

export const effectivePolicies = {
  type: EffectivePolicies,
  description: 'The policies of the customer, including the policies of its groups, with the origin of each.',
  extensions: reads(),
  resolve: (customer: CustomerRow) => customer,
};
