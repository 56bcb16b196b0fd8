import type { RecordKind, Rejection, SourceRecord } from './record.ts';

const kinds: ReadonlySet<RecordKind | 'rejection'> = new Set([
  ...(['accountGroup', 'accountUser', 'carrier', 'customerGroup', 'department'] as const),
  ...(['paymentTerm', 'role', 'serviceLevel', 'shippingTerm', 'unit'] as const),
]);

const maxKnown = 10_000;

/**
 * Reference data that most customers repeat: a record equal to the last one of its object is not needed again. A newer
 * time is: older values can follow.
 */
export class Repeated {
  readonly #items = new Map<string, string>();

  has(record: SourceRecord | Rejection): boolean {
    if (!kinds.has(record.kind) || record.kind === 'rejection') return false;
    const { kind, sourceId, modifiedAt, deletedAt } = record;
    const key = `${kind} ${sourceId}`;
    const item = JSON.stringify([record.item, modifiedAt, deletedAt]);
    if (this.#items.get(key) === item) return true;
    if (this.#items.size >= maxKnown) this.#items.clear();
    this.#items.set(key, item);
    return false;
  }
}
