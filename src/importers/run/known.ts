import type { RecordKind, SourceRecord } from '../record.ts';
import type { Entry } from './entry.ts';
import { rankOf } from './kinds.ts';
import type { LeftOut } from './left-out.ts';
import type { Stored } from './stored.ts';

const outdated = ({ modifiedAt }: SourceRecord): LeftOut => ({
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

/** `same`, or the reason not to use the record; undefined if it has to be saved. */
export function unusedReason(
  { record, hash }: Entry,
  stored: Stored,
  mapperVersion: number,
): 'same' | LeftOut | undefined {
  if (stored.hash === hash && stored.version === mapperVersion) return 'same';
  const { kind, modifiedAt } = record;
  const difference =
    modifiedAt === null || stored.modifiedAt === null ? 0 : Date.parse(modifiedAt) - stored.modifiedAt;
  if (difference < 0) return outdated(record);
  const isRepeated = stored.isPassed && stored.hash !== null && difference === 0;
  return isRepeated && !isSetting(kind) ? duplicate(record) : undefined;
}
