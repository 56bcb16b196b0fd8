import {
  type ArgumentNode,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** The place of a selection, or of a value in its arguments. */
export interface Place {
  /** The response keys of the field. It ends at a list, below which a path would need an index. */
  readonly path: readonly string[];
  /** The type that the field or fragment is selected from. */
  readonly parent: GraphQLNamedType | undefined;
  /** The argument and the input fields that hold the value: `filter.or[1].createdAt`; empty for a selection. */
  readonly input: string;
}

interface Scope {
  readonly path: readonly string[];
  readonly isBelowList: boolean;
  readonly parent: GraphQLNamedType | undefined;
}

type Target = (node: ASTNode) => boolean;

export const fieldOf = (type: GraphQLNamedType | undefined, { name }: FieldNode) =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;

/** Where the value is within its argument; undefined if it is not in there. */
function within(value: ValueNode, isTarget: Target): string | undefined {
  if (isTarget(value)) return '';
  if (value.kind === Kind.LIST)
    for (const [at, item] of value.values.entries()) {
      const found = within(item, isTarget);
      if (found !== undefined) return `[${at}]${found}`;
    }
  if (value.kind === Kind.OBJECT)
    for (const field of value.fields) {
      const found = isTarget(field) ? '' : within(field.value, isTarget);
      if (found !== undefined) return `.${field.name.value}${found}`;
    }
  return undefined;
}

function inArguments(given: readonly ArgumentNode[] = [], isTarget: Target): string | undefined {
  for (const argument of given) {
    const found = isTarget(argument) ? '' : within(argument.value, isTarget);
    if (found !== undefined) return `${argument.name.value}${found}`;
  }
  return undefined;
}

const inDirectives = (given: readonly DirectiveNode[] = [], isTarget: Target): string | undefined =>
  inArguments(
    given.flatMap((directive) => directive.arguments ?? []),
    isTarget,
  );

/** Walks each selection set once. The document need not be valid. */
class Search {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #entered = new Set<SelectionSetNode>();
  readonly #isTarget: Target;

  constructor(schema: GraphQLSchema, document: DocumentNode, isTarget: Target) {
    this.#schema = schema;
    this.#isTarget = isTarget;
    this.#fragments = new Map(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
      ),
    );
  }

  set(set: SelectionSetNode, scope: Scope): Place | undefined {
    if (this.#entered.has(set)) return undefined;
    this.#entered.add(set);
    for (const each of set.selections) {
      const found = each.kind === Kind.FIELD ? this.#field(each, scope) : this.#fragment(each, scope);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  fragment({ typeCondition, selectionSet }: FragmentDefinitionNode, scope: Scope): Place | undefined {
    return this.set(selectionSet, { ...scope, parent: this.#schema.getType(typeCondition.name.value) });
  }

  #field(node: FieldNode, { path, isBelowList, parent }: Scope): Place | undefined {
    const here = isBelowList ? path : [...path, node.alias?.value ?? node.name.value];
    if (this.#isTarget(node)) return { path: here, parent, input: '' };
    const input =
      inArguments(node.arguments, this.#isTarget) ?? inDirectives(node.directives, this.#isTarget);
    if (input !== undefined) return { path: here, parent, input };
    if (node.selectionSet === undefined) return undefined;
    const type = fieldOf(parent, node)?.type;
    return this.set(node.selectionSet, {
      path: here,
      isBelowList: isBelowList || isListType(type && getNullableType(type)),
      parent: type && getNamedType(type),
    });
  }

  #fragment(node: Exclude<SelectionNode, FieldNode>, scope: Scope): Place | undefined {
    const { path, parent } = scope;
    if (this.#isTarget(node)) return { path, parent, input: '' };
    const input = inDirectives(node.directives, this.#isTarget);
    if (input !== undefined) return { path, parent, input };
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = this.#fragments.get(node.name.value);
      return fragment && this.fragment(fragment, scope);
    }
    const condition = node.typeCondition?.name.value;
    return this.set(node.selectionSet, {
      ...scope,
      parent: condition === undefined ? parent : this.#schema.getType(condition),
    });
  }
}

const isOperation = (node: ASTNode): node is OperationDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION;

/** A variable is where it is used first, and so are the parts of its default value. */
function targetOf({ definitions }: DocumentNode, node: ASTNode): Target {
  const declared = definitions
    .filter(isOperation)
    .flatMap(({ variableDefinitions = [] }) => variableDefinitions)
    .find(
      (each) =>
        each === node ||
        (each.defaultValue && within(each.defaultValue, (part) => part === node) !== undefined),
    );
  if (declared === undefined) return (each) => each === node;
  const { value } = declared.variable.name;
  return (each) => each.kind === Kind.VARIABLE && each.name.value === value;
}

/** The place of a node of a document in its operations, or else in its fragments; undefined if it has none. */
export function placeOf(schema: GraphQLSchema, document: DocumentNode, node: ASTNode): Place | undefined {
  const search = new Search(schema, document, targetOf(document, node));
  for (const each of document.definitions) {
    const type = isOperation(each) ? schema.getRootType(each.operation) : undefined;
    const scope = { path: [], isBelowList: false, parent: type ?? undefined };
    const found = isOperation(each) ? search.set(each.selectionSet, scope) : undefined;
    if (found !== undefined) return found;
  }
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) {
      const found = search.fragment(each, { path: [], isBelowList: false, parent: undefined });
      if (found !== undefined) return found;
    }
  return undefined;
}
