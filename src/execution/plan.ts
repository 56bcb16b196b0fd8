import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { collectFields, type Variables } from './collect.ts';
import { argumentsOf, none, serializerOf } from './field-values.ts';
import { propertyOf, ReadColumns } from './reads.ts';
import { SelectionCount } from './selection-count.ts';

/** The steps that turn a field's value into a part of the response. */
export type Shape = { readonly nonNull: boolean; readonly type: GraphQLOutputType } & (
  | { readonly kind: 'leaf'; readonly serialize: (value: unknown) => unknown }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly selection: Selection }
  | { readonly kind: 'abstract'; readonly selections: ReadonlyMap<string, Selection> }
);

export interface PlannedField {
  /** The response key. */
  readonly key: string;
  readonly parent: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  /** The value if it is the same for every object, as for `__typename`. */
  readonly constant?: string;
  /** The parent's property that holds the value; undefined if a resolver returns it. */
  readonly property: string | undefined;
  /** Returns the arguments' values; throws if they are invalid. */
  readonly args: (variables: Variables) => Readonly<Record<string, unknown>>;
  readonly shape: Shape;
}

/** The selected fields of a type, in the order of the response. */
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
  /** Approximate memory of the plan, in bytes. */
  readonly bytes: number;
}

/** The measured bytes of the parts of a plan. */
const [planBytes, selectionBytes, fieldBytes, entryBytes] = [2_000, 400, 300, 12];

/** The operation must be executed by graphql-js: it uses introspection, or a name reserved by JavaScript. */
export class NotPlanned extends Error {}

type Document = Pick<OperationPlan, 'schema' | 'operation' | 'fragments'>;

class Planner {
  readonly #document: Document;
  readonly #variables: Variables;
  readonly #count: SelectionCount;
  readonly #selections = new Map<string, Selection>();
  readonly #ids = new Map<SelectionSetNode, number>();
  readonly #fields = new Map<GraphQLObjectType, Map<FieldNode, PlannedField>>();
  readonly #args = new Map<GraphQLField<unknown, unknown>, Map<FieldNode, PlannedField['args']>>();

  #planned = 0;

  constructor(document: Document, variables: Variables, count: SelectionCount) {
    this.#document = document;
    this.#variables = variables;
    this.#count = count;
  }

  get bytes(): number {
    return (
      planBytes +
      this.#selections.size * selectionBytes +
      this.#planned * fieldBytes +
      this.#count.count * entryBytes
    );
  }

  /** Plans a selection once per type, regardless of the number of paths to it. */
  select(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection {
    this.#count.add(sets.length);
    const key = [type.name, ...sets.map((set) => this.#idOf(set))].join();
    const known = this.#selections.get(key);
    if (known !== undefined) return known;
    if (type.isTypeOf) throw new NotPlanned(`${type.name} has isTypeOf`);
    const collected = collectFields(this.#document, type, sets, this.#variables, this.#count);
    const selection = { type, fields: [...collected].map(([name, nodes]) => this.#field(type, name, nodes)) };
    this.#selections.set(key, selection);
    return selection;
  }

  #idOf(set: SelectionSetNode): number {
    const id = this.#ids.get(set) ?? this.#ids.size;
    this.#ids.set(set, id);
    return id;
  }

  /** Plans a field once per parent type, unless it is merged with others. */
  #field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): PlannedField {
    const [node] = nodes;
    if (node === undefined || key === '__proto__') throw new NotPlanned(key);
    if (nodes.length > 1) return this.#merged(parent, key, node, nodes);
    const planned = mapIn(this.#fields, parent);
    const known = planned.get(node);
    if (known !== undefined) return known;
    const field = this.#merged(parent, key, node, nodes);
    planned.set(node, field);
    return field;
  }

  #merged(
    parent: GraphQLObjectType,
    key: string,
    node: FieldNode,
    nodes: readonly FieldNode[],
  ): PlannedField {
    const isTypename = node.name.value === '__typename';
    const definition = isTypename ? TypeNameMetaFieldDef : parent.getFields()[node.name.value];
    if (definition === undefined) throw new NotPlanned(node.name.value);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    this.#planned += 1;
    return {
      key,
      parent,
      definition,
      nodes,
      ...(isTypename && { constant: parent.name }),
      property: propertyOf(definition),
      args: this.#argsOf(definition, node),
      shape: this.#shape(definition.type, sets),
    };
  }

  #argsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): PlannedField['args'] {
    if (definition.args.length === 0) return none;
    const ofNodes = mapIn(this.#args, definition);
    const args = ofNodes.get(node) ?? argumentsOf(definition, node);
    ofNodes.set(node, args);
    return args;
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

function mapIn<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const map = maps.get(key) ?? new Map<L, V>();
  maps.set(key, map);
  return map;
}

/**
 * Plans a query, without the selections that `@skip` and
 * `@include` exclude. Throws NotPlanned or TooManySelections.
 */
export function planOperation(
  document: Document,
  variables: Variables,
  count: SelectionCount = new SelectionCount(),
): OperationPlan {
  const type = document.schema.getRootType(document.operation.operation);
  if (!type || document.operation.operation === 'mutation')
    throw new NotPlanned(document.operation.operation);
  const planner = new Planner(document, variables, count);
  const root = planner.select(type, [document.operation.selectionSet]);
  const { schema, operation, fragments } = document;
  const reads = new ReadColumns(root, count);
  return { schema, operation, fragments, root, reads, bytes: planner.bytes };
}
