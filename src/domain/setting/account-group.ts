import type { Row } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths, readOptionalText } from '../write/text.ts';
import type { Write, Writer } from '../write/writer.ts';
import { removeMembers } from './group-members.ts';
import {
  type About,
  createSetting,
  deleteSetting,
  type Keys,
  type SettingPayload,
  updateSetting,
} from './mutation.ts';
import { checkFree, checkUnused, readChoice, readSettingText } from './read.ts';

type AccountGroup = Row<'AccountGroup'>;

export interface AccountGroupInput extends Keys {
  readonly name?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly commissionPolicy?: Maybe<AccountGroup['commissionPolicy']>;
  readonly freightPolicy?: Maybe<AccountGroup['freightPolicy']>;
}

export interface AccountGroupCreateInput extends AccountGroupInput {
  readonly type: AccountGroup['type'];
}

export function readAccountGroupColumns(input: AccountGroupInput, faults: Faults, isNew: boolean) {
  return {
    name: readSettingText(input.name, 'name', { max: maxLengths.name }, faults),
    description: readOptionalText(input.description, 'description', { max: maxLengths.description }, faults),
    commissionPolicy: readChoice(input.commissionPolicy, 'commissionPolicy', faults, isNew),
    freightPolicy: readChoice(input.freightPolicy, 'freightPolicy', faults, isNew),
  };
}

async function readAccountGroup(write: Write, input: AccountGroupInput, current?: AccountGroup) {
  const columns = readAccountGroupColumns(input, write.faults, 'type' in input);
  const { name: value } = columns;
  await checkFree(write, { model: 'AccountGroup', column: 'name', value, current, among: () => true });
  return columns;
}

export function createAccountGroup(writer: Writer, input: AccountGroupCreateInput): SettingPayload {
  return createSetting(writer, { name: 'accountGroupCreate', input }, 'AccountGroup', async (write) => ({
    ...(await readAccountGroup(write, input)),
    type: input.type,
  }));
}

export function updateAccountGroup(writer: Writer, input: AccountGroupInput & About): SettingPayload {
  return updateSetting(writer, { name: 'accountGroupUpdate', input }, 'AccountGroup', (write, current) =>
    readAccountGroup(write, input, current),
  );
}

/** Removes a price group from its members first; a type group that customers use cannot be deleted. */
export function deleteAccountGroup(writer: Writer, input: About): SettingPayload {
  const { id } = input;
  return deleteSetting(
    writer,
    { name: 'accountGroupDelete', input },
    'AccountGroup',
    async (write, group) => {
      if (group.type === 'PRICING_GROUP') return removeMembers(write, id);
      const { prisma, accountId, faults } = write;
      const count = await prisma((tx) => tx.customer.count({ where: { accountId, typeId: id } }));
      checkUnused(count, 'Customer', faults);
    },
  );
}
