import type { Row } from '../../db/model/table.ts';
import { nameOfSystem } from '../source-system.ts';

type SourceRecord = Pick<Row<'CustomerSource'>, 'system' | 'sourceId'>;

/** The records of a customer as a change event shows them; null if there are none. */
export const recordsText = (records: readonly SourceRecord[]): string | null =>
  records
    .map(({ system, sourceId }) => `${nameOfSystem(system)} ${sourceId}`)
    .sort()
    .join(', ') || null;
