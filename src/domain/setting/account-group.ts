import type { Row } from '../../db/table.ts';
import { longest, readOptionalText } from '../write/text.ts';
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
import { checkFree, checkUnused, type Maybe, readChoice, readText } from './read.ts';

type Group = Row<'AccountGroup'>;

export interface AccountGroupInput extends Keys {
  readonly name?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly commissionPolicy?: Maybe<Group['commissionPolicy']>;
  readonly freightPolicy?: Maybe<Group['freightPolicy']>;
}

export interface AccountGroupCreateInput extends AccountGroupInput {
  readonly type: Group['type'];
}

async function read(write: Write, input: AccountGroupInput, current?: Group) {
  const { faults } = write;
  const isNew = 'type' in input;
  const name = readText(input.name, 'name', { max: longest.name }, faults);
  await checkFree(write, { model: 'AccountGroup', column: 'name', value: name, current, among: () => true });
  return {
    name,
    description: readOptionalText(input.description, 'description', { max: longest.description }, faults),
    commissionPolicy: readChoice(input.commissionPolicy, 'commissionPolicy', faults, isNew),
    freightPolicy: readChoice(input.freightPolicy, 'freightPolicy', faults, isNew),
  };
}

export function createAccountGroup(writer: Writer, input: AccountGroupCreateInput): SettingPayload {
  return createSetting(writer, { name: 'accountGroupCreate', input }, 'AccountGroup', async (write) => ({
    ...(await read(write, input)),
    type: input.type,
  }));
}

export function updateAccountGroup(writer: Writer, input: AccountGroupInput & About): SettingPayload {
  return updateSetting(writer, { name: 'accountGroupUpdate', input }, 'AccountGroup', (write, current) =>
    read(write, input, current),
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
