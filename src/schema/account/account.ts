import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { node, one, rowRef } from '../relay/relation.ts';

export const Account = rowRef('Account');

builder.node(Account, {
  ...node('Account'),
  description:
    'A company that uses the gateway. It sees its own customers and settings, and the settings that the system provides.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the company.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

export const OwnerType = builder.enumType('OwnerType', {
  description: 'The kind of owner of a setting.',
  values: {
    SYSTEM: { description: 'Provided by the system for all accounts; cannot be changed or deleted.' },
    ACCOUNT: { description: 'Created by the account for itself.' },
  } as const,
});

interface OwnedRow {
  readonly accountId: string | null;
}

export const Owner = builder.objectRef<OwnedRow>('Owner');

builder.objectType(Owner, {
  description: 'The owner of a setting, such as a carrier, a term or a unit. It comes from the sales system.',
  fields: (t) => ({
    type: t.field({
      type: OwnerType,
      description: 'The kind of owner: the system or an account.',
      extensions: reads(),
      resolve: ({ accountId }) => (accountId === null ? ('SYSTEM' as const) : ('ACCOUNT' as const)),
    }),
    account: t.field(
      one(Account, 'accountId', 'The account that created it; null if the system provides it.'),
    ),
  }),
});

/** The `owner` field of a row whose `accountId` is null if the system provides it. */
export const owner = {
  type: Owner,
  description: 'The owner: the system or the account.',
  extensions: reads(['accountId']),
  resolve: (row: OwnedRow) => row,
};
