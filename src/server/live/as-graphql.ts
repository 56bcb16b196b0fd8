import { GraphQLError } from 'graphql';

/** An error as those in results are; it is masked where it is presented. */
export const asGraphQL = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });
