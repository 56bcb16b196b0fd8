import { GraphQLError } from 'graphql';

/** The error as a GraphQLError, like those in results; it is masked when it is presented. */
export const asGraphQL = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });
