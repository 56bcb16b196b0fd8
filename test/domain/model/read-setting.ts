import { type Input, isIdOf, type Setting, type State, settingOf, type Wrong } from './state.ts';
import { readNeeded, readText } from './texts.ts';

/** Reads the given fields of a setting into its columns, and adds their errors. */
type Read = (state: State, input: Input, row: Setting, isNew: boolean, wrong: Wrong) => void;

export const blank: Readonly<Record<string, Input>> = {
  AccountGroup: {
    description: null,
    commissionPolicy: 'COMMISSION_APPLIED',
    freightPolicy: 'BILLED_FREIGHT',
  },
  Carrier: { code: null, accountNumber: null, customerPortalVisibility: 'VISIBLE', deleted: false },
  PaymentTerm: { status: 'ACTIVE' },
  CustomerGroup: { code: null },
  ServiceLevel: { customerPortalVisibility: 'VISIBLE', isDefault: false },
  ShippingTerm: { flatRate: null, minimumOrderValue: null, levels: [] },
  Unit: { offsetNumerator: '0', offsetDenominator: '1' },
};

function need(input: Input, row: Setting, path: string, max: number, wrong: Wrong): string | undefined {
  const text = input[path] === undefined ? undefined : readNeeded(input[path], { max }, [path], wrong);
  if (text !== undefined) row[path] = text;
  return text;
}

function choose(input: Input, row: Setting, path: string, isNew: boolean, wrong: Wrong): void {
  if (input[path] === null && !isNew) wrong.add('REQUIRED', path);
  if (input[path] != null) row[path] = input[path];
}

interface Kind {
  readonly read: Read;
  /** Whether a text is unique, so that two rows with the same one conflict. */
  readonly unique: readonly string[];
  readonly among: (row: Setting) => boolean;
  /** The reasons why a row cannot be deleted, without duplicates. */
  readonly uses: (state: State, row: Setting) => number;
}

const users = (state: State, path: string, { id }: Setting): number =>
  state.customers.some(({ values }) => values[path] === id) ? 1 : 0;

const own = (row: Setting): boolean => row.own;

export function readMoney(state: State, given: unknown, path: string, wrong: Wrong): unknown {
  const { unitId } = given as Input;
  if (!isIdOf('Unit', unitId, [path, 'unitId'], wrong)) return undefined;
  const unit = settingOf(state, 'Unit', unitId);
  if (unit?.type !== 'CURRENCY') wrong.add(unit ? 'INVALID' : 'NOT_FOUND', path, 'unitId');
  return given;
}

const readTerm: Read = (state, input, row, _isNew, wrong) => {
  choose(input, row, 'type', false, wrong);
  for (const path of ['flatRate', 'minimumOrderValue'])
    if (input[path] === null) row[path] = null;
    else if (input[path] !== undefined) row[path] = readMoney(state, input[path], path, wrong);
  const given = input.freeShippingServiceLevelIds as readonly string[] | null | undefined;
  if (given === undefined) return;
  row.levels = [...new Set(given ?? [])].sort();
  for (const id of new Set(given ?? [])) {
    const at = ['freeShippingServiceLevelIds', given?.indexOf(id) ?? 0] as const;
    if (isIdOf('ServiceLevel', id, at, wrong) && !settingOf(state, 'ServiceLevel', id))
      wrong.add('NOT_FOUND', ...at);
  }
};

/** The carrier of a new service level. */
export function readCarrierOf(state: State, id: unknown, path: string, row: Setting, wrong: Wrong): void {
  const isId = isIdOf('Carrier', id, [path], wrong);
  row.carrierId = id;
  const found = settingOf(state, 'Carrier', id);
  if (isId && (found === undefined || found.deleted)) wrong.add('NOT_FOUND', path);
}

const readLevel: Read = (state, input, row, isNew, wrong) => {
  if (isNew && input.carrier === undefined) readCarrierOf(state, input.carrierId, 'carrierId', row, wrong);
  const carrier = settingOf(state, 'Carrier', row.carrierId);
  const token = need(input, row, 'serviceLevelToken', 64, wrong);
  choose(input, row, 'customerPortalVisibility', isNew, wrong);
  choose(input, row, 'isDefault', isNew, wrong);
  if (input.isDefault && carrier?.own === false) wrong.add('SYSTEM_OWNED', 'isDefault');
  const others = (state.settings.ServiceLevel ?? []).filter(
    ({ id, carrierId }) => id !== row.id && carrier && carrierId === carrier.id,
  );
  if (token !== undefined && others.some(({ serviceLevelToken }) => serviceLevelToken === token))
    wrong.add('TAKEN', 'serviceLevelToken');
};

/** A carrier has one default level. */
export function clearDefaults(state: State, { isDefault }: Input, row: Setting): void {
  if (!isDefault || row.carrierId === undefined) return;
  for (const other of state.settings.ServiceLevel ?? [])
    if (other.own && other.id !== row.id && other.carrierId === row.carrierId) other.isDefault = false;
}

const readCarrier: Read = (_state, input, row, isNew, wrong) => {
  if (isNew) row.code = input.code ?? null;
  else if (row.deleted) wrong.add('NOT_FOUND', 'id');
  const number = readText(input.accountNumber, { max: 64 }, ['accountNumber'], wrong);
  if (number !== undefined) row.accountNumber = number;
  const isCleared = number === null || (isNew && input.accountNumber === undefined);
  if (isCleared && (row.code === 'UPS' || row.code === 'USPS')) wrong.add('REQUIRED', 'accountNumber');
  choose(input, row, 'customerPortalVisibility', isNew, wrong);
};

const readGroup: Read = (_state, input, row, isNew, wrong) => {
  if (isNew) row.type = input.type;
  const description = readText(input.description, { max: 2_000 }, ['description'], wrong);
  if (description !== undefined) row.description = description;
  choose(input, row, 'commissionPolicy', isNew, wrong);
  choose(input, row, 'freightPolicy', isNew, wrong);
};

const readUnit: Read = (_state, input, row, _isNew, wrong) => {
  need(input, row, 'abbreviation', 64, wrong);
  for (const path of ['type', 'ratioNumerator', 'ratioDenominator', 'offsetNumerator', 'offsetDenominator'])
    row[path] = input[path] ?? row[path];
  for (const path of ['ratioNumerator', 'ratioDenominator', 'offsetDenominator'])
    if (input[path] === '0') wrong.add('INVALID', path);
};

const levelUses: Kind['uses'] = (state, row) =>
  users(state, 'freightPreferences.serviceLevelId', row) +
  (row.isDefault ? 1 : 0) +
  ((state.settings.ShippingTerm ?? []).some(({ levels }) => (levels as string[]).includes(row.id)) ? 1 : 0);

/** Customers and shipping terms are counted separately. */
const unitUses: Kind['uses'] = (state, { id, ...row }) => {
  const isOf = (money: unknown) => (money as { readonly unitId: unknown } | null)?.unitId === id;
  const terms = state.settings.ShippingTerm ?? [];
  const isUsed = terms.some((term) => term.own && (isOf(term.flatRate) || isOf(term.minimumOrderValue)));
  return users(state, 'creditLimit.unitId', { id, ...row }) + (isUsed ? 1 : 0);
};

const readStatus: Read = (_state, input, row, isNew, wrong) => choose(input, row, 'status', isNew, wrong);
const any = () => true;

const readCustomerGroup: Read = (_state, input, row, _isNew, wrong) => {
  const code = readText(input.code, { max: 64 }, ['code'], wrong);
  if (code !== undefined) row.code = code;
};

export const settingKinds: Readonly<Record<string, Kind>> = {
  AccountGroup: { read: readGroup, unique: ['name'], among: any, uses: (s, row) => users(s, 'typeId', row) },
  Carrier: { read: readCarrier, unique: ['name'], among: (row) => row.own && !row.deleted, uses: () => 0 },
  CustomerGroup: {
    ...{ read: readCustomerGroup, unique: ['code'], among: any },
    uses: (state, row) => users(state, 'customerGroupId', row),
  },
  PaymentTerm: {
    ...{ read: readStatus, unique: ['name'], among: any },
    uses: (state, row) => users(state, 'defaults.paymentTermId', row),
  },
  ServiceLevel: { read: readLevel, unique: [], among: own, uses: levelUses },
  ShippingTerm: {
    ...{ read: readTerm, unique: ['name'], among: own },
    uses: (state, row) => users(state, 'defaults.shippingTermId', row),
  },
  Unit: { read: readUnit, unique: ['name', 'abbreviation'], among: own, uses: unitUses },
};

/** Reads a whole setting; `row` has the present values. */
export function readSetting(
  state: State,
  kind: string,
  input: Input,
  row: Setting,
  isNew: boolean,
  wrong: Wrong,
): void {
  const {
    read: readColumns,
    unique,
    among,
  } = settingKinds[kind] ?? { read: () => undefined, unique: [], among: any };
  need(input, row, 'name', 255, wrong);
  readColumns(state, input, row, isNew, wrong);
  for (const path of unique) {
    const others = (state.settings[kind] ?? []).filter((each) => among(each) && each.id !== row.id);
    const text = input[path] === undefined ? '' : String(input[path] ?? '').trim();
    if (text !== '' && others.some((each) => each[path] === text)) wrong.add('TAKEN', path);
  }
}
