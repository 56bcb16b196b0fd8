import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import { chosenList, sortInput } from '../filter/chosen-list.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import { reads } from '../relay/reads.ts';
import { connectionOf, newestFirst, node, one, type RowRef, rowRef } from '../relay/relation.ts';
import { sources } from '../relay/source.ts';
import { owner } from './account.ts';

export const AccountUserStatus = builder.enumType('AccountUserStatus', {
  description: 'The access of a person to the account.',
  values: {
    ACTIVE: { description: 'The person can use the account.' },
    DISABLED: { description: 'The person cannot sign in to the account, from 5 s after the change.' },
    REMOVED: {
      description:
        'The person was removed from the account with `accountUserRemove` and cannot sign in; the record stays.',
    },
  } as const,
});

export const RoleType = builder.enumType('RoleType', {
  description: 'The kind of work that a role is for.',
  values: {
    ADMIN: { description: 'Administration of the account.' },
    USER: { description: 'Office work; the default for roles that an account creates.' },
    SCANNER: { description: 'Warehouse work with a scanner.' },
    SALES_REP: { description: 'Sales.' },
    AGENT: { description: 'Software that acts for the account.' },
  } as const,
});

const User: RowRef<'User'> = rowRef('User');

builder.node(User, {
  ...node('User'),
  description:
    'A person as the account knows them. The same person in another account is another object, which neither account can see or change in the other.',
  fields: (t) => ({
    email: t.exposeString('email', {
      nullable: true,
      description: 'The email address of the person, unique within the account; null if unknown.',
    }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'The full name of the person; null if unknown.',
    }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'The sign-in name of the person, unique within the account; null if there is none.',
    }),
    emailVerifiedAt: t.expose('emailVerifiedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'The time of the first sign-in with a token that verifies the email address; null without such a sign-in since the address was set.',
    }),
    imageUrl: t.exposeString('imageUrl', {
      nullable: true,
      description: 'The URL of the person’s picture; null if there is none.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

export const Role: RowRef<'Role'> = rowRef('Role');

builder.node(Role, {
  ...node('Role'),
  description:
    'A group of account users, with their permissions in the sales system. The permissions are informational: in the gateway, the scopes of the token apply.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name of the role, unique among the roles of its owner.',
    }),
    type: t.expose('type', { type: RoleType, description: 'The kind of work that the role is for.' }),
    permissions: t.expose('permissions', {
      type: ['String'],
      nullable: { list: false, items: false },
      description: 'All permissions of the role, such as `customers:read`; at most 100.',
    }),
    owner: t.field(owner),
    sources: t.field(sources('Role')),
  }),
});

export const Department: RowRef<'Department'> = rowRef('Department');

builder.node(Department, {
  ...node('Department'),
  description: 'A department of the account’s company.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the department, unique within the account.' }),
    notes: t.exposeString('notes', {
      nullable: true,
      description: 'Free text about the department; null if there is none.',
    }),
    sources: t.field(sources('Department')),
  }),
});

export const AccountUser: RowRef<'AccountUser'> = rowRef('AccountUser');
const AccountUserConnection = connectionOf(AccountUser);

const ofUser = (field: 'name' | 'email' | 'username' | 'imageUrl', description: string) => ({
  type: 'String' as const,
  nullable: true as const,
  description,
  extensions: reads(['userId'], { User: [field] }),
  resolve: ({ userId }: Row<'AccountUser'>, _args: object, { loaders }: Context) =>
    loaders
      .row('User')
      .defer(userId)
      .map((user) => user?.[field] ?? null),
});

builder.node(AccountUser, {
  ...node('AccountUser'),
  description: 'A person as a user of the account, such as a sales rep.',
  fields: (t) => ({
    status: t.expose('status', {
      type: AccountUserStatus,
      description: 'The access of the user to the account.',
    }),
    role: t.field(one(Role, 'roleId', 'The role of the user in the sales system; null if none.')),
    department: t.field(one(Department, 'departmentId', 'The department of the user; null if none.')),
    user: t.field(one(User, 'userId', 'The person.')),
    name: t.field(ofUser('name', 'The full name of the person, as in `user`.')),
    email: t.field(ofUser('email', 'The email address of the person, as in `user`.')),
    username: t.field(ofUser('username', 'The sign-in name of the person, as in `user`.')),
    imageUrl: t.field(ofUser('imageUrl', 'The URL of the person’s picture, as in `user`.')),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The time when the user last sent a request, accurate to about a minute; null if never.',
    }),
    sources: t.field(sources('AccountUser')),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'The time when the user was added to the account.',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

const accountUsers = { name: 'Query.accountUsers', model: 'AccountUser', order: newestFirst } as const;

const AccountUserSortField = builder.enumType('AccountUserSortField', {
  description: 'The fields that account users can be ordered by.',
  values: {
    CREATED_AT: { description: 'The time when the user was added to the account.' },
    LAST_USED_AT: { description: 'The time when the user last sent a request; null if never.' },
  } as const,
});

const chosen = chosenList({
  filter: 'AccountUser',
  rows: 'users',
  searched: ['name', 'email'],
  columns: { CREATED_AT: ['createdAt'], LAST_USED_AT: ['lastUsedAt'] },
  sort: sortInput('AccountUserSort', 'account users', AccountUserSortField),
});

builder.queryField('accountUsers', (t) =>
  t.connection(
    {
      type: AccountUser,
      description:
        'Returns the users of the account, with any status, newest first unless `orderBy` is given.',
      args: chosen.args,
      extensions: chosen.extensions(accountUsers),
      resolve: (_root, args, { loaders }) => pageOf(accountUsers, '', args, loaders, chosen.choose),
    },
    AccountUserConnection,
  ),
);
