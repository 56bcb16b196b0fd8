import { sql } from '../../db/model/table.ts';
import { updateRows } from '../../db/write/rows.ts';
import { listChanges, recordEvents } from '../customer/event.ts';
import type { CustomerRow } from '../customer/fields.ts';
import { loadPriceGroups } from '../customer/price-groups.ts';
import { changeTime } from '../customer/version.ts';
import type { Write } from '../write/writer.ts';

interface Member {
  readonly customer: CustomerRow;
  readonly groups: readonly string[];
}

/** In the order of their ids, in three statements whatever their number. */
async function lockMembers(write: Write, groupId: string): Promise<readonly Member[]> {
  const { accountId } = write;
  const locked = await write.run(sql`/* groupMembersLock */ select c.id from customers c
    where c.account_id = ${accountId} and c.id in (
      select customer_id from customer_price_groups where account_id = ${accountId} and group_id = ${groupId})
    order by c.id for no key update of c`);
  const ids = locked.flatMap(([id]) => id ?? []);
  const customers = await write.rows('Customer', 'id', ids);
  const groups = await loadPriceGroups(write, ids);
  return customers.flatMap((customer) => {
    const own = groups.get(customer.id) ?? [];
    // A customer that left the group before the lock was acquired is not a member.
    return own.includes(groupId) ? { customer, groups: own } : [];
  });
}

export async function removeMembers(write: Write, groupId: string): Promise<void> {
  const { prisma, accountId } = write;
  const members = await lockMembers(write, groupId);
  const changed = members.map(({ customer, groups }) => ({
    groups,
    row: { id: customer.id, version: customer.version + 1, updatedAt: changeTime(customer) },
  }));
  await updateRows(
    write,
    'Customer',
    changed.map(({ row }) => row),
    ['version', 'updatedAt'],
  );
  await prisma((tx) => tx.customerPriceGroup.deleteMany({ where: { accountId, groupId } }));
  const events = changed.map(({ groups, row }) => ({
    customerId: row.id,
    action: 'UPDATE' as const,
    changes: listChanges(
      'priceGroups',
      groups,
      groups.filter((id) => id !== groupId),
    ),
    occurredAt: row.updatedAt,
  }));
  recordEvents(write, events);
}
