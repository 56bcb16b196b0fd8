import type { List } from '../db/list.ts';
import { keysOf } from '../db/page-plan.ts';
import type { Row } from '../db/table.ts';
import { printOf } from './asked-page.ts';
import { decodeCursor, encodeCursor, placeOf } from './cursor.ts';

export const changeList: List<'CustomerEvent'> = {
  name: 'Query.customerChanges',
  model: 'CustomerEvent',
  only: { changes: {} },
  order: [{ field: 'position', descending: false }],
};

const keys = keysOf(changeList, []);

/** A change has one place among its account's, whatever else a list of them leaves out. */
const printFor = (accountId: string): string => printOf(changeList, [], accountId);

export function changeCursor(
  accountId: string,
  change: Pick<Row<'CustomerEvent'>, 'position' | 'id'>,
): string {
  return encodeCursor(printFor(accountId), placeOf(change, keys));
}

/** The position that a cursor of the account's marks. */
export function positionOf(accountId: string, cursor: string): string {
  const [position] = decodeCursor('after', cursor, printFor(accountId), keys);
  return String(position);
}
