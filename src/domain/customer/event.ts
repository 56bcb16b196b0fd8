import type { RecordedPath } from '../../db/model/changed-field.ts';
import { newId } from '../../db/model/id.ts';
import type { Row } from '../../db/model/table.ts';
import { canonicalDecimal } from '../decimal.ts';
import { canonical } from '../write/canonical.ts';
import type { BufferedEvent } from '../write/event-buffer.ts';
import type { Write } from '../write/writer.ts';
import { type CustomerRow, customerFields } from './fields.ts';

export interface ValueChange {
  readonly field: RecordedPath;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

export interface ChangeEvent {
  readonly customerId: string;
  readonly action: Row<'CustomerEvent'>['action'];
  readonly changes: readonly ValueChange[];
  readonly occurredAt: string;
}

function asText(column: keyof CustomerRow, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (column === 'creditLimitValue') return canonicalDecimal(String(value));
  return typeof value === 'object' ? JSON.stringify(canonical(value)) : String(value);
}

export function changeOf(
  field: RecordedPath,
  oldValue: string | null,
  newValue: string | null,
): readonly ValueChange[] {
  return oldValue === newValue ? [] : [{ field, oldValue, newValue }];
}

/** Changed columns; for a new customer, those that differ from the defaults of a new customer. */
export function columnChanges(before: Partial<CustomerRow>, after: CustomerRow): readonly ValueChange[] {
  const columns = customerFields.flatMap(({ column, field }) =>
    before[column] === after[column]
      ? []
      : // A test checks that the path of every column is in the table of changed fields.
        changeOf(field as RecordedPath, asText(column, before[column]), asText(column, after[column])),
  );
  const active = (row: Partial<CustomerRow>) => String((row.discontinuedAt ?? null) === null);
  return [...columns, ...changeOf('active', active(before), active(after))];
}

const joinedList = (values: readonly string[]): string | null =>
  values.length === 0 ? null : [...values].sort().join(', ');

export function listChanges(
  field: 'tags' | 'priceGroups',
  before: readonly string[],
  after: readonly string[],
): readonly ValueChange[] {
  return changeOf(field, joinedList(before), joinedList(after));
}

/** Queues events to be written at the end of the transaction. An event without changes is dropped. */
export function recordEvents(write: Write, events: readonly ChangeEvent[]): void {
  write.events.add(
    events
      .filter(({ changes }) => changes.length > 0)
      .map((event) => row(write, { ...event, subjectId: event.customerId })),
  );
}

/** The event has no customer: the merged customer has no history any more. */
export function recordMerged(
  write: Write,
  ids: readonly string[],
  { id: targetId, at: occurredAt }: { readonly id: string; readonly at: string },
): void {
  write.events.add(
    ids.map((subjectId) => {
      const changes = changeOf('id', subjectId, targetId);
      return row(write, { customerId: null, subjectId, action: 'MERGE', changes, occurredAt });
    }),
  );
}

type EventInput = Pick<BufferedEvent, 'customerId' | 'subjectId' | 'action' | 'occurredAt'> &
  Pick<ChangeEvent, 'changes'>;

const row = ({ accountId, actor, actorType }: Write, event: EventInput): BufferedEvent => ({
  accountId,
  id: newId('CustomerEvent'),
  actor,
  actorType,
  ...event,
  // Copies: TypeScript does not accept an interface as JSON, because it has no index signature.
  changes: event.changes.map((change) => ({ ...change })),
});
