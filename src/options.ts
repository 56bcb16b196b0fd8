import type { z } from 'zod';
import { type LimitName, type LimitText, limitOptions } from './limits.ts';
import * as rules from './option-rules.ts';
import { defaultCacheBytes } from './shared-cache.ts';

export interface Option<T> {
  readonly rule: z.ZodType<T>;
  readonly default: NoInfer<T>;
  /** The default as the documentation shows it, if it is not the value. */
  readonly shownDefault?: string;
  /** The description in the table of `docs/configuration.md`. */
  readonly text?: string;
  /** The row in the table of `docs/limits.md`. */
  readonly limit?: LimitText;
}

interface Optional<T> {
  readonly rule: z.ZodType<T>;
  readonly shownDefault?: string;
  readonly text: string;
}

const option = <T>(given: Option<T>): Option<T> => given;

const optional = <T>({ rule, ...rest }: Optional<T>): Option<T | undefined> => ({
  ...rest,
  rule,
  default: undefined,
});

const general = {
  PORT: option({
    rule: rules.port,
    default: 4_000,
    shownDefault: '4000',
    text: 'The port of the HTTP server, 0 to 65535; 0 takes any free port.',
  }),
  HOST: option({
    rule: rules.anyText,
    default: '127.0.0.1',
    text: 'The address of the HTTP server. Without [sign-in](sign-in.md), it must be a loopback address, and requests whose `Host` header is not a loopback address are rejected (except `/health`).',
  }),
  DATABASE_URL: optional({
    rule: rules.databaseUrl,
    text: 'A PostgreSQL server, version 14 or newer: `postgresql://user:password@host:5432/database`. If not set, the gateway runs its own PostgreSQL.',
  }),
  MIGRATION_DATABASE_URL: optional({
    rule: rules.databaseUrl,
    shownDefault: 'DIRECT_DATABASE_URL',
    text: 'The login that owns the database, for `migrate`, `seed`, `backup` and `restore`, if the login of `DATABASE_URL` only serves requests.',
  }),
  DIRECT_DATABASE_URL: optional({
    rule: rules.databaseUrl,
    shownDefault: 'DATABASE_URL',
    text: 'The URL of PostgreSQL itself, bypassing a pooler, with the login of `DATABASE_URL`. Used for change notifications (`LISTEN`). Required with `DATABASE_POOLING=transaction`.',
  }),
  DATABASE_POOLING: option({
    rule: rules.pooling,
    default: 'session',
    text: '`session` for PostgreSQL itself or a pooler in session mode; `transaction` for a pooler in transaction mode ([poolers.md](poolers.md)).',
  }),
  DATABASE_PREPARE: option({
    rule: rules.oneOf('on', 'off'),
    default: 'on',
    text: 'Whether statements are prepared by name: `on` or `off`. `off` is for poolers in transaction mode that do not support prepared statements, such as PgBouncer before 1.21.',
  }),
  DATABASE_POOL_SIZE: option({
    rule: rules.natural,
    default: 10,
    text: 'The total number of database connections that serve requests, for all workers. Each worker has up to 3 more to check credentials, one for `/ready`, and one that listens for changes while clients subscribe.',
    limit: {
      unit: '',
      text: 'database connections that serve requests, divided among `WORKERS`',
      beyond: 'the statement waits',
    },
  }),
  WORKERS: option({
    rule: rules.workers,
    default: 1,
    text: 'The number of processes that serve requests, 1 to 64. `auto` starts one for each processor, at most 64.',
  }),
  READY_REQUIRES_WRITES: option({
    rule: rules.flag,
    default: false,
    text: 'Whether `/ready` is 503 while only writes fail: `true` or `false`.',
  }),
  DRAIN_MS: option({
    rule: rules.milliseconds,
    default: 5_000,
    shownDefault: '5000',
    text: 'The time after SIGTERM during which the gateway reports `draining` and continues to serve, in milliseconds, 0 to 999999; 0 skips it ([deployment.md](deployment.md#shutdown)).',
  }),
  DATA_DIR: option({
    rule: rules.directory,
    default: '.data',
    text: 'The data directory of the gateway’s own PostgreSQL.',
  }),
  LOG_LEVEL: option({
    rule: rules.oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    default: 'info',
    text: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`. The log is JSON lines on stderr.',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional({
    rule: rules.collectorUrl,
    text: 'The OpenTelemetry collector that receives traces over HTTP with protobuf: `http://localhost:4318` ([tracing.md](tracing.md)). If not set, requests are not traced.',
  }),
  ACCESS_LOG: option({
    rule: rules.oneOf('all', 'errors', 'slow', 'off'),
    default: 'errors',
    text: 'The requests to log: `all`; `errors`, requests with an error; `slow`, slow requests and requests with an error; or `off` ([metrics.md](metrics.md#access-log)).',
  }),
  LOG_SLOW_MS: option({
    rule: rules.natural,
    default: 1_000,
    shownDefault: '1000',
    text: 'The time from which requests and statements count as slow, in milliseconds. Slow statements are logged, except with `ACCESS_LOG=off`.',
  }),
  METRICS_PORT: optional({
    rule: rules.port,
    text: 'The port that serves `/metrics` to Prometheus, at `HOST` ([metrics.md](metrics.md)). If not set, metrics are off. The port does not require sign-in: do not make it public.',
  }),
  AUTH_JWKS_URL: optional({
    rule: rules.keySetUrl,
    text: 'The https URL of the token issuer’s public keys (JWKS); http is accepted for a loopback address.',
  }),
  AUTH_JWT_SECRET: optional({
    rule: rules.secret,
    text: 'The secret that signs tokens (HS256), 32 bytes or more. An alternative to `AUTH_JWKS_URL`.',
  }),
  AUTH_ISSUER: optional({
    rule: rules.anyText,
    text: 'The `iss` that a token must have. Required with `AUTH_JWKS_URL` or `AUTH_JWT_SECRET`.',
  }),
  AUTH_AUDIENCE: optional({
    rule: rules.anyText,
    text: 'The `aud` that a token must have. Required with `AUTH_JWKS_URL` or `AUTH_JWT_SECRET`.',
  }),
  AUTH_PROVISION: option({
    rule: rules.oneOf('off', 'jwt'),
    default: 'off',
    text: 'Whether a token creates the account user of an unknown person: `jwt`, or `off` to reject it ([sign-in.md](sign-in.md#people)).',
  }),
  AUTH_API_KEY_SECRET: optional({
    rule: rules.secret,
    text: 'The secret for hashing API keys, 32 bytes or more. If not set, API keys are rejected.',
  }),
  AUTH_OIDC_ISSUER: optional({
    rule: rules.keySetUrl,
    text: 'The https URL of the OpenID Connect issuer for sign-in to GraphiQL, `/docs` and `/voyager` ([sign-in.md](sign-in.md#openid-connect)); http is accepted for a loopback address. Requires `AUTH_JWKS_URL`.',
  }),
  AUTH_OIDC_CLIENT_ID: optional({
    rule: rules.anyText,
    text: 'The client id of the gateway at `AUTH_OIDC_ISSUER`. The client must be public, with PKCE and without a secret.',
  }),
  AUTH_OIDC_SCOPE: option({
    rule: rules.anyText,
    default: 'openid profile email',
    text: 'The scopes requested from `AUTH_OIDC_ISSUER`, separated by spaces; must include `openid`. `offline_access` is added if the issuer announces it ([sign-in.md](sign-in.md#openid-connect)).',
  }),
  AUTH_SESSION_SECRET: optional({
    rule: rules.secret,
    shownDefault: 'derived',
    text: 'The secret that encrypts browser sessions, 32 bytes or more ([sign-in.md](sign-in.md#in-the-browser)). If not set, it is derived from `AUTH_API_KEY_SECRET` or `AUTH_JWT_SECRET`. With only `AUTH_JWKS_URL`, it is random: set it if you run several gateways.',
  }),
  INTROSPECTION: option({
    rule: rules.oneOf('auto', 'on', 'off'),
    default: 'auto',
    text: 'Whether signed-in callers can read the schema. `auto` and `on` allow it for every signed-in caller; `off` hides the schema from all callers ([limits.md](limits.md#accepted-requests)).',
  }),
  CORS_ORIGINS: option({
    rule: rules.origins,
    default: [],
    text: 'A comma-separated list of origins whose pages can send requests, such as `https://shop.example.com`.',
  }),
  TRUST_PROXY: option({
    rule: rules.proxies,
    default: [],
    text: 'A comma-separated list of proxies whose `X-Forwarded-For` is trusted: addresses, CIDR ranges or `loopback` ([limits.md](limits.md#addresses)).',
  }),
  PERSISTED_DOCUMENTS: optional({
    rule: rules.anyText,
    text: 'The file with the documents that callers can request by id ([limits.md](limits.md#persisted-documents)).',
  }),
  PERSISTED_ONLY: option({
    rule: rules.flag,
    default: false,
    text: 'Whether all other documents are rejected: `true` or `false`.',
  }),
  CACHE_BYTES: option({
    rule: rules.natural,
    default: defaultCacheBytes,
    text: 'The size of each process’s cache for documents, plans and statement templates, in bytes ([limits.md](limits.md#cache)).',
    limit: {
      unit: 'bytes',
      text: 'cache of documents, plans and statement templates, per process of `WORKERS`',
      beyond: 'the least recently used entries are evicted',
    },
  }),
  REDIS_URL: optional({
    rule: rules.redisUrl,
    text: 'A Redis server (`redis://…`, `rediss://…`) that stores the cost buckets of callers for several gateways ([limits.md](limits.md#cost)).',
  }),
  WEBHOOK_URL: optional({
    rule: rules.webhookUrl,
    text: 'The https URL that receives messages, such as password resets ([messages.md](messages.md)); http is accepted for a loopback address. If not set, messages are not sent.',
  }),
  WEBHOOK_SECRET: optional({
    rule: rules.webhookSecrets,
    text: 'The secret that signs messages: `whsec_` and the base64 of 24 to 64 bytes. With several secrets, separated by spaces, each signs. Required with `WEBHOOK_URL`.',
  }),
} as const;

// The loop keeps the names.
const limits = Object.fromEntries(
  Object.entries(limitOptions).map(([name, { default: usual, ...limit }]) => [
    name,
    option({ rule: rules.natural, default: usual, limit }),
  ]),
) as Readonly<Record<LimitName, Option<number>>>;

export const options = { ...general, ...limits };

export type OptionName = keyof typeof options;

export type OptionValues = {
  readonly [Name in OptionName]: (typeof options)[Name] extends Option<infer T> ? T : never;
};
