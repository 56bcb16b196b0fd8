import type { Row } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import { type About, deleteSetting, type SettingPayload } from '../setting/mutation.ts';
import { checkUnused, readChoice } from '../setting/read.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths, readRequiredText } from '../write/text.ts';
import type { Writer } from '../write/writer.ts';
import { type NamedInput, type UpsertPayload, upsertNamed } from './named.ts';

type Role = Row<'Role'>;

export interface RoleInput extends NamedInput {
  readonly type?: Maybe<Role['type']>;
  readonly permissions?: Maybe<readonly string[]>;
}

export const maxPermissions = 100;

/** Trimmed and without duplicates, in the given order; undefined if they are kept. */
function readPermissions(
  given: RoleInput['permissions'],
  faults: Faults,
  current?: Role,
): string[] | undefined {
  if (given === undefined) return undefined;
  const items = given ?? [];
  if (items.length > maxPermissions) {
    const message = `The list has ${items.length} permissions; the maximum is ${maxPermissions}.`;
    faults.add('LIMIT_EXCEEDED', 'permissions', message);
    return undefined;
  }
  const read = items.map((each, at) =>
    readRequiredText(each, ['permissions', String(at)], { max: maxLengths.code }, faults),
  );
  const permissions = [...new Set(read.flatMap((each) => each ?? []))];
  const isSame =
    current !== undefined &&
    current.permissions.length === permissions.length &&
    permissions.every((each, at) => each === current.permissions[at]);
  return isSame ? undefined : permissions;
}

export function upsertRole(writer: Writer, input: RoleInput): UpsertPayload {
  return upsertNamed(writer, 'roleUpsert', 'Role', input, ({ faults }, current) => {
    const isNew = current === undefined;
    const type = readChoice(input.type, 'type', faults, isNew) ?? (isNew ? 'USER' : undefined);
    return { type, permissions: readPermissions(input.permissions, faults, current) };
  });
}

export function deleteRole(writer: Writer, input: About): SettingPayload {
  return deleteSetting(writer, { name: 'roleDelete', input }, 'Role', async (write) => {
    const { prisma, accountId, faults } = write;
    const count = await prisma((tx) => tx.accountUser.count({ where: { accountId, roleId: input.id } }));
    checkUnused(count, 'AccountUser', faults);
  });
}
