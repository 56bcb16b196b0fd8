import type { Context } from '../../context.ts';
import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import { ambiguousText } from '../../domain/identifier/reference-data.ts';
import { sourced } from '../../domain/source/sourced.ts';
import { trimmed } from '../../domain/write/text.ts';
import { namedList } from '../filter/named-list.ts';
import { AccountUserIdentifier } from '../reference-data/identifier-input.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import { findBySource } from '../relay/find-by-source.ts';
import { expectId } from '../relay/node-id.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { reads } from '../relay/reads.ts';
import { connectionOf, newestFirst } from '../relay/relation.ts';
import { requestError } from '../relay/request-error.ts';
import { AccountUser, Department, Role } from './account-user.ts';

const RoleConnection = connectionOf(Role);
const DepartmentConnection = connectionOf(Department);

const namedRoles = namedList('Role', 'roles');
const namedDepartments = namedList('Department', 'departments');
const roles = { name: 'Query.roles', model: 'Role', order: newestFirst } as const;
const departments = { name: 'Query.departments', model: 'Department', order: newestFirst } as const;

const byEmail: List<'User'> = { name: 'Query.accountUser(email)', model: 'User', order: newestFirst };
const byUser: List<'AccountUser'> = {
  name: 'Query.accountUser',
  model: 'AccountUser',
  by: 'userId',
  order: newestFirst,
};

type Identifier = typeof AccountUserIdentifier.$inferInput;

async function findByEmail(email: string, { loaders }: Context): Promise<Row<'AccountUser'> | null> {
  const given = trimmed(email);
  if (given === null) return null;
  const { rows: users } = await loaders.first(byEmail, maxPageSize, { named: given }).defer('');
  const exact = users.filter((user) => user.email === given);
  const [user, ...others] = exact.length > 0 ? exact : users;
  if (others.length > 0)
    throw requestError('AMBIGUOUS', `\`by.email\`: ${ambiguousText('account user', given)}`);
  if (user === undefined) return null;
  const { rows } = await loaders.first(byUser, 1).defer(user.id);
  return rows[0] ?? null;
}

function find({ id, source, email }: Identifier, context: Context) {
  if (id != null) return context.loaders.row('AccountUser').defer(expectId('by.id', id, 'AccountUser'));
  if (source != null) return findBySource('AccountUser', source, context);
  return email == null ? null : findByEmail(email, context);
}

builder.queryFields((t) => ({
  accountUser: t.field({
    type: AccountUser,
    nullable: true,
    description:
      'Returns an account user, with any status, by the id or another key; null if it does not exist or belongs to another account.',
    args: { by: t.arg({ type: AccountUserIdentifier, required: true, description: 'The user’s key.' }) },
    extensions: reads([], { User: ['id', 'email'], ObjectSource: [sourced.AccountUser.column] }),
    resolve: (_root, { by }, context) => find(by, context),
  }),
  roles: t.connection(
    {
      type: Role,
      description:
        'Returns the roles of the account and of the system, newest first unless `orderBy` is given.',
      args: namedRoles.args,
      extensions: namedRoles.extensions(roles),
      resolve: (_root, args, { loaders }) => pageOf(roles, '', args, loaders, namedRoles.choose),
    },
    RoleConnection,
  ),
  departments: t.connection(
    {
      type: Department,
      description: 'Returns the departments of the account, newest first unless `orderBy` is given.',
      args: namedDepartments.args,
      extensions: namedDepartments.extensions(departments),
      resolve: (_root, args, { loaders }) => pageOf(departments, '', args, loaders, namedDepartments.choose),
    },
    DepartmentConnection,
  ),
}));
