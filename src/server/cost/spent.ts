import { prices } from '../../prices.ts';
import type { PlannedField, Selection } from './plan.ts';

type Answered = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Answered =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds up the prices of the objects that a field returned, without building a list of them. */
function forObjects(value: unknown, price: (object: Answered) => number): number {
  if (isObject(value)) return price(value);
  let total = 0;
  if (Array.isArray(value)) for (const each of value) if (isObject(each)) total += price(each);
  return total;
}

/** The cost of a page's rows: of the returned rows, or of all requested rows if the response shows none. */
function pageOf(field: PlannedField, connection: Answered): number {
  const fields = field.selection?.fields ?? [];
  let rows: number | undefined;
  for (const each of fields)
    if (each.role === 'row') rows = (rows ?? 0) + spentOnField(each, connection[each.key]);
  return rows ?? (fields.some(({ role }) => role === 'pageInfo') ? field.count : 0);
}

function spentOnField(field: PlannedField, value: unknown): number {
  // The field was never reached, or it failed.
  if (value === undefined) return 0;
  const { role, base, selection } = field;
  if (role === 'leaf' || role === 'pageInfo') return base;
  const each = role === 'rowOfEdge' ? 0 : prices.object.units;
  return (
    base +
    forObjects(value, (object) => {
      const page = role === 'connection' ? pageOf(field, object) : 0;
      return each + page + (selection === null ? 0 : spentOn(selection, object));
    })
  );
}

/** The actual cost of a response: the operation's prices, for the returned objects. */
export function spentOn({ paid }: Selection, data: Answered): number {
  let total = 0;
  for (const field of paid) total += spentOnField(field, data[field.key]);
  return total;
}
