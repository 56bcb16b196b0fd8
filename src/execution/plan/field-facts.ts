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
import { type ModelName, modelNamed } from '../../db/model/table.ts';
import type { Work } from '../../db/read/work.ts';
import { findRule } from '../../schema/build/field-rules.ts';
import type { Rule } from '../../schema/build/rule.ts';
import type { DeclaredReads } from '../../schema/relay/reads.ts';
import { isGuarded } from './input-access.ts';
import { holdsList } from './list-check.ts';

export type FieldDefinition = GraphQLField<unknown, unknown>;

export type Args = Readonly<Record<string, unknown>>;

/** `row`: a page's rows, with or without edges. `rowOfEdge`: a row already counted with its edge. */
export type Role = 'leaf' | 'object' | 'list' | 'connection' | 'row' | 'rowOfEdge' | 'pageInfo';

/** The price rule that a field declares: `extensions: { cost: { base, size, many, work, passes } }`. */
interface PriceRule {
  readonly base?: number | ((args: Args) => number);
  readonly work?: (args: Args) => Work;
  readonly passes?: number;
  /** The number of objects: the items of a list, or those that are in one object. */
  readonly size?: number | ((args: Args) => number);
  /** Number of items that a mutation processes; the list of its results then has the size 1. */
  readonly many?: (args: Args) => number;
}

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
  readonly reads: DeclaredReads | 'undeclared';
  readonly model: ModelName | undefined;
  readonly takesList: boolean;
  /** Whether input fields of its arguments require scopes. */
  readonly takesGuarded: boolean;
}

const metaFields: Readonly<Record<string, FieldDefinition>> = {
  __typename: TypeNameMetaFieldDef,
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

export function definitionOf(type: GraphQLNamedType, name: string): FieldDefinition | undefined {
  return (
    metaFields[name] ??
    ('getFields' in type ? (type.getFields()[name] as FieldDefinition | undefined) : undefined)
  );
}

const partOf = (type: GraphQLNamedType) => type.extensions.partOf as string | undefined;

/** The model of the type's name, or the one that the type shows a part of. */
export const modelOf = (type: GraphQLNamedType): ModelName | undefined =>
  modelNamed(partOf(type) ?? type.name);

export const isPartOf = (type: GraphQLNamedType, model: ModelName): boolean => partOf(type) === model;

export function propertyOf(field: FieldDefinition): string | undefined {
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

const isList = (field: FieldDefinition): boolean => isListType(getNullableType(field.type));

function roleOf(parent: GraphQLNamedType, field: FieldDefinition): Role {
  const named = getNamedType(field.type);
  if (isLeafType(named)) return 'leaf';
  if (isConnection(parent) && isList(field)) return 'row';
  if (isConnection(parent) && field.name === 'pageInfo') return 'pageInfo';
  if (isEdge(parent) && field.name === 'node') return 'rowOfEdge';
  if (isList(field)) return 'list';
  return isConnection(named) ? 'connection' : 'object';
}

function readsOf(parent: GraphQLNamedType, field: FieldDefinition): DeclaredReads | 'undeclared' {
  const property = propertyOf(field);
  if (property !== undefined) return { parent: [property] };
  if (isIntrospectionType(parent) || field.name.startsWith('__')) return {};
  return (field.extensions.reads as DeclaredReads | undefined) ?? 'undeclared';
}

const factsByField = new WeakMap<FieldDefinition, FieldFacts>();

export function factsOf(parent: GraphQLNamedType, field: FieldDefinition): FieldFacts {
  const found = factsByField.get(field);
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
    takesGuarded: field.args.some(({ type }) => isGuarded(type)),
  };
  factsByField.set(field, facts);
  return facts;
}
