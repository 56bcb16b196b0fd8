import { updateRows } from '../../db/write-rows.ts';
import { listChanges, recordEvents } from '../customer/event.ts';
import { changeTime } from '../customer/version.ts';
import type { Write } from '../write/writer.ts';

interface Member {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
  /** The ids of all its price groups. */
  readonly groups: readonly string[];
}

/** Customers in a price group, locked in the order of their ids: however many, in two statements. */
async function lockMembers({ tx, accountId }: Write, groupId: string): Promise<readonly Member[]> {
  await tx.$queryRaw`/* groupMembersLock */ select c.id from customers c
    where c.account_id = ${accountId} and c.id in (
      select customer_id from customer_price_groups where account_id = ${accountId} and group_id = ${groupId})
    order by c.id for no key update of c`;
  return tx.$queryRaw<readonly Member[]>`/* groupMembers */
    select c.id, c.version, c.updated_at as "updatedAt", array_agg(g.group_id) as groups
    from customer_price_groups m
    join customers c on c.account_id = m.account_id and c.id = m.customer_id
    join customer_price_groups g on g.account_id = m.account_id and g.customer_id = m.customer_id
    where m.account_id = ${accountId} and m.group_id = ${groupId}
    group by c.account_id, c.id`;
}

/** Takes a price group, which is locked, off all customers, with an event for each. */
export async function removeMembers(write: Write, groupId: string): Promise<void> {
  const { tx, accountId } = write;
  const members = await lockMembers(write, groupId);
  const changed = members.map(({ id, version, updatedAt, groups }) => ({
    groups,
    row: { id, version: version + 1, updatedAt: changeTime({ updatedAt: updatedAt.toISOString() }) },
  }));
  await updateRows(
    write,
    'Customer',
    changed.map(({ row }) => row),
    ['version', 'updatedAt'],
  );
  await tx.customerPriceGroup.deleteMany({ where: { accountId, groupId } });
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
