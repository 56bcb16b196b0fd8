import { deleteRows, insertRows } from '../../db/write-rows.ts';
import type { Write } from '../write/writer.ts';
import { type ListChange, type Pair, pairsOnlyIn } from './list-change.ts';

/** The ids of each customer's price groups, in order. */
export async function loadPriceGroups(
  write: Write,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const links = await write.rows('CustomerPriceGroup', 'customerId', customerIds);
  const groups = (id: string) =>
    links.flatMap(({ customerId, groupId }) => (customerId === id ? groupId : [])).sort();
  return new Map(customerIds.map((id) => [id, groups(id)]));
}

/** Sets customers' price groups, by id. */
export async function savePriceGroups(write: Write, changes: readonly ListChange[]): Promise<void> {
  const link = ({ customerId, value }: Pair) => ({ accountId: write.accountId, customerId, groupId: value });
  await deleteRows(write, 'CustomerPriceGroup', pairsOnlyIn('before', changes).map(link));
  await insertRows(write, 'CustomerPriceGroup', pairsOnlyIn('after', changes).map(link), { orSkip: true });
}
