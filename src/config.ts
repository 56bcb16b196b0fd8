import { Environment, loopback, type Parsed } from './environment.ts';
import type { Limits } from './limits.ts';

export interface SignInConfig {
  /** Undefined if no tokens are accepted. */
  readonly tokens:
    | {
        readonly issuer: string;
        readonly audience: string;
        readonly key: { readonly secret: string } | { readonly jwksUrl: string };
      }
    | undefined;
  /** Undefined if no API keys are accepted. */
  readonly apiKeySecret: string | undefined;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Undefined if the gateway runs its own PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /**
   * The URL with the owner's login, if requests use a separate login; undefined if there is only one login.
   */
  readonly migrationDatabaseUrl: string | undefined;
  /** The number of connections that serve requests, of all processes together. */
  readonly databasePoolSize: number;
  /** The number of processes that serve requests; with 1, only this process. */
  readonly workers: number;
  /** Whether `/ready` returns 503 if only writes fail. */
  readonly readyRequiresWrites: boolean;
  /** The time for which the gateway reports `draining` before it stops, in milliseconds; 0 skips it. */
  readonly drainMs: number;
  readonly dataDir: string;
  readonly logLevel: Parsed['LOG_LEVEL'];
  /** Undefined without sign-in (demo mode). */
  readonly signIn: SignInConfig | undefined;
  readonly limits: Limits;
  /** The size of the cache of documents, plans and statements, in bytes. */
  readonly cacheBytes: number;
  readonly introspection: 'auto' | 'on' | 'off';
  readonly corsOrigins: readonly string[];
  /** Proxies whose X-Forwarded-For is trusted: addresses, CIDR ranges or `loopback`. */
  readonly trustProxy: readonly string[];
  /** The file with the persisted documents. */
  readonly persistedDocuments: string | undefined;
  readonly persistedOnly: boolean;
  /** Undefined if each process counts its callers' costs separately. */
  readonly redisUrl: string | undefined;
}

/** Invalid configuration; the message has one line for each problem. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

type Given = Readonly<Record<string, string>>;

/** Treats empty options as unset. */
function setOf(environment: NodeJS.ProcessEnv): Given {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

function signInFaults({ AUTH_JWKS_URL, AUTH_JWT_SECRET, ...options }: Given): readonly string[] {
  const faults: string[] = [];
  if (AUTH_JWKS_URL && AUTH_JWT_SECRET)
    faults.push('AUTH_JWKS_URL and AUTH_JWT_SECRET cannot both be set: tokens are checked by one of them.');
  for (const name of ['AUTH_ISSUER', 'AUTH_AUDIENCE']) {
    if ((AUTH_JWKS_URL || AUTH_JWT_SECRET) && !options[name])
      faults.push(`${name} must be set with ${AUTH_JWKS_URL ? 'AUTH_JWKS_URL' : 'AUTH_JWT_SECRET'}.`);
    if (!AUTH_JWKS_URL && !AUTH_JWT_SECRET && options[name])
      faults.push(`${name} is for tokens: set AUTH_JWKS_URL or AUTH_JWT_SECRET with it.`);
  }
  return faults;
}

const howToSignIn =
  'set AUTH_JWKS_URL or AUTH_JWT_SECRET (with AUTH_ISSUER and AUTH_AUDIENCE), or AUTH_API_KEY_SECRET';

/**
 * Without sign-in, every client can read all data, so the
 * gateway must be reachable from its own machine only.
 */
function demoFaults(options: Given): readonly string[] {
  if (Object.keys(options).some((name) => name in Environment.shape && name.startsWith('AUTH_'))) return [];
  const faults: string[] = [];
  if (!loopback.includes(options.HOST ?? '127.0.0.1'))
    faults.push(
      `HOST must be a loopback address (${loopback.join(', ')}) as long as nobody signs in; for any other, ${howToSignIn}.`,
    );
  if (options.NODE_ENV === 'production')
    faults.push(`NODE_ENV is production, where callers must sign in: ${howToSignIn}.`);
  return faults;
}

function tokensOf({ AUTH_JWKS_URL, AUTH_JWT_SECRET, AUTH_ISSUER = '', AUTH_AUDIENCE = '' }: Given) {
  const issued = { issuer: AUTH_ISSUER, audience: AUTH_AUDIENCE };
  if (AUTH_JWKS_URL) return { ...issued, key: { jwksUrl: AUTH_JWKS_URL } };
  return AUTH_JWT_SECRET ? { ...issued, key: { secret: AUTH_JWT_SECRET } } : undefined;
}

function signInOf(options: Given): SignInConfig | undefined {
  const tokens = tokensOf(options);
  const apiKeySecret = options.AUTH_API_KEY_SECRET;
  return tokens || apiKeySecret ? { tokens, apiKeySecret } : undefined;
}

/** Conflicts between options that are valid by themselves. */
function conflicts(given: Parsed): readonly string[] {
  const { WORKERS, DATABASE_POOL_SIZE } = given;
  return [
    ...(DATABASE_POOL_SIZE < WORKERS
      ? [
          `DATABASE_POOL_SIZE is ${DATABASE_POOL_SIZE} and WORKERS ${WORKERS}, but each process needs a connection: set DATABASE_POOL_SIZE to ${WORKERS} or more, or WORKERS to ${DATABASE_POOL_SIZE} or less.`,
        ]
      : []),
    ...(given.LIMIT_BUCKET < given.LIMIT_COST
      ? [
          'LIMIT_BUCKET must be at least LIMIT_COST: a request could otherwise cost more than anyone ever has.',
        ]
      : []),
    ...(given.PERSISTED_ONLY && given.PERSISTED_DOCUMENTS === undefined
      ? ['PERSISTED_ONLY needs PERSISTED_DOCUMENTS: nothing could be asked otherwise.']
      : []),
  ];
}

const limitsOf = (given: Parsed): Limits => ({
  bodyBytes: given.LIMIT_BODY_BYTES,
  tokens: given.LIMIT_TOKENS,
  depth: given.LIMIT_DEPTH,
  aliases: given.LIMIT_ALIASES,
  rootFields: given.LIMIT_ROOT_FIELDS,
  directives: given.LIMIT_DIRECTIVES,
  selections: given.LIMIT_SELECTIONS,
  cost: given.LIMIT_COST,
  bucket: given.LIMIT_BUCKET,
  refill: given.LIMIT_REFILL,
  requestMs: given.LIMIT_REQUEST_MS,
  statementMs: given.LIMIT_STATEMENT_MS,
  expensiveMs: Math.min(given.LIMIT_EXPENSIVE_MS, given.LIMIT_STATEMENT_MS),
  connectMs: given.LIMIT_CONNECT_MS,
  inFlight: given.LIMIT_IN_FLIGHT,
  waiting: given.LIMIT_WAITING,
  bodyMs: given.LIMIT_BODY_MS,
  bodiesOfCaller: given.LIMIT_BODIES_OF_CALLER,
  bodiesOfAddress: given.LIMIT_BODIES_OF_ADDRESS,
  connections: given.LIMIT_CONNECTIONS,
  failedSignIns: given.LIMIT_FAILED_SIGN_INS,
  errors: given.LIMIT_ERRORS,
  subscriptions: given.LIMIT_SUBSCRIPTIONS,
  subscriptionsOfCaller: given.LIMIT_SUBSCRIPTIONS_OF_CALLER,
  stallMs: given.LIMIT_STALL_MS,
  feedLagMs: given.LIMIT_FEED_LAG_MS,
  signInMs: given.LIMIT_SIGN_IN_MS,
});

/**
 * Reads and validates the configuration; no other code reads the environment.
 * If `serving`, also rejects options that are unsafe for serving requests.
 */
export function readConfig(environment: NodeJS.ProcessEnv, { serving = false } = {}): Config {
  const options = setOf(environment);
  const parsed = Environment.safeParse(options);
  const issues = parsed.error?.issues ?? [];
  const faults = [
    ...issues.map(({ path, message }) => `${path.join('.')} ${message}.`),
    ...signInFaults(options),
    ...(serving ? demoFaults(options) : []),
    ...(parsed.success ? conflicts(parsed.data) : []),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const given = parsed.data;
  return {
    port: given.PORT,
    host: given.HOST,
    databaseUrl: given.DATABASE_URL,
    migrationDatabaseUrl: given.MIGRATION_DATABASE_URL,
    databasePoolSize: given.DATABASE_POOL_SIZE,
    workers: given.WORKERS,
    readyRequiresWrites: given.READY_REQUIRES_WRITES,
    drainMs: given.DRAIN_MS,
    dataDir: given.DATA_DIR,
    logLevel: given.LOG_LEVEL,
    signIn: signInOf(options),
    limits: limitsOf(given),
    cacheBytes: given.CACHE_BYTES,
    introspection: given.INTROSPECTION,
    corsOrigins: given.CORS_ORIGINS,
    trustProxy: given.TRUST_PROXY,
    persistedDocuments: given.PERSISTED_DOCUMENTS,
    persistedOnly: given.PERSISTED_ONLY,
    redisUrl: given.REDIS_URL,
  };
}
