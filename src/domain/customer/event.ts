import { newId } from '../../db/id.ts';
import type { Row } from '../../db/table.ts';
import { canonicalDecimal } from '../decimal.ts';
import { canonical } from '../write/canonical.ts';
import type { ToldEvent } from '../write/told.ts';
import type { Write } from '../write/writer.ts';
import type { RecordedPath } from './changed-field.ts';
import { type CustomerRow, customerFields } from './fields.ts';

/** The old and new value of one field, as text. */
export interface Change {
  /** The path of the field, such as `contactInfo.email`. */
  readonly field: RecordedPath;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** A change event of one customer. */
export interface Event {
  readonly customerId: string;
  readonly action: Row<'CustomerEvent'>['action'];
  readonly changes: readonly Change[];
  /** The customer's `updatedAt` after the change. */
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
): readonly Change[] {
  return oldValue === newValue ? [] : [{ field, oldValue, newValue }];
}

/** Changed columns; for a new customer, those that differ from the defaults of a new customer. */
export function columnChanges(before: Partial<CustomerRow>, after: CustomerRow): readonly Change[] {
  const columns = customerFields.flatMap(({ column, field }) =>
    // A test checks that the path of every column is in the table of changed fields.
    changeOf(field as RecordedPath, asText(column, before[column]), asText(column, after[column])),
  );
  const active = (row: Partial<CustomerRow>) => String((row.discontinuedAt ?? null) === null);
  return [...columns, ...changeOf('active', active(before), active(after))];
}

const listed = (values: readonly string[]): string | null =>
  values.length === 0 ? null : [...values].sort().join(', ');

/** The change of a list of names or ids, with the whole list before and after. */
export function listChanges(
  field: 'tags' | 'priceGroups',
  before: readonly string[],
  after: readonly string[],
): readonly Change[] {
  return changeOf(field, listed(before), listed(after));
}

/** Queues events to be written at the end of the transaction. An event without changes is dropped. */
export function recordEvents(write: Write, events: readonly Event[]): void {
  write.told.add(
    events
      .filter(({ changes }) => changes.length > 0)
      .map((event) => row(write, { ...event, subjectId: event.customerId })),
  );
}

/**
 * Records merged customers as removed. The event has no customer: the merged customer has no history any
 * more.
 */
export function recordMerged(
  write: Write,
  ids: readonly string[],
  { id: targetId, at: occurredAt }: { readonly id: string; readonly at: string },
): void {
  write.told.add(
    ids.map((subjectId) => {
      const changes = changeOf('id', subjectId, targetId);
      return row(write, { customerId: null, subjectId, action: 'MERGE', changes, occurredAt });
    }),
  );
}

type Told = Pick<ToldEvent, 'customerId' | 'subjectId' | 'action' | 'occurredAt'> & Pick<Event, 'changes'>;

const row = ({ accountId, actor, actorType }: Write, told: Told): ToldEvent => ({
  accountId,
  id: newId('CustomerEvent'),
  actor,
  actorType,
  ...told,
  // Copies: TypeScript does not accept an interface as JSON, because it has no index signature.
  changes: told.changes.map((change) => ({ ...change })),
});
