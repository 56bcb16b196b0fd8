import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Whether a field of this name is selected anywhere within the field; also if a directive excludes it. */
export function selects({ fieldNodes, fragments }: GraphQLResolveInfo, name: string): boolean {
  const entered = new Set<string>();
  const isIn = ({ selections }: SelectionSetNode): boolean =>
    selections.some((each) => {
      if (each.kind === Kind.FIELD) return each.name.value === name || isInside(each.selectionSet);
      if (each.kind === Kind.INLINE_FRAGMENT) return isIn(each.selectionSet);
      if (entered.has(each.name.value)) return false;
      entered.add(each.name.value);
      return isInside(fragments[each.name.value]?.selectionSet);
    });
  const isInside = (set: SelectionSetNode | undefined): boolean => set !== undefined && isIn(set);
  return fieldNodes.some(({ selectionSet }) => isInside(selectionSet));
}
