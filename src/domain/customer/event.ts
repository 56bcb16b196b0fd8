import { newId } from '../../db/id.ts';
import type { Row } from '../../db/table.ts';
import { insertRows } from '../../db/write-rows.ts';
import { canonicalDecimal } from '../decimal.ts';
import { canonical } from '../write/canonical.ts';
import type { Write } from '../write/writer.ts';
import { type CustomerRow, customerFields } from './fields.ts';

/** What one field was and became, as text. */
export interface Change {
  /** By its path in Customer: `contactInfo.email`. */
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** What was done to one customer. */
export interface Event {
  readonly customerId: string;
  readonly action: Row<'CustomerEvent'>['action'];
  readonly changes: readonly Change[];
  /** The customer's `updatedAt` from then on. */
  readonly occurredAt: string;
}

function asText(column: keyof CustomerRow, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (column === 'creditLimitValue') return canonicalDecimal(String(value));
  return typeof value === 'object' ? JSON.stringify(canonical(value)) : String(value);
}

export function changeOf(field: string, oldValue: string | null, newValue: string | null): readonly Change[] {
  return oldValue === newValue ? [] : [{ field, oldValue, newValue }];
}

/** What differs between a customer's columns; of a new one, what it does not share with every new one. */
export function columnChanges(before: Partial<CustomerRow>, after: CustomerRow): readonly Change[] {
  const columns = customerFields.flatMap(({ column, field }) =>
    changeOf(field, asText(column, before[column]), asText(column, after[column])),
  );
  const active = (row: Partial<CustomerRow>) => String((row.discontinuedAt ?? null) === null);
  return [...columns, ...changeOf('active', active(before), active(after))];
}

const listed = (values: readonly string[]): string | null =>
  values.length === 0 ? null : [...values].sort().join(', ');

/** A change of a list of names or ids, told whole. */
export function listChanges(
  field: 'tags' | 'priceGroups',
  before: readonly string[],
  after: readonly string[],
): readonly Change[] {
  return changeOf(field, listed(before), listed(after));
}

/** Writes events in the transaction of what they tell of. One without changes is none. */
export async function recordEvents(write: Write, events: readonly Event[]): Promise<void> {
  const { accountId, actor } = write;
  const told = events.filter(({ changes }) => changes.length > 0);
  const rows = told.map((event) => ({
    accountId,
    id: newId('CustomerEvent'),
    actor,
    ...event,
    // A list of plain objects, which TypeScript does not see to be JSON without an index signature.
    changes: event.changes.map((change) => ({ ...change })),
  }));
  await insertRows(write, 'CustomerEvent', rows);
}
