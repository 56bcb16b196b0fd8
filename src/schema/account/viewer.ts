import { scopes, type Viewer as ViewerShape } from '../../auth/viewer.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { one, theOne } from '../relay/relation.ts';
import { Account } from './account.ts';
import { AccountUser } from './account-user.ts';

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
      description: `The scopes of the caller, at most these: ${scopes.map((scope) => `\`${scope}\``).join(', ')}.`,
      extensions: reads(),
      resolve: (viewer) => [...viewer.scopes],
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
