import { z } from 'zod';
import { defaultLimits, type Limits } from './limits.ts';

const loopback = ['127.0.0.1', '::1', 'localhost'];

const natural = 'must be a whole number, at least 1';

const limit = (usual: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,11}$/, natural)
    .transform(Number)
    .default(usual);

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535 (0: any free port)')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number, 0 to 65535 (0: any free port)')
    .default(4000),
  HOST: z
    .string()
    .refine(
      (host) => loopback.includes(host),
      `must be a loopback address (${loopback.join(', ')}): there is no sign-in yet that would keep others out`,
    )
    .default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .refine(
      (url) => URL.canParse(url) && ['postgres:', 'postgresql:'].includes(new URL(url).protocol),
      'must be a PostgreSQL URL, such as postgresql://user:password@host:5432/database',
    )
    .optional(),
  DATA_DIR: z.string().min(1, 'must name a directory').default('.data'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  INTROSPECTION: z.enum(['auto', 'on', 'off'], { error: 'must be one of auto, on, off' }).default('auto'),
  CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine(
      (origins) => origins.every(isOrigin),
      'must be origins, with commas between them, such as https://shop.example.com',
    )
    .default([]),
  PERSISTED_DOCUMENTS: z.string().optional(),
  PERSISTED_ONLY: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .transform((text) => text === 'true')
    .default(false),
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
  LIMIT_COST: limit(defaultLimits.cost),
  LIMIT_BUCKET: limit(defaultLimits.bucket),
  LIMIT_REFILL: limit(defaultLimits.refill),
  LIMIT_REQUEST_MS: limit(defaultLimits.requestMs),
  LIMIT_STATEMENT_MS: limit(defaultLimits.statementMs),
  LIMIT_IN_FLIGHT: limit(defaultLimits.inFlight),
  LIMIT_ERRORS: limit(defaultLimits.errors),
});

type Given = z.infer<typeof Environment>;

/** What is wrong between options that are each right. */
function conflicts(given: Given): readonly string[] {
  return [
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

const limitsOf = (given: Given): Limits => ({
  bodyBytes: given.LIMIT_BODY_BYTES,
  tokens: given.LIMIT_TOKENS,
  depth: given.LIMIT_DEPTH,
  aliases: given.LIMIT_ALIASES,
  rootFields: given.LIMIT_ROOT_FIELDS,
  directives: given.LIMIT_DIRECTIVES,
  cost: given.LIMIT_COST,
  bucket: given.LIMIT_BUCKET,
  refill: given.LIMIT_REFILL,
  requestMs: given.LIMIT_REQUEST_MS,
  statementMs: given.LIMIT_STATEMENT_MS,
  inFlight: given.LIMIT_IN_FLIGHT,
  errors: given.LIMIT_ERRORS,
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Undefined: the gateway runs its own PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  readonly limits: Limits;
  readonly introspection: 'auto' | 'on' | 'off';
  readonly corsOrigins: readonly string[];
  /** The file that they are in. */
  readonly persistedDocuments: string | undefined;
  readonly persistedOnly: boolean;
  /** Undefined: each process counts what callers spend for itself. */
  readonly redisUrl: string | undefined;
}

/** What is wrong with the environment: one line for each fault. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** An option that is set to nothing is not set. */
function setOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/** The only reader of the environment; everyone else is handed values. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(setOf(environment));
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  const given = parsed.data;
  const faults = conflicts(given);
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    port: given.PORT,
    host: given.HOST,
    databaseUrl: given.DATABASE_URL,
    dataDir: given.DATA_DIR,
    logLevel: given.LOG_LEVEL,
    limits: limitsOf(given),
    introspection: given.INTROSPECTION,
    corsOrigins: given.CORS_ORIGINS,
    persistedDocuments: given.PERSISTED_DOCUMENTS,
    persistedOnly: given.PERSISTED_ONLY,
    redisUrl: given.REDIS_URL,
  };
}
