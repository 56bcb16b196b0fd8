import { type ColumnOf, type Row, table } from '../../db/model/table.ts';
import { insertRows, updateRows } from '../../db/write/rows.ts';
import type { Outcome } from '../customer/save.ts';
import { changeTime } from '../customer/version.ts';
import { moveSources, type SourceKey, seeSources } from '../source/records.ts';
import type { SourcedModel } from '../source/sourced.ts';
import type { Write } from '../write/writer.ts';
import { changedColumns } from './plan.ts';
import { common, type Plan, type RecordType } from './record-type.ts';

interface SourcedPlan<M extends SourcedModel, I, R> extends Plan<M, I, R> {
  readonly source: SourceKey | undefined;
  readonly isLinked: boolean;
}

type Type<M extends SourcedModel, I extends object, R> = Pick<
  RecordType<M, I, R>,
  'model' | 'related' | 'beforeSave'
>;

interface Change<M extends SourcedModel, I, R> {
  readonly plan: SourcedPlan<M, I, R>;
  readonly columns: readonly ColumnOf<M>[];
  readonly outcome: Outcome;
}

const withTime = <M extends SourcedModel>(model: M, row: Row<M>): Row<M> => {
  const { updatedAt } = common(row);
  const hasTime = table(model).columns.some(({ name }) => name === 'updatedAt');
  return hasTime && updatedAt !== undefined ? { ...row, updatedAt: changeTime({ updatedAt }) } : row;
};

function changesOf<M extends SourcedModel, I extends object, R>(
  { model, related }: Type<M, I, R>,
  plans: readonly SourcedPlan<M, I, R>[],
): readonly Change<M, I, R>[] {
  return plans.map((plan) => {
    const { current, next, isLinked } = plan;
    if (current === undefined) return { plan, columns: [], outcome: 'CREATED' };
    // A system-owned row whose name differs in case is not changed.
    const columns = common(current).accountId === null ? [] : changedColumns(model, current, next);
    const isSame = columns.length === 0 && isLinked && !related?.isChanged(plan);
    return { plan, columns, outcome: isSame ? 'UNCHANGED' : 'UPDATED' };
  });
}

/** Saves plans without user errors; one without a change writes nothing, not even the time of its source record. */
export async function saveRecords<M extends SourcedModel, I extends object, R>(
  write: Write,
  type: Type<M, I, R>,
  plans: readonly SourcedPlan<M, I, R>[],
): Promise<readonly Outcome[]> {
  const { model, related } = type;
  const changes = changesOf(type, plans);
  const written = changes.filter(({ outcome }) => outcome !== 'UNCHANGED').map(({ plan }) => plan);
  await type.beforeSave?.(write, written);
  const created = written.filter(({ current }) => current === undefined).map(({ next }) => next);
  await insertRows(write, model, created);
  const updated = changes.filter(
    ({ plan, columns }) =>
      columns.length > 0 || (plan.current !== undefined && related?.isChanged(plan) === true),
  );
  const hasTime = table(model).columns.some(({ name }) => name === 'updatedAt');
  const columns = [
    ...new Set([...updated.flatMap((each) => each.columns), ...(hasTime ? ['updatedAt'] : [])]),
  ];
  await updateRows(
    write,
    model,
    // Every row of these models has an id.
    updated.map(({ plan: { next } }) => withTime(model, next) as Row<M> & { readonly id: string }),
    columns as readonly ColumnOf<M>[],
  );
  await related?.save(write, written);
  const linksOf = (isLinked: boolean) =>
    written.flatMap(({ source, next, ...plan }) =>
      source && plan.isLinked === isLinked ? { ...source, id: common(next).id } : [],
    );
  const at = changeTime();
  await seeSources(write, linksOf(true), at);
  await moveSources(write, linksOf(false), at);
  return changes.map(({ outcome }) => outcome);
}
