import type { Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import { sortKeysOf } from '../../db/read/page-plan.ts';
import { decodeCursor, encodeCursor, rowPlace } from '../relay/cursor.ts';
import { printOf } from '../relay/page-request.ts';

export const changeList: List<'CustomerEvent'> = {
  name: 'Query.customerChanges',
  model: 'CustomerEvent',
  only: { changes: {} },
  order: [{ field: 'position', descending: false }],
};

const keys = sortKeysOf(changeList, []);

/** Ignores filters, since positions are the same in every list of the account. */
const printFor = (accountId: string): string => printOf(changeList, [], accountId);

export function changeCursor(
  accountId: string,
  change: Pick<Row<'CustomerEvent'>, 'position' | 'id'>,
): string {
  return encodeCursor(printFor(accountId), rowPlace(change, keys));
}

export function positionOf(accountId: string, cursor: string): string {
  const { place } = decodeCursor('after', cursor, printFor(accountId), keys);
  return String(place[0]);
}
