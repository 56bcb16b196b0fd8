import type { Definition } from './condition.ts';
import { conditionsOn } from './kinds.ts';

const { value, text, range } = conditionsOn('CustomerSource');

export const sourceRecords = {
  model: 'CustomerSource',
  rows: 'source records',
  description:
    'The conditions that source records must match. Fields are combined with AND. Absent and null fields have no effect.',
  fields: {
    system: value('system', 'SourceSystem', 'Matches records of this source system.'),
    sourceId: text('sourceId', 'Matches records by their id in the source system.'),
    seenAt: range('seenAt', 'Matches records last seen in this range of time.'),
    firstSeenAt: range('firstSeenAt', 'Matches records first seen in this range of time.'),
    modifiedAt: range(
      'sourceModifiedAt',
      'Matches records last modified in the source system in this range of time.',
    ),
    goneAt: range('goneAt', 'Matches records that were found missing in this range of time.'),
  },
} as const satisfies Definition;
