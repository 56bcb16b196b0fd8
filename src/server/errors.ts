import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { type DatabaseFailure, databaseFailure } from '../db/failure.ts';

interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Failures that the caller did not cause; `docs/errors.md` lists the codes. */
const failures: Readonly<Record<DatabaseFailure | 'unexpected', Failure>> = {
  unavailable: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'The database cannot be reached at the moment; try again soon.',
  },
  readOnly: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'The database accepts no writes at the moment; try again soon.',
  },
  full: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'The database is out of space or memory; try again later.',
  },
  conflict: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'Other requests changed the same data at the same time; try again.',
  },
  timeout: {
    status: 504,
    code: 'TIMEOUT',
    message: 'The database took too long; request less data, or filter more narrowly.',
  },
  unexpected: {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'An internal error occurred; the log has the details under the request id.',
  },
};

const tooMuch = 'The request is too large or nested too deeply; ask for less at a time.';

/** Requests that Yoga rejects before GraphQL: the documented code, and a hint that Yoga does not give. */
const refusals: Readonly<Record<string, { readonly code: string; readonly hint: string }>> = {
  BAD_REQUEST: {
    code: 'BAD_REQUEST',
    hint: 'A request is a JSON object with `query` and, where needed, `variables` and `operationName`, sent by POST as application/json.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    code: 'BAD_REQUEST',
    hint: '`operationName` must name one of the document’s operations; it can be left out where there is only one.',
  },
  REQUEST_ENTITY_TOO_LARGE: { code: 'LIMIT_EXCEEDED', hint: tooMuch },
};

/** The original error; undefined if the caller caused the error. */
function causeOf(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return error.originalError === undefined || error.originalError === null
    ? undefined
    : causeOf(error.originalError);
}

/** Parsing, validating and coercing recurse as deeply as the request is nested. */
const isTooDeep = (cause: unknown, path: unknown): boolean =>
  path === undefined && cause instanceof RangeError && cause.message.includes('call stack');

/** graphql's own limit on the work of validating a document. */
const isTooComplex = ({ message }: GraphQLError): boolean => message === 'Validation aborted.';

interface HttpHint {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the status applies only to callers that accept application/graphql-response+json. */
  readonly spec?: boolean;
}

/** A caller's error with a documented code; Yoga sets the codes of parse and validation errors. */
function theirs(error: GraphQLError, requestId: string, isUnanswered: boolean): GraphQLError {
  const { code = 'BAD_USER_INPUT', http, originalError: _, ...extensions } = error.extensions;
  const refusal = refusals[String(code)];
  // Yoga reads the status from an error's extensions and removes it there.
  const { headers, status, spec = true } = (http ?? {}) as HttpHint;
  const hint: HttpHint = {
    status: status ?? 400,
    ...(headers && { headers }),
    // Yoga marks all parse errors as `spec`, which limits their status to some callers.
    spec: spec && refusal === undefined && code !== 'LIMIT_EXCEEDED',
  };
  return annotated(error, refusal ? `${error.message} ${refusal.hint}` : error.message, {
    ...extensions,
    code: refusal?.code ?? code,
    requestId,
    // An operation rejected as a whole has a status, although its errors have paths.
    ...((error.path === undefined || (http !== undefined && isUnanswered)) && { http: hint }),
  });
}

const longest = 1_000;

/** Keeps the error's location and truncates the message, which may repeat caller input of any length. */
function annotated(error: unknown, message: string, extensions: object): GraphQLError {
  const { nodes, source, positions, path } = error instanceof GraphQLError ? error : new GraphQLError('');
  return new GraphQLError(message.length > longest ? `${message.slice(0, longest)}…` : message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: { ...extensions },
  });
}

interface Answering {
  readonly requestId: string;
  readonly rewrite?: ((message: string) => string) | undefined;
  /** Whether the response has no data, so that its status can report the failure. */
  readonly isUnanswered: boolean;
  readonly report: (cause: unknown, failure: DatabaseFailure | undefined, path: unknown) => void;
}

/** The error as the caller sees it: a caller's error unchanged, an internal error masked. */
function present(error: unknown, { requestId, isUnanswered, report, rewrite }: Answering): GraphQLError {
  const cause = causeOf(error);
  const path = error instanceof GraphQLError ? error.path : undefined;
  if (isTooDeep(cause, path) || (error instanceof GraphQLError && isTooComplex(error)))
    return theirs(
      new GraphQLError(tooMuch, { extensions: { code: 'LIMIT_EXCEEDED' } }),
      requestId,
      isUnanswered,
    );
  if (cause === undefined && error instanceof GraphQLError) {
    const shown = theirs(error, requestId, isUnanswered);
    return rewrite ? annotated(shown, rewrite(shown.message), shown.extensions) : shown;
  }
  const failure = databaseFailure(cause);
  report(cause, failure, path);
  const { message, code, status } = failures[failure ?? 'unexpected'];
  // Also set beside partial data, for example of a mutation, whose status is 200.
  const headers = code === 'SERVICE_UNAVAILABLE' && { headers: { 'retry-after': '1' } };
  const http = { ...(isUnanswered && { status }), ...headers };
  return annotated(error, message, { code, requestId, http });
}

/** Logs each cause once per request, even if it made a hundred fields fail. */
function reporter(log: Logger, requestId: string): Answering['report'] {
  const reported = new Set<unknown>();
  return (cause, failure, path) => {
    if (reported.has(cause)) return;
    reported.add(cause);
    if (failure === undefined) log.error({ err: cause, requestId, path }, 'unexpected error');
    else log.warn({ err: cause, requestId, path }, `database ${failure}`);
  };
}

export interface PresentOptions {
  readonly log: Logger;
  readonly maxErrors: number;
  /** Rewrites the message of a caller's error. */
  readonly rewrite?: ((message: string) => string) | undefined;
}

/** The result as the caller sees it: each error has its code and the request id, and internal errors are masked. */
export function presentResult(
  result: ExecutionResult,
  requestId: string,
  { log, maxErrors, rewrite }: PresentOptions,
): ExecutionResult {
  if (result.errors === undefined) return result;
  const isUnanswered = result.data === undefined || result.data === null;
  const answering = { requestId, isUnanswered, report: reporter(log, requestId), rewrite };
  const errors = result.errors.map((error) => present(error, answering));
  const leftOut = errors.length - maxErrors;
  return {
    ...result,
    errors: errors.slice(0, maxErrors),
    ...(leftOut > 0 && { extensions: { ...result.extensions, errorsLeftOut: leftOut } }),
  };
}
