import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { ArgumentValues } from './arguments.ts';
import type { ReadColumns } from './columns.ts';
import type { Field } from './field-facts.ts';
import type { FieldPrice } from './field-price.ts';
import type { ListCheck } from './list-check.ts';
import type { Bill } from './price.ts';
import type { Requirements } from './requirements.ts';
import type { Shape } from './shape.ts';

export type Variables = Readonly<Record<string, unknown>>;

export interface PlannedField {
  /** The response key. */
  readonly key: string;
  readonly parent: GraphQLObjectType;
  readonly definition: Field;
  readonly nodes: readonly FieldNode[];
  /** The value if it is the same for every object, as for `__typename`. */
  readonly constant?: string;
  /** The parent's property that holds the value; undefined if a resolver returns it. */
  readonly property: string | undefined;
  readonly args: ArgumentValues;
  readonly shape: Shape;
  readonly price: FieldPrice;
  /** The selections of the field's objects: one, or one for each possible type. */
  readonly inner: readonly Selection[];
}

/** The selected fields of a type, in the order of the response. */
export interface Selection {
  readonly type: GraphQLObjectType;
  readonly fields: readonly PlannedField[];
  /** The fields that cost something in a response; the rows of a page are counted with their connection. */
  readonly priced: readonly PlannedField[];
  /** The price of an object; undefined if it depends on variables. */
  readonly bill: Bill | undefined;
  /** Whether the response key `__proto__` is selected, which an object literal cannot hold. */
  readonly hasProtoKey: boolean;
}

/** An operation of a document. */
export interface OperationSource {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** The plan of an operation: its fields, the columns they read, the scopes they require, and their price. */
export interface OperationPlan extends OperationSource {
  readonly root: Selection;
  readonly reads: ReadColumns;
  readonly requirements: Requirements;
  readonly listChecks: readonly ListCheck[];
  /** The number of argument values that depend on variables. */
  readonly slots: number;
  /** The estimated number of introspection objects in the response. */
  readonly introspectionObjects: number;
  /** The number of selections that planning visited. */
  readonly selections: number;
  /** Approximate memory of the plan, in bytes. */
  readonly bytes: number;
}
