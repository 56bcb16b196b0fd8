import { deleteRows, insertRows } from '../../db/write/rows.ts';
import type { Write } from '../write/writer.ts';
import { type ListChange, type Pair, pairsOnlyIn } from './list-change.ts';

export async function loadPriceGroups(
  write: Write,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const links = await write.rows('CustomerPriceGroup', 'customerId', customerIds);
  const groups = new Map(customerIds.map((id): [string, string[]] => [id, []]));
  for (const { customerId, groupId } of links) groups.get(customerId)?.push(groupId);
  for (const ids of groups.values()) ids.sort();
  return groups;
}

export async function savePriceGroups(write: Write, changes: readonly ListChange[]): Promise<void> {
  const link = ({ customerId, value }: Pair) => ({ accountId: write.accountId, customerId, groupId: value });
  await deleteRows(write, 'CustomerPriceGroup', pairsOnlyIn('before', changes).map(link));
  await insertRows(write, 'CustomerPriceGroup', pairsOnlyIn('after', changes).map(link), { orSkip: true });
}
