import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type CollectedField, collectFields, possibleTypes, SelectionKeys } from './collect.ts';
import { type Origin, originOf, type PathStep, ReadColumns, Requirements } from './columns.ts';
import { definitionOf, type FieldDefinition, factsOf } from './field-facts.ts';
import { fieldPriceOf, isPriced } from './field-price.ts';
import { canHaveRules } from './input-access.ts';
import { introspectionObjects } from './introspection.ts';
import {
  type OperationPlan,
  type OperationSource,
  type PlannedField,
  type Selection,
  shapeOf,
  type Variables,
} from './plan.ts';
import { fixedBillOf } from './price.ts';
import { OperationArguments } from './request-plan.ts';
import { SelectionCount } from './selection-count.ts';

/** The measured bytes of the parts of a plan. */
const [planBytes, selectionBytes, fieldBytes, entryBytes, valueBytes] = [2_000, 400, 400, 12, 200];

interface SelectionContext {
  readonly from: GraphQLNamedType;
  readonly origin: Origin;
  readonly path: PathStep | null;
}

class Planner {
  readonly reads = new ReadColumns();
  readonly requirements = new Requirements();
  readonly args = new OperationArguments();
  readonly #source: OperationSource;
  readonly #variables: Variables;
  readonly #count: SelectionCount;
  readonly #selections = new Map<string, Selection>();
  readonly #origins = new Map<Selection, Set<Origin>>();
  readonly #keys = new SelectionKeys();
  readonly #fields = new Map<GraphQLObjectType, Map<FieldNode, PlannedField>>();
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
      this.args.values * valueBytes +
      this.#count.count * entryBytes
    );
  }

  /** Plans a selection once per type, regardless of the number of paths to it. */
  select(type: GraphQLObjectType, sets: readonly SelectionSetNode[], place: SelectionContext): Selection {
    this.#count.add(sets.length);
    const key = this.#keys.of(type, sets, place.from);
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
      priced: fields.filter(({ price }) => isPriced(price)),
      bill: fixedBillOf(fields),
      hasProtoKey: collected.has('__proto__'),
    };
    this.#selections.set(key, selection);
    this.#origins.set(selection, new Set([place.origin]));
    return selection;
  }

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

  #field(
    parent: GraphQLObjectType,
    key: string,
    { nodes, from }: CollectedField,
    place: SelectionContext,
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
    definition: FieldDefinition,
    { origin, path }: SelectionContext,
  ): PlannedField {
    this.#planned += 1;
    const facts = factsOf(parent, definition);
    const args = this.args.of(facts, definition, node);
    if (facts.takesGuarded && path !== null && canHaveRules(args))
      this.requirements.inputs.push({ args, path });
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
      possibleTypes: (type) => possibleTypes(this.#source, type, sets),
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
}

function mapIn<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const map = maps.get(key) ?? new Map<L, V>();
  maps.set(key, map);
  return map;
}

/** All that depends on variables except `@skip` and `@include` is left to `RequestPlan`. */
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
  const { reads, requirements, bytes } = planner;
  const { slots, listChecks } = planner.args;
  reads.finish();
  return {
    ...{ schema, operation, fragments, root, reads, requirements, listChecks, slots, bytes },
    introspectionObjects: introspectionObjects(schema, root),
    selections: count.count,
  };
}
