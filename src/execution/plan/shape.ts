import {
  type GraphQLAbstractType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Selection } from './plan.ts';

/** The steps that turn a field's value into a part of the response. */
export type Shape = { readonly nonNull: boolean; readonly type: GraphQLOutputType } & (
  | { readonly kind: 'leaf'; readonly serialize: (value: unknown) => unknown }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly selection: Selection }
  | { readonly kind: 'abstract'; readonly selections: ReadonlyMap<string, Selection> }
);

/** JavaScript types of values that graphql-js need not serialize. */
const plain: Readonly<Record<string, string>> = { String: 'string', ID: 'string', Boolean: 'boolean' };

type LeafType = GraphQLNamedType & { serialize(value: unknown): unknown };
type Serialize = (value: unknown) => unknown;

const serializers = new WeakMap<LeafType, Serialize>();

function serializerOf(type: LeafType): Serialize {
  const known = serializers.get(type);
  if (known !== undefined) return known;
  const expected = plain[type.name];
  const serialize: Serialize =
    expected === undefined
      ? (value) => type.serialize(value)
      : (value) => (typeof value === expected ? value : type.serialize(value));
  serializers.set(type, serialize);
  return serialize;
}

interface Selecting {
  /** Plans the selection of an object type. */
  readonly select: (type: GraphQLObjectType) => Selection;
  /** The object types of an interface or a union, in the order of planning. */
  readonly possibleTypes: (type: GraphQLAbstractType) => readonly GraphQLObjectType[];
}

/** The shape of a field's values. */
export function shapeOf(given: GraphQLOutputType, selecting: Selecting): Shape {
  const nonNull = isNonNullType(given);
  const type = nonNull ? given.ofType : given;
  if (isListType(type)) return { kind: 'list', nonNull, type, of: shapeOf(type.ofType, selecting) };
  if (isLeafType(type)) return { kind: 'leaf', nonNull, type, serialize: serializerOf(type) };
  if (isObjectType(type)) return { kind: 'object', nonNull, type, selection: selecting.select(type) };
  if (!isAbstractType(type)) throw new Error(`${type} is not an output type.`);
  const selections = new Map<string, Selection>();
  for (const each of selecting.possibleTypes(type)) selections.set(each.name, selecting.select(each));
  return { kind: 'abstract', nonNull, type, selections };
}
