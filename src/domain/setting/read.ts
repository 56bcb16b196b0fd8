import type { ColumnOf, Row } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import type { Faults } from '../write/faults.ts';
import { readRequiredText, type TextRule } from '../write/text.ts';
import type { Write } from '../write/writer.ts';
import type { SettingModel } from './row.ts';

/** Reads a required text: an absent one is kept, and it cannot be cleared. */
export const readSettingText = (given: Maybe<string>, path: string, rule: TextRule, faults: Faults) =>
  given === undefined ? undefined : readRequiredText(given, path, rule, faults);

/** Reads a required choice: null means the default for a new setting, and is rejected for an existing one. */
export function readChoice<T>(given: Maybe<T>, path: string, faults: Faults, isNew: boolean): T | undefined {
  if (given === null && !isNew)
    faults.add('REQUIRED', path, 'The field cannot be cleared; omit it to keep its value.');
  return given ?? undefined;
}

interface Taken<M extends SettingModel> {
  readonly model: M;
  readonly column: ColumnOf<M> & string;
  readonly value: string | undefined;
  readonly current: { readonly id: string } | undefined;
  readonly among: (row: Row<M>) => boolean;
}

export async function checkFree<M extends SettingModel>(
  write: Write,
  { model, column, value, current, among }: Taken<M>,
): Promise<void> {
  if (value === undefined) return;
  const rows = await write.rows(model, column, [value]);
  // Every setting has an id.
  const others = rows.filter((row) => among(row) && (row as { readonly id: string }).id !== current?.id);
  if (others.length > 0)
    write.faults.add('TAKEN', column, `Another object has this ${column}; choose another.`);
}

const users = { AccountUser: 'account user', Customer: 'customer', ShippingTerm: 'shipping term' } as const;

export function checkUnused(count: number, of: keyof typeof users, faults: Faults): void {
  if (count === 0) return;
  const one = users[of];
  const found = count === 1 ? `1 ${one} uses` : `${count} ${one}s use`;
  faults.add('IN_USE', 'id', `It cannot be deleted: ${one}s use it. Change those first.`, {
    of,
    message: `It cannot be deleted: ${found} it. Change ${count === 1 ? 'that one' : 'those'} first.`,
  });
}
