import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { databaseFailure } from '../db/failure.ts';

/** The codes of errors that the server gives by itself; `docs/errors.md` says what each means. */
const failures = {
  unavailable: {
    code: 'SERVICE_UNAVAILABLE',
    message: 'The database cannot be reached at the moment; try again soon.',
  },
  timeout: {
    code: 'TIMEOUT',
    message: 'The database took too long; ask for less at a time, or filter more narrowly.',
  },
} as const;

const unexpected = {
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong here; the log has it under the request id.',
};

/** What was thrown in the first place; undefined when the error is the caller's own. */
function causeOf(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return error.originalError === undefined || error.originalError === null
    ? undefined
    : causeOf(error.originalError);
}

function codeOf(error: GraphQLError): string {
  const { code } = error.extensions;
  if (typeof code === 'string') return code;
  const original = error.originalError;
  if (original instanceof GraphQLError) return codeOf(original);
  if (error.message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  // Without a path it was found before execution: in the document, or in the variables, which validation cannot see.
  return error.path === undefined && !error.message.startsWith('Variable ')
    ? 'GRAPHQL_VALIDATION_FAILED'
    : 'BAD_USER_INPUT';
}

function located(error: unknown): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  if (!(error instanceof GraphQLError)) return {};
  const { locations, path } = error.toJSON();
  return { ...(locations && { locations }), ...(path && { path }) };
}

/** An error as the caller sees it: theirs as it is, ours without what happened inside. */
function present(error: unknown, requestId: string, log: Logger): GraphQLFormattedError {
  const cause = causeOf(error);
  if (cause === undefined && error instanceof GraphQLError) {
    const { http: _http, ...extensions } = error.extensions;
    return {
      message: error.message,
      ...located(error),
      extensions: { ...extensions, code: codeOf(error), requestId },
    };
  }
  const failure = databaseFailure(cause);
  if (failure === undefined)
    log.error({ err: cause, requestId, path: located(error).path }, 'unexpected error');
  else log.warn({ err: cause, requestId }, `database ${failure}`);
  const { message, code } = failure === undefined ? unexpected : failures[failure];
  return { message, ...located(error), extensions: { code, requestId } };
}

/** The id that a request's log lines and error answers carry: the caller's own, when it is a decent one. */
export function requestIdOf(request: Request): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const given = request.headers.get('x-request-id') ?? '';
  const id = /^[\w.:-]{1,128}$/.test(given) ? given : crypto.randomUUID();
  ids.set(request, id);
  return id;
}

const ids = new WeakMap<Request, string>();

interface HttpHint {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Yoga takes the response's status from an error's `extensions.http`, which is taken out of the answer again. */
function withHttp(formatted: GraphQLFormattedError, error: unknown): GraphQLError {
  const http =
    error instanceof GraphQLError ? (error.extensions.http as HttpHint | undefined) : { status: 500 };
  const failed =
    formatted.extensions?.code === 'SERVICE_UNAVAILABLE'
      ? { status: 503, headers: { 'retry-after': '1' } }
      : http;
  const { nodes, source, positions, path } = error instanceof GraphQLError ? error : new GraphQLError('');
  return new GraphQLError(formatted.message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: { ...formatted.extensions, ...(failed && path === undefined && { http: failed }) },
  });
}

/** Gives every error its code and the request's id; what is not the caller's is masked, and logged once. */
export function useErrorCodes(log: Logger): Plugin {
  return {
    onResultProcess({ request, result, setResult }) {
      if (!('errors' in result) || result.errors === undefined) return;
      const errors = result.errors.map((error) => withHttp(present(error, requestIdOf(request), log), error));
      setResult({ ...result, errors });
    },
    onResponse({ request, response }) {
      response.headers.set('x-request-id', requestIdOf(request));
    },
  };
}
