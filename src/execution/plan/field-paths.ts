import type { PlannedField, Selection, Shape } from './plan.ts';

export interface FieldPath {
  /** By response keys, such as `customers.edges.node.sender`. */
  readonly keys: string;
  /** By the names of the schema, such as `customers.edges.node.carrier`. */
  readonly names: string;
}

export type FieldPaths = ReadonlyMap<PlannedField, FieldPath>;

function selectionsOf(shape: Shape): Iterable<Selection> {
  if (shape.kind === 'list') return selectionsOf(shape.of);
  if (shape.kind === 'object') return [shape.selection];
  return shape.kind === 'abstract' ? shape.selections.values() : [];
}

export function fieldPaths(root: Selection): FieldPaths {
  const paths = new Map<PlannedField, FieldPath>();
  const visit = ({ fields }: Selection, above: FieldPath): void => {
    for (const field of fields) {
      if (paths.has(field)) continue;
      const [keys, names] = [`${above.keys}${field.key}`, `${above.names}${field.definition.name}`];
      paths.set(field, { keys, names });
      for (const selection of selectionsOf(field.shape))
        visit(selection, { keys: `${keys}.`, names: `${names}.` });
    }
  };
  visit(root, { keys: '', names: '' });
  return paths;
}
