import { JsonText } from '../../db/write/rows.ts';
import type { RecordContent } from '../../domain/source/content.ts';
import type { Draft } from './attempt.ts';
import { type Entry, jsonOf, openHashOf } from './entry.ts';

/** The pass of a run over the records of its source. */
export interface PassOfRun {
  /** The start of the run. */
  readonly passedAt: string;
  readonly mapperVersion: number;
}

/** The hash of a record of which this is saved; null if it has to be read again. */
export const savedHash = ({ hash, record }: Entry, { left, open }: Draft): string | null =>
  left.length + open.length === 0 ? hash : openHashOf(record);

/** The content of a record, for the write that adds it. */
export function contentOf(
  { record, raw }: Entry,
  contentHash: string | null,
  { passedAt, mapperVersion }: PassOfRun,
): RecordContent {
  const { context, createdAt, modifiedAt, deletedAt } = record;
  return {
    raw: new JsonText(raw),
    context: context === undefined ? null : new JsonText(jsonOf(context).json),
    ...{ contentHash, mapperVersion, passedAt, goneAt: deletedAt },
    ...{ sourceCreatedAt: createdAt, sourceModifiedAt: modifiedAt },
  };
}
