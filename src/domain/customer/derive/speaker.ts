import type { ListName } from '../../../db/model/field-group.ts';
import type { KeyInput, SourceRecordKey } from '../../identifier/key.ts';
import type { RecordContent } from '../../source/content.ts';
import { sourceSystems } from '../../source-system.ts';
import { trimmed } from '../../write/text.ts';
import type { Write } from '../../write/writer.ts';
import type { CustomerRow } from '../fields.ts';
import type { RecordRow } from '../source-records.ts';
import { columnsIn, listIn, metadataIn, type Values } from './values.ts';

/** For whom a write speaks: a source record, the person who pins, or the services without a source. */
export type Speaker =
  | { readonly kind: 'PIN' | 'BASELINE' }
  | {
      readonly kind: 'SOURCE';
      readonly record: SourceRecordKey;
      /** The source's own time of the record's last modification. */
      readonly modifiedAt: string | null;
      /** Null if the source has the record, as its writes state. */
      readonly goneAt: string | null;
    };

export interface SpeakingRecord extends SourceRecordKey {
  readonly modifiedAt?: string | null;
  readonly goneAt?: string | null;
  /** Stored with the record if that is new. */
  readonly content?: RecordContent | undefined;
}

/** The source record that names a customer. */
export function recordIn({ source, shortId }: KeyInput): SourceRecordKey | undefined {
  if (source != null) return { system: source.system, sourceId: trimmed(source.sourceId) ?? '' };
  const sourceId = shortId == null ? null : trimmed(shortId);
  return sourceId === null ? undefined : { system: sourceSystems.INVENTORY_PRO, sourceId };
}

export function speakerOf(
  { actorType }: Pick<Write, 'actorType'>,
  record: SpeakingRecord | undefined,
): Speaker {
  if (record !== undefined) {
    const { modifiedAt = null, goneAt = null } = record;
    return { kind: 'SOURCE', record, modifiedAt, goneAt };
  }
  return { kind: actorType === 'ACCOUNT_USER' ? 'PIN' : 'BASELINE' };
}

/** Without pins and source values, a customer is its own baseline. */
export const isOwnBaseline = (customer: CustomerRow | undefined): boolean =>
  customer === undefined || customer.baseline === null;

/** The stored JSON of pins, a baseline or a record is an object of values. */
export const storedValues = (json: unknown): Values => (json ?? {}) as Values;

export const isOf =
  (key: SourceRecordKey) =>
  ({ system, sourceId }: SourceRecordKey): boolean =>
    system === key.system && sourceId === key.sourceId;

interface Given {
  readonly current: CustomerRow | undefined;
  readonly before: CustomerRow;
  readonly records: readonly RecordRow[];
}

export interface Spoken {
  readonly speaker: Speaker;
  /** The customer as the speaker knows it: what an input changes. */
  readonly base: CustomerRow;
  /** Addresses of other speakers, which a change must not edit. */
  readonly foreignAddresses: ReadonlySet<string>;
}

const addressesIn = (values: Values): readonly string[] =>
  [values.billToAddressId, values.shipToAddressId].flatMap((id) => (id == null ? [] : String(id)));

/** The values that the speaker has stated before. */
function valuesBy(speaker: Speaker, { current, records }: Omit<Given, 'before'>): Values {
  if (speaker.kind === 'SOURCE') return storedValues(records.find(isOf(speaker.record))?.values);
  return storedValues(speaker.kind === 'PIN' ? current?.pins : current?.baseline);
}

/** Undefined if the customer has nothing to derive, before the write and after it. */
export function spokenBy(speaker: Speaker, given: Given): Spoken | undefined {
  const { current, before, records } = given;
  if (speaker.kind === 'BASELINE' && isOwnBaseline(current)) return undefined;
  const others = [
    ...records.filter((each) => speaker.kind !== 'SOURCE' || !isOf(speaker.record)(each)),
    ...(speaker.kind === 'BASELINE' ? [] : [{ values: current?.baseline }]),
  ];
  const foreignAddresses = new Set(others.flatMap(({ values }) => addressesIn(storedValues(values))));
  if (speaker.kind === 'PIN' || isOwnBaseline(current)) return { speaker, base: before, foreignAddresses };
  const own = columnsIn(valuesBy(speaker, given));
  const { name, number } = before;
  const base = { ...before, ...own, name: own.name || name, number: own.number || number };
  return { speaker, base, foreignAddresses };
}

interface Speaking {
  readonly speaker: Speaker;
  readonly current: CustomerRow | undefined;
  readonly stored: readonly RecordRow[];
}

/** Whether the speaker changes what it has said before: others change what the customer has. */
const hasOwnWords = ({ speaker, current }: Speaking): boolean =>
  speaker.kind !== 'PIN' && !isOwnBaseline(current);

const ownWords = ({ speaker, current, stored }: Speaking): Values =>
  valuesBy(speaker, { current, records: stored });

/** The list that the speaker's change applies to. */
export const statedList = (speaking: Speaking, name: ListName, present: readonly string[]) =>
  hasOwnWords(speaking) ? listIn(ownWords(speaking), name) : present;

/** The metadata that the speaker's change applies to. */
export const statedMetadata = (speaking: Speaking): unknown =>
  hasOwnWords(speaking) ? metadataIn(ownWords(speaking)) : (speaking.current?.metadata ?? {});
