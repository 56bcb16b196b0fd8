import type { Maybe } from '../../maybe.ts';
import { changeTime } from '../customer/version.ts';
import { maxLengths } from '../write/text.ts';
import type { Writer } from '../write/writer.ts';
import type { Keys, SettingPayload } from './mutation.ts';
import { readSettingText } from './read.ts';

interface AccountInput extends Keys {
  readonly name?: Maybe<string>;
}

/** Changes the caller's own account. */
export function updateAccount(writer: Writer, input: AccountInput): SettingPayload {
  return writer.run({ name: 'accountUpdate', input }, async (write) => {
    const { accountId: id, faults } = write;
    const name = readSettingText(input.name, 'name', { max: maxLengths.name }, faults);
    faults.settle();
    const [account] = await write.rows('Account', 'id', [id]);
    if (account === undefined) throw new Error(`The account ${id} does not exist.`);
    if (name !== undefined && name !== account.name) {
      const data = { name, updatedAt: changeTime(account) };
      await write.prisma((tx) => tx.account.updateMany({ where: { id }, data }));
    }
    return { id };
  });
}
