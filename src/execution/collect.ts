import {
  type ASTNode,
  BREAK,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { SelectionCount } from './selection-count.ts';

export type Variables = Readonly<Record<string, unknown>>;

interface Document {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

export function hasVariables(node: ASTNode): boolean {
  let found = false;
  visit(node, {
    // Skips the field's selections, which are not its arguments.
    SelectionSet: () => false,
    Variable() {
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** Whether `@skip` or `@include` excludes a selection. */
export function isLeftOut(selection: SelectionNode, variables: Variables): boolean {
  if (!selection.directives?.length) return false;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) return true;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false;
}

/**
 * Collects the selected fields of a type by response key, including those of fragments, each entered once.
 */
export function collectFields(
  { schema, fragments }: Document,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  variables: Variables,
  count: SelectionCount,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const entered = new Set<string>();

  function applies(condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = schema.getType(condition);
    return isAbstractType(named) && schema.isSubType(named, type);
  }

  function enter(name: string): FragmentDefinitionNode | undefined {
    if (entered.has(name)) return undefined;
    entered.add(name);
    return fragments[name];
  }

  function collect({ selections }: SelectionSetNode): void {
    count.add(selections.length);
    for (const each of selections) {
      if (isLeftOut(each, variables)) continue;
      if (each.kind === Kind.FIELD) {
        const key = each.alias?.value ?? each.name.value;
        const nodes = fields.get(key);
        if (nodes) nodes.push(each);
        else fields.set(key, [each]);
        continue;
      }
      const fragment = each.kind === Kind.FRAGMENT_SPREAD ? enter(each.name.value) : each;
      if (fragment && applies(fragment.typeCondition?.name.value)) collect(fragment.selectionSet);
    }
  }

  for (const set of sets) collect(set);
  return fields;
}
