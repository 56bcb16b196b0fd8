import { removeAccountUser, upsertAccountUser } from '../../domain/account/account-user.ts';
import { deleteDepartment, upsertDepartment } from '../../domain/account/department.ts';
import { deleteRole, maxPermissions, upsertRole } from '../../domain/account/role.ts';
import { maxSourceRecords } from '../../domain/source/key.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { requestFields, upTo } from '../customer/mutation-input.ts';
import { DeleteInput } from '../reference-data/delete-input.ts';
import { AccountUserIdentifier } from '../reference-data/identifier-input.ts';
import { builder } from '../relay/builder.ts';
import { DeletePayload } from '../relay/delete-payload.ts';
import { SourceRecordInput } from '../relay/source.ts';
import { upsertPayload } from '../relay/upsert-payload.ts';
import { AccountUser, AccountUserStatus, Department, Role, RoleType } from './account-user.ts';

const AccountUserPayload = upsertPayload(
  'AccountUserPayload',
  'accountUser',
  AccountUser,
  'The current account user; null if there are errors.',
);
const RolePayload = upsertPayload('RolePayload', 'role', Role, 'The current role; null if there are errors.');
const DepartmentPayload = upsertPayload(
  'DepartmentPayload',
  'department',
  Department,
  'The current department; null if there are errors.',
);

const trimmed = 'Leading and trailing whitespace is trimmed.';
const matching =
  'Without `id`, the account’s object with this name is updated and keeps its name; an exact match takes precedence over a match that differs only in case.';

const AccountUserUpsertInput = builder.inputType('AccountUserUpsertInput', {
  description:
    'A person as a user of the account, identified by a key, with its new values. Absent fields keep their value, null clears. Strings are trimmed, and empty strings count as null.',
  fields: (t) => ({
    by: t.field({
      type: AccountUserIdentifier,
      required: true,
      description:
        'The key of the account user. If no user has the key, a user with it is created; an unknown id is `NOT_FOUND`.',
    }),
    addSources: t.field({
      type: [SourceRecordInput],
      description: `Records in source systems to link to the user, in addition to the existing ones. A record of another account user is \`TAKEN\`. A user has at most ${maxSourceRecords}.`,
    }),
    email: t.string({
      description: `The email address, unique within the account; stored in lower case. A person with a token that verifies this address signs in as this user. If \`by\` is an email, it must be the same. A new address is not verified. ${upTo(maxLengths.email)}`,
    }),
    name: t.string({ description: `The full name of the person. ${upTo(maxLengths.name)}` }),
    username: t.string({
      description: `The sign-in name of the person in the sales system, case-sensitive, unique within the account. ${upTo(maxLengths.email)}`,
    }),
    imageUrl: t.string({
      description: `The URL of the person’s picture, with \`http://\` or \`https://\`. ${upTo(maxLengths.url)}`,
    }),
    status: t.field({
      type: AccountUserStatus,
      description:
        'The access to the account; a new user is `ACTIVE` by default. `REMOVED` is `INVALID`: use `accountUserRemove`. `ACTIVE` and `DISABLED` also undo a removal. Cannot be null.',
    }),
    roleId: t.id({ description: 'The id of the role, one of `roles`. Null clears.' }),
    departmentId: t.id({ description: 'The id of the department, one of `departments`. Null clears.' }),
    ...requestFields(t),
  }),
});

const addSources = (noun: string) => ({
  type: [SourceRecordInput] as [typeof SourceRecordInput],
  description: `Records in source systems to link to the ${noun}, in addition to the existing ones. A record of another ${noun} is \`TAKEN\`. At most ${maxSourceRecords} for each.`,
});

const RoleUpsertInput = builder.inputType('RoleUpsertInput', {
  description: 'A role of the account with its new values. Absent fields keep their value.',
  fields: (t) => ({
    id: t.id({ description: 'The id of an existing role. With it, `name` renames the role.' }),
    name: t.string({
      required: true,
      description: `The name of the role, unique within the account. ${matching} The name of a role of the system is \`SYSTEM_OWNED\`. ${upTo(maxLengths.name)} ${trimmed}`,
    }),
    type: t.field({
      type: RoleType,
      description: 'The kind of work; a new role has `USER` by default. Cannot be null for an existing role.',
    }),
    permissions: t.stringList({
      description: `All permissions of the role, such as \`customers:read\`; null clears them. Informational: in the gateway, the scopes of the token apply. At most ${maxPermissions}, each of at most ${maxLengths.code} characters; duplicates are ignored.`,
    }),
    addSources: t.field(addSources('role')),
    ...requestFields(t),
  }),
});

const DepartmentUpsertInput = builder.inputType('DepartmentUpsertInput', {
  description: 'A department of the account with its new values. Absent fields keep their value.',
  fields: (t) => ({
    id: t.id({ description: 'The id of an existing department. With it, `name` renames the department.' }),
    name: t.string({
      required: true,
      description: `The name of the department, unique within the account. ${matching} ${upTo(maxLengths.name)} ${trimmed}`,
    }),
    notes: t.string({
      description: `Free text about the department; an empty string counts as null. ${upTo(maxLengths.description)}`,
    }),
    addSources: t.field(addSources('department')),
    ...requestFields(t),
  }),
});

const concurrent =
  'Of several concurrent upserts with the same new key, one creates the object and the others find it.';

builder.mutationFields((t) => ({
  accountUserUpsert: t.field({
    type: AccountUserPayload,
    description: `Creates or updates a user of the account. ${concurrent}`,
    args: {
      input: t.arg({ type: AccountUserUpsertInput, required: true, description: 'The user and its values.' }),
    },
    resolve: (_root, { input }, { writer }) => upsertAccountUser(writer, input),
  }),
  accountUserRemove: t.field({
    type: AccountUserPayload,
    description:
      'Removes a user from the account by setting the status `REMOVED`. From 5 s after the change, the person can no longer sign in. Customers keep the user as their sales rep, and events keep the user as their actor.',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'The user to remove.' }) },
    resolve: (_root, { input }, { writer }) => removeAccountUser(writer, input),
  }),
  roleUpsert: t.field({
    type: RolePayload,
    description: `Creates or updates a role of the account. Roles of the system cannot be changed (\`SYSTEM_OWNED\`). ${concurrent}`,
    args: {
      input: t.arg({ type: RoleUpsertInput, required: true, description: 'The role and its values.' }),
    },
    resolve: (_root, { input }, { writer }) => upsertRole(writer, input),
  }),
  roleDelete: t.field({
    type: DeletePayload,
    description: 'Deletes a role. A role with account users cannot be deleted (`IN_USE`).',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'The role to delete.' }) },
    resolve: (_root, { input }, { writer }) => deleteRole(writer, input),
  }),
  departmentUpsert: t.field({
    type: DepartmentPayload,
    description: `Creates or updates a department of the account. ${concurrent}`,
    args: {
      input: t.arg({
        type: DepartmentUpsertInput,
        required: true,
        description: 'The department and its values.',
      }),
    },
    resolve: (_root, { input }, { writer }) => upsertDepartment(writer, input),
  }),
  departmentDelete: t.field({
    type: DeletePayload,
    description: 'Deletes a department. A department with account users cannot be deleted (`IN_USE`).',
    args: { input: t.arg({ type: DeleteInput, required: true, description: 'The department to delete.' }) },
    resolve: (_root, { input }, { writer }) => deleteDepartment(writer, input),
  }),
}));
