import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type ModelName, modelNamed } from '../../db/table.ts';
import type { Work } from '../../db/work.ts';
import type { Rule } from '../../schema/access.ts';
import { findRule } from '../../schema/field-rules.ts';
import type { DeclaredReads } from '../../schema/reads.ts';
import { holdsList } from './list-check.ts';

export type Field = GraphQLField<unknown, unknown>;

export type Args = Readonly<Record<string, unknown>>;

/**
 * The kind of value that a field returns, derived from the schema's structure: `object` (one), `list` (several),
 * `connection` (a page of a list), `row` (the page's rows, with or without edges), `rowOfEdge` (the row that is
 * already counted with its edge), `pageInfo` (known once the page is read).
 */
export type Role = 'leaf' | 'object' | 'list' | 'connection' | 'row' | 'rowOfEdge' | 'pageInfo';

/** The price rule that a field declares: `extensions: { cost: { base, size, many, work, passes } }`. */
interface PriceRule {
  /** Units of the field itself, regardless of its selection. */
  readonly base?: number | ((args: Args) => number);
  /** The work of a connection, derived from its arguments. */
  readonly work?: (args: Args) => Work;
  /** How many times the field scans the matches of its connection. */
  readonly passes?: number;
  /** Approximate length of a list without pages. */
  readonly size?: number;
  /**
   * Number of items that a mutation processes, derived from its
   * arguments; the list of its results then has the size 1.
   */
  readonly many?: (args: Args) => number;
}

/** The facts about a field of the schema that planning uses. */
export interface FieldFacts {
  /** `Customer.name` */
  readonly coordinate: string;
  readonly type: GraphQLNamedType;
  readonly isList: boolean;
  readonly role: Role;
  readonly price: PriceRule;
  /** The scopes that the field requires; undefined in a schema without rules. */
  readonly access: Rule | undefined;
  /** The parent's property that the field exposes unchanged; undefined if the field has a resolver. */
  readonly property: string | undefined;
  /** The columns that the resolver reads; `undeclared` if it does not declare them. */
  readonly reads: DeclaredReads | 'undeclared';
  /** The model whose rows are the parent's objects. */
  readonly model: ModelName | undefined;
  /** Whether an argument can hold a list. */
  readonly takesList: boolean;
}

const metaFields: Readonly<Record<string, Field>> = {
  __typename: TypeNameMetaFieldDef,
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

/** The definition of a field, which can be a meta field; undefined if it is unknown. */
export function definitionOf(type: GraphQLNamedType, name: string): Field | undefined {
  return (
    metaFields[name] ?? ('getFields' in type ? (type.getFields()[name] as Field | undefined) : undefined)
  );
}

const partOf = (type: GraphQLNamedType) => type.extensions.partOf as string | undefined;

/**
 * The model whose rows are a type's objects: the one of
 * the same name, or the one that the type shows a part of.
 */
export const modelOf = (type: GraphQLNamedType): ModelName | undefined =>
  modelNamed(partOf(type) ?? type.name);

/** Whether objects of a type show a part of the model's rows. */
export const isPartOf = (type: GraphQLNamedType, model: ModelName): boolean => partOf(type) === model;

export function propertyOf(field: Field): string | undefined {
  if (field.resolve === undefined) return field.name;
  return field.extensions.pothosExposedField as string | undefined;
}

const fieldsOf = (type: GraphQLNamedType) =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};

const isConnection = (type: GraphQLNamedType): boolean => {
  const { pageInfo, edges } = fieldsOf(type);
  return pageInfo !== undefined && edges !== undefined && isListType(getNullableType(edges.type));
};

const isEdge = (type: GraphQLNamedType): boolean => {
  const { cursor, node } = fieldsOf(type);
  return cursor !== undefined && node !== undefined;
};

const isList = (field: Field): boolean => isListType(getNullableType(field.type));

function roleOf(parent: GraphQLNamedType, field: Field): Role {
  const named = getNamedType(field.type);
  if (isLeafType(named)) return 'leaf';
  if (isConnection(parent) && isList(field)) return 'row';
  if (isConnection(parent) && field.name === 'pageInfo') return 'pageInfo';
  if (isEdge(parent) && field.name === 'node') return 'rowOfEdge';
  if (isList(field)) return 'list';
  return isConnection(named) ? 'connection' : 'object';
}

function readsOf(parent: GraphQLNamedType, field: Field): DeclaredReads | 'undeclared' {
  const property = propertyOf(field);
  if (property !== undefined) return { parent: [property] };
  if (isIntrospectionType(parent) || field.name.startsWith('__')) return {};
  return (field.extensions.reads as DeclaredReads | undefined) ?? 'undeclared';
}

const known = new WeakMap<Field, FieldFacts>();

/** Returns the facts about a field of an object type or an interface. */
export function factsOf(parent: GraphQLNamedType, field: Field): FieldFacts {
  const found = known.get(field);
  if (found !== undefined) return found;
  const facts: FieldFacts = {
    coordinate: `${parent.name}.${field.name}`,
    type: getNamedType(field.type),
    isList: isList(field),
    role: roleOf(parent, field),
    price: (field.extensions.cost ?? {}) as PriceRule,
    access: findRule(field),
    property: propertyOf(field),
    reads: readsOf(parent, field),
    model: modelOf(parent),
    takesList: field.args.some(({ type }) => holdsList(type)),
  };
  known.set(field, facts);
  return facts;
}
