import type { RecordKind, SourceRecord } from '../record.ts';
import type { Entry } from './entry.ts';
import { rankOf } from './kinds.ts';
import type { LeftOut } from './left-out.ts';
import type { Stored } from './stored.ts';

export const outdated = ({ modifiedAt }: SourceRecord): LeftOut => ({
  code: 'OUTDATED',
  path: '',
  value: modifiedAt,
  message: 'The record is older than the one that was imported before; it was not used.',
});

const duplicate = ({ sourceId }: SourceRecord): LeftOut => ({
  code: 'DUPLICATE',
  path: '',
  value: sourceId,
  message: 'The input has another record with this id before; this one was not used.',
});

/** Documents repeat settings in part: each repetition adds to the others. */
const isSetting = (kind: RecordKind): boolean => rankOf(kind) < rankOf('customer');

/** Above 0 if the record is newer than the stored one; 0 if that is unknown. */
const ageDifference = ({ modifiedAt }: SourceRecord, stored: Stored): number =>
  modifiedAt === null || stored.modifiedAt === null ? 0 : Date.parse(modifiedAt) - stored.modifiedAt;

/** Whether the stored record is newer. A document of its own replaces any part of the object. */
export const isOutdated = (record: SourceRecord, stored: Stored): boolean =>
  ageDifference(record, stored) < 0 && (record.isPart === true || !stored.isPart);

/** Whether the record is a part of a customer that was read from a document of its own. */
export const isOfKnown = ({ isPart = false }: SourceRecord, stored: Stored | undefined): boolean =>
  isPart && stored?.hasContent === true && !stored.isPart;

/** Whether a newer part says who the parent is, which an older document does not change. */
export const hasNewerParent = (record: SourceRecord, stored: Stored | undefined): boolean =>
  stored?.isPart === true && stored.namesParent && ageDifference(record, stored) < 0;

/**
 * Whether the entry counts as seen. The content of an older one is still stored if a crash followed the write of the
 * newer one, which has to be stored as if it was not seen yet.
 */
export const isOfItself = ({ record, hash }: Entry, stored: Stored | undefined): boolean =>
  !isOfKnown(record, stored) && !(stored?.hash === hash && isOutdated(record, stored));

const hasParent = ({ item }: SourceRecord): boolean => 'parent' in item && item.parent != null;

/** `same`, or the reason not to use the record; undefined if it has to be saved. */
export function unusedReason(
  { record, hash }: Entry,
  stored: Stored,
  mapperVersion: number,
): 'same' | LeftOut | undefined {
  const { kind, isPart = false } = record;
  const isOld = isOutdated(record, stored);
  if (stored.hash === hash && stored.version === mapperVersion && !isOld) return 'same';
  if (isPart) return isOld || (isOfKnown(record, stored) && !hasParent(record)) ? 'same' : undefined;
  if (isOld) return outdated(record);
  const isRepeated =
    stored.isPassed && stored.hash !== null && !stored.isPart && ageDifference(record, stored) === 0;
  return isRepeated && !isSetting(kind) ? duplicate(record) : undefined;
}

/** The same of a stored record that is mapped again. It is skipped if it was deleted meanwhile. */
export function remapReason({ hash }: Entry, stored: Stored | undefined): 'same' | 'deleted' | undefined {
  if (stored === undefined) return 'deleted';
  return stored.hash === hash ? 'same' : undefined;
}
