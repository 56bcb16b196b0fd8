import type { Context } from '../context.ts';
import type { Row } from '../db/table.ts';
import { owner } from './account.ts';
import { builder } from './builder.ts';
import { pageOf } from './connection.ts';
import { reads } from './reads.ts';
import { connectionOf, newestFirst, node, one, type RowRef, rowRef } from './relation.ts';

export const AccountUserStatus = builder.enumType('AccountUserStatus', {
  description: 'The access of a person to the account.',
  values: {
    ACTIVE: { description: 'The person can use the account.' },
    DISABLED: { description: 'The person is locked out of the account.' },
    REMOVED: { description: 'The person was removed from the account; the record stays.' },
  } as const,
});

export const RoleType = builder.enumType('RoleType', {
  description: 'The kind of work that a role is for.',
  values: {
    ADMIN: { description: 'Administration of the account.' },
    USER: { description: 'Office work; the type of every role that an account creates itself.' },
    SCANNER: { description: 'Warehouse work with a scanner.' },
    SALES_REP: { description: 'Sales.' },
    AGENT: { description: 'Software that acts for the account.' },
  } as const,
});

const User: RowRef<'User'> = rowRef('User');

builder.node(User, {
  ...node('User'),
  description:
    'A person, shared by all accounts that have the person as a user, and visible only to these. It comes from the sales system.',
  fields: (t) => ({
    email: t.exposeString('email', {
      nullable: true,
      description: 'The email address of the person; null if unknown.',
    }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'The full name of the person; null if unknown.',
    }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'The sign-in name of the person; null if there is none.',
    }),
    emailVerifiedAt: t.expose('emailVerifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The time when the person verified the email address; null if it is not verified.',
    }),
    imageUrl: t.exposeString('imageUrl', {
      nullable: true,
      description: 'The URL of the person’s picture; null if there is none.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

const Role: RowRef<'Role'> = rowRef('Role');

builder.node(Role, {
  ...node('Role'),
  description:
    'The permissions of a group of account users in the sales system. In the gateway, scopes apply instead.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the role, unique within the account.' }),
    type: t.expose('type', { type: RoleType, description: 'The kind of work that the role is for.' }),
    permissions: t.expose('permissions', {
      type: ['String'],
      nullable: { list: false, items: false },
      description:
        'All permissions of the role, as `permission:action`: `customers:read`. A few dozen at most.',
    }),
    owner: t.field(owner),
  }),
});

const Department: RowRef<'Department'> = rowRef('Department');

builder.node(Department, {
  ...node('Department'),
  description: 'A department of the account’s company. It comes from the sales system.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the department, unique within the account.' }),
    notes: t.exposeString('notes', {
      nullable: true,
      description: 'Free text about the department; null if there is none.',
    }),
  }),
});

export const AccountUser: RowRef<'AccountUser'> = rowRef('AccountUser');
const AccountUserConnection = connectionOf(AccountUser);

/** A field of the user that is also exposed on the account user. */
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
  description: 'A person as a user of the account, such as a sales rep. It comes from the sales system.',
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
      description: 'The time when the user last used the account; null if never.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'The time when the user was added to the account.',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

const accountUsers = { name: 'Query.accountUsers', model: 'AccountUser', order: newestFirst } as const;

builder.queryField('accountUsers', (t) =>
  t.connection(
    {
      type: AccountUser,
      description: 'Returns the users of the account, with any status, newest first.',
      extensions: reads(),
      resolve: (_root, args, { loaders }) => pageOf(accountUsers, '', args, loaders),
    },
    AccountUserConnection,
  ),
);
