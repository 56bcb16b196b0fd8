import type { PlannedField, Selection } from './plan.ts';

/** Measured bytes of a selection, of a field with its required scope, and of a field's entry in a selection. */
const [selectionBytes, fieldBytes, entryBytes] = [250, 200, 16];

/** The approximate memory of a selection. */
export function bytesOf(root: Selection): number {
  const selections = new Set<Selection>([root]);
  const known = new Set<PlannedField>();
  let bytes = 0;
  // The loop also visits selections that it adds.
  for (const { fields } of selections) {
    bytes += selectionBytes + fields.length * entryBytes;
    for (const field of fields) {
      known.add(field);
      if (field.selection) selections.add(field.selection);
    }
  }
  return bytes + known.size * fieldBytes;
}
