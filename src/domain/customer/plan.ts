import { isDeepStrictEqual } from 'node:util';
import { newId } from '../../db/id.ts';
import { table } from '../../db/table.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';
import { type AddressChange, addressWith, loadAddresses, readAddress, type WholeAddress } from './address.ts';
import type { Change } from './event.ts';
import { type CustomerRow, newCustomer } from './fields.ts';
import { type CustomerInput, readColumns, readId } from './input.ts';
import { readTags } from './tags.ts';
import { changeTime } from './version.ts';

/** A customer to create or change, with the user errors of its input. */
export interface Draft {
  readonly input: CustomerInput;
  readonly faults: Faults;
  /** Undefined: create a customer. */
  readonly current: CustomerRow | undefined;
}

/** A validated draft: the customer as it will be saved. */
export interface Plan extends Draft {
  readonly id: string;
  /** The time of the change, if there is one. */
  readonly at: string;
  readonly next: CustomerRow;
  /** Undefined: unchanged. */
  readonly priceGroupIds: readonly string[] | undefined;
  readonly tags: readonly string[] | undefined;
  readonly addresses: readonly AddressChange[];
  /** Additional changes for the event, of rows that the mutation writes itself. */
  readonly told?: readonly Change[];
}

export const mostPriceGroups = 250;

/** A new customer with default values only. */
function blankCustomer(accountId: string): CustomerRow {
  const at = changeTime();
  const nulls = Object.fromEntries(table('Customer').columns.map(({ name }) => [name, null]));
  const made = { accountId, id: newId('Customer'), name: '', number: '', createdAt: at, updatedAt: at };
  // Every column is present; those that cannot be null are in the other two objects.
  return { ...nulls, ...newCustomer, ...made } as unknown as CustomerRow;
}

function readPriceGroups(given: readonly (string | undefined)[], faults: Faults): readonly string[] {
  if (given.length > mostPriceGroups)
    faults.add(
      'LIMIT_EXCEEDED',
      'priceGroups',
      `These are ${given.length} price groups; the maximum is ${mostPriceGroups}.`,
    );
  const ids = given.flatMap((id, at) =>
    id === undefined ? [] : (readId(id, 'AccountGroup', `priceGroups.${at}`, faults) ?? []),
  );
  return [...new Set(ids)];
}

/** The shopper columns are either all set (email, status, order count) or all null. */
function wholeShopper(row: CustomerRow): CustomerRow {
  const { shopperEmail, shopperStatus, totalOrdersCount } = row;
  if (shopperEmail === null)
    return { ...row, shopperStatus: null, shopperReference: null, totalOrdersCount: null };
  return { ...row, shopperStatus: shopperStatus ?? 'PROSPECT', totalOrdersCount: totalOrdersCount ?? 0 };
}

const places = [
  ['billToAddress', 'billToAddressId'],
  ['shipToAddress', 'shipToAddressId'],
] as const;

type Known = ReadonlyMap<string, WholeAddress>;

/**
 * Reads the addresses of an input and sets them as defaults. An address with both uses stays one while both
 * inputs are equal.
 */
function withAddresses({ input, faults }: Draft, before: CustomerRow, known: Known, at: string) {
  const { accountId, id: customerId } = before;
  const addresses: AddressChange[] = [];
  const defaults: { billToAddressId?: string; shipToAddressId?: string } = {};
  for (const [path, column] of places) {
    const given = input[path];
    if (given == null) continue;
    const own = known.get(before[column] ?? '');
    const shared = addresses.find((other) => own !== undefined && other.before === own);
    const isSame = shared && isDeepStrictEqual(input.billToAddress, input.shipToAddress);
    const old = shared ? undefined : own;
    const read = readAddress(given, faults.at(path), old === undefined);
    const after = isSame ? shared.after : addressWith(read, old, { accountId, customerId, at });
    if (!isSame) addresses.push({ before: old, after, at });
    defaults[column] = after.address.id;
  }
  return { addresses, defaults };
}

function planOf({ accountId }: Write, draft: Draft, known: Known): Plan {
  const { input, faults, current } = draft;
  const before = current ?? blankCustomer(accountId);
  const at = current === undefined ? before.updatedAt : changeTime(current);
  const columns = readColumns(input, faults, current === undefined);
  const { addresses, defaults } = withAddresses(draft, before, known, at);
  const { priceGroups, tags } = input;
  return {
    ...{ input, faults, current, id: before.id, at, addresses },
    next: wholeShopper({ ...before, ...columns, ...defaults }),
    priceGroupIds: priceGroups === undefined ? undefined : readPriceGroups(priceGroups ?? [], faults),
    tags: tags === undefined ? undefined : readTags(tags ?? [], faults),
  };
}

/** Reads drafts and loads the addresses that they change. Invalid input is recorded in their user errors. */
export async function planCustomers(write: Write, drafts: readonly Draft[]): Promise<readonly Plan[]> {
  const ids = drafts.flatMap(({ input, current }) =>
    places.flatMap(([path, column]) => (input[path] == null ? [] : (current?.[column] ?? []))),
  );
  const known = await loadAddresses(write, ids);
  return drafts.map((draft) => planOf(write, draft, known));
}
