import type { PlannedField, Selection, Shape } from './plan.ts';

export type FieldPaths = ReadonlyMap<PlannedField, string>;

function selectionsOf(shape: Shape): Iterable<Selection> {
  if (shape.kind === 'list') return selectionsOf(shape.of);
  if (shape.kind === 'object') return [shape.selection];
  return shape.kind === 'abstract' ? shape.selections.values() : [];
}

/** The path of each field by response keys, such as `customers.edges.node.carrier`. */
export function fieldPaths(root: Selection): FieldPaths {
  const paths = new Map<PlannedField, string>();
  const visit = ({ fields }: Selection, above: string): void => {
    for (const field of fields) {
      if (paths.has(field)) continue;
      const path = `${above}${field.key}`;
      paths.set(field, path);
      for (const selection of selectionsOf(field.shape)) visit(selection, `${path}.`);
    }
  };
  visit(root, '');
  return paths;
}
