import { newId } from '../../db/model/id.ts';
import { type ColumnOf, type Row, table } from '../../db/model/table.ts';
import { changeTime } from '../customer/version.ts';
import { canonicalDecimal } from '../decimal.ts';
import type { SourcedModel } from '../source/sourced.ts';
import type { Write } from '../write/writer.ts';
import { type Columns, common, type Draft, type RecordType, valueIn } from './record-type.ts';

type Type<M extends SourcedModel, I extends object, R> = Pick<
  RecordType<M, I, R>,
  'model' | 'noun' | 'defaults' | 'fields' | 'related' | 'read'
>;

/** The database keeps milliseconds and rounds the rest. */
function milliseconds(instant: string): number {
  const [, fraction = '0'] = /\.(\d+)/.exec(instant) ?? [];
  return Date.parse(instant.replace(/\.\d+/, '')) + Math.round(Number(`0.${fraction}`) * 1_000);
}

const isSame = (type: string, before: unknown, after: unknown): boolean => {
  if (before === after) return true;
  if (before == null || after == null) return false;
  if (type === 'numeric') return canonicalDecimal(String(before)) === canonicalDecimal(String(after));
  return type === 'timestamptz' && milliseconds(String(before)) === milliseconds(String(after));
};

/** The columns that the saved row changes; those of a new row are not compared. */
export function changedColumns<M extends SourcedModel>(
  model: M,
  current: Row<M>,
  next: Row<M>,
): readonly ColumnOf<M>[] {
  return table(model).columns.flatMap(({ name, type }) =>
    name === 'updatedAt' || isSame(type, valueIn(current, name), valueIn(next, name))
      ? []
      : // A column of the model's own table.
        (name as ColumnOf<M>),
  );
}

const given = (columns: object): object =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));

const made = new Set(['id', 'accountId', 'createdAt', 'updatedAt']);

function newRow<M extends SourcedModel, I extends object, R>(
  { model, noun, defaults }: Type<M, I, R>,
  { faults }: Draft<M, I, R>,
  columns: Columns<M>,
  { accountId }: Write,
): Row<M> {
  const at = changeTime();
  const names = table(model).columns.map(({ name }) => name);
  const times = { createdAt: at, ...(names.includes('updatedAt') && { updatedAt: at }) };
  const row = { ...times, ...given(defaults), ...given(columns), id: newId(model), accountId };
  for (const { name, nullable } of table(model).columns) {
    const field = name.replace(/Id$/, '');
    if (!nullable && !made.has(name) && valueIn(row, name) == null && !faults.isAt(field))
      faults.add('REQUIRED', field, `A new ${noun} requires \`${field}\`.`);
  }
  // Complete: the columns that are missing here can be null.
  return { ...Object.fromEntries(names.map((name) => [name, null])), ...row } as unknown as Row<M>;
}

const ignoringCase = (value: unknown): string => String(value).toLowerCase();

const owned = (noun: string): string =>
  `The ${noun} is owned by the system: it can be linked to a source record, but not changed. Leave the field out, or send its value.`;

/** A name that differs in case only is not a change: it is how the item matched the row. */
function checkOwner<M extends SourcedModel, I extends object, R>(
  { model, noun, fields, related }: Type<M, I, R>,
  draft: Draft<M, I, R>,
  next: Row<M>,
): void {
  const { current, faults } = draft;
  if (current === undefined || common(current).accountId !== null) return;
  const changed = changedColumns(model, current, next).filter(
    (name) => name !== 'name' || ignoringCase(valueIn(current, name)) !== ignoringCase(valueIn(next, name)),
  );
  const paths = new Set(changed.map((name) => fields?.[name] ?? name));
  for (const path of paths) faults.add('SYSTEM_OWNED', path, owned(noun));
  if (related?.isChanged(draft)) faults.add('SYSTEM_OWNED', related.path, owned(noun));
}

type Planned<M extends SourcedModel, D> = D & { readonly next: Row<M> };

function planOne<M extends SourcedModel, I extends object, R, D extends Draft<M, I, R>>(
  type: Type<M, I, R>,
  draft: D,
  write: Write,
): Planned<M, D> {
  const columns = type.read(draft);
  const { current, faults } = draft;
  if (current === undefined) return { ...draft, next: newRow(type, draft, columns, write) };
  const next: Row<M> = { ...current, ...given(columns) };
  if (common(current).deletedAt)
    faults.add('NOT_FOUND', 'source', `The ${type.noun} was deleted; use another source record.`);
  checkOwner(type, draft, next);
  return { ...draft, next };
}

/** Plans every item; those with problems have user errors and are not to be saved. */
export const planRecords = <M extends SourcedModel, I extends object, R, D extends Draft<M, I, R>>(
  type: Type<M, I, R>,
  drafts: readonly D[],
  write: Write,
): readonly Planned<M, D>[] => drafts.map((draft) => planOne<M, I, R, D>(type, draft, write));
