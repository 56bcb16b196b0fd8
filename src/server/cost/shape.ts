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
import type { Work } from '../../db/work.ts';
import { prices } from '../../prices.ts';
import { defaultPageSize, maxPageSize } from '../../schema/page-size.ts';
import type { PlannedField, Selection } from './plan.ts';

/**
 * The kind of value that a field returns, derived from the schema's structure: `object` (one), `list` (several),
 * `connection` (a page of a list), `row` (the page's rows, with or without edges), `rowOfEdge` (the row that is
 * already counted with its edge), `pageInfo` (known once the page is read).
 */
export type Role = 'leaf' | 'object' | 'list' | 'connection' | 'row' | 'rowOfEdge' | 'pageInfo';

type Field = GraphQLField<unknown, unknown>;

type Args = Readonly<Record<string, unknown>>;

/** The cost that a field declares: `extensions: { cost: { base, size, many, work, passes } }`. */
interface Declared {
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

/** Assumed lengths of lists without pages. */
const usualSize = { own: prices.list.units, introspection: prices.introspectionList.units };

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

export const isList = (field: Field): boolean => isListType(getNullableType(field.type));

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

export const passesOf = (field: Field): number => declaredOf(field).passes ?? 0;

/** How many times the selection of a connection scans its matches, apart from its page. */
function passesIn({ fields }: Selection): number {
  let passes = 0;
  for (const field of fields) {
    passes += field.passes;
    if (field.role === 'object' && field.selection !== null) passes += passesIn(field.selection);
  }
  return passes;
}

const isOfPage = ({ role }: PlannedField): boolean => role === 'row' || role === 'pageInfo';

/**
 * The work of a connection. It depends on the arguments only,
 * so that it is not refunded for rows that were not found.
 */
function workIn(field: Field, args: Args, selection: Selection | null): number {
  const { work } = declaredOf(field);
  if (work === undefined || selection === null) return 0;
  const passes = passesIn(selection);
  const readsPage = selection.fields.some(isOfPage);
  if (passes === 0 && !readsPage) return 0;
  try {
    const { matching, sorting } = work(args);
    return (passes + (readsPage ? 1 : 0)) * matching + (readsPage ? sorting : 0);
  } catch {
    // The field reports invalid arguments when it is executed, and reads nothing.
    return 0;
  }
}

export function baseOf(field: Field, isOfMutation: boolean, args: Args, selection: Selection | null): number {
  const { base = 0, many } = declaredOf(field);
  return (
    (typeof base === 'number' ? base : base(args)) +
    (isOfMutation ? prices.mutation.units : 0) +
    prices.bulkItem.units * (many?.(args) ?? 0) +
    workIn(field, args, selection)
  );
}

function pageSize({ first, last }: Args): number {
  const asked = [first, last].filter((size) => typeof size === 'number');
  // Sizes out of bounds are rejected by the connection later; here they must not make the cost negative.
  return Math.min(maxPageSize, Math.max(0, ...(asked.length > 0 ? asked : [defaultPageSize])));
}

/** Maximum number of values of a field: its page, the number of keys that it is given, or its declared size. */
export function countOf(field: Field, role: Role, args: Args): number {
  if (role === 'connection') return pageSize(args);
  if (role !== 'list') return Math.max(1, declaredOf(field).many?.(args) ?? 1);
  const keys = Object.values(args).find(Array.isArray);
  if (keys !== undefined) return keys.length;
  const isOfSchema = getNamedType(field.type).name.startsWith('__');
  return declaredOf(field).size ?? (isOfSchema ? usualSize.introspection : usualSize.own);
}
