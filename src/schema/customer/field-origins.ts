import type { Context } from '../../context.ts';
import type { ListName } from '../../db/model/field-group.ts';
import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import { type FieldOrigin, modifiedAtOf, originsFor } from '../../domain/customer/derive/origins.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { SourceRecord, sourcesCost } from '../relay/source.ts';
import { metadataKey, recordsOf, rulesOf, stated } from './derivation.ts';
import { CustomerFieldGroup } from './field-group.ts';

const FieldOriginKind = builder.enumType('FieldOriginKind', {
  description: 'The kinds of origins of a value, in the order in which they decide.',
  values: {
    PIN: {
      description:
        'A pin: an account user set the value, or `customerFieldPin`. It wins until it is released.',
    },
    SOURCE: {
      description:
        'Source records. A list that has the items of all records can also have items of the baseline.',
    },
    BASELINE: {
      description:
        'The baseline: values set by requests without a source, values from before the customer’s first source, and generated numbers.',
    },
  } as const,
});

const FieldOriginRef = builder.objectRef<FieldOrigin>('FieldOrigin');

builder.objectType(FieldOriginRef, {
  description: 'Where the present value of a field of a customer comes from.',
  fields: (t) => ({
    fieldGroup: t.field({
      type: CustomerFieldGroup,
      description: 'The fields.',
      extensions: reads(),
      resolve: ({ unit }) => unit.group,
    }),
    metadataKey: t.string({
      nullable: true,
      description: metadataKey,
      extensions: reads(),
      resolve: ({ unit }) => unit.key,
    }),
    kind: t.expose('kind', { type: FieldOriginKind, description: 'The kind of origin.' }),
    sources: t.field({
      type: [SourceRecord],
      description: 'The source records of `SOURCE`: one, or several of a list. Otherwise empty.',
      extensions: { ...reads(), ...sourcesCost },
      resolve: ({ records }) => records,
    }),
    modifiedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The latest `modifiedAt` of `sources`; null if there is none.',
      extensions: reads(),
      resolve: ({ records }) => modifiedAtOf(records),
    }),
  }),
});

const groupsOf: List<'CustomerPriceGroup'> = {
  ...{ name: 'FieldOrigin.priceGroups', model: 'CustomerPriceGroup', by: 'customerId' },
  order: [{ field: 'groupId', descending: false }],
};
const tagsOf: List<'CustomerTag'> = {
  ...{ name: 'FieldOrigin.tags', model: 'CustomerTag', by: 'customerId' },
  order: [{ field: 'tagId', descending: false }],
};

async function filledLists({ id }: Row<'Customer'>, { loaders }: Context): Promise<ReadonlySet<ListName>> {
  const [groups, tags] = await Promise.all([
    loaders.first(groupsOf, 1).load(id),
    loaders.first(tagsOf, 1).load(id),
  ]);
  const named: readonly (readonly [ListName, readonly unknown[]])[] = [
    ['priceGroups', groups.rows],
    ['tags', tags.rows],
  ];
  return new Set(named.flatMap(([name, rows]) => (rows.length > 0 ? [name] : [])));
}

export const fieldOrigins = {
  type: [FieldOriginRef] as [typeof FieldOriginRef],
  description:
    'The origins of the customer’s current values, without empty fields. `parentAccount`, `active` and `mode` are not derived: the last write wins.',
  extensions: stated({ CustomerPriceGroup: ['groupId'], CustomerTag: ['tagId'] }),
  resolve: async (customer: Row<'Customer'>, _args: object, context: Context) => {
    const [rows, rules, lists] = await Promise.all([
      recordsOf(customer, context),
      rulesOf(context),
      filledLists(customer, context),
    ]);
    return originsFor(customer, rows, { rules, lists });
  },
};
