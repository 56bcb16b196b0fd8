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

/** Stated values of a customer: fields by their paths, lists, and `metadata.KEY` with a list of its value. */
export type Words = Record<string, unknown>;

export interface Said {
  /** Of account users. */
  pins: Words;
  /** Of services; null if the customer is its own baseline. */
  baseline: Words | null;
  /** By the names of source records. */
  records: Record<string, Words>;
}

export interface Customer {
  id: string;
  version: number;
  active: boolean;
  /** A given time; null for the time of the creation. */
  createdAt: string | null;
  /** By the path in inputs. */
  values: Record<string, unknown>;
  tags: string[];
  priceGroups: string[];
  /** `SYSTEM id`, in the order in which they were linked. */
  sources: string[];
  said: Said;
  hasConflicts: boolean;
  events: Event[];
}

export interface Address {
  id: string;
  customerId: string;
  /** The step that created it, and its index there. */
  born: number;
  values: Record<string, string | null>;
}

/** A row of reference data, the account's own or the system's; or a record of the shop. */
export interface Setting {
  id: string;
  own: boolean;
  [column: string]: unknown;
}

export interface Kept {
  readonly request: string;
  readonly answers: readonly Answer[];
}

/** The result of a mutation, besides its effects. */
export interface Answer {
  id: string | null;
  outcome?: string | null;
  /** Of a dry run of rules. */
  customersChanged?: number | null;
  faults: readonly string[];
}

export interface Rule {
  readonly kind: string;
  /** From the first to the last; the others follow. */
  readonly systems: readonly string[];
}

/** The state of an account as plain data, copied with `structuredClone`. */
export interface State {
  step: number;
  /** Whether an account user sends the mutation, or a service. */
  isUser: boolean;
  customers: Customer[];
  addresses: Address[];
  /** The targets of merged customers. */
  aliases: Record<string, string>;
  /** The ids of the objects of source records, which are named by `linkOf`; those of customers are theirs. */
  links: Record<string, string>;
  settings: Record<string, Setting[]>;
  keys: Record<string, Kept>;
  /** By field groups; the others have the default. */
  rules: Record<string, Rule>;
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
  Attachment: 'att_',
  Carrier: 'crr_',
  Customer: 'cus_',
  CustomerGroup: 'cgr_',
  CustomerSubscription: 'csb_',
  Order: 'ord_',
  OrderSubscription: 'osb_',
  PaymentSource: 'pay_',
  PaymentTerm: 'ptm_',
  Return: 'ret_',
  ServiceLevel: 'svl_',
  ShippingTerm: 'stm_',
  SkuList: 'skl_',
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

/** The name of a source record of an object of this kind. */
export const linkOf = (kind: string, system: unknown, sourceId: unknown): string =>
  `${kind} ${system} ${String(sourceId).trim()}`;

/** Removes the source records of an object that is deleted. */
export function unlink(state: State, id: string): void {
  for (const [record, to] of Object.entries(state.links)) if (to === id) delete state.links[record];
}

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
    ...(after.createdAt === before.createdAt
      ? []
      : changeOf('createdAt', before.version === 0 ? null : (before.createdAt ?? '…'), after.createdAt)),
    ...changeOf('tags', listed(before.tags), listed(after.tags)),
    ...changeOf('priceGroups', listed(before.priceGroups), listed(after.priceGroups)),
    ...changeOf('sources', listed(before.sources), listed(after.sources)),
  ];
}
