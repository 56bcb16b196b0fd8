import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLObjectType,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { OperationSource, Variables } from './plan.ts';
import type { SelectionCount } from './selection-count.ts';

function isExcluded(selection: SelectionNode, variables: Variables): boolean {
  if (!selection.directives?.length) return false;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) return true;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false;
}

export interface CollectedField {
  readonly nodes: FieldNode[];
  readonly from: GraphQLNamedType[];
}

class Collection {
  readonly fields = new Map<string, CollectedField>();
  readonly #source: OperationSource;
  readonly #type: GraphQLObjectType;
  readonly #variables: Variables;
  readonly #count: SelectionCount;
  readonly #entered = new Set<string>();

  constructor(source: OperationSource, type: GraphQLObjectType, variables: Variables, count: SelectionCount) {
    this.#source = source;
    this.#type = type;
    this.#variables = variables;
    this.#count = count;
  }

  add({ selections }: SelectionSetNode, from: GraphQLNamedType): void {
    this.#count.add(selections.length);
    for (const each of selections) {
      if (isExcluded(each, this.#variables)) continue;
      if (each.kind === Kind.FIELD) {
        const key = each.alias?.value ?? each.name.value;
        const field = this.fields.get(key);
        if (field === undefined) this.fields.set(key, { nodes: [each], from: [from] });
        else {
          field.nodes.push(each);
          if (!field.from.includes(from)) field.from.push(from);
        }
        continue;
      }
      const fragment = each.kind === Kind.FRAGMENT_SPREAD ? this.#enter(each.name.value) : each;
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && this.#applies(condition))
        this.add(fragment.selectionSet, this.#narrowed(from, condition));
    }
  }

  #enter(name: string): FragmentDefinitionNode | undefined {
    if (this.#entered.has(name)) return undefined;
    this.#entered.add(name);
    return this.#source.fragments[name];
  }

  #applies(condition: string | undefined): boolean {
    if (condition === undefined || condition === this.#type.name) return true;
    const { schema } = this.#source;
    const named = schema.getType(condition);
    return isAbstractType(named) && schema.isSubType(named, this.#type);
  }

  /** In a fragment on an interface, an object type is kept, for its own access rules. */
  #narrowed(from: GraphQLNamedType, condition: string | undefined): GraphQLNamedType {
    if (condition === undefined || isObjectType(from)) return from;
    return this.#source.schema.getType(condition) ?? from;
  }
}

function fragmentTypes(
  { fragments }: OperationSource,
  sets: readonly SelectionSetNode[],
): ReadonlySet<string> {
  const types = new Set<string>();
  const entered = new Set<string>();
  function visit({ selections }: SelectionSetNode): void {
    for (const each of selections) {
      if (each.kind === Kind.FIELD) continue;
      const name = each.kind === Kind.FRAGMENT_SPREAD ? each.name.value : undefined;
      if (name !== undefined && entered.has(name)) continue;
      if (name !== undefined) entered.add(name);
      const fragment = each.kind === Kind.FRAGMENT_SPREAD ? fragments[each.name.value] : each;
      if (fragment?.typeCondition) types.add(fragment.typeCondition.name.value);
      if (fragment) visit(fragment.selectionSet);
    }
  }
  for (const set of sets) visit(set);
  return types;
}

/** `from` is the type that the sets are selected from: the same type, or one of its interfaces. */
export function collectFields(
  source: OperationSource,
  { type, from }: { readonly type: GraphQLObjectType; readonly from: GraphQLNamedType },
  sets: readonly SelectionSetNode[],
  variables: Variables,
  count: SelectionCount,
): ReadonlyMap<string, CollectedField> {
  const collection = new Collection(source, type, variables, count);
  for (const set of sets) collection.add(set, from);
  return collection.fields;
}

export function possibleTypes(
  source: OperationSource,
  type: GraphQLAbstractType,
  sets: readonly SelectionSetNode[],
): readonly GraphQLObjectType[] {
  const possible = source.schema.getPossibleTypes(type);
  const byName = new Map(possible.map((each) => [each.name, each]));
  const named = [...fragmentTypes(source, sets)].flatMap((name) => byName.get(name) ?? []);
  return [...new Set([...named, ...possible])];
}

export class SelectionKeys {
  readonly #ids = new Map<SelectionSetNode, number>();

  of(type: GraphQLObjectType, sets: readonly SelectionSetNode[], from: GraphQLNamedType): string {
    let key = from === type ? type.name : `${type.name} ${from.name}`;
    for (const set of sets) key += `,${this.#idOf(set)}`;
    return key;
  }

  #idOf(set: SelectionSetNode): number {
    const known = this.#ids.get(set);
    if (known !== undefined) return known;
    this.#ids.set(set, this.#ids.size);
    return this.#ids.size - 1;
  }
}
