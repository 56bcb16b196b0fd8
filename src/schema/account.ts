import { builder } from './builder.ts';
import { reads } from './reads.ts';
import { node, one, rowRef } from './relation.ts';

export const Account = rowRef('Account');

builder.node(Account, {
  ...node('Account'),
  description:
    'A company that uses the gateway. It sees its own customers and settings, and those that the system provides.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The company’s name.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the account was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the account was last changed.' }),
  }),
});

export const OwnerType = builder.enumType('OwnerType', {
  description: 'Who provides a setting.',
  values: {
    SYSTEM: { description: 'Provided for all accounts; cannot be changed or deleted.' },
    ACCOUNT: { description: 'Made by the account for itself.' },
  } as const,
});

interface Owned {
  readonly accountId: string | null;
}

export const Owner = builder.objectRef<Owned>('Owner');

builder.objectType(Owner, {
  description: 'Who provides a setting such as a carrier, a term or a unit. From the sales system.',
  fields: (t) => ({
    type: t.field({
      type: OwnerType,
      description: 'Whether the system or an account provides it.',
      extensions: reads(),
      resolve: ({ accountId }) => (accountId === null ? ('SYSTEM' as const) : ('ACCOUNT' as const)),
    }),
    account: t.field(
      one(Account, 'accountId', 'The account that made it; null when the system provides it.'),
    ),
  }),
});

/** The `owner` of a row whose account_id is null when the system provides it. */
export const owner = {
  type: Owner,
  description: 'Who provides it: the system, or the account itself.',
  extensions: reads(['accountId']),
  resolve: (row: Owned) => row,
};
