import { canonicalDecimal } from '../../../src/domain/decimal.ts';
import { checkCustomer } from './check-customer.ts';
import { readAddresses } from './default-addresses.ts';
import { derive } from './derive.ts';
import { isDerived } from './field-groups.ts';
import { blankValues, type Field, fields, isReference } from './fields.ts';
import { foreignAddresses, isPlain, knownTo, type Speaker, saidAfter } from './said.ts';
import { type SourceChange, shortIdOf, sourcesAfter } from './source-records.ts';
import {
  type Change,
  type Customer,
  changesBetween,
  type Input,
  isIdOf,
  madeId,
  type State,
  settingOf,
  Wrong,
} from './state.ts';
import { isBlank, readText } from './texts.ts';

/** The value at a path: `reset` if the object around it is null. */
function givenAt(input: Input, path: string): { readonly value: unknown; readonly reset: boolean } {
  const [outer = '', inner] = path.split('.');
  const value = input[outer];
  if (inner === undefined) return { value, reset: false };
  if (value === null) return { value: null, reset: true };
  return { value: (value as Input | undefined)?.[inner], reset: false };
}

/** The value of a field; undefined if the given one is invalid. */
function readValue(state: State, { kind, max }: Field, value: unknown, path: string, wrong: Wrong): unknown {
  const at = path.split('.');
  if (path === 'creditLimit.value') return canonicalDecimal(String(value));
  if (isReference(kind)) return isIdOf(kind, value, at, wrong) ? value : undefined;
  if (kind !== 'priority') return max === undefined ? value : readText(value, { max, kind: kind }, at, wrong);
  const priority = state.settings.Priority?.find(({ code }) => code === value);
  if (priority === undefined) wrong.add('NOT_FOUND', ...at);
  return priority?.id;
}

/** Returns the paths of the fields that it set. */
function readFields(
  state: State,
  input: Input,
  next: Customer,
  isNew: boolean,
  wrong: Wrong,
): readonly string[] {
  const touched: string[] = [];
  const set = (path: string, value: unknown) => {
    next.values[path] = value;
    touched.push(path);
  };
  for (const [path, field] of fields) {
    const given = givenAt(input, path);
    if (given.value === undefined) continue;
    if (given.value === null || (field.max !== undefined && isBlank(given.value))) {
      if (!field.required || given.reset) set(path, field.initial ?? null);
      else if (!isNew) wrong.add('REQUIRED', ...path.split('.'));
    } else {
      const value = readValue(state, field, given.value, path, wrong);
      if (value !== undefined) set(path, value);
    }
  }
  return touched;
}

function readShopper({ shopper }: Input, { values }: Customer, wrong: Wrong): void {
  const isGiven = shopper !== null && shopper !== undefined && (shopper as Input).email === undefined;
  if (isGiven && values['shopper.email'] === null) wrong.add('REQUIRED', 'shopper', 'email');
  if (values['shopper.email'] === null) {
    values['shopper.status'] = null;
    values['shopper.shopperReference'] = null;
    values['shopper.totalOrdersCount'] = null;
  } else values['shopper.status'] ??= 'PROSPECT';
}

function readGroups(state: State, given: readonly string[], next: Customer, wrong: Wrong): void {
  const ids = given.filter((id, at) => isIdOf('AccountGroup', id, ['priceGroupIds', at], wrong));
  next.priceGroups = [...new Set(ids)];
  for (const id of next.priceGroups) {
    const group = settingOf(state, 'AccountGroup', id);
    if (group?.type !== 'PRICING_GROUP')
      wrong.add(group ? 'WRONG_GROUP_TYPE' : 'NOT_FOUND', 'priceGroupIds', given.indexOf(id));
  }
}

/** Normalized tags, including invalid ones, which count towards the maximum. */
export function readTags(given: readonly string[], wrong: Wrong): readonly string[] {
  const tags = given.map((tag) => tag.trim().toLowerCase());
  for (const [at, tag] of tags.entries())
    if (tag.length > 25) wrong.add('TOO_LONG', 'tags', at);
    else if (!/^[a-z0-9_:-]+$/.test(tag)) wrong.add('INVALID', 'tags', at);
  return [...new Set(tags)];
}

/** The time only moves back. */
function readCreatedAt({ createdAt }: Input, next: Customer, wrong: Wrong): void {
  if (createdAt == null) return;
  const given = new Date(String(createdAt)).toISOString();
  if (given > '2099') wrong.add('INVALID', 'createdAt');
  else if (next.createdAt === null || given < next.createdAt) next.createdAt = given;
}

export interface Draft {
  readonly before: Customer;
  readonly next: Customer;
  readonly isNew: boolean;
  readonly told: readonly Change[];
}

const blankCustomer = (state: State): Customer => ({
  ...{ id: madeId(state, 'Customer'), version: 0, active: true, createdAt: null, values: blankValues() },
  ...{ tags: [], priceGroups: [], sources: [], events: [] },
  ...{ said: { pins: {}, baseline: null, records: {} }, hasConflicts: false },
});

/** The name of a new customer that has none; null if it is the number, which is not known yet. */
function nameOf(values: Customer['values'], ...[key, source]: readonly (string | undefined)[]): unknown {
  const emails = [values['contactInfo.email'], values['shopper.email']];
  const texts = [...emails, key, values.number, values.shortId, values.reference, source];
  return texts.find((text) => text != null) ?? null;
}

/** A key of a customer: of a source record, the system is `within`. */
export interface Key {
  readonly kind: string;
  readonly value: string;
  readonly within: string | null;
}

interface Origin {
  /** The source record that the write names. */
  readonly record?: string | undefined;
  /** The key in `by`. */
  readonly key?: Key | undefined;
  readonly sources?: SourceChange;
}

/** Reads the given fields of a customer and adds their errors. */
export function draftCustomer(
  state: State,
  input: Input,
  current: Customer | undefined,
  wrong: Wrong,
  { key, record, sources = { added: [], named: [] } }: Origin = {},
): Draft {
  const before = current ?? blankCustomer(state);
  const isNew = current === undefined;
  const speaker = record ?? speakerOf(state);
  const base = isSpeaking(state, input, isNew) ? knownTo(before, speaker) : before;
  const next = structuredClone(base);
  const touched = [...readFields(state, input, next, isNew, wrong), ...partsIn(input)];
  readShopper(input, next, wrong);
  readCreatedAt(input, next, wrong);
  const shortId = input.shortId === undefined ? undefined : next.values.shortId;
  next.sources = sourcesAfter(before.sources, sources, shortId, wrong);
  next.values.shortId = shortIdOf(next.sources);
  next.values.name ??= nameOf(next.values, key?.value, sources.added[0]?.value);
  const others = isPlain(before, speaker)
    ? { foreign: new Set(), present: [] }
    : {
        foreign: foreignAddresses(before, speaker),
        present: [before.values.billToAddressId, before.values.shipToAddressId],
      };
  const told = readAddresses(state, input, next, others, wrong);
  if (input.priceGroupIds !== undefined)
    readGroups(state, (input.priceGroupIds ?? []) as readonly string[], next, wrong);
  if (input.tags !== undefined) {
    next.tags = [...readTags((input.tags ?? []) as readonly string[], wrong)];
    if (next.tags.length > 10) wrong.add('LIMIT_EXCEEDED', 'tags');
  }
  const number = key?.kind === 'number' ? key.value : undefined;
  checkCustomer(state, base, next, number, wrong);
  if (wrong.none) speak(state, { before, next, isNew, told }, speaker, touched);
  return { before, next, isNew, told };
}

export const speakerOf = ({ isUser }: State): Speaker => (isUser ? 'pins' : 'baseline');

/** The lists and the addresses that an input sets. */
const partsIn = (input: Input): readonly string[] => [
  ...(input.priceGroupIds === undefined ? [] : ['priceGroups']),
  ...(input.tags === undefined ? [] : ['tags']),
  ...['billToAddress', 'shipToAddress'].flatMap((path) => (input[path] == null ? [] : `${path}Id`)),
];

/** Whether an input sets something that is derived. */
function isSpeaking(state: State, input: Input, isNew: boolean): boolean {
  const set = readFields(state, input, blankCustomer(structuredClone(state)), isNew, new Wrong());
  return [...set, ...partsIn(input)].some(isDerived);
}

/** Derives the customer if the draft sets something that is derived, or changes what its records say. */
export function speak(
  state: State,
  { before, next, isNew }: Draft,
  speaker: Speaker,
  touched: readonly string[],
): void {
  const isSet = touched.some(isDerived) && !isPlain(before, speaker);
  const said = saidAfter(before, next, speaker, isSet ? touched : [], isNew);
  const isChanged = Object.keys(said.records).length !== Object.keys(before.said.records).length;
  if (isSet || isChanged) derive(state, before, next, said, isNew, touched);
}

/** Stores a valid customer with its event; returns whether it changed. */
export function save(state: State, { before, next, isNew, told }: Draft, action = 'UPDATE'): string {
  // The next free number, which is known from the gateway's response.
  if (isNew) next.values.number ??= `auto_${next.id}`;
  next.values.name ??= next.values.number;
  for (const { customerId, values } of state.addresses)
    if (customerId === next.id) values.name ??= String(next.values.name);
  const changes = [...changesBetween(before, next), ...told];
  if (changes.length === 0) {
    // Stated values can change without a visible change.
    Object.assign(before, { said: next.said, hasConflicts: next.hasConflicts });
    return 'UNCHANGED';
  }
  next.version = before.version + 1;
  const isBack = !before.active && next.active && action === 'UPDATE';
  const isGone = before.active && !next.active && action === 'UPDATE';
  const turn = isBack ? 'REACTIVATE' : isGone ? 'DISCONTINUE' : action;
  next.events.push({ action: isNew ? 'CREATE' : turn, changes });
  const at = state.customers.findIndex(({ id }) => id === next.id);
  if (at < 0) state.customers.push(next);
  else state.customers[at] = next;
  return isNew ? 'CREATED' : 'UPDATED';
}

/** A draft with the current values of a customer, to which changes are applied. */
export const draftOf = (before: Customer, told: readonly Change[] = []): Draft => ({
  ...{ before, next: structuredClone(before), isNew: false, told },
});
