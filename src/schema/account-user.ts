import type { Context } from '../context.ts';
import type { Row } from '../db/table.ts';
import { owner } from './account.ts';
import { builder } from './builder.ts';
import { pageOf } from './connection.ts';
import { reads } from './reads.ts';
import { connectionOf, newestFirst, node, one, type RowRef, rowRef } from './relation.ts';

export const AccountUserStatus = builder.enumType('AccountUserStatus', {
  description: 'Whether a person can use the account.',
  values: {
    ACTIVE: { description: 'Can use it.' },
    DISABLED: { description: 'Is locked out of it.' },
    REMOVED: { description: 'Has been removed from it; the record stays.' },
  } as const,
});

export const RoleType = builder.enumType('RoleType', {
  description: 'What kind of work a role is for.',
  values: {
    ADMIN: { description: 'Runs the account.' },
    USER: { description: 'Works in the office; the kind of every role that an account makes itself.' },
    SCANNER: { description: 'Works with a scanner in the warehouse.' },
    SALES_REP: { description: 'Sells.' },
    AGENT: { description: 'Acts for the account by software.' },
  } as const,
});

const User: RowRef<'User'> = rowRef('User');

builder.node(User, {
  ...node('User'),
  description:
    'A person, shared by all accounts that know them. Seen only by accounts that they are a user of. From the sales system.',
  fields: (t) => ({
    email: t.exposeString('email', {
      nullable: true,
      description: 'The person’s email address; null when unknown.',
    }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'The person’s full name; null when unknown.',
    }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'The name they sign in with; null when they have none.',
    }),
    emailVerifiedAt: t.expose('emailVerifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When they proved that the address is theirs; null when they have not.',
    }),
    imageUrl: t.exposeString('imageUrl', {
      nullable: true,
      description: 'The address of their picture; null when they have none.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the person was first known.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the record was last changed.' }),
  }),
});

const Role: RowRef<'Role'> = rowRef('Role');

builder.node(Role, {
  ...node('Role'),
  description:
    'What a group of an account’s users may do in the sales system. It does not govern the gateway, scopes do.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The role’s name, unique within the account.' }),
    type: t.expose('type', { type: RoleType, description: 'The kind of work it is for.' }),
    permissions: t.expose('permissions', {
      type: ['String'],
      nullable: { list: false, items: false },
      description:
        'What it allows, as `permission:action`: `customers:read`. Some dozens at most, all of them here.',
    }),
    owner: t.field(owner),
  }),
});

const Department: RowRef<'Department'> = rowRef('Department');

builder.node(Department, {
  ...node('Department'),
  description: 'A part of the account’s company. From the sales system.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The department’s name, unique within the account.' }),
    notes: t.exposeString('notes', {
      nullable: true,
      description: 'Free text about it; null when there is none.',
    }),
  }),
});

export const AccountUser: RowRef<'AccountUser'> = rowRef('AccountUser');
const AccountUserConnection = connectionOf(AccountUser);

/** A field of the person, shown on their seat in the account too. */
const ofUser = (field: 'name' | 'email' | 'username' | 'imageUrl', description: string) => ({
  type: 'String' as const,
  nullable: true as const,
  description,
  extensions: reads(['userId'], { User: [field] }),
  resolve: ({ userId }: Row<'AccountUser'>, _args: object, { loaders }: Context) =>
    loaders
      .row('User')
      .load(userId)
      .map((user) => user?.[field] ?? null),
});

builder.node(AccountUser, {
  ...node('AccountUser'),
  description: 'A person’s seat in the account: a sales rep is one. From the sales system.',
  fields: (t) => ({
    status: t.expose('status', { type: AccountUserStatus, description: 'Whether they can use the account.' }),
    role: t.field(one(Role, 'roleId', 'What they may do in the sales system; null when they have no role.')),
    department: t.field(one(Department, 'departmentId', 'Where they work; null when in no department.')),
    user: t.field(one(User, 'userId', 'The person.')),
    name: t.field(ofUser('name', 'The person’s full name, as in `user`.')),
    email: t.field(ofUser('email', 'The person’s email address, as in `user`.')),
    username: t.field(ofUser('username', 'The name they sign in with, as in `user`.')),
    imageUrl: t.field(ofUser('imageUrl', 'The address of their picture, as in `user`.')),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When they last used the account; null when never.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When they were added to the account.',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the seat was last changed.' }),
  }),
});

const accountUsers = { name: 'Query.accountUsers', model: 'AccountUser', order: newestFirst } as const;

builder.queryField('accountUsers', (t) =>
  t.connection(
    {
      type: AccountUser,
      description: 'The account’s users, of every status, newest first.',
      extensions: reads(),
      resolve: (_root, args, { loaders }) => pageOf(accountUsers, '', args, loaders),
    },
    AccountUserConnection,
  ),
);
