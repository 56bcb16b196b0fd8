import { GraphQLError } from 'graphql';
import type { TooManySelections } from '../../execution/selection-count.ts';

export interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An error that sets the response's status, whatever the caller accepts. */
export function refused({ code, status, message, headers = {}, extensions = {} }: Refusal): GraphQLError {
  return new GraphQLError(message, {
    extensions: { ...extensions, code, http: { status, headers, spec: false } },
  });
}

/** The error for a request that is itself over a limit. */
export const tooMuch = (message: string): GraphQLError =>
  refused({ code: 'LIMIT_EXCEEDED', status: 400, message });

export const tooManySelections = ({ max }: TooManySelections): GraphQLError =>
  tooMuch(
    `Validating and planning the document visits more than ${max} selections, where those of a fragment count each time it is spread. Select less, or spread fragments in fewer places.`,
  );
