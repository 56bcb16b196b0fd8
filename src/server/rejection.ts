import { GraphQLError } from 'graphql';
import { coded, type ErrorCode, errorCodes, type StatusOf } from '../error-codes.ts';
import type { TooManySelections } from '../execution/plan/selection-count.ts';

/** The error of a request of which nothing was executed. */
export interface Rejection {
  readonly code: ErrorCode;
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface RejectionOptions<C extends ErrorCode> extends Partial<Pick<Rejection, 'headers' | 'extensions'>> {
  readonly code: C;
  readonly message: string;
  /** The status, if it is not the first one of the code. */
  readonly status?: StatusOf<C>;
}

export function rejection<C extends ErrorCode>(options: RejectionOptions<C>): Rejection {
  return { status: errorCodes[options.code].status, headers: {}, ...options };
}

/** The rejection as an error that sets the response's status, whatever the caller accepts. */
export function toError({ code, status, message, headers, extensions = {} }: Rejection): GraphQLError {
  return new GraphQLError(message, {
    extensions: coded(code, { ...extensions, http: { status, headers, spec: false } }),
  });
}

export const rejected = <C extends ErrorCode>(options: RejectionOptions<C>): GraphQLError =>
  toError(rejection(options));

export const rejectionBody = ({ code, message }: Rejection, requestId: string) => ({
  errors: [{ message, extensions: coded(code, { requestId }) }],
});

/** A complete response, before it is compressed; without the headers that all responses have. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The response of a rejection, in the media type of GraphQL responses that the client prefers. */
export const rejectionReply = (found: Rejection, requestId: string, type = 'application/json'): Reply => ({
  status: found.status,
  headers: { 'content-type': `${type}; charset=utf-8`, ...found.headers },
  body: JSON.stringify(rejectionBody(found, requestId)),
});

/** The format of valid requests, for messages of invalid ones. */
export const requestFormat =
  'Send a JSON object with `query` and, if needed, `variables` and `operationName`, by POST as application/json.';

export const overloaded = rejection({
  code: 'OVERLOADED',
  message: 'Too many requests are waiting; retry in 1 s.',
  headers: { 'retry-after': '1' },
});

/** The error for a request that is itself over a limit. */
export const limitExceeded = (message: string): GraphQLError => rejected({ code: 'LIMIT_EXCEEDED', message });

export const tooManySelections = ({ max }: TooManySelections): GraphQLError =>
  limitExceeded(
    `Validating and planning the document visits more than ${max} selections, where those of a fragment count each time it is spread. Select fewer fields, or spread fragments in fewer places.`,
  );
