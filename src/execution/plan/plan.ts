import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import type { ReadColumns, Requirements } from './columns.ts';
import type { FieldDefinition } from './field-facts.ts';
import type { FieldPrice } from './field-price.ts';
import type { ListCheck } from './list-check.ts';
import type { Bill } from './price.ts';
import type { ArgumentValues } from './request-plan.ts';

export type Variables = Readonly<Record<string, unknown>>;

export interface PlannedField {
  readonly key: string;
  readonly parent: GraphQLObjectType;
  readonly definition: FieldDefinition;
  readonly nodes: readonly FieldNode[];
  readonly constant?: string;
  readonly property: string | undefined;
  readonly args: ArgumentValues;
  readonly shape: Shape;
  readonly price: FieldPrice;
  readonly inner: readonly Selection[];
}

export type Shape = { readonly nonNull: boolean; readonly type: GraphQLOutputType } & (
  | {
      readonly kind: 'leaf';
      readonly type: GraphQLLeafType;
      /** The JavaScript type of the values that the leaf returns unchanged. */
      readonly plain: string | undefined;
    }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly selection: Selection }
  | { readonly kind: 'abstract'; readonly selections: ReadonlyMap<string, Selection> }
);

export interface Selection {
  readonly type: GraphQLObjectType;
  readonly fields: readonly PlannedField[];
  readonly priced: readonly PlannedField[];
  /** The price of an object; undefined if it depends on variables. */
  readonly bill: Bill | undefined;
  /** Whether the response key `__proto__` is selected, which an object literal cannot hold. */
  readonly hasProtoKey: boolean;
}

export interface OperationSource {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

export interface OperationPlan extends OperationSource {
  readonly root: Selection;
  readonly reads: ReadColumns;
  readonly requirements: Requirements;
  readonly listChecks: readonly ListCheck[];
  readonly slots: number;
  readonly introspectionObjects: number;
  readonly selections: number;
  readonly bytes: number;
}

/** Scalars that return values of these JavaScript types unchanged. */
const plainTypes: Readonly<Record<string, string>> = {
  String: 'string',
  ID: 'string',
  Boolean: 'boolean',
  DateTime: 'string',
};

interface Selecting {
  readonly select: (type: GraphQLObjectType) => Selection;
  readonly possibleTypes: (type: GraphQLAbstractType) => readonly GraphQLObjectType[];
}

export function shapeOf(given: GraphQLOutputType, selecting: Selecting): Shape {
  const nonNull = isNonNullType(given);
  const type = nonNull ? given.ofType : given;
  if (isListType(type)) return { kind: 'list', nonNull, type, of: shapeOf(type.ofType, selecting) };
  if (isLeafType(type)) return { kind: 'leaf', nonNull, type, plain: plainTypes[type.name] };
  if (isObjectType(type)) return { kind: 'object', nonNull, type, selection: selecting.select(type) };
  if (!isAbstractType(type)) throw new Error(`${type} is not an output type.`);
  const selections = new Map<string, Selection>();
  for (const each of selecting.possibleTypes(type)) selections.set(each.name, selecting.select(each));
  return { kind: 'abstract', nonNull, type, selections };
}
