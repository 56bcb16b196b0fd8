import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type ArgumentValues, argumentsOf } from './arguments.ts';
import { type CollectedField, collectFields, fragmentTypes } from './collect.ts';
import { type Origin, originOf, ReadColumns } from './columns.ts';
import { type Field, type FieldFacts, factsOf } from './field-facts.ts';
import { fieldPriceOf } from './field-price.ts';
import { introspectionObjects } from './introspection.ts';
import { type ListCheck, listCheckOf } from './list-check.ts';
import type { OperationPlan, OperationSource, PlannedField, Selection, Variables } from './plan.ts';
import { fixedBillOf } from './price.ts';
import { type PathStep, Requirements } from './requirements.ts';
import { SelectionCount } from './selection-count.ts';
import { shapeOf } from './shape.ts';

/** The measured bytes of the parts of a plan. */
const [planBytes, selectionBytes, fieldBytes, entryBytes] = [2_000, 400, 400, 12];

/** The place of a selection in the operation. */
interface Place {
  /** The type that the selection is written for: the objects' type, or one of its interfaces and unions. */
  readonly from: GraphQLNamedType;
  readonly origin: Origin;
  readonly path: PathStep | null;
}

const metaFields: Readonly<Record<string, Field>> = {
  __typename: TypeNameMetaFieldDef,
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

function definitionOf(type: GraphQLNamedType, name: string): Field | undefined {
  return (
    metaFields[name] ?? ('getFields' in type ? (type.getFields()[name] as Field | undefined) : undefined)
  );
}

const isPriced = ({ price: { role, amounts } }: PlannedField): boolean =>
  role !== 'row' && (role !== 'leaf' || typeof amounts === 'function' || amounts.base > 0);

/** Plans an operation in one walk over its merged selections. */
class Planner {
  readonly reads = new ReadColumns();
  readonly requirements = new Requirements();
  readonly listChecks: ListCheck[] = [];
  slots = 0;
  readonly #source: OperationSource;
  readonly #variables: Variables;
  readonly #count: SelectionCount;
  readonly #selections = new Map<string, Selection>();
  readonly #origins = new Map<Selection, Set<Origin>>();
  readonly #ids = new Map<SelectionSetNode, number>();
  readonly #fields = new Map<GraphQLObjectType, Map<FieldNode, PlannedField>>();
  readonly #args = new Map<Field, Map<FieldNode, ArgumentValues>>();
  #planned = 0;

  constructor(source: OperationSource, variables: Variables, count: SelectionCount) {
    this.#source = source;
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
  select(type: GraphQLObjectType, sets: readonly SelectionSetNode[], place: Place): Selection {
    this.#count.add(sets.length);
    const key = this.#keyOf(type, sets, place);
    const known = this.#selections.get(key);
    if (known !== undefined) {
      this.#readAgain(known, place.origin);
      return known;
    }
    const { from } = place;
    const collected = collectFields(this.#source, { type, from }, sets, this.#variables, this.#count);
    if (!this.reads.isEverything) this.#count.add(collected.size);
    const fields: PlannedField[] = [];
    for (const [name, field] of collected) fields.push(this.#field(type, name, field, place));
    const selection: Selection = {
      type,
      fields,
      priced: fields.filter(isPriced),
      bill: fixedBillOf(fields),
      hasProtoKey: collected.has('__proto__'),
    };
    this.#selections.set(key, selection);
    this.#origins.set(selection, new Set([place.origin]));
    return selection;
  }

  #keyOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], { from }: Place): string {
    let key = from === type ? type.name : `${type.name} ${from.name}`;
    for (const set of sets) {
      let id = this.#ids.get(set);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(set, id);
      }
      key += `,${id}`;
    }
    return key;
  }

  /** Adds the columns of a planned selection for rows of another origin. */
  #readAgain(selection: Selection, origin: Origin): void {
    const origins = this.#origins.get(selection);
    if (origins === undefined || origins.has(origin) || this.reads.isEverything) return;
    this.#count.add(selection.fields.length);
    origins.add(origin);
    for (const { constant, definition, inner } of selection.fields) {
      if (constant !== undefined) continue;
      const facts = factsOf(selection.type, definition);
      this.reads.add(facts, origin);
      for (const each of inner) this.#readAgain(each, originOf(facts, definition, each.type, origin));
    }
  }

  /** Plans a field once per parent type, unless it is merged with others. */
  #field(
    parent: GraphQLObjectType,
    key: string,
    { nodes, from }: CollectedField,
    place: Place,
  ): PlannedField {
    const [node] = nodes;
    const name = node?.name.value ?? '';
    const definition = definitionOf(parent, name);
    // Validation rejects unknown fields.
    if (node === undefined || definition === undefined) throw new Error(`${parent.name}.${name} is unknown.`);
    if (definition === TypeNameMetaFieldDef)
      return this.#planField(parent, key, node, nodes, definition, place);
    const facts = factsOf(parent, definition);
    this.reads.add(facts, place.origin);
    // A path ends at a list: below it, a response path would need an index.
    const path = place.path?.isList ? place.path : { key, isList: facts.isList, above: place.path };
    for (const type of from) {
      const declared = type === parent ? definition : definitionOf(type, name);
      if (declared !== undefined) this.requirements.add(factsOf(type, declared), path);
    }
    const known = nodes.length === 1 ? this.#fields.get(parent)?.get(node) : undefined;
    if (known !== undefined) {
      for (const each of known.inner)
        this.#readAgain(each, originOf(facts, definition, each.type, place.origin));
      return known;
    }
    const field = this.#planField(parent, key, node, nodes, definition, { ...place, path });
    if (nodes.length === 1) mapIn(this.#fields, parent).set(node, field);
    return field;
  }

  #planField(
    parent: GraphQLObjectType,
    key: string,
    node: FieldNode,
    nodes: readonly FieldNode[],
    definition: Field,
    { origin, path }: Place,
  ): PlannedField {
    this.#planned += 1;
    const facts = factsOf(parent, definition);
    const args = this.#argsOf(definition, facts, node);
    const sets: SelectionSetNode[] = [];
    for (const { selectionSet } of nodes) if (selectionSet) sets.push(selectionSet);
    const inner: Selection[] = [];
    const shape = shapeOf(definition.type, {
      select: (type) => {
        const inside = { from: facts.type, path, origin: originOf(facts, definition, type, origin) };
        const selection = this.select(type, sets, inside);
        inner.push(selection);
        return selection;
      },
      possibleTypes: (type) => this.#possibleTypes(type, sets),
    });
    const isMutation = parent === this.#source.schema.getMutationType();
    return {
      key,
      parent,
      definition,
      nodes,
      ...(definition === TypeNameMetaFieldDef && { constant: parent.name }),
      property: facts.property,
      args,
      shape,
      price: fieldPriceOf(facts, args, inner, isMutation),
      inner,
    };
  }

  /** Types that fragments name come first, so that errors are in the order of the document. */
  #possibleTypes(type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): readonly GraphQLObjectType[] {
    const possible = this.#source.schema.getPossibleTypes(type);
    const named = [...fragmentTypes(this.#source, sets)].flatMap(
      (name) => possible.find((each) => each.name === name) ?? [],
    );
    return [...new Set([...named, ...possible])];
  }

  #argsOf(definition: Field, facts: FieldFacts, node: FieldNode): ArgumentValues {
    const ofNodes = mapIn(this.#args, definition);
    const known = ofNodes.get(node);
    if (known !== undefined) return known;
    const args = argumentsOf(definition, node, this.slots);
    ofNodes.set(node, args);
    if (args.slot >= 0) this.slots += 1;
    if (facts.takesList) this.listChecks.push(...listCheckOf(args));
    return args;
  }
}

function mapIn<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const map = maps.get(key) ?? new Map<L, V>();
  maps.set(key, map);
  return map;
}

/**
 * Plans an operation, without the selections that `@skip` and `@include` exclude for these variables. All
 * else that depends on variables is left to `RequestPlan`. Throws TooManySelections.
 */
export function planOperation(
  source: OperationSource,
  variables: Variables,
  count: SelectionCount = new SelectionCount(),
): OperationPlan {
  const { schema, operation, fragments } = source;
  const type = schema.getRootType(operation.operation);
  // Validation rejects operations without a root type.
  if (!type) throw new Error(`The schema has no ${operation.operation}.`);
  const planner = new Planner(source, variables, count);
  const root = planner.select(type, [operation.selectionSet], { from: type, origin: undefined, path: null });
  const { reads, requirements, listChecks, slots, bytes } = planner;
  reads.finish();
  return {
    ...{ schema, operation, fragments, root, reads, requirements, listChecks, slots, bytes },
    introspectionObjects: introspectionObjects(schema, root),
    selections: count.count,
  };
}
