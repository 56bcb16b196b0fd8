import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isObjectType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { collectFields, type Variables } from './collect.ts';
import { introspectionSize } from './introspection-size.ts';
import type { OperationPlan } from './plan.ts';
import type { SelectionCount } from './selection-count.ts';

type Document = Pick<OperationPlan, 'schema' | 'operation' | 'fragments'>;

const metaFields: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

const isOfIntrospection = (type: GraphQLObjectType): boolean => type.name.startsWith('__');

/** Walks an operation as graphql-js executes it: each path separately. */
class Paths {
  readonly #document: Document;
  readonly #variables: Variables;
  readonly #count: SelectionCount;

  constructor(document: Document, variables: Variables, count: SelectionCount) {
    this.#document = document;
    this.#variables = variables;
    this.#count = count;
  }

  /** Returns the number of introspection objects below the given number of objects of a type. */
  walk(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    objects: number,
    isListed: boolean,
  ): number {
    const fields = collectFields(this.#document, type, sets, this.#variables, this.#count);
    let total = 0;
    for (const nodes of fields.values()) {
      const name = nodes[0]?.name.value ?? '';
      const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      const definition = metaFields[name] ?? type.getFields()[name];
      if (definition !== undefined && inner.length > 0)
        total += this.#field(type, definition, inner, objects, isListed);
    }
    return total;
  }

  #field(
    parent: GraphQLObjectType,
    { name, type }: GraphQLField<unknown, unknown>,
    sets: readonly SelectionSetNode[],
    objects: number,
    isListed: boolean,
  ): number {
    const { schema } = this.#document;
    const named = getNamedType(type);
    if (isAbstractType(named))
      return schema.getPossibleTypes(named).reduce((sum, each) => sum + this.walk(each, sets, 0, false), 0);
    if (!isObjectType(named)) return 0;
    if (!isOfIntrospection(named)) return this.walk(named, sets, 0, false);
    const size = introspectionSize(schema, `${parent.name}.${name}`, isListed);
    const found = isOfIntrospection(parent) ? objects * size : 1;
    return found + this.walk(named, sets, found, name === 'types');
  }
}

/**
 * Counts the selections that graphql-js visits for an operation; returns the number of introspection objects.
 */
export function countPaths(document: Document, variables: Variables, count: SelectionCount): number {
  const root = document.schema.getRootType(document.operation.operation);
  if (!root) return 0;
  return new Paths(document, variables, count).walk(root, [document.operation.selectionSet], 1, false);
}
