import { fields } from './fields.ts';

/** One field's change in an event. Of an address, only whether it existed before and after. */
export interface Change {
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

export interface Event {
  readonly action: string;
  readonly changes: readonly Change[];
}

export interface Customer {
  id: string;
  version: number;
  active: boolean;
  /** By the path in inputs. */
  values: Record<string, unknown>;
  tags: string[];
  priceGroups: string[];
  /** `SYSTEM id`, in the order in which they were linked. */
  sources: string[];
  events: Event[];
}

export interface Address {
  id: string;
  customerId: string;
  /** The step that created it, and its index there. */
  born: number;
  values: Record<string, string | null>;
}

/** A row that customers refer to: the account's own, or the system's. */
export interface Setting {
  id: string;
  own: boolean;
  [column: string]: unknown;
}

export interface Kept {
  readonly request: string;
  readonly answer: Answer;
}

/** The result of a mutation, besides its effects. */
export interface Answer {
  id: string | null;
  outcome?: string | null;
  faults: readonly string[];
}

/** The state of an account as plain data, copied with `structuredClone`. */
export interface State {
  step: number;
  customers: Customer[];
  addresses: Address[];
  /** The targets of merged customers. */
  aliases: Record<string, string>;
  settings: Record<string, Setting[]>;
  keys: Record<string, Kept>;
}

/** Codes and paths of all errors. */
export class Wrong {
  readonly found: string[] = [];
  add(code: string, ...path: readonly (string | number)[]): void {
    this.found.push(`${code} ${path.join('.')}`.trim());
  }
  get none(): boolean {
    return this.found.length === 0;
  }
}

export type Input = Readonly<Record<string, unknown>>;

export const prefixes: Readonly<Record<string, string>> = {
  AccountGroup: 'grp_',
  AccountUser: 'acu_',
  Address: 'adr_',
  Carrier: 'crr_',
  Customer: 'cus_',
  CustomerGroup: 'cgr_',
  PaymentTerm: 'ptm_',
  ServiceLevel: 'svl_',
  ShippingTerm: 'stm_',
  Unit: 'unt_',
};

/** Names for rows that are created, until the gateway returns their ids. */
export const madeId = (state: State, kind: string): string => {
  state.step += 1;
  return `${prefixes[kind]}made_${state.step}`;
};

export function isIdOf(kind: string, id: unknown, path: readonly (string | number)[], wrong: Wrong): boolean {
  if (String(id).startsWith(prefixes[kind] ?? '?')) return true;
  wrong.add('INVALID', ...path);
  return false;
}

export const settingOf = (state: State, kind: string, id: unknown): Setting | undefined =>
  state.settings[kind]?.find((each) => each.id === id);

/** A customer by its id, or by that of one merged into it. */
export function customerOf(state: State, id: unknown): Customer | undefined {
  const to = state.aliases[String(id)] ?? id;
  return state.customers.find((each) => each.id === to);
}

/** Like `customerOf`; an invalid id is reported. */
export function askedCustomer(state: State, id: unknown, path: string, wrong: Wrong): Customer | undefined {
  if (!isIdOf('Customer', id, [path], wrong)) return undefined;
  const found = customerOf(state, id);
  if (found === undefined) wrong.add('NOT_FOUND', path);
  return found;
}

export const childrenOf = (state: State, id: string): readonly Customer[] =>
  state.customers.filter(({ values }) => values.parentId === id);

export function relationshipOf(state: State, { id, values }: Customer): string {
  if (values.parentId !== null) return 'CHILD';
  return childrenOf(state, id).length > 0 ? 'PARENT' : 'STANDALONE';
}

/** The same text for equal JSON. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

const asText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? canonical(value) : String(value);
};

export const changeOf = (
  field: string,
  oldValue: string | null,
  newValue: string | null,
): readonly Change[] => (oldValue === newValue ? [] : [{ field, oldValue, newValue }]);

const listed = (values: readonly string[]): string | null => [...values].sort().join(', ') || null;

/** The differences between the old and the new values of a customer. */
export function changesBetween(before: Customer, after: Customer): readonly Change[] {
  return [
    ...[...fields].flatMap(([path, { told }]) =>
      changeOf(told, asText(before.values[path]), asText(after.values[path])),
    ),
    ...changeOf('active', String(before.active), String(after.active)),
    ...changeOf('tags', listed(before.tags), listed(after.tags)),
    ...changeOf('priceGroups', listed(before.priceGroups), listed(after.priceGroups)),
    ...changeOf('sources', listed(before.sources), listed(after.sources)),
  ];
}
