import { newId } from '../../db/id.ts';
import { type ColumnOf, type Row, table } from '../../db/table.ts';
import { deleteRows, insertRows, type LockStrength, lockRows, updateRows } from '../../db/write-rows.ts';
import { readId } from '../customer/input.ts';
import { changeTime } from '../customer/version.ts';
import { canonicalDecimal } from '../decimal.ts';
import type { Write } from '../write/writer.ts';

const listed = {
  AccountGroup: 'account group with this id; `accountGroups` lists them',
  Carrier: 'carrier with this id; `carriers` lists them',
  PaymentTerm: 'payment term with this id; `paymentTerms` lists them',
  ServiceLevel: 'service level with this id; `Carrier.serviceLevels` lists them',
  ShippingTerm: 'shipping term with this id; `shippingTerms` lists them',
  Unit: 'unit with this id; `units` lists them',
} as const;

export type SettingModel = keyof typeof listed;
/** What columns are to be; undefined keeps what is there. */
export type Columns<M extends SettingModel> = { readonly [K in keyof Row<M>]?: Row<M>[K] | undefined };

/** What every setting's row has. */
interface Setting {
  readonly id: string;
  /** Null: it is the system's. */
  readonly accountId: string | null;
  readonly updatedAt: string;
}

export const notThere = (model: SettingModel): string => `There is no ${listed[model]}.`;

/** A setting that the account sees, as it is now. */
export async function findSetting<M extends SettingModel>(
  write: Write,
  model: M,
  id: string,
): Promise<Row<M> | undefined> {
  // Every setting has an id; the type of a model that is a parameter does not tell.
  const [row] = await write.rows(model, 'id' as ColumnOf<M>, [id]);
  return row;
}

/** The account's own setting that a mutation is about, locked; the faults say where there is none to change. */
export async function lockSetting<M extends SettingModel>(
  write: Write,
  model: M,
  id: string,
  strength: LockStrength,
): Promise<Row<M> | undefined> {
  if (readId(id, model, 'id', write.faults) === undefined) return undefined;
  await lockRows(write, model, [id], strength);
  const row = await findSetting(write, model, id);
  if (row === undefined) write.faults.add('NOT_FOUND', 'id', notThere(model));
  // As above, of the account.
  else if ((row as Setting).accountId === null)
    write.faults.add(
      'SYSTEM_OWNED',
      'id',
      'This one is the system’s and cannot be changed; make one of your own.',
    );
  return row;
}

/** Ends the checks of a mutation about one row. */
export function settled<R>(row: R | undefined, { faults }: Write): R {
  faults.settle();
  if (row === undefined) throw new Error('A setting that is not there had no fault.');
  return row;
}

const given = <M extends SettingModel>(columns: Columns<M>): Partial<Row<M>> =>
  // What is left has its own column's value.
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<Row<M>>;

/** Inserts a setting of the account's; columns that are absent have the database's defaults. Gives its id. */
export async function insertSetting<M extends SettingModel>(
  write: Write,
  model: M,
  columns: Columns<M>,
): Promise<string> {
  const id = newId(model);
  await insertRows(write, model, [{ ...given(columns), id, accountId: write.accountId }]);
  return id;
}

const isDecimal = (model: SettingModel, column: string): boolean =>
  table(model).column(column).type === 'numeric';

function isSame(model: SettingModel, column: string, before: unknown, after: unknown): boolean {
  if (!isDecimal(model, column) || before === null || after === null) return before === after;
  return canonicalDecimal(String(before)) === canonicalDecimal(String(after));
}

/** Sets what differs of a setting, and when; nothing where nothing does, unless `also` something else of it changes. */
export async function changeSetting<M extends SettingModel>(
  write: Write,
  model: M,
  current: Row<M>,
  columns: Columns<M>,
  also = false,
): Promise<void> {
  const changed = Object.entries(given(columns))
    .filter(([name, value]) => !isSame(model, name, current[name as keyof Row<M>], value))
    .map(([name]) => name as ColumnOf<M>);
  if (changed.length === 0 && !also) return;
  // Every setting has these two.
  const setting = current as Setting;
  const next = { ...given(columns), id: setting.id, updatedAt: changeTime(setting) };
  await updateRows(write, model, [next], [...changed, 'updatedAt' as ColumnOf<M>]);
}

export async function removeSetting<M extends SettingModel>(
  write: Write,
  model: M,
  id: string,
): Promise<void> {
  // Every setting has an id.
  await deleteRows(write, model, [{ id } as unknown as Partial<Row<M>>]);
}
