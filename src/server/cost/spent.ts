import type { PlannedField, Selection } from './plan.ts';

type Answered = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Answered =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects that a field gave. */
const objectsOf = (value: unknown): readonly Answered[] =>
  Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];

const sum = (costs: readonly number[]): number => costs.reduce((total, cost) => total + cost, 0);

function ownOf({ selection }: PlannedField, values: readonly Answered[]): number {
  return selection === null ? 0 : sum(values.map((value) => spentOn(selection, value)));
}

/** The rows of the page: those that came, and all that were asked for where none is shown. */
function pageOf(field: PlannedField, [connection]: readonly Answered[]): number {
  if (connection === undefined) return 0;
  const fields = field.selection?.fields ?? [];
  const rows = fields.filter(({ role }) => role === 'row');
  if (rows.length === 0) return fields.some(({ role }) => role === 'pageInfo') ? field.count : 0;
  return sum(rows.map((each) => spentOnField(each, connection[each.key])));
}

function spentOnField(field: PlannedField, value: unknown): number {
  // A field that was never reached, or failed.
  if (value === undefined) return 0;
  const objects = objectsOf(value);
  const own = field.base + ownOf(field, objects);
  switch (field.role) {
    case 'leaf':
    case 'pageInfo':
      return field.base;
    case 'rowOfEdge':
      return own;
    case 'connection':
      return own + objects.length + pageOf(field, objects);
    default:
      return own + objects.length;
  }
}

/** What an answer came to: the prices of the operation, for the objects that are there. */
export function spentOn({ fields }: Selection, data: Answered): number {
  // The rows of a page are its connection's to count.
  return sum(
    fields.filter(({ role }) => role !== 'row').map((field) => spentOnField(field, data[field.key])),
  );
}
