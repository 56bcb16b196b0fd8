import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { defaultLimits } from './limits.ts';
import { defaultCacheBytes } from './shared-cache.ts';

export const loopback = ['127.0.0.1', '::1', 'localhost'];

const databaseUrl = z
  .string()
  .refine(
    (url) => URL.canParse(url) && ['postgres:', 'postgresql:'].includes(new URL(url).protocol),
    'must be a PostgreSQL URL, such as postgresql://user:password@host:5432/database',
  );

const secret = z
  .string()
  .refine(
    (text) => Buffer.byteLength(text) >= 32,
    'must have at least 32 bytes: make one with `openssl rand -base64 32`',
  );

/** Keys fetched over an unencrypted network could be forged. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname.replaceAll(/[[\]]/g, '')))
  );
}

const natural = 'must be a whole number, at least 1';

const limit = (usual: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,11}$/, natural)
    .transform(Number)
    .default(usual);

export const mostWorkers = 64;
const workers = `must be auto, or a number of processes from 1 to ${mostWorkers}`;

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

function isProxy(entry: string): boolean {
  const [address = '', bits = '0', ...rest] = entry.split('/');
  const max = { 4: 32, 6: 128 }[isIP(address)];
  const isRange = max !== undefined && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= max;
  return entry === 'loopback' || isRange;
}

/** The options, each with its format, its default and an error message that says what would be right. */
export const Environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535 (0: any free port)')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number, 0 to 65535 (0: any free port)')
    .default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  DATABASE_POOLING: z
    .enum(['session'], {
      error:
        'can only be "session": each session is told its account, which a pooler of transactions would hand to the next caller. Connect to PostgreSQL itself',
    })
    .default('session'),
  DATABASE_POOL_SIZE: limit(10),
  WORKERS: z
    .string()
    .regex(/^(auto|[1-9]\d?)$/, workers)
    .transform((text) => (text === 'auto' ? Math.min(availableParallelism(), mostWorkers) : Number(text)))
    .refine((count) => count <= mostWorkers, workers)
    .default(1),
  READY_REQUIRES_WRITES: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .transform((text) => text === 'true')
    .default(false),
  DRAIN_MS: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a number of milliseconds, 0 to 999999')
    .transform(Number)
    .default(5_000),
  DATA_DIR: z.string().min(1, 'must name a directory').default('.data'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  AUTH_JWKS_URL: z
    .string()
    .refine(isSafeUrl, 'must be an https URL (http on a loopback address only)')
    .optional(),
  AUTH_JWT_SECRET: secret.optional(),
  AUTH_ISSUER: z.string().optional(),
  AUTH_AUDIENCE: z.string().optional(),
  AUTH_API_KEY_SECRET: secret.optional(),
  INTROSPECTION: z.enum(['auto', 'on', 'off'], { error: 'must be one of auto, on, off' }).default('auto'),
  CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine(
      (origins) => origins.every(isOrigin),
      'must be origins, with commas between them, such as https://shop.example.com',
    )
    .default([]),
  TRUST_PROXY: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine(
      (entries) => entries.every(isProxy),
      'must be addresses or CIDR ranges of proxies, or loopback, with commas between them, such as 10.0.0.0/8,loopback',
    )
    .default([]),
  PERSISTED_DOCUMENTS: z.string().optional(),
  PERSISTED_ONLY: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .transform((text) => text === 'true')
    .default(false),
  CACHE_BYTES: limit(defaultCacheBytes),
  REDIS_URL: z
    .string()
    .refine(
      (url) => URL.canParse(url) && ['redis:', 'rediss:'].includes(new URL(url).protocol),
      'must be a Redis URL, such as redis://host:6379',
    )
    .optional(),
  LIMIT_BODY_BYTES: limit(defaultLimits.bodyBytes),
  LIMIT_TOKENS: limit(defaultLimits.tokens),
  LIMIT_DEPTH: limit(defaultLimits.depth),
  LIMIT_ALIASES: limit(defaultLimits.aliases),
  LIMIT_ROOT_FIELDS: limit(defaultLimits.rootFields),
  LIMIT_DIRECTIVES: limit(defaultLimits.directives),
  LIMIT_SELECTIONS: limit(defaultLimits.selections),
  LIMIT_COST: limit(defaultLimits.cost),
  LIMIT_BUCKET: limit(defaultLimits.bucket),
  LIMIT_REFILL: limit(defaultLimits.refill),
  LIMIT_REQUEST_MS: limit(defaultLimits.requestMs),
  LIMIT_STATEMENT_MS: limit(defaultLimits.statementMs),
  LIMIT_EXPENSIVE_MS: limit(defaultLimits.expensiveMs),
  LIMIT_CONNECT_MS: limit(defaultLimits.connectMs),
  LIMIT_IN_FLIGHT: limit(defaultLimits.inFlight),
  LIMIT_WAITING: limit(defaultLimits.waiting),
  LIMIT_BODY_MS: limit(defaultLimits.bodyMs),
  LIMIT_BODIES_OF_CALLER: limit(defaultLimits.bodiesOfCaller),
  LIMIT_BODIES_OF_ADDRESS: limit(defaultLimits.bodiesOfAddress),
  LIMIT_CONNECTIONS: limit(defaultLimits.connections),
  LIMIT_FAILED_SIGN_INS: limit(defaultLimits.failedSignIns),
  LIMIT_ERRORS: limit(defaultLimits.errors),
  LIMIT_SUBSCRIPTIONS: limit(defaultLimits.subscriptions),
  LIMIT_SUBSCRIPTIONS_OF_CALLER: limit(defaultLimits.subscriptionsOfCaller),
  LIMIT_STALL_MS: limit(defaultLimits.stallMs),
  LIMIT_FEED_LAG_MS: limit(defaultLimits.feedLagMs),
  LIMIT_SIGN_IN_MS: limit(defaultLimits.signInMs),
});

export type Parsed = z.infer<typeof Environment>;
