import { canonicalDecimal } from '../../../src/domain/decimal.ts';
import { checkCustomer } from './check-customer.ts';
import { blankValues, type Field, fields, isReference } from './fields.ts';
import {
  type Address,
  type Change,
  type Customer,
  canonical,
  changesBetween,
  type Input,
  isIdOf,
  madeId,
  type State,
  settingOf,
  type Wrong,
} from './state.ts';
import { isBlank, readAddress, readText } from './texts.ts';

/** What stands at a path: `reset` where the object that it is in is null. */
function givenAt(input: Input, path: string): { readonly value: unknown; readonly reset: boolean } {
  const [outer = '', inner] = path.split('.');
  const value = input[outer];
  if (inner === undefined) return { value, reset: false };
  if (value === null) return { value: null, reset: true };
  return { value: (value as Input | undefined)?.[inner], reset: false };
}

/** A value of a field, undefined where it can have none of what is given. */
function readValue(state: State, { kind, max }: Field, value: unknown, path: string, wrong: Wrong): unknown {
  const at = path.split('.');
  if (path === 'creditLimit.value') return canonicalDecimal(String(value));
  if (isReference(kind)) return isIdOf(kind, value, at, wrong) ? value : undefined;
  if (kind !== 'priority') return max === undefined ? value : readText(value, { max, kind: kind }, at, wrong);
  const priority = state.settings.Priority?.find(({ code }) => code === value);
  if (priority === undefined) wrong.add('NOT_FOUND', ...at);
  return priority?.id;
}

function readFields(state: State, input: Input, next: Customer, isNew: boolean, wrong: Wrong): void {
  for (const [path, field] of fields) {
    const given = givenAt(input, path);
    if (given.value === undefined) {
      if (path === 'name' && isNew) wrong.add('REQUIRED', 'name');
    } else if (given.value === null || (field.max !== undefined && isBlank(given.value))) {
      if (!field.required || given.reset) next.values[path] = field.initial ?? null;
      else if (!isNew || path === 'name') wrong.add('REQUIRED', ...path.split('.'));
    } else {
      const value = readValue(state, field, given.value, path, wrong);
      if (value !== undefined) next.values[path] = value;
    }
  }
}

function readShopper({ values }: Customer): void {
  if (values['shopper.email'] === null) {
    values['shopper.status'] = null;
    values['shopper.shopperReference'] = null;
  } else values['shopper.status'] ??= 'PROSPECT';
}

/** The addresses that an input brings: a default that there is changes, else one is made. */
function readAddresses(state: State, input: Input, next: Customer, wrong: Wrong): readonly Change[] {
  const told: Change[] = [];
  const done = new Map<string, Address>();
  const whole = (path: string) => ({ type: 'STANDARD', ...(input[path] as Input) });
  for (const path of ['billToAddress', 'shipToAddress']) {
    if (input[path] == null) continue;
    const ownId = next.values[`${path}Id`];
    const shared = done.get(String(ownId));
    const own = shared ? undefined : state.addresses.find(({ id }) => id === ownId);
    const values = readAddress(whole(path), own?.values, [path], wrong);
    if (shared && canonical(whole('billToAddress')) === canonical(whole('shipToAddress'))) continue;
    if (own === undefined) {
      const id = madeId(state, 'Address');
      state.addresses.push({ id, customerId: next.id, born: state.step, values });
      next.values[`${path}Id`] = id;
      told.push({ field: 'addresses', oldValue: null, newValue: '…' });
    } else {
      if (canonical(own.values) !== canonical(values))
        told.push({ field: 'addresses', oldValue: '…', newValue: '…' });
      own.values = values;
      done.set(own.id, own);
    }
  }
  return told;
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

/** Tags as they are kept, wrong ones too: they count. */
export function readTags(given: readonly string[], wrong: Wrong): readonly string[] {
  const tags = given.map((tag) => tag.trim().toLowerCase());
  for (const [at, tag] of tags.entries())
    if (tag.length > 25) wrong.add('TOO_LONG', 'tags', at);
    else if (!/^[a-z0-9_:-]+$/.test(tag)) wrong.add('INVALID', 'tags', at);
  return [...new Set(tags)];
}

export interface Draft {
  readonly before: Customer;
  readonly next: Customer;
  readonly isNew: boolean;
  readonly told: readonly Change[];
}

const blankCustomer = (state: State): Customer => ({
  ...{ id: madeId(state, 'Customer'), version: 0, active: true, values: blankValues() },
  ...{ tags: [], priceGroups: [], sources: [], events: [] },
});

/** Reads what is given of a customer, and says all that is wrong with it. */
export function draftCustomer(
  state: State,
  input: Input,
  current: Customer | undefined,
  wrong: Wrong,
): Draft {
  const before = current ?? blankCustomer(state);
  const next = structuredClone(before);
  const isNew = current === undefined;
  readFields(state, input, next, isNew, wrong);
  readShopper(next);
  const told = readAddresses(state, input, next, wrong);
  if (input.priceGroupIds !== undefined)
    readGroups(state, (input.priceGroupIds ?? []) as readonly string[], next, wrong);
  if (input.tags !== undefined) {
    next.tags = [...readTags((input.tags ?? []) as readonly string[], wrong)];
    if (next.tags.length > 10) wrong.add('LIMIT_EXCEEDED', 'tags');
  }
  checkCustomer(state, before, next, wrong);
  return { before, next, isNew, told };
}

/** Puts a customer that is right in its place, with its event; whether that changed anything. */
export function save(state: State, { before, next, isNew, told }: Draft, action = 'UPDATE'): string {
  // The next free one, which the gateway will say.
  if (isNew) next.values.number ??= `auto_${next.id}`;
  const changes = [...changesBetween(before, next), ...told];
  if (changes.length === 0) return 'UNCHANGED';
  next.version = before.version + 1;
  const isBack = !before.active && next.active && action === 'UPDATE';
  next.events.push({ action: isNew ? 'CREATE' : isBack ? 'REACTIVATE' : action, changes });
  const at = state.customers.findIndex(({ id }) => id === next.id);
  if (at < 0) state.customers.push(next);
  else state.customers[at] = next;
  return isNew ? 'CREATED' : 'UPDATED';
}

/** A draft that leaves a customer as it is, for what changes to be put in. */
export const draftOf = (before: Customer, told: readonly Change[] = []): Draft => ({
  ...{ before, next: structuredClone(before), isNew: false, told },
});
