import { writesOf } from '../../db/client.ts';
import { newId } from '../../db/model/id.ts';
import { type ColumnOf, type Row, table } from '../../db/model/table.ts';
import { type LockStrength, lockRows } from '../../db/write/rows.ts';
import { readId } from '../customer/input.ts';
import { changeTime } from '../customer/version.ts';
import { canonicalDecimal } from '../decimal.ts';
import { notFoundText } from '../identifier/listed.ts';
import type { Write } from '../write/writer.ts';

export type SettingModel =
  | 'AccountGroup'
  | 'Carrier'
  | 'CustomerGroup'
  | 'Department'
  | 'PaymentTerm'
  | 'Role'
  | 'ServiceLevel'
  | 'ShippingTerm'
  | 'Unit';
/** Columns to set; an undefined column keeps its value. */
export type SettingColumns<M extends SettingModel> = { readonly [K in keyof Row<M>]?: Row<M>[K] | undefined };

interface Setting {
  readonly id: string;
  /** Null for a setting of the system. */
  readonly accountId: string | null;
  readonly updatedAt: string;
}

export async function findSetting<M extends SettingModel>(
  write: Write,
  model: M,
  id: string,
): Promise<Row<M> | undefined> {
  // Every setting has an id; the generic type cannot express it.
  const [row] = await write.rows(model, 'id' as ColumnOf<M>, [id]);
  return row;
}

/** Undefined if the account cannot change the setting; the user errors give the reason. */
export async function lockSetting<M extends SettingModel>(
  write: Write,
  model: M,
  id: string,
  strength: LockStrength,
): Promise<Row<M> | undefined> {
  if (readId(id, model, 'id', write.faults) === undefined) return undefined;
  await lockRows(write, model, [id], strength);
  const row = await findSetting(write, model, id);
  if (row === undefined) write.faults.add('NOT_FOUND', 'id', notFoundText(model));
  // Every setting has an account id; the generic type cannot express it.
  else if ((row as Setting).accountId === null)
    write.faults.add(
      'SYSTEM_OWNED',
      'id',
      'It is owned by the system and cannot be changed; create one for the account.',
    );
  return row;
}

export function settled<R>(row: R | undefined, { faults }: Write): R {
  faults.settle();
  if (row === undefined) throw new Error('A missing setting has no user error.');
  return row;
}

const given = <M extends SettingModel>(columns: SettingColumns<M>): Partial<Row<M>> =>
  // Each remaining value is of its column's type.
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<Row<M>>;

/** Inserts a setting of the account and returns its id; absent columns get the database's defaults. */
export async function insertSetting<M extends SettingModel>(
  write: Write,
  model: M,
  columns: SettingColumns<M>,
): Promise<string> {
  const id = newId(model);
  const row = { ...given(columns), id, accountId: write.accountId };
  await write.prisma((tx) => writesOf(tx, model).createMany({ data: [row] }));
  return id;
}

const settingKey = <M extends SettingModel>({ accountId }: Write, id: string): Partial<Row<M>> =>
  // Every setting has these columns.
  ({ accountId, id }) as Partial<Row<M>>;

const isDecimal = (model: SettingModel, column: string): boolean =>
  table(model).column(column).type === 'numeric';

function isSame(model: SettingModel, column: string, before: unknown, after: unknown): boolean {
  if (!isDecimal(model, column) || before === null || after === null) return before === after;
  return canonicalDecimal(String(before)) === canonicalDecimal(String(after));
}

/** Has no effect if nothing changed, unless `also` reports a change elsewhere. Returns whether it had one. */
export async function changeSetting<M extends SettingModel>(
  write: Write,
  model: M,
  current: Row<M>,
  columns: SettingColumns<M>,
  also = false,
): Promise<boolean> {
  const changed = Object.entries(given(columns)).filter(
    ([name, value]) => !isSame(model, name, current[name as keyof Row<M>], value),
  );
  if (changed.length === 0 && !also) return false;
  // Every setting has this column.
  const data = { ...Object.fromEntries(changed), updatedAt: changeTime(current as Setting) } as Partial<
    Row<M>
  >;
  const where = settingKey<M>(write, (current as Setting).id);
  await write.prisma((tx) => writesOf(tx, model).updateMany({ where, data }));
  return true;
}

export async function removeSetting<M extends SettingModel>(
  write: Write,
  model: M,
  id: string,
): Promise<void> {
  await write.prisma((tx) => writesOf(tx, model).deleteMany({ where: settingKey<M>(write, id) }));
}
