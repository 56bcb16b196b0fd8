import { isDerivedPart } from '../../db/model/field-group.ts';
import { newId } from '../../db/model/id.ts';
import { table } from '../../db/model/table.ts';
import type { CustomerKey } from '../identifier/key.ts';
import type { Faults } from '../write/faults.ts';
import { readPastTime } from '../write/time.ts';
import type { Write } from '../write/writer.ts';
import type { AddressChange } from './address.ts';
import { loadPlaces, noOthers, type PlacedDraft, planDefaults } from './default-addresses.ts';
import {
  isOf,
  type Speaker,
  type SpeakingRecord,
  type Spoken,
  speakerOf,
  spokenBy,
} from './derive/speaker.ts';
import type { CustomerLists } from './derive/values.ts';
import type { ValueChange } from './event.ts';
import { type CustomerRow, newCustomer } from './fields.ts';
import { type CustomerInput, readColumns, readId } from './input.ts';
import type { KnownAddresses } from './known-addresses.ts';
import { type NewAddress, withNewAddresses } from './new-addresses.ts';
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
  /** The source record that the write speaks for. */
  readonly speaksFor?: SpeakingRecord | undefined;
  readonly newAddresses?: readonly NewAddress[] | undefined;
  /** Whether the source records are loaded even if the customer has no value of them. */
  readonly readsRecords?: boolean;
}

export interface Plan extends Draft {
  readonly id: string;
  readonly at: string;
  readonly next: CustomerRow;
  /** The values that the input changes, which the checks accept as they are. */
  readonly compared: CustomerRow | undefined;
  readonly speaker: Speaker;
  /** The parts of the customer that the speaker sets; `deriveCustomers` decides whether they win. */
  readonly touched: readonly string[];
  /** The source records before the write. */
  readonly stored: readonly RecordRow[];
  /** Undefined if the source records stay. */
  readonly records: RecordChange | undefined;
  readonly priceGroupIds: readonly string[] | undefined;
  readonly tags: readonly string[] | undefined;
  /** The present lists, if the customer is derived. */
  readonly lists?: CustomerLists;
  readonly addresses: readonly AddressChange[];
  /** Additional changes for the event, of rows that the mutation writes itself. */
  readonly extraChanges?: readonly ValueChange[];
}

export const maxPriceGroups = 250;

const nulls = Object.fromEntries(table('Customer').columns.map(({ name }) => [name, null]));

function blankCustomer(accountId: string): CustomerRow {
  const at = changeTime();
  const made = { accountId, id: newId('Customer'), name: '', number: '', createdAt: at, updatedAt: at };
  // Every column is present; those that cannot be null are in the other two objects.
  return { ...nulls, ...newCustomer, ...made } as unknown as CustomerRow;
}

function readPriceGroups(given: readonly (string | undefined)[], faults: Faults): readonly string[] {
  if (given.length > maxPriceGroups)
    faults.add(
      'LIMIT_EXCEEDED',
      'priceGroups',
      `The list has ${given.length} price groups; the maximum is ${maxPriceGroups}.`,
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

/** The parts that the input sets, with what is found only later by a code or a token. */
function touchedBy(input: CustomerInput, columns: object, defaults: object): readonly string[] {
  const lists = (['priceGroups', 'tags'] as const).filter((name) => input[name] !== undefined);
  const level = input.freightPreferences?.serviceLevel === undefined ? [] : ['serviceLevelId'];
  return [...Object.keys({ ...columns, ...defaults }), ...lists, ...level];
}

interface SpokenDraft extends Draft {
  readonly speaker: Speaker;
  readonly before: CustomerRow;
  readonly stored: readonly RecordRow[];
  readonly spoken: Spoken | undefined;
  readonly isImport: boolean;
}

function planOf({ draft, places }: PlacedDraft<SpokenDraft>, known: KnownAddresses): Plan {
  const { input, faults, current, before, stored, speaker, spoken, isImport, newAddresses = [] } = draft;
  const at = current === undefined ? before.updatedAt : changeTime(current);
  const columns = readColumns(input, faults, current === undefined);
  const isSpeaking = touchedBy(input, columns, {}).some(isDerivedPart) || places.length > 0;
  const base = (isSpeaking ? spoken?.base : undefined) ?? before;
  const createdAt = createdAtOf(draft, before);
  const row = wholeShopper({ ...base, ...columns, createdAt });
  const { shortId } = columns;
  const records = planRecords(draft, { owner: before, at, shortId, stored, isImport });
  const next = named({ ...row, ...(records && { shortId: shortIdOf(records.after) }) }, draft);
  const others =
    spoken === undefined ? noOthers : { foreign: spoken.foreignAddresses, present: addressIdsOf(before) };
  const { addresses, defaults } = planDefaults(places, next, { known, at, others });
  const all = withNewAddresses(addresses, newAddresses, { customer: next, at, known, faults });
  const { priceGroups, tags } = input;
  return {
    ...draft,
    ...{ id: before.id, at, addresses: all, records, speaker, stored },
    compared: current && base,
    touched: touchedBy(input, columns, defaults),
    next: { ...next, ...defaults },
    priceGroupIds: priceGroups === undefined ? undefined : readPriceGroups(priceGroups ?? [], faults),
    tags: tags === undefined ? undefined : readTags(tags ?? [], faults),
  };
}

/** A gateway of the previous release can have written a short id without its record: no row keeps what it says. */
function presentSpeaker(
  write: Write,
  { speaker, sources = noSources }: Pick<SpokenDraft, 'speaker' | 'sources'>,
  stored: readonly RecordRow[],
): Speaker {
  if (speaker.kind !== 'SOURCE') return speaker;
  const isPresent = [...stored, ...sources.added].some(isOf(speaker.record));
  return isPresent ? speaker : speakerOf(write, undefined);
}

const addressIdsOf = ({ billToAddressId, shipToAddressId }: CustomerRow): readonly string[] =>
  [billToAddressId, shipToAddressId].flatMap((id) => id ?? []);

export async function planCustomers(write: Write, given: readonly Draft[]): Promise<readonly Plan[]> {
  const speaking = given.map((draft) => ({ ...draft, speaker: speakerOf(write, draft.speaksFor) }));
  const records = await loadRecords(write, speaking);
  const byCustomer = new Map<string, RecordRow[]>();
  for (const record of records) {
    const { customerId } = record;
    byCustomer.set(customerId, [...(byCustomer.get(customerId) ?? []), record]);
  }
  const drafts = speaking.map((draft): SpokenDraft => {
    const { current } = draft;
    const before = current ?? blankCustomer(write.accountId);
    const stored = byCustomer.get(before.id) ?? [];
    const speaker = presentSpeaker(write, draft, stored);
    return {
      ...{ ...draft, before, stored, speaker, isImport: write.actorType === 'SOURCE' },
      spoken: spokenBy(speaker, { current, before, records: stored }),
    };
  });
  const { placed, known } = await loadPlaces(write, drafts);
  return placed.map((each) => planOf(each, known));
}
