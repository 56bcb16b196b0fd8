import { camelCased } from './camel-case.ts';

/** A limit, as `docs/limits.md` prints it. */
export interface LimitText {
  readonly unit: '' | 'bytes' | 'ms' | 'per second';
  readonly text: string;
  /** The effect of exceeding the limit. */
  readonly beyond: string;
}

interface LimitOption extends LimitText {
  readonly default: number;
}

const limit = (value: number, unit: LimitText['unit'], text: string, beyond: string): LimitOption => ({
  default: value,
  unit,
  text,
  beyond,
});

/** Options whose value is a limit: a whole number, at least 1. Each is documented and read by its entry here. */
export const limitOptions = {
  LIMIT_BODY_BYTES: limit(1_000_000, 'bytes', 'request body', '413 `LIMIT_EXCEEDED`'),
  LIMIT_TOKENS: limit(2_000, '', 'tokens in a document', '400 `LIMIT_EXCEEDED`'),
  LIMIT_DEPTH: limit(
    15,
    '',
    'depth, with fragments expanded and without introspection',
    '400 `LIMIT_EXCEEDED`',
  ),
  LIMIT_ALIASES: limit(
    30,
    '',
    'aliases in a document, including repeated fields of one selection and a second `__typename`',
    '400 `LIMIT_EXCEEDED`',
  ),
  LIMIT_ROOT_FIELDS: limit(
    20,
    '',
    'root fields of an operation, with fragments expanded',
    '400 `LIMIT_EXCEEDED`',
  ),
  LIMIT_DIRECTIVES: limit(8, '', 'directives in a document', '400 `LIMIT_EXCEEDED`'),
  LIMIT_SELECTIONS: limit(
    20_000,
    '',
    'selections visited while an operation is validated or planned ([counting rules](#counting-rules))',
    '400 `LIMIT_EXCEEDED`',
  ),
  LIMIT_COST: limit(10_000, '', 'cost of a request', '400 `COST_LIMIT`'),
  LIMIT_BUCKET: limit(20_000, '', 'cost bucket of a caller', '429 `THROTTLED`, `Retry-After`'),
  LIMIT_REFILL: limit(1_000, 'per second', 'refill of the bucket', ''),
  LIMIT_REQUEST_MS: limit(10_000, 'ms', 'time for a request', '504 `TIMEOUT`'),
  LIMIT_STATEMENT_MS: limit(5_000, 'ms', 'time for a statement', '`TIMEOUT`'),
  LIMIT_EXPENSIVE_MS: limit(
    2_000,
    'ms',
    'time for an expensive statement; never more than `LIMIT_STATEMENT_MS`',
    '`TIMEOUT`',
  ),
  LIMIT_CONNECT_MS: limit(
    2_000,
    'ms',
    'time without a byte from the database while a connection is opened, including the host name look-up',
    '503 `SERVICE_UNAVAILABLE`, `Retry-After`',
  ),
  LIMIT_IN_FLIGHT: limit(
    100,
    '',
    'requests in flight; at most a quarter of them with bodies over 65,536 bytes',
    'the request waits',
  ),
  LIMIT_WAITING: limit(1_000, '', 'requests that wait for a slot', '503 `OVERLOADED`, `Retry-After`'),
  LIMIT_BODY_MS: limit(
    5_000,
    'ms',
    'time for a request body to arrive, from its headers on',
    '408 `TIMEOUT`, connection closed',
  ),
  LIMIT_BODIES_OF_CALLER: limit(
    20,
    '',
    'incomplete bodies of a caller (not without sign-in)',
    '429 `LIMIT_EXCEEDED`, `Retry-After`, connection closed',
  ),
  LIMIT_BODIES_OF_ADDRESS: limit(
    100,
    '',
    'incomplete bodies of an address',
    '429 `LIMIT_EXCEEDED`, `Retry-After`, connection closed',
  ),
  LIMIT_CONNECTIONS: limit(
    2_000,
    '',
    'connections',
    'the longest idle connection of the address with the most connections is closed',
  ),
  LIMIT_FAILED_SIGN_INS: limit(
    30,
    '',
    'failed sign-ins of an address per minute',
    '429 `LIMIT_EXCEEDED`, `Retry-After`',
  ),
  LIMIT_ERRORS: limit(5, '', 'errors in a response', '`extensions.errorsLeftOut` counts the rest'),
  LIMIT_SUBSCRIPTIONS: limit(
    1_000,
    '',
    'subscriptions of a process, for each process of `WORKERS`',
    '503 `OVERLOADED`, `Retry-After`',
  ),
  LIMIT_SUBSCRIPTIONS_OF_CALLER: limit(
    20,
    '',
    'subscriptions of a caller in a process',
    '429 `LIMIT_EXCEEDED`',
  ),
  LIMIT_STALL_MS: limit(
    30_000,
    'ms',
    'time for a client to read the next 64 kB of a page or an asset ([pages](#pages-and-assets))',
    'the connection is closed',
  ),
  LIMIT_FEED_LAG_MS: limit(
    10_000,
    'ms',
    'lag of a subscriber: age of its oldest event that is ready but not sent',
    'ends with `SLOW_CONSUMER` and its cursor',
  ),
  LIMIT_SIGN_IN_MS: limit(
    15_000,
    'ms',
    'interval between checks of a subscription’s credentials',
    'ends with `UNAUTHENTICATED`',
  ),
} as const satisfies Readonly<Record<`LIMIT_${string}`, LimitOption>>;

export type LimitName = keyof typeof limitOptions;

const defaults = Object.fromEntries(Object.entries(limitOptions).map(([name, each]) => [name, each.default]));

/** The default limits of one caller, and of all callers together: `bodyBytes` for `LIMIT_BODY_BYTES`. */
// `defaults` has the names of `limitOptions`.
export const defaultLimits = camelCased(defaults as Readonly<Record<LimitName, number>>, 'LIMIT_');

export type Limits = typeof defaultLimits;
