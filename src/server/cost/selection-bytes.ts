import type { PlannedField, Selection } from './plan.ts';

/** The measured bytes of a selection, of a field with its required scope, and of a field's place in a selection. */
const [selectionBytes, fieldBytes, entryBytes] = [250, 200, 16];

/** What a selection takes in memory, about. */
export function bytesOf(root: Selection): number {
  const selections = new Set<Selection>([root]);
  const known = new Set<PlannedField>();
  let bytes = 0;
  // Selections that are added are visited, too.
  for (const { fields } of selections) {
    bytes += selectionBytes + fields.length * entryBytes;
    for (const field of fields) {
      known.add(field);
      if (field.selection) selections.add(field.selection);
    }
  }
  return bytes + known.size * fieldBytes;
}
