import {
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  isInputType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';
import type { Variables } from '../../execution/plan/plan.ts';
import { type Coerce, coercerOf } from './coerce.ts';

export type Coerced =
  | { readonly errors: readonly GraphQLError[]; readonly coerced?: undefined }
  | { readonly coerced: Variables; readonly errors?: undefined };

export interface CoercionOptions {
  readonly maxErrors: number;
  readonly hideSuggestions: boolean;
}

interface Variable {
  readonly name: string;
  readonly coerce: Coerce;
  /** The value if none is given; absent if the variable is left out then. */
  readonly initial?: () => unknown;
  readonly isRequired: boolean;
}

function variableOf(schema: GraphQLSchema, definition: VariableDefinitionNode): Variable {
  const { variable, defaultValue, type: node } = definition;
  const type = typeFromAST(schema, node);
  if (!isInputType(type)) throw new Error(`$${variable.name.value} has no input type.`);
  return {
    name: variable.name.value,
    coerce: coercerOf(type),
    ...(defaultValue && { initial: () => valueFromAST(defaultValue, type) }),
    isRequired: isNonNullType(type) && defaultValue === undefined,
  };
}

function valuesOf(variables: readonly Variable[], given: Variables): Variables | undefined {
  const values: Record<string, unknown> = Object.create(null);
  for (const { name, coerce, initial, isRequired } of variables)
    if (Object.hasOwn(given, name)) values[name] = coerce(given[name]);
    else if (initial !== undefined) values[name] = initial();
    else if (isRequired) return undefined;
  return values;
}

/** The variables of an operation. Invalid values are coerced again by graphql-js, which describes the errors. */
export class VariableReader {
  readonly #schema: GraphQLSchema;
  readonly #definitions: readonly VariableDefinitionNode[];
  #variables: readonly Variable[] | undefined;

  constructor(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]) {
    this.#schema = schema;
    this.#definitions = definitions;
  }

  read(given: Variables, options: CoercionOptions): Coerced {
    const coerced = this.#valid(given);
    return coerced ? { coerced } : getVariableValues(this.#schema, this.#definitions, given, options);
  }

  #valid(given: Variables): Variables | undefined {
    try {
      this.#variables ??= this.#definitions.map((each) => variableOf(this.#schema, each));
      return valuesOf(this.#variables, given);
    } catch {
      return undefined;
    }
  }
}
