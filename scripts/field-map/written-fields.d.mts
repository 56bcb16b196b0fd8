import type { GraphQLField, GraphQLInputObjectType, GraphQLObjectType, GraphQLSchema } from 'graphql';

/** An input of a mutation and the field that it sets, as paths from the item and from the object of the result. */
export interface Written {
  readonly mutation: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly type: string;
  readonly field: string;
}

type Mutation = GraphQLField<unknown, unknown>;

interface Result {
  readonly isBulk: boolean;
  readonly field: GraphQLField<unknown, unknown>;
  readonly type: GraphQLObjectType;
}

export declare const writtenFields: (schema: GraphQLSchema) => readonly Written[];
export declare const resultOf: (mutation: Mutation) => Result | undefined;
export declare const inputOf: (mutation: Mutation) => GraphQLInputObjectType;
