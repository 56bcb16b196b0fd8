import { prices } from '../../../prices.ts';
import type { Where } from '../list.ts';
import { type Listed, workOf } from '../work.ts';
import { type Grouped, isJoined, isOfAddress, keyOf } from './group-key.ts';

/** The price of reading the groups of a list once. */
export function groupUnits(
  list: Listed & { readonly model: Grouped },
  where: Where,
  groupBy: readonly string[],
) {
  const keys = groupBy.map((name) => keyOf(list.model, name));
  const related = keys.filter(isJoined).length;
  return (
    prices.aggregate.units +
    workOf(list, { where }).matching +
    keys.length * prices.aggregateKey.units +
    related * prices.aggregateRelated.units +
    (keys.some(isOfAddress) ? prices.aggregateAddresses.units : 0)
  );
}
