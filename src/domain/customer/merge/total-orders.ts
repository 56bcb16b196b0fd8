import { sql } from '../../../db/model/table.ts';
import type { Write } from '../../write/writer.ts';
import type { MergeSet } from './merge-set.ts';

/** The sum of the given numbers and the counted orders; null if no number was given: all orders are counted then. */
export async function totalOrders(write: Write, { target, duplicates }: MergeSet): Promise<number | null> {
  const all = [target, ...duplicates];
  const counted = all.filter(({ totalOrdersCount }) => totalOrdersCount === null).map(({ id }) => id);
  if (counted.length === all.length) return null;
  const given = all.reduce((sum, { totalOrdersCount }) => sum + (totalOrdersCount ?? 0), 0);
  if (counted.length === 0) return given;
  const [[orders] = []] = await write.run(sql`/* ordersOfMerged */ select count(*) from orders o
    where o.account_id = ${write.accountId} and o.customer_id = any(${counted}::text[])
      and o.status in ('PLACED', 'APPROVED')`);
  return given + Number(orders ?? 0);
}
