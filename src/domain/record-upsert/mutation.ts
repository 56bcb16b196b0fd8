import type { ColumnOf } from '../../db/model/table.ts';
import { lockedRows } from '../../db/write/rows.ts';
import { Overtaken } from '../identifier/find.ts';
import { notFoundText } from '../identifier/listed.ts';
import type { SourcedModel } from '../source/sourced.ts';
import type { Write, Writer } from '../write/writer.ts';
import { type RecordAnswer, type RecordInput, type UpsertAnswer, upsertEach } from './each.ts';
import { areNamesCurrent, type Located, locate } from './match.ts';
import { planRecords } from './plan.ts';
import { common, type Item, type RecordType, type UpsertItem } from './record-type.ts';
import { saveRecords } from './save.ts';
import { checkUniqueColumns } from './unique.ts';

/** The rows that the items match, locked, by their ids. */
async function lockLocated<M extends SourcedModel, I extends UpsertItem, R>(
  write: Write,
  type: RecordType<M, I, R>,
  located: readonly Located<I, R>[],
) {
  const ids = [...new Set(located.flatMap(({ match }) => match ?? []))];
  const own = await lockedRows(write, type.model, ids, { strength: 'no key update' });
  const byId = new Map(own.map((row) => [common(row).id, row]));
  const others = ids.filter((id) => !byId.has(id));
  // Rows of the system are not locked. Every row of these models has an id.
  for (const row of await write.rows(type.model, 'id' as ColumnOf<M>, others)) byId.set(common(row).id, row);
  for (const { match, id, faults } of located) {
    if (match === undefined || byId.has(match)) continue;
    if (id === undefined) throw new Overtaken(match);
    faults.add('NOT_FOUND', 'id', notFoundText(type.model));
  }
  if (!(await areNamesCurrent(write, type, located))) throw new Overtaken(type.model);
  return byId;
}

/** In a number of statements that does not depend on the number of items. An item with a problem stops no other. */
async function upsertAll<M extends SourcedModel, I extends UpsertItem, R>(
  write: Write,
  type: RecordType<M, I, R>,
  items: readonly Item<I>[],
): Promise<readonly UpsertAnswer[]> {
  const references = await type.resolve(write, items);
  const located = await locate(write, type, items, references);
  await type.lock?.(write, located);
  const rows = await lockLocated(write, type, located);
  const drafts = located.flatMap((each) => {
    const current = rows.get(each.match ?? '');
    // The row of an id does not exist.
    return each.match !== undefined && current === undefined ? [] : { ...each, current };
  });
  await type.related?.load(write, drafts);
  const plans = planRecords(type, drafts, write);
  await checkUniqueColumns(write, type, plans);
  const right = plans.filter(({ faults }) => faults.isEmpty);
  const outcomes = await saveRecords(write, type, right);
  const answers = new Map(
    right.map(({ faults, next }, at) => [faults, { id: common(next).id, outcome: outcomes[at] ?? null }]),
  );
  return items.map(({ faults }) => answers.get(faults) ?? { id: null, outcome: null });
}

/** Creates or updates records by their source or name, each on its own, in one transaction. */
export const upsertRecords = <M extends SourcedModel, I extends UpsertItem, R>(
  writer: Writer,
  type: RecordType<M, I, R>,
  input: RecordInput<I>,
): Promise<RecordAnswer> =>
  upsertEach(
    writer,
    { mutation: type.mutation, work: (write, items) => upsertAll(write, type, items) },
    input,
  );
