import type { Row } from '../../db/model/table.ts';
import type { SourcedModel } from '../source/sourced.ts';
import type { Write } from '../write/writer.ts';
import { common, type Plan, type RecordType, type UniqueColumn, valueIn } from './record-type.ts';

type Type<M extends SourcedModel, I extends object, R> = Pick<RecordType<M, I, R>, 'model' | 'unique'>;

function keyIn<M extends SourcedModel>({ column, within }: UniqueColumn<M>, row: Row<M>): string {
  return JSON.stringify([valueIn(row, column), within === undefined ? null : valueIn(row, within)]);
}

async function checkColumn<M extends SourcedModel, I extends object, R>(
  write: Write,
  { model }: Type<M, I, R>,
  unique: UniqueColumn<M>,
  plans: readonly Plan<M, I, R>[],
): Promise<void> {
  const { column, among } = unique;
  const changed = plans.filter(({ current, next, faults }) => {
    const value = valueIn(next, column);
    return value != null && !faults.isAt(column) && (!current || valueIn(current, column) !== value);
  });
  const values = new Set(changed.map(({ next }) => String(valueIn(next, column))));
  const owners = new Map<string, string>();
  for (const row of await write.rows(model, column, [...values]))
    if (among(row)) owners.set(keyIn(unique, row), common(row).id);
  for (const { next, faults } of changed) {
    const { id } = common(next);
    const owner = owners.get(keyIn(unique, next));
    if (owner !== undefined && owner !== id)
      faults.add('TAKEN', column, `Another object has this ${column}; choose another.`);
    else owners.set(keyIn(unique, next), id);
  }
}

/** Among the rows of the database and the other items of the call: one statement for each unique column. */
export async function checkUniqueColumns<M extends SourcedModel, I extends object, R>(
  write: Write,
  type: Type<M, I, R>,
  plans: readonly Plan<M, I, R>[],
): Promise<void> {
  // A system-owned row is only linked.
  const own = plans.filter(({ next }) => common(next).accountId !== null);
  for (const unique of type.unique) await checkColumn(write, type, unique, own);
}
