import { canonicalDecimal } from '../../../src/domain/decimal.ts';
import { type BulkKind, bulkUpsert, type Item } from './bulk.ts';
import { blank, clearDefaults, readCarrierOf, readMoney, readSetting } from './read-setting.ts';
import { canonical, isIdOf, type Setting, type State } from './state.ts';

const trimmed = (text: unknown): string => (typeof text === 'string' ? text.trim() : '');
const lower = (text: unknown): string => String(text).toLowerCase();

/** Exact names before names in other case, the account's rows before the system's. */
function ranked(rows: readonly Setting[], name: string): readonly (readonly Setting[])[] {
  const same = rows.filter((row) => lower(row.name) === lower(name));
  return [0, 1, 2, 3].map((rank) =>
    same.filter((row) => (row.name === name ? 0 : 2) + (row.own ? 0 : 1) === rank),
  );
}

const byName =
  (kind: string) =>
  ({ input, before }: Item): readonly (readonly Setting[])[] | undefined => {
    const name = trimmed(input.name);
    const rows = (before.settings[kind] ?? []).filter(({ deleted }) => !deleted);
    return name === '' ? undefined : ranked(rows, name);
  };

const carrierIn = ({ input }: Item): unknown => (input.carrier as { readonly id: unknown }).id;

/** Within the carrier: the token before the name. */
function byToken(item: Item): readonly (readonly Setting[])[] | undefined {
  const { input, before } = item;
  const [token, name] = [trimmed(input.serviceLevelToken), trimmed(input.name)];
  if (!item.wrong.none || (token === '' && name === '')) return undefined;
  const levels = (before.settings.ServiceLevel ?? []).filter((each) => each.carrierId === carrierIn(item));
  const same = levels.filter(({ serviceLevelToken }) => token !== '' && serviceLevelToken === token);
  if (same.length > 0) return [true, false].map((own) => same.filter((each) => each.own === own));
  return name === '' ? [] : ranked(levels, name);
}

/** The rows before the call and those of its earlier items: the names and tokens of both are taken. */
const withBefore = (state: State, before: State, kind: string): State => ({
  ...state,
  settings: {
    ...state.settings,
    [kind]: [...(before.settings[kind] ?? []), ...(state.settings[kind] ?? [])],
  },
});

const isDecimal = (value: unknown): value is string =>
  typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);

const same = (a: unknown, b: unknown): boolean =>
  isDecimal(a) && isDecimal(b) ? canonicalDecimal(a) === canonicalDecimal(b) : a === b;

/** A field that cannot be changed after the creation. */
function checkFixed({ input, wrong }: Item, path: string, current: Setting): void {
  const given = input[path];
  if (given === undefined || wrong.found.some((fault) => fault.endsWith(` ${path}`))) return;
  const isKept = given === null ? current[path] == null : !current.own || same(given, current[path]);
  if (!isKept) wrong.add('INVALID', path);
}

const fixed: Readonly<Record<string, readonly string[]>> = {
  AccountGroup: ['type'],
  Carrier: ['code'],
  Unit: ['type', 'ratioNumerator', 'ratioDenominator', 'offsetNumerator', 'offsetDenominator'],
};

const required: Readonly<Record<string, readonly string[]>> = {
  AccountGroup: ['type'],
  ServiceLevel: ['serviceLevelToken'],
  ShippingTerm: ['type'],
  Unit: ['abbreviation', 'type', 'ratioNumerator', 'ratioDenominator'],
};

/** A row of the system can be linked, but not changed; a name in other case is not a change. */
function checkOwner(kind: string, { input, wrong }: Item, row: Setting, current: Setting): void {
  if (lower(row.name) === lower(current.name)) row.name = current.name;
  for (const path of [...(fixed[kind] ?? []), 'isDefault'])
    if (path in row) row[path] = input[path] ?? row[path];
  for (const path of Object.keys(row)) {
    const isGiven = ['levels', 'flatRate', 'minimumOrderValue'].includes(path)
      ? canonical(row[path]) === canonical(current[path])
      : same(row[path], current[path]);
    const isWrong = fixed[kind]?.includes(path) && wrong.found.some((fault) => fault.endsWith(` ${path}`));
    if (!isGiven && !isWrong)
      wrong.add('SYSTEM_OWNED', path === 'levels' ? 'freeShippingServiceLevelIds' : path);
  }
}

function read(kind: string, state: State, item: Item, row: Setting, current: Setting | undefined): void {
  const { input, before, wrong } = item;
  // Only new rows and changed names are compared with other rows.
  const isOwn = current === undefined || current.own;
  const kept = Object.fromEntries(
    ['name', 'abbreviation', 'code', 'serviceLevelToken']
      .filter((path) => current && path in input && trimmed(input[path]) === current[path])
      .map((path) => [path, undefined]),
  );
  readSetting(
    isOwn ? withBefore(state, before, kind) : { ...state, settings: { ...state.settings, [kind]: [] } },
    kind,
    { ...input, ...kept, ...(isOwn ? {} : { isDefault: undefined }) },
    row,
    current === undefined,
    wrong,
  );
  if (current === undefined) {
    for (const path of ['name', ...(required[kind] ?? [])])
      if (row[path] == null && !wrong.found.some((fault) => fault.endsWith(` ${path}`)))
        wrong.add('REQUIRED', path);
  } else {
    for (const path of fixed[kind] ?? []) checkFixed(item, path, current);
    if (current.own) for (const path of fixed[kind] ?? []) row[path] = current[path];
    else checkOwner(kind, item, row, current);
  }
}

const settingKind = (kind: string, more: Partial<BulkKind> = {}): BulkKind => ({
  blank: blank[kind] ?? {},
  named: byName(kind),
  read: (state, item, row, current) => read(kind, state, item, row, current),
  ...more,
});

const serviceLevel = settingKind('ServiceLevel', {
  resolve: (item) => void isIdOf('Carrier', carrierIn(item), ['carrier'], item.wrong),
  named: byToken,
  read(state, item, row, current) {
    const { input, wrong } = item;
    const isCarrier = !wrong.found.includes('INVALID carrier');
    if (wrong.none) readCarrierOf(state, carrierIn(item), 'carrier', row, wrong);
    if (
      isCarrier &&
      input.isDefault &&
      item.earlier.some((each) => each.input.isDefault && carrierIn(each) === carrierIn(item))
    )
      wrong.add('TAKEN', 'isDefault');
    if (isCarrier && current !== undefined && current.carrierId !== carrierIn(item))
      wrong.add('WRONG_CARRIER', 'carrier');
    read('ServiceLevel', state, item, row, current);
  },
  saved: (state, { input }, row) => clearDefaults(state, input, row),
});

/** Units are looked up before the term. */
const shippingTerm = settingKind('ShippingTerm', {
  resolve({ input, before, wrong }) {
    for (const path of ['flatRate', 'minimumOrderValue'])
      if (input[path] != null) readMoney(before, input[path], path, wrong);
    const ids = (input.freeShippingServiceLevelIds ?? []) as readonly string[];
    for (const id of new Set(ids))
      isIdOf('ServiceLevel', id, ['freeShippingServiceLevelIds', ids.indexOf(id)], wrong);
  },
});

/** The mutation's name, and its model. */
export const settingUpserts = {
  accountGroupsUpsert: bulkUpsert('AccountGroup', settingKind('AccountGroup')),
  carriersUpsert: bulkUpsert('Carrier', settingKind('Carrier')),
  customerGroupsUpsert: bulkUpsert('CustomerGroup', settingKind('CustomerGroup')),
  paymentTermsUpsert: bulkUpsert('PaymentTerm', settingKind('PaymentTerm')),
  serviceLevelsUpsert: bulkUpsert('ServiceLevel', serviceLevel),
  shippingTermsUpsert: bulkUpsert('ShippingTerm', shippingTerm),
  unitsUpsert: bulkUpsert('Unit', settingKind('Unit')),
} as const;
