interface Explanation {
  readonly cause: string;
  readonly fix: string;
}

/** A GraphQL error code, `extensions.code`, as `docs/errors.md` prints it. */
interface ErrorCodeEntry extends Explanation {
  readonly section: 'request' | 'gateway' | 'subscription';
  /** The HTTP status of a rejected request; 200 if the code occurs only in errors of fields. */
  readonly status: number;
  /** The status for clients that do not accept application/graphql-response+json, if it is another one. */
  readonly jsonStatus?: 200;
  /** Statuses for some causes; `retryable` if it differs. */
  readonly otherStatuses?: Readonly<Record<number, { cause: string; retryable?: boolean }>>;
  readonly retryable: boolean;
  readonly endOfSubscription?: Explanation;
}

const eventFailed: Explanation = {
  cause: 'The gateway failed to compute an event; the change is not skipped.',
  fix: 'Subscribe again after a pause, with `after`.',
};

const ofRequest = { section: 'request', status: 400, retryable: false } as const;
const inDocument = { ...ofRequest, jsonStatus: 200 } as const;
const ofField = { ...ofRequest, status: 200 } as const;
const ofGateway = { section: 'gateway', status: 503, retryable: true } as const;
const atEnd = { ...ofGateway, section: 'subscription' } as const;

/** All codes of GraphQL errors. Codes of `userErrors` are the values of the schema’s enum `UserErrorCode`. */
const codeEntries = {
  GRAPHQL_PARSE_FAILED: {
    ...inDocument,
    cause: 'The document is not valid GraphQL.',
    fix: 'Fix the syntax at `locations`.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    ...inDocument,
    cause: 'The document does not match the schema.',
    fix: 'Fix the part at `locations`, which the message names.',
  },
  BAD_USER_INPUT: {
    ...inDocument,
    cause:
      'A variable or argument has an invalid value: an invalid date, a decimal with too many digits, a string with U+0000, a duplicate field in `orderBy`, a representation without a key.',
    fix: 'Send a value as the message describes; `path` and `locations` point to the invalid value.',
  },
  UNAUTHENTICATED: {
    ...ofRequest,
    status: 401,
    cause: 'The token or API key is missing, invalid, expired or revoked; nothing else is returned.',
    fix: 'Send `Authorization: Bearer …`. The gateway logs the reason with the request id.',
    endOfSubscription: {
      cause: 'The token or API key has expired, was revoked or is no longer accepted.',
      fix: 'Sign in again, and subscribe with the `cursor` of the last change as `after`.',
    },
  },
  FORBIDDEN: {
    ...inDocument,
    status: 403,
    cause:
      'The token or API key lacks the scope that a selected field or `extensions.explain` requires (details below).',
    fix: 'Request a token or key with that scope, or remove the field.',
  },
  BAD_REQUEST: {
    ...ofRequest,
    otherStatuses: {
      405: { cause: 'another method is required' },
      406: { cause: '`accept` has no media type of the response' },
      415: { cause: '`content-type` is not application/json' },
      421: { cause: '`Host` is not a loopback address, without sign-in' },
    },
    cause:
      'The HTTP request is not a GraphQL request: it has no query, its body is not JSON, or the operation name is unknown.',
    fix: 'POST JSON with `query`, and with `variables` and `operationName` as needed.',
  },
  ID_INVALID: {
    ...ofField,
    cause: 'The id is malformed or has the wrong type for the argument.',
    fix: 'Send an id that a query returned.',
  },
  NOT_FOUND: {
    ...ofField,
    otherStatuses: { 404: { cause: 'the URL is unknown' } },
    cause: 'The object that an argument refers to does not exist or belongs to another account.',
    fix: 'Refer to an existing object.',
  },
  AMBIGUOUS: {
    ...ofField,
    cause: 'More than one object matches the name in `by`.',
    fix: 'Use the exact name, or the id.',
  },
  CURSOR_INVALID: {
    ...ofField,
    cause:
      '`after` or `before` is not a cursor; or `after` of `customerChanged` belongs to a change that no longer exists, for example after a restored backup.',
    fix: 'Take a cursor from `edges.cursor` or `pageInfo`. For a subscription, reload your data and omit `after`.',
  },
  CURSOR_MISMATCH: {
    ...ofField,
    cause:
      'The cursor belongs to another list, order or filter, or was created with another ICU version of the database server, which sorts names differently.',
    fix: 'Use the same order and filter for all pages, or start at the first page.',
  },
  PAGE_SIZE_INVALID: {
    ...ofField,
    cause: '`first` or `last` is negative or over 250, or both are given.',
    fix: 'Send one of them, from 0 to 250.',
  },
  LIMIT_EXCEEDED: {
    ...ofRequest,
    otherStatuses: {
      413: { cause: 'the body is too large' },
      429: { cause: 'the caller or its address is over a limit', retryable: true },
    },
    cause: 'The request or its caller is over a limit (details below).',
    fix: 'Stay within the limit that the message names; after a 429, wait for `Retry-After`.',
  },
  COST_LIMIT: {
    ...ofRequest,
    cause:
      'The request costs more than the maximum for one request ([limits.md](limits.md)); nothing was executed.',
    fix: 'Request smaller pages or fewer fields along `path`.',
  },
  THROTTLED: {
    section: 'request',
    status: 429,
    retryable: true,
    cause: 'The caller’s cost bucket is empty.',
    fix: 'Retry after `retryAfter` seconds.',
  },
  PERSISTED_NOT_FOUND: {
    ...ofRequest,
    cause: 'No persisted document has this id.',
    fix: 'Send the text of the document, or add the document to the manifest.',
  },
  PERSISTED_ONLY: {
    ...ofRequest,
    cause: 'The gateway accepts only documents of the manifest.',
    fix: 'Send the id of a persisted document.',
  },
  UNIT_DIMENSION_MISMATCH: {
    ...ofField,
    cause: '`Quantity.convert` names a unit of another dimension.',
    fix: 'Use a unit of the same dimension.',
  },
  UNIT_NOT_CONVERTIBLE: {
    ...ofField,
    cause: '`Quantity.convert` names another currency: currencies have no exchange rates.',
    fix: 'Show amounts of different currencies separately, or convert them with your own rate.',
  },
  SERVICE_UNAVAILABLE: {
    ...ofGateway,
    cause:
      'The database is unreachable, accepts no writes (a standby), or is out of disk space or memory; other requests kept changing the same data; or the keys that verify tokens cannot be fetched.',
    fix: 'Retry after `Retry-After`; the gateway reconnects automatically.',
    endOfSubscription: eventFailed,
  },
  OVERLOADED: {
    ...ofGateway,
    cause:
      'Too many requests are waiting, too many subscriptions are open, or too many bytes of request bodies are in memory.',
    fix: 'Retry after `Retry-After`.',
  },
  TIMEOUT: {
    ...ofGateway,
    status: 504,
    otherStatuses: { 408: { cause: 'the body did not arrive in time' } },
    cause:
      'The request took over 10 s, including its wait for a slot; a statement took over 5 s; it waited for a lock for over 2 s; or its body did not arrive within 5 s.',
    fix: 'Request less data, or use a narrower filter; send the whole body without interruption.',
    endOfSubscription: eventFailed,
  },
  INTERNAL_SERVER_ERROR: {
    section: 'gateway',
    status: 500,
    retryable: false,
    cause: 'The gateway has a bug.',
    fix: 'Report the request id to the operator; the log has the details.',
    endOfSubscription: eventFailed,
  },
  GOING_AWAY: {
    ...atEnd,
    cause: 'The gateway is stopping.',
    fix: 'Subscribe again immediately, with `after`.',
  },
  SLOW_CONSUMER: {
    ...atEnd,
    cause:
      'The subscriber is more than `LIMIT_FEED_LAG_MS` (10 s) behind: it does not read its events, or its caller cannot pay for them.',
    fix: 'Subscribe again with `extensions.cursor` as `after`; the message contains it, too. Read faster, select fewer fields or open fewer subscriptions.',
  },
} as const satisfies Readonly<Record<string, ErrorCodeEntry>>;

type Codes = typeof codeEntries;

export type ErrorCode = keyof Codes;

export const errorCodes: Readonly<Record<ErrorCode, ErrorCodeEntry>> = codeEntries;

export type StatusOf<C extends ErrorCode> = C extends ErrorCode
  ? Codes[C]['status'] | (Codes[C] extends { readonly otherStatuses: infer Others } ? keyof Others : never)
  : never;

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(errorCodes, code);

export const coded = <E extends object>(code: ErrorCode, more?: E) => ({ ...more, code });
