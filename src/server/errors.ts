import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { type DatabaseFailure, databaseFailure } from '../db/wire/failure.ts';
import { coded, type ErrorCode, errorCodes, isErrorCode } from '../error-codes.ts';
import { QueueFullError } from '../fair-queue.ts';
import { limitExceeded, overloaded, requestFormat } from './rejection.ts';

/** Failures that the caller did not cause. */
const failures: Readonly<
  Record<DatabaseFailure | 'unexpected', { readonly code: ErrorCode; readonly message: string }>
> = {
  unavailable: {
    code: 'SERVICE_UNAVAILABLE',
    message: 'The database cannot be reached; retry in a few seconds.',
  },
  readOnly: {
    code: 'SERVICE_UNAVAILABLE',
    message: 'The database accepts no writes; retry in a few seconds.',
  },
  full: {
    code: 'SERVICE_UNAVAILABLE',
    message: 'The database is out of disk space or memory; retry later.',
  },
  conflict: {
    code: 'SERVICE_UNAVAILABLE',
    message: 'Other requests changed the same data at the same time; retry the request.',
  },
  timeout: {
    code: 'TIMEOUT',
    message: 'The database did not respond in time; request less data, or use a narrower filter.',
  },
  unexpected: {
    code: 'INTERNAL_SERVER_ERROR',
    message: 'An internal error occurred; the log of the gateway has the details under the request id.',
  },
};

const tooLargeMessage = 'The request is too large or nested too deeply; request less data at a time.';

/** Codes of requests that Yoga rejects, and hints that its messages lack. */
const yogaErrors: Readonly<Record<string, { readonly code: ErrorCode; readonly hint: string }>> = {
  BAD_REQUEST: { code: 'BAD_REQUEST', hint: requestFormat },
  REQUEST_ENTITY_TOO_LARGE: { code: 'LIMIT_EXCEEDED', hint: tooLargeMessage },
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

function callerError(error: GraphQLError, requestId: string, isUnanswered: boolean): GraphQLError {
  const { code: given = 'BAD_USER_INPUT', http, originalError: _, ...extensions } = error.extensions;
  // Yoga reads the status from an error's extensions and removes it there.
  const { headers, status, spec } = (http ?? {}) as HttpHint;
  // Only the gateway's own rejections have `spec: false`.
  const yogaError = spec === false ? undefined : yogaErrors[String(given)];
  const code = yogaError?.code ?? (isErrorCode(given) ? given : 'BAD_REQUEST');
  const entry = errorCodes[code];
  const hint: HttpHint = {
    status: status ?? entry.status,
    ...(headers && { headers }),
    spec: entry.jsonStatus !== undefined,
  };
  return annotated(error, yogaError ? `${error.message} ${yogaError.hint}` : error.message, {
    ...extensions,
    ...coded(code, { requestId }),
    // An operation rejected as a whole has a status, although its errors have paths.
    ...((error.path === undefined || (http !== undefined && isUnanswered)) && { http: hint }),
  });
}

const maxMessageLength = 1_000;

/** Keeps the error's location and truncates the message, which may repeat caller input of any length. */
function annotated(error: unknown, message: string, extensions: object): GraphQLError {
  const { nodes, source, positions, path } = error instanceof GraphQLError ? error : new GraphQLError('');
  return new GraphQLError(
    message.length > maxMessageLength ? `${message.slice(0, maxMessageLength)}…` : message,
    {
      nodes: nodes ?? null,
      source: source ?? null,
      positions: positions ?? null,
      path: path ?? null,
      extensions: { ...extensions },
    },
  );
}

interface Answering {
  readonly requestId: string;
  readonly rewrite?: ((message: string) => string) | undefined;
  /** Whether the response has no data, so that its status can report the failure. */
  readonly isUnanswered: boolean;
  readonly report: (cause: unknown, failure: DatabaseFailure | undefined, path: unknown) => void;
}

function present(error: unknown, { requestId, isUnanswered, report, rewrite }: Answering): GraphQLError {
  const cause = causeOf(error);
  const path = error instanceof GraphQLError ? error.path : undefined;
  if (isTooDeep(cause, path) || (error instanceof GraphQLError && isTooComplex(error)))
    return callerError(limitExceeded(tooLargeMessage), requestId, isUnanswered);
  if (cause === undefined && error instanceof GraphQLError) {
    const shown = callerError(error, requestId, isUnanswered);
    return rewrite ? annotated(shown, rewrite(shown.message), shown.extensions) : shown;
  }
  if (cause instanceof QueueFullError) {
    const { message, headers, code, status } = overloaded;
    const http = { headers, ...(isUnanswered && { status }) };
    return annotated(error, message, coded(code, { requestId, http }));
  }
  const failure = databaseFailure(cause);
  report(cause, failure, path);
  const { message, code } = failures[failure ?? 'unexpected'];
  // Also set beside partial data, for example of a mutation, whose status is 200.
  const headers = code === 'SERVICE_UNAVAILABLE' && { headers: { 'retry-after': '1' } };
  const http = { ...(isUnanswered && { status: errorCodes[code].status }), ...headers };
  return annotated(error, message, coded(code, { requestId, http }));
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
  readonly rewrite?: ((message: string) => string) | undefined;
}

/** A result with errors as the caller sees it: each has its code and the request id, and internal ones are masked. */
export function presentErrors(
  result: ExecutionResult & { readonly errors: readonly GraphQLError[] },
  requestId: string,
  { log, maxErrors, rewrite }: PresentOptions,
): ExecutionResult {
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
