import { z } from 'zod';

const loopback = ['127.0.0.1', '::1', 'localhost'];

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

/** Keys that came over a network in the clear could be anyone's. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname.replaceAll(/[[\]]/g, '')))
  );
}

const Environment = z.object({
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
});

export interface SignInConfig {
  /** Undefined: no tokens are accepted. */
  readonly tokens:
    | {
        readonly issuer: string;
        readonly audience: string;
        readonly key: { readonly secret: string } | { readonly jwksUrl: string };
      }
    | undefined;
  /** Undefined: no API keys are accepted. */
  readonly apiKeySecret: string | undefined;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Undefined: the gateway runs its own PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** The owner's, where requests are served by a login of its own; undefined where there is one login. */
  readonly migrationDatabaseUrl: string | undefined;
  readonly dataDir: string;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  /** Undefined: nobody signs in (demo mode). */
  readonly signIn: SignInConfig | undefined;
}

/** What is wrong with the environment: one line for each fault. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

type Given = Readonly<Record<string, string>>;

/** An option that is set to nothing is not set. */
function given(environment: NodeJS.ProcessEnv): Given {
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

/** Without sign-in everyone who reaches the gateway sees everything: it stays on the machine of whoever tries it. */
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

/** The only reader of the environment; everyone else is handed values. What is to serve, must be safe to. */
export function readConfig(environment: NodeJS.ProcessEnv, { serving = false } = {}): Config {
  const options = given(environment);
  const parsed = Environment.safeParse(options);
  const issues = parsed.error?.issues ?? [];
  const faults = [
    ...issues.map(({ path, message }) => `${path.join('.')} ${message}.`),
    ...signInFaults(options),
    ...(serving ? demoFaults(options) : []),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const { PORT, HOST, DATABASE_URL, MIGRATION_DATABASE_URL, DATA_DIR, LOG_LEVEL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    migrationDatabaseUrl: MIGRATION_DATABASE_URL,
    dataDir: DATA_DIR,
    logLevel: LOG_LEVEL,
    signIn: signInOf(options),
  };
}
