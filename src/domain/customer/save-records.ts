import { sql } from '../../db/model/table.ts';
import { deleteRows, insertRows } from '../../db/write/rows.ts';
import type { Write } from '../write/writer.ts';
import { isOf, type SpeakingRecord } from './derive/speaker.ts';
import { type RecordChange, type RecordRow, same } from './source-records.ts';

interface SavedChange extends RecordChange {
  /** The record that the write speaks for. */
  readonly spoken?: SpeakingRecord | undefined;
}

const withContent = (row: RecordRow, spoken: SpeakingRecord | undefined) =>
  spoken?.content !== undefined && isOf(spoken)(row) ? { ...row, ...spoken.content } : row;

/** The rows of a statement have the same columns. */
function byColumns<T extends object>(rows: readonly T[]): Iterable<readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const columns = Object.keys(row).join();
    const group = groups.get(columns) ?? [];
    groups.set(columns, group);
    group.push(row);
  }
  return groups.values();
}

/** Fails if another transaction created a record meanwhile; the writer then retries. */
export async function saveRecords(write: Write, changes: readonly SavedChange[]): Promise<void> {
  const unlike = (rows: readonly RecordRow[]) => (row: RecordRow) =>
    !rows.some((each) => same(each)(row) && each.position === row.position);
  const gone = changes.flatMap(({ before, after }) => before.filter(unlike(after)));
  const { accountId } = write;
  await deleteRows(
    write,
    'CustomerSource',
    gone.map(({ system, sourceId }) => ({ accountId, system, sourceId })),
  );
  const added = changes.flatMap(({ before, after, spoken }) =>
    after.filter(unlike(before)).map((row) => withContent(row, spoken)),
  );
  for (const rows of byColumns(added)) await insertRows(write, 'CustomerSource', rows);
  const isRestated = (before: readonly RecordRow[]) => (row: RecordRow) =>
    !unlike(before)(row) && before.find(same(row))?.values !== row.values;
  await saveValues(
    write,
    changes.flatMap(({ before, after }) => after.filter(isRestated(before))),
  );
}

/** Writes the values of records. An import stores their content later. */
async function saveValues({ run, accountId }: Write, rows: readonly RecordRow[]): Promise<void> {
  if (rows.length === 0) return;
  const stated = rows.map(({ system, sourceId, values, sourceModifiedAt = null, goneAt }) => ({
    ...{ system, sourceId, values, modifiedAt: sourceModifiedAt, goneAt },
  }));
  await run(sql`/* CustomerSource values */ update customer_sources s
    set values = n.values, source_modified_at = n."modifiedAt", gone_at = n."goneAt"
    from jsonb_to_recordset(${JSON.stringify(stated)}::jsonb)
      as n(system source_system, "sourceId" text, values jsonb, "modifiedAt" timestamptz, "goneAt" timestamptz)
    where s.account_id = ${accountId} and s.system = n.system and s.source_id = n."sourceId"`);
}
