import { canonicalDecimal } from '../../../src/domain/decimal.ts';
import { type BulkKind, bulkUpsert, type Item } from './bulk.ts';
import { done, type Model, refusal } from './customer-mutations.ts';
import { type ShopField, shopFields } from './shop-fields.ts';
import {
  type Customer,
  customerOf,
  type Input,
  linkOf,
  prefixes,
  type State,
  unlink,
  Wrong,
} from './state.ts';
import { isBlank, readNeeded, readText } from './texts.ts';

/** The customer that an item names, by its id or its number. */
function ownerIn({ before, input }: Item, wrong?: Wrong): Customer | undefined {
  const { id, number } = input.customer as Input;
  const found =
    number === undefined
      ? customerOf(before, id)
      : before.customers.find(({ values }) => values.number === number);
  const isKey = number !== undefined || String(id).startsWith(prefixes.Customer ?? '?');
  if (found === undefined) wrong?.add(isKey ? 'NOT_FOUND' : 'INVALID', 'customer');
  return found;
}

/** The value of a field; undefined if the given one is invalid. */
function readValue({ before, wrong }: Item, name: string, field: ShopField, given: unknown): unknown {
  const { kind, max, rule } = field;
  if (kind === 'text')
    return readText(given, { max: max ?? 0, ...(rule && { kind: rule }) }, [name], wrong) ?? undefined;
  if (kind === 'value') return given;
  if (kind === 'order') {
    const { system, sourceId } = given as Input;
    const id = before.links[linkOf('Order', system, sourceId)];
    if (id === undefined) wrong.add('NOT_FOUND', name);
    return id;
  }
  if (kind === 'money') {
    const { amount, currencyCode } = given as Input;
    const code = String(currencyCode).trim().toUpperCase();
    if (!/^(USD|EUR)$/.test(code)) wrong.add('INVALID', name, 'currencyCode');
    return { amount: canonicalDecimal(String(amount)), currencyCode: code };
  }
  const time = new Date(String(given)).toISOString();
  if (kind === 'time' || time < '2099') return time;
  wrong.add('INVALID', name);
  return undefined;
}

function readField(item: Item, name: string, field: ShopField, isNew: boolean): unknown {
  const given = item.input[name];
  if (given != null && !isBlank(given)) return readValue(item, name, field, given);
  if (isNew) {
    const email = name === 'customerEmail' ? ownerIn(item)?.values['shopper.email'] : undefined;
    const initial = field.initial ?? email ?? null;
    if (initial === null && field.required && name !== 'createdAt') item.wrong.add('REQUIRED', name);
    return initial;
  }
  if (given === undefined || !field.required) return given === undefined ? undefined : null;
  item.wrong.add('REQUIRED', name);
  return undefined;
}

const shopKind = (fields: Readonly<Record<string, ShopField>>): BulkKind => ({
  blank: {},
  read(_state, item, row, current) {
    row.customerId = ownerIn(item, item.wrong)?.id;
    for (const [name, field] of Object.entries(fields)) {
      const value = readField(item, name, field, current === undefined);
      if (value !== undefined) row[name] = value;
    }
    const { startsAt, expiresAt } = row;
    if (startsAt != null && expiresAt != null && String(expiresAt) <= String(startsAt))
      item.wrong.add('INVALID', 'expiresAt');
  },
});

const named = (kind: string): string => `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;

export const shopUpserts = Object.fromEntries(
  [...shopFields].map(([kind, fields]) => [`${named(kind)}sUpsert`, bulkUpsert(kind, shopKind(fields))]),
);

/** `ORDER_SUBSCRIPTION` of `OrderSubscription`. */
export const recordTypeOf = (kind: string): string =>
  named(kind)
    .replaceAll(/[A-Z]/g, (letter) => `_${letter}`)
    .toUpperCase();

const kinds = [...shopFields.keys()];

/** The id of the record, and where the input names it. */
function targetIn({ links }: State, { id, type, source }: Input, wrong: Wrong) {
  if (id != null && (type != null || source != null)) wrong.add('INVALID', 'id');
  else if (id != null) {
    if (kinds.some((kind) => String(id).startsWith(prefixes[kind] ?? '?'))) return { id, path: 'id' };
    wrong.add('INVALID', 'id');
  } else if (type != null && source != null) {
    const { system, sourceId } = source as Input;
    const kind = kinds.find((each) => recordTypeOf(each) === type) ?? '';
    const read = readNeeded(sourceId, { max: 255 }, ['source', 'sourceId'], wrong);
    return { id: links[linkOf(kind, system, read)], path: 'source' };
  } else wrong.add('REQUIRED', type == null ? (source == null ? 'id' : 'type') : 'source');
  return undefined;
}

export const deleteRecord: Model = (state, input) => {
  const wrong = new Wrong();
  const target = targetIn(state, input, wrong);
  const kind = kinds.find((each) => state.settings[each]?.some(({ id }) => id === target?.id));
  if (wrong.none && kind === undefined) wrong.add('NOT_FOUND', target?.path ?? 'id');
  if (!wrong.none || kind === undefined) return refusal(wrong);
  const id = String(target?.id);
  state.settings[kind] = (state.settings[kind] ?? []).filter((each) => each.id !== id);
  for (const each of state.settings.Return ?? []) if (each.order === id) each.order = null;
  unlink(state, id);
  return done(id);
};

/** The number of a customer's orders: the given one, or that of the orders placed. */
export function ordersOf({ settings }: State, { id, values }: Customer): number {
  const placed = (settings.Order ?? []).filter(
    ({ customerId, status }) => customerId === id && ['PLACED', 'APPROVED'].includes(String(status)),
  );
  return (values['shopper.totalOrdersCount'] as number | null) ?? placed.length;
}
