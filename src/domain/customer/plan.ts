import { newId } from '../../db/model/id.ts';
import { table } from '../../db/model/table.ts';
import type { CustomerKey } from '../identifier/key.ts';
import type { Faults } from '../write/faults.ts';
import { readPastTime } from '../write/past-time.ts';
import type { Write } from '../write/writer.ts';
import type { AddressChange } from './address.ts';
import { type KnownAddresses, loadPlaces, type PlacedDraft, planDefaults } from './default-addresses.ts';
import type { ValueChange } from './event.ts';
import { type CustomerRow, newCustomer } from './fields.ts';
import { type CustomerInput, readColumns, readId } from './input.ts';
import {
  loadRecords,
  noSources,
  planRecords,
  type RecordChange,
  type RecordRow,
  type SourceInput,
  shortIdOf,
} from './source-records.ts';
import { readTags } from './tags.ts';
import { changeTime } from './version.ts';

export interface Draft {
  readonly input: CustomerInput;
  readonly faults: Faults;
  /** Undefined: create a customer. */
  readonly current: CustomerRow | undefined;
  /** The key by which the caller names the customer. */
  readonly key?: CustomerKey | undefined;
  readonly sources?: SourceInput;
}

export interface Plan extends Draft {
  readonly id: string;
  readonly at: string;
  readonly next: CustomerRow;
  /** Undefined if the source records stay. */
  readonly records: RecordChange | undefined;
  readonly priceGroupIds: readonly string[] | undefined;
  readonly tags: readonly string[] | undefined;
  readonly addresses: readonly AddressChange[];
  /** Additional changes for the event, of rows that the mutation writes itself. */
  readonly extraChanges?: readonly ValueChange[];
}

export const maxPriceGroups = 250;

function blankCustomer(accountId: string): CustomerRow {
  const at = changeTime();
  const nulls = Object.fromEntries(table('Customer').columns.map(({ name }) => [name, null]));
  const made = { accountId, id: newId('Customer'), name: '', number: '', createdAt: at, updatedAt: at };
  // Every column is present; those that cannot be null are in the other two objects.
  return { ...nulls, ...newCustomer, ...made } as unknown as CustomerRow;
}

function readPriceGroups(given: readonly (string | undefined)[], faults: Faults): readonly string[] {
  if (given.length > maxPriceGroups)
    faults.add(
      'LIMIT_EXCEEDED',
      'priceGroups',
      `These are ${given.length} price groups; the maximum is ${maxPriceGroups}.`,
    );
  const ids = given.flatMap((id, at) =>
    id === undefined ? [] : (readId(id, 'AccountGroup', `priceGroups.${at}`, faults) ?? []),
  );
  return [...new Set(ids)];
}

/** A shopper has an email and a status. Without a given number of orders, the orders are counted. */
function wholeShopper(row: CustomerRow): CustomerRow {
  const { shopperEmail, shopperStatus } = row;
  if (shopperEmail === null)
    return { ...row, shopperStatus: null, shopperReference: null, totalOrdersCount: null };
  return { ...row, shopperStatus: shopperStatus ?? 'PROSPECT' };
}

/** The time can only move back: it is the earliest that any source gives. */
function createdAtOf({ input: { createdAt }, faults }: Draft, before: CustomerRow): string {
  const given = createdAt == null ? undefined : readPastTime(createdAt, 'createdAt', faults);
  const isEarlier = given !== undefined && Date.parse(given) < Date.parse(before.createdAt);
  return isEarlier ? given : before.createdAt;
}

/** A new customer without any of these is named by its generated number. */
function named(row: CustomerRow, { key, sources = noSources }: Draft): CustomerRow {
  if (row.name !== '') return row;
  const { contactEmail, shopperEmail, number, shortId, reference } = row;
  const texts = [
    contactEmail,
    shopperEmail,
    key?.value,
    number,
    shortId,
    reference,
    sources.added[0]?.sourceId,
  ];
  return { ...row, name: texts.find((text) => text != null && text !== '') ?? '' };
}

interface Known {
  readonly addresses: KnownAddresses;
  readonly records: readonly RecordRow[];
}

function planOf({ accountId }: Write, { draft, places }: PlacedDraft<Draft>, known: Known): Plan {
  const { input, faults, current } = draft;
  const before = current ?? blankCustomer(accountId);
  const at = current === undefined ? before.updatedAt : changeTime(current);
  const columns = readColumns(input, faults, current === undefined);
  const createdAt = createdAtOf(draft, before);
  const row = wholeShopper({ ...before, ...columns, createdAt });
  const { shortId } = columns;
  const records = planRecords(draft, { owner: before, at, shortId, stored: known.records });
  const next = named({ ...row, ...(records && { shortId: shortIdOf(records.after) }) }, draft);
  const { addresses, defaults } = planDefaults(places, next, known.addresses, at);
  const { priceGroups, tags } = input;
  return {
    ...draft,
    ...{ id: before.id, at, addresses, records },
    next: { ...next, ...defaults },
    priceGroupIds: priceGroups === undefined ? undefined : readPriceGroups(priceGroups ?? [], faults),
    tags: tags === undefined ? undefined : readTags(tags ?? [], faults),
  };
}

export async function planCustomers(write: Write, drafts: readonly Draft[]): Promise<readonly Plan[]> {
  const [{ placed, known }, records] = await Promise.all([
    loadPlaces(write, drafts),
    loadRecords(write, drafts),
  ]);
  return placed.map((each) => planOf(write, each, { addresses: known, records }));
}
