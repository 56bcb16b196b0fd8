import { GraphQLError, getVariableValues, Kind, parse } from 'graphql';
import type { Where } from '../../db/read/list.ts';
import { customerWhere } from '../customer/filter.ts';
import { schema } from '../index.ts';

const [operation] = parse('query ($filter: CustomerFilter, $query: String) { customers }').definitions;
const variables = operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];

export type ReadWhere = { readonly where: Where } | { readonly problem: string };

/** Reads `filter` and `query` as `Query.customers` does, with the same errors. */
export function readCustomerWhere(values: { readonly filter?: unknown; readonly query?: string }): ReadWhere {
  const { coerced, errors } = getVariableValues(schema, variables, values);
  if (errors !== undefined) return { problem: errors.map(({ message }) => message).join('\n') };
  try {
    return { where: customerWhere(coerced) };
  } catch (error) {
    if (error instanceof GraphQLError) return { problem: error.message };
    throw error;
  }
}
