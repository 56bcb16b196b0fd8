import type { Viewer as ViewerShape } from '../context.ts';
import { Account } from './account.ts';
import { AccountUser } from './account-user.ts';
import { builder } from './builder.ts';
import { reads } from './reads.ts';
import { one, theOne } from './relation.ts';

const Viewer = builder.objectRef<ViewerShape>('Viewer');

builder.objectType(Viewer, {
  description: 'The caller: whose data it sees and what it may do.',
  fields: (t) => ({
    account: t.field(theOne(Account, 'accountId', 'The account of the caller, which all data belongs to.')),
    accountUser: t.field(
      one(AccountUser, 'accountUserId', 'The signed-in account user; null for a service or without sign-in.'),
    ),
    scopes: t.field({
      type: ['String'],
      description:
        'The scopes of the caller: `customers:read`, `customers:write`, `settings:write`. At most these three.',
      extensions: reads(),
      resolve: ({ scopes }) => [...scopes],
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    description: 'The caller: whose data it sees and what it may do.',
    extensions: reads(),
    resolve: (_root, _args, { viewer }) => viewer,
  }),
);
