import { z } from 'zod';

const loopback = ['127.0.0.1', '::1', 'localhost'];

const databaseUrl = z
  .string()
  .refine(
    (url) => URL.canParse(url) && ['postgres:', 'postgresql:'].includes(new URL(url).protocol),
    'must be a PostgreSQL URL, such as postgresql://user:password@host:5432/database',
  );

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
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Undefined: the gateway runs its own PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** The owner's, where requests are served by a login of its own; undefined where there is one login. */
  readonly migrationDatabaseUrl: string | undefined;
  readonly dataDir: string;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
}

/** What is wrong with the environment: one line for each fault. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** An option that is set to nothing is not set. */
function given(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/** The only reader of the environment; everyone else is handed values. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(given(environment));
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  const { PORT, HOST, DATABASE_URL, MIGRATION_DATABASE_URL, DATA_DIR, LOG_LEVEL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    migrationDatabaseUrl: MIGRATION_DATABASE_URL,
    dataDir: DATA_DIR,
    logLevel: LOG_LEVEL,
  };
}
