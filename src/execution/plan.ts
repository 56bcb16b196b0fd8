import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { collectFields, hasVariables, type Variables } from './collect.ts';
import { propertyOf, ReadColumns } from './reads.ts';

/** How a field's value becomes part of the answer. */
export type Shape = { readonly nonNull: boolean; readonly type: GraphQLOutputType } & (
  | { readonly kind: 'leaf'; readonly serialize: (value: unknown) => unknown }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly selection: Selection }
  | { readonly kind: 'abstract'; readonly selections: ReadonlyMap<string, Selection> }
);

export interface PlannedField {
  /** The name in the answer. */
  readonly key: string;
  readonly parent: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  /** The same for every object: what `__typename` gives. */
  readonly constant?: string;
  /** The parent's property that the value is; undefined: the resolver gives it. */
  readonly property: string | undefined;
  /** The arguments' values; throws when they do not fit. */
  readonly args: (variables: Variables) => Readonly<Record<string, unknown>>;
  readonly shape: Shape;
}

/** What is selected of a type's objects, in the answer's order. */
export interface Selection {
  readonly type: GraphQLObjectType;
  readonly fields: readonly PlannedField[];
}

export interface OperationPlan {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly root: Selection;
  readonly reads: ReadColumns;
}

/** The operation takes something that is left to graphql-js: introspection, or a name that JavaScript keeps for itself. */
export class NotPlanned extends Error {}

type Document = Pick<OperationPlan, 'schema' | 'operation' | 'fragments'>;

class Planner {
  readonly #document: Document;
  readonly #variables: Variables;
  readonly #selections = new Map<string, Selection>();
  readonly #ids = new Map<SelectionSetNode, number>();

  constructor(document: Document, variables: Variables) {
    this.#document = document;
    this.#variables = variables;
  }

  /** A selection is planned once for a type, however many ways lead to it. */
  select(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection {
    const key = [type.name, ...sets.map((set) => this.#idOf(set))].join();
    const known = this.#selections.get(key);
    if (known !== undefined) return known;
    if (type.isTypeOf) throw new NotPlanned(`${type.name} is told by its objects`);
    const collected = collectFields(this.#document, type, sets, this.#variables);
    const selection = { type, fields: [...collected].map(([name, nodes]) => this.#field(type, name, nodes)) };
    this.#selections.set(key, selection);
    return selection;
  }

  #idOf(set: SelectionSetNode): number {
    const id = this.#ids.get(set) ?? this.#ids.size;
    this.#ids.set(set, id);
    return id;
  }

  #field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): PlannedField {
    const [node] = nodes;
    if (node === undefined || key === '__proto__') throw new NotPlanned(key);
    const isTypename = node.name.value === '__typename';
    const definition = isTypename ? TypeNameMetaFieldDef : parent.getFields()[node.name.value];
    if (definition === undefined) throw new NotPlanned(node.name.value);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return {
      key,
      parent,
      definition,
      nodes,
      ...(isTypename && { constant: parent.name }),
      property: propertyOf(definition),
      args: argumentsOf(definition, node),
      shape: this.#shape(definition.type, sets),
    };
  }

  #shape(given: GraphQLOutputType, sets: readonly SelectionSetNode[]): Shape {
    const nonNull = isNonNullType(given);
    const type = nonNull ? given.ofType : given;
    if (isListType(type)) return { kind: 'list', nonNull, type, of: this.#shape(type.ofType, sets) };
    if (isLeafType(type)) return { kind: 'leaf', nonNull, type, serialize: serializerOf(type) };
    if (isObjectType(type)) return { kind: 'object', nonNull, type, selection: this.select(type, sets) };
    if (!isAbstractType(type)) throw new NotPlanned(String(type));
    const possible = this.#document.schema.getPossibleTypes(type);
    const selections = new Map(possible.map((each) => [each.name, this.select(each, sets)]));
    return { kind: 'abstract', nonNull, type, selections };
  }
}

const none = (): Readonly<Record<string, unknown>> => ({});

function argumentsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): PlannedField['args'] {
  if (definition.args.length === 0) return none;
  if (hasVariables(node)) return (variables) => getArgumentValues(definition, node, variables);
  try {
    const values = getArgumentValues(definition, node);
    return () => values;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** What most values are already needs no check of graphql's. */
const plain: Readonly<Record<string, string>> = { String: 'string', ID: 'string', Boolean: 'boolean' };

function serializerOf(type: GraphQLNamedType & { serialize(value: unknown): unknown }) {
  const expected = plain[type.name];
  return expected === undefined
    ? (value: unknown) => type.serialize(value)
    : (value: unknown) => (typeof value === expected ? value : type.serialize(value));
}

/** How a query is answered, without what it left out by `@skip` and `@include`; throws NotPlanned. */
export function planOperation(document: Document, variables: Variables): OperationPlan {
  const type = document.schema.getRootType(document.operation.operation);
  if (!type || document.operation.operation === 'mutation')
    throw new NotPlanned(document.operation.operation);
  const planner = new Planner(document, variables);
  const root = planner.select(type, [document.operation.selectionSet]);
  return { ...document, root, reads: new ReadColumns(root) };
}
