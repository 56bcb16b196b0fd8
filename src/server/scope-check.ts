import { GraphQLError } from 'graphql';
import type { Scope } from '../context.ts';
import { coded, errorCodes } from '../error-codes.ts';
import type { PathStep, Requirement, Requirements } from '../execution/plan/requirements.ts';
import { scopesExtension, scopesText } from '../schema/access.ts';

const keysOf = (step: PathStep | null): readonly string[] =>
  step === null ? [] : [...keysOf(step.above), step.key];

/** The operation was not executed, so clients that accept GraphQL's media type get the status 403. */
function forbidden({ field, scopes, path }: Requirement): GraphQLError {
  return new GraphQLError(`\`${field}\` requires the scope ${scopesText(scopes)}.`, {
    path: keysOf(path),
    extensions: coded('FORBIDDEN', {
      ...scopesExtension(scopes),
      http: { status: errorCodes.FORBIDDEN.status },
    }),
  });
}

/** Errors for the fields of an operation that the caller's scopes do not allow, one per field. */
export const forbiddenFields = (
  requirements: Requirements,
  scopes: readonly Scope[],
): readonly GraphQLError[] => requirements.missing(scopes).map(forbidden);
