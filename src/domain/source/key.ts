import type { SourceRecordKey } from '../identifier/key.ts';
import { sourceIdError } from '../source-system.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths, readRequiredText } from '../write/text.ts';

/** Of one object. */
export const maxSourceRecords = 250;

/** Undefined if the source id is invalid, with the reason in the user errors. */
export function readSourceRecord(
  { system, sourceId: given }: SourceRecordKey,
  faults: Faults,
): SourceRecordKey | undefined {
  const check = (text: string) => sourceIdError(system, text);
  const sourceId = readRequiredText(given, 'sourceId', { max: maxLengths.reference, check }, faults);
  return sourceId === undefined ? undefined : { system, sourceId };
}
