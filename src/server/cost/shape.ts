import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { defaultPageSize, maxPageSize } from '../../schema/page-size.ts';

/**
 * What a field gives, as the schema's own shape tells:
 * `object` one · `list` some · `connection` a page of a list · `row` the page's rows, with or without edges ·
 * `rowOfEdge` the row that its edge was counted for · `pageInfo` what is known once the page is read.
 */
export type Role = 'leaf' | 'object' | 'list' | 'connection' | 'row' | 'rowOfEdge' | 'pageInfo';

type Field = GraphQLField<unknown, unknown>;

type Args = Readonly<Record<string, unknown>>;

/** What a field's declaration says of it: `extensions: { cost: { base, size, many } }`. */
interface Declared {
  /** What it costs whatever is selected in it. */
  readonly base?: number;
  /** How many a list that nobody pages has, about. */
  readonly size?: number;
  /** How many things a mutation does at once, by its arguments; the list of what came of them has the size 1 then. */
  readonly many?: (args: Args) => number;
}

/** Lists that nobody pages are short; those of the schema itself are, mostly. */
const usualSize = { own: 10, introspection: 5 };
const mutation = 10;
const oneOfMany = 2;

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

export function roleOf(parent: GraphQLNamedType, field: Field): Role {
  const named = getNamedType(field.type);
  if (isLeafType(named)) return 'leaf';
  if (isConnection(parent) && isList(field)) return 'row';
  if (isConnection(parent) && field.name === 'pageInfo') return 'pageInfo';
  if (isEdge(parent) && field.name === 'node') return 'rowOfEdge';
  if (isList(field)) return 'list';
  return isConnection(named) ? 'connection' : 'object';
}

const declaredOf = (field: Field): Declared => (field.extensions.cost ?? {}) as Declared;

export function baseOf(field: Field, isOfMutation: boolean, args: Args): number {
  const { base = 0, many } = declaredOf(field);
  return base + (isOfMutation ? mutation : 0) + oneOfMany * (many?.(args) ?? 0);
}

function pageSize({ first, last }: Args): number {
  const asked = [first, last].filter((size) => typeof size === 'number');
  // What is out of bounds is refused when it comes to the page; it must not make the cost negative.
  return Math.min(maxPageSize, Math.max(0, ...(asked.length > 0 ? asked : [defaultPageSize])));
}

/** How many a field gives at most: its page, the keys that it is given, or what its declaration says. */
export function countOf(field: Field, role: Role, args: Args): number {
  if (role === 'connection') return pageSize(args);
  if (role !== 'list') return Math.max(1, declaredOf(field).many?.(args) ?? 1);
  const keys = Object.values(args).find(Array.isArray);
  if (keys !== undefined) return keys.length;
  const isOfSchema = getNamedType(field.type).name.startsWith('__');
  return declaredOf(field).size ?? (isOfSchema ? usualSize.introspection : usualSize.own);
}
