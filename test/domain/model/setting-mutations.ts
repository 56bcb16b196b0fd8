import { done, type Model, refusal } from './customer-mutations.ts';
import { draftOf, save } from './read-customer.ts';
import { blank, clearDefaults, readSetting, settingKinds } from './read-setting.ts';
import { type Input, isIdOf, madeId, type Setting, type State, settingOf, unlink, Wrong } from './state.ts';

const create =
  (kind: string): Model =>
  (state, input) => {
    const wrong = new Wrong();
    const row: Setting = { id: madeId(state, kind), own: true, ...blank[kind] };
    readSetting(state, kind, input, row, true, wrong);
    if (!wrong.none) return refusal(wrong);
    state.settings[kind]?.push(row);
    clearDefaults(state, input, row);
    return done(row.id);
  };

/** The account's own setting that an input identifies. */
function about(state: State, kind: string, { id }: Input, wrong: Wrong): Setting | undefined {
  if (!isIdOf(kind, id, ['id'], wrong)) return undefined;
  const row = settingOf(state, kind, id);
  if (!row?.own) wrong.add(row ? 'SYSTEM_OWNED' : 'NOT_FOUND', 'id');
  return row;
}

const update =
  (kind: string): Model =>
  (state, input) => {
    const wrong = new Wrong();
    const row = about(state, kind, input, wrong) ?? { id: '', own: true };
    readSetting(state, kind, input, row, false, wrong);
    if (!wrong.none) return refusal(wrong);
    clearDefaults(state, input, row);
    return done(row.id);
  };

function leaveGroup(state: State, id: string): void {
  for (const customer of state.customers.filter(({ priceGroups }) => priceGroups.includes(id))) {
    const draft = draftOf(customer);
    draft.next.priceGroups = customer.priceGroups.filter((each) => each !== id);
    save(state, draft);
  }
}

const remove =
  (kind: string): Model =>
  (state, input) => {
    const wrong = new Wrong();
    const row = about(state, kind, input, wrong);
    if (kind === 'Carrier' && row?.deleted) wrong.add('NOT_FOUND', 'id');
    if (row === undefined || !wrong.none) return refusal(wrong);
    for (let uses = settingKinds[kind]?.uses(state, row) ?? 0; uses > 0; uses -= 1) wrong.add('IN_USE', 'id');
    if (!wrong.none) return refusal(wrong);
    if (kind === 'Carrier') row.deleted = true;
    else state.settings[kind] = (state.settings[kind] ?? []).filter((each) => each !== row);
    leaveGroup(state, row.id);
    unlink(state, row.id);
    return done(row.id);
  };

const named = (kind: string): string => `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;

export const settingMutations: Readonly<Record<string, Model>> = Object.fromEntries(
  Object.keys(settingKinds).flatMap((kind) => [
    ...(kind === 'CustomerGroup' ? [] : [[`${named(kind)}Create`, create(kind)] as const]),
    ...(['CustomerGroup', 'Unit'].includes(kind) ? [] : [[`${named(kind)}Update`, update(kind)] as const]),
    [`${named(kind)}Delete`, remove(kind)],
  ]),
);
