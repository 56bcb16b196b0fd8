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

/**
 * The fingerprint of cursors to an account's changes. It
 * ignores filters, since positions are the same in every list.
 */
const printFor = (accountId: string): string => printOf(changeList, [], accountId);

export function changeCursor(
  accountId: string,
  change: Pick<Row<'CustomerEvent'>, 'position' | 'id'>,
): string {
  return encodeCursor(printFor(accountId), placeOf(change, keys));
}

/** Decodes the position from a cursor of this account. */
export function positionOf(accountId: string, cursor: string): string {
  const [position] = decodeCursor('after', cursor, printFor(accountId), keys);
  return String(position);
}
