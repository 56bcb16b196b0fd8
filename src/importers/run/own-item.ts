import type { JsonObject, SourceRecord } from '../record.ts';
import type { Entry } from './entry.ts';
import { hasNewerParent, isOfKnown } from './known.ts';
import type { Stored } from './stored.ts';

/** A customer that is matched by another key is written by its record, too. */
export function speaking(
  item: JsonObject,
  { kind, system, sourceId, modifiedAt }: SourceRecord,
  goneAt: string | null,
): JsonObject {
  if (kind !== 'customer') return item;
  return { ...item, speaksFor: { system, sourceId: sourceId.trim(), modifiedAt, goneAt } };
}

interface Part extends JsonObject {
  readonly by?: unknown;
  readonly parent?: unknown;
}

/** Of a customer with a document of its own, a part says only who the parent is, and not when that was modified. */
export function itemBeside({ record }: Entry, item: JsonObject, known: Stored | undefined): JsonObject {
  const { parent, ...others }: Part = item;
  if (isOfKnown(record, known))
    return speaking({ by: others.by, parent }, { ...record, modifiedAt: null }, known?.goneAt ?? null);
  return hasNewerParent(record, known) ? others : item;
}
