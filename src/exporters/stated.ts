import { columnGroups } from '../db/model/field-group.ts';
import { readRows } from '../db/read/statement.ts';
import type { Session } from '../db/wire/session.ts';
import { storedValues } from '../domain/customer/derive/speaker.ts';
import { columnsIn, initialOf, type Values } from '../domain/customer/derive/values.ts';
import type { SourceSystem } from '../domain/source-system.ts';
import type { CustomerRow } from './page.ts';

const columns = new Set(['customerId', 'system', 'sourceId', 'goneAt', 'values']);

/** Columns that no document can lack. */
const needed: readonly string[] = ['name', 'number', 'shopperEmail'];

/** The groups that the record states, and those that a document can say nothing of. */
const isOfRecord = (group: readonly string[], values: Values): boolean =>
  group.some((part) => part in values) || group.every((part) => initialOf(part) === null);

/** The customer with the values of its record. A group without a value that a document needs stays as it is derived. */
function statedRow(row: CustomerRow, values: Values): CustomerRow {
  const own = columnsIn(values);
  const columns = Object.values(columnGroups)
    .filter((group) => isOfRecord(group, values))
    .filter((group) => group.every((part) => !needed.includes(part) || own[part]))
    .flat();
  const changed = Object.fromEntries(columns.map((column) => [column, own[column]]));
  return { ...row, ...changed, metadata: own.metadata, stated: values };
}

/**
 * The customers as their records of a system state them: what other records, pins and the baseline say is not in its
 * documents. A customer whose record states nothing is as it is derived.
 */
export async function asStated(
  session: Session,
  customers: readonly CustomerRow[],
  system: SourceSystem,
): Promise<readonly CustomerRow[]> {
  const ids = customers.map(({ id }) => id);
  const all = await readRows(session, 'CustomerSource', 'customerId', ids, columns);
  const shortIds = new Map(customers.map(({ id, shortId }) => [id, shortId]));
  const isShort = ({ customerId, sourceId }: (typeof all)[number]) =>
    system === 'WAREHOUSE' && shortIds.get(customerId) === sourceId;
  // Of several records, the last entry of the map: that of the short id, or else the first one.
  const records = all
    .filter((each) => each.system === system && each.goneAt === null)
    .sort((a, b) => Number(isShort(a)) - Number(isShort(b)) || (a.sourceId < b.sourceId ? 1 : -1));
  const recordOf = new Map(records.map((each) => [each.customerId, each]));
  return customers.map((row) => {
    const { values } = recordOf.get(row.id) ?? {};
    return values == null ? row : statedRow(row, storedValues(values));
  });
}
