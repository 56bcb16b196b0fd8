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
    account: t.field(theOne(Account, 'accountId', 'The account that everything read belongs to.')),
    accountUser: t.field(
      one(AccountUser, 'accountUserId', 'Who is signed in; null for a service, and where nobody signed in.'),
    ),
    scopes: t.field({
      type: ['String'],
      description:
        'What the caller may do: `customers:read`, `customers:write`, `settings:write`. At most these three.',
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
