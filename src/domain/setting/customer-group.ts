import type { Writer } from '../write/writer.ts';
import { type About, deleteSetting, type SettingPayload } from './mutation.ts';
import { checkUnused } from './read.ts';

export function deleteCustomerGroup(writer: Writer, input: About): SettingPayload {
  const { id: customerGroupId } = input;
  return deleteSetting(writer, { name: 'customerGroupDelete', input }, 'CustomerGroup', async (write) => {
    const { prisma, accountId, faults } = write;
    const count = await prisma((tx) => tx.customer.count({ where: { accountId, customerGroupId } }));
    checkUnused(count, 'Customer', faults);
  });
}
