import type { Row } from '../../db/model/table.ts';
import type { SourcedModel } from '../source/sourced.ts';
import type { Write } from '../write/writer.ts';
import { common, type Plan, type RecordType, type UniqueColumn, valueIn } from './record-type.ts';

type Type<M extends SourcedModel, I extends object, R> = Pick<RecordType<M, I, R>, 'model' | 'unique'>;

function keyIn<M extends SourcedModel>({ column, within }: UniqueColumn<M>, row: Row<M>): string {
  return JSON.stringify([valueIn(row, column), within === undefined ? null : valueIn(row, within)]);
}

/** A unique column, with the ids of the rows that have its values. */
interface Column<M extends SourcedModel> {
  readonly unique: UniqueColumn<M>;
  readonly owners: Map<string, string>;
}

type Changed<M extends SourcedModel> = Pick<Plan<M, unknown, unknown>, 'current' | 'next' | 'faults'>;

function isChanged<M extends SourcedModel>(column: string, { current, next, faults }: Changed<M>): boolean {
  const value = valueIn(next, column);
  return value != null && !faults.isAt(column) && (!current || valueIn(current, column) !== value);
}

async function loadColumn<M extends SourcedModel>(
  write: Write,
  model: M,
  unique: UniqueColumn<M>,
  plans: readonly Changed<M>[],
): Promise<Column<M>> {
  const { column, among } = unique;
  const changed = plans.filter((plan) => isChanged(column, plan));
  const values = new Set(changed.map(({ next }) => String(valueIn(next, column))));
  const rows = (await write.rows(model, column, [...values])).filter(among);
  return { unique, owners: new Map(rows.map((row) => [keyIn(unique, row), common(row).id])) };
}

/** Also takes the values for the plan, unless it fails. */
function checkPlan<M extends SourcedModel>(plan: Changed<M>, columns: readonly Column<M>[]): void {
  const { next, faults } = plan;
  const { id } = common(next);
  const changed = columns.filter(({ unique: { column } }) => isChanged(column, plan));
  for (const { unique, owners } of changed) {
    const { column } = unique;
    if ((owners.get(keyIn(unique, next)) ?? id) !== id)
      faults.add('TAKEN', column, `Another object has this ${column}; choose another.`);
  }
  if (faults.isEmpty) for (const { unique, owners } of changed) owners.set(keyIn(unique, next), id);
}

/** Among the rows of the database and the other items of the call: one statement for each unique column. */
export async function checkUniqueColumns<M extends SourcedModel, I extends object, R>(
  write: Write,
  { model, unique }: Type<M, I, R>,
  plans: readonly Plan<M, I, R>[],
): Promise<void> {
  // A system-owned row is only linked.
  const own = plans.filter(({ next }) => common(next).accountId !== null);
  const columns = await Promise.all(unique.map((each) => loadColumn(write, model, each, own)));
  for (const plan of own) checkPlan(plan, columns);
}
