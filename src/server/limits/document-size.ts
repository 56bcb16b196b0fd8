import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

export interface DocumentSize {
  /** Maximum depth of the fields of an operation, with fragments flattened and without introspection. */
  readonly depth: number;
  /** Maximum number of root fields of an operation, with fragments flattened. */
  readonly rootFields: number;
  /** Number of aliased fields, and of fields that a selection repeats. */
  readonly aliases: number;
  readonly directives: number;
}

const isIntrospection = (name: string): boolean => name.startsWith('__');

/** Combines a measure over selections. Each fragment is measured once, and a cycle counts as 0. */
function overFragments(
  document: DocumentNode,
  measure: (selection: SelectionNode, inner: (set: SelectionSetNode) => number) => number,
  combine: (a: number, b: number) => number,
): (set: SelectionSetNode) => number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const known = new Map<string, number>();
  function ofFragment(name: string): number {
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, 0);
    const fragment = fragments.get(name);
    const size = fragment === undefined ? 0 : ofSet(fragment.selectionSet);
    known.set(name, size);
    return size;
  }
  function ofSelection(selection: SelectionNode): number {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    return selection.kind === Kind.INLINE_FRAGMENT
      ? ofSet(selection.selectionSet)
      : measure(selection, ofSet);
  }
  const ofSet = (set: SelectionSetNode): number =>
    set.selections.map(ofSelection).reduce((a, b) => combine(a, b), 0);
  return ofSet;
}

function countInText(document: DocumentNode): { readonly aliases: number; readonly directives: number } {
  let [aliases, directives] = [0, 0];
  visit(document, {
    Directive: () => {
      directives += 1;
    },
    SelectionSet: ({ selections }) => {
      const seen = new Set<string>();
      for (const each of selections) {
        if (each.kind !== Kind.FIELD) continue;
        const key = each.alias?.value ?? each.name.value;
        if (each.alias !== undefined || seen.has(key)) aliases += 1;
        seen.add(key);
      }
    },
  });
  return { aliases, directives };
}

/** Measures a document in time linear in its length, before it is validated against the schema. */
export function sizeOf(document: DocumentNode): DocumentSize {
  const depthOf = overFragments(
    document,
    (field, inner) => {
      if (field.kind !== Kind.FIELD || isIntrospection(field.name.value)) return 0;
      return 1 + (field.selectionSet ? inner(field.selectionSet) : 0);
    },
    Math.max,
  );
  const countOf = overFragments(
    document,
    () => 1,
    (a, b) => a + b,
  );
  const roots = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.selectionSet] : [],
  );
  return {
    ...countInText(document),
    depth: Math.max(0, ...roots.map(depthOf)),
    rootFields: Math.max(0, ...roots.map(countOf)),
  };
}
