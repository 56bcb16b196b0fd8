import { type CamelCase, camelCased } from './camel-case.ts';
import type { LimitName, Limits } from './limits.ts';
import { loopback } from './option-rules.ts';
import { type Option, type OptionName, type OptionValues, options } from './options.ts';

interface SignInConfig {
  /** Undefined if no tokens are accepted. */
  readonly tokens:
    | {
        readonly issuer: string;
        readonly audience: string;
        readonly key: { readonly secret: string } | { readonly jwksUrl: string };
        /** Whether a token creates the account user of an unknown person. */
        readonly provision: boolean;
      }
    | undefined;
  /** Undefined if no API keys are accepted. */
  readonly apiKeySecret: string | undefined;
  /** Encrypts the sessions of browsers. Undefined: a random one. */
  readonly sessionSecret: string | undefined;
  /** The issuer at which persons sign in to the pages. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly scope: string } | undefined;
}

type Direct = Exclude<OptionName, LimitName | `AUTH_${string}`>;

type DirectConfig = { readonly [Name in Direct as CamelCase<Name>]: OptionValues[Name] };

export interface Config extends DirectConfig {
  /** Undefined without sign-in (demo mode). */
  readonly signIn: SignInConfig | undefined;
  readonly limits: Limits;
}

/** Invalid configuration; the message has one line for each problem. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

type SetOptions = Readonly<Record<string, string>>;

/** Treats empty options as unset. */
function setOf(environment: NodeJS.ProcessEnv): SetOptions {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

const howToSignIn =
  'set AUTH_JWKS_URL or AUTH_JWT_SECRET (with AUTH_ISSUER and AUTH_AUDIENCE), or AUTH_API_KEY_SECRET';

function signInProblems({ AUTH_JWKS_URL, AUTH_JWT_SECRET, ...given }: SetOptions): readonly string[] {
  const problems: string[] = [];
  if (AUTH_JWKS_URL && AUTH_JWT_SECRET)
    problems.push(
      'AUTH_JWKS_URL and AUTH_JWT_SECRET cannot both be set; set the one that tokens are verified with.',
    );
  for (const name of ['AUTH_ISSUER', 'AUTH_AUDIENCE']) {
    if ((AUTH_JWKS_URL || AUTH_JWT_SECRET) && !given[name])
      problems.push(`${name} must be set with ${AUTH_JWKS_URL ? 'AUTH_JWKS_URL' : 'AUTH_JWT_SECRET'}.`);
  }
  for (const name of ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_PROVISION'])
    if (!AUTH_JWKS_URL && !AUTH_JWT_SECRET && given[name])
      problems.push(`${name} applies to tokens only: also set AUTH_JWKS_URL or AUTH_JWT_SECRET.`);
  if (given.AUTH_OIDC_ISSUER && !AUTH_JWKS_URL)
    problems.push('AUTH_OIDC_ISSUER requires AUTH_JWKS_URL, by which the tokens of its issuer are verified.');
  if (given.AUTH_OIDC_ISSUER && !given.AUTH_OIDC_CLIENT_ID)
    problems.push('AUTH_OIDC_CLIENT_ID must be set with AUTH_OIDC_ISSUER.');
  for (const name of ['AUTH_OIDC_CLIENT_ID', 'AUTH_OIDC_SCOPE'])
    if (given[name] && !given.AUTH_OIDC_ISSUER) problems.push(`${name} requires AUTH_OIDC_ISSUER.`);
  if (given.AUTH_SESSION_SECRET && !AUTH_JWKS_URL && !AUTH_JWT_SECRET && !given.AUTH_API_KEY_SECRET)
    problems.push(`AUTH_SESSION_SECRET requires sign-in: ${howToSignIn}.`);
  return problems;
}

/** Without sign-in, every client can read all data, so only this machine may reach the gateway. */
function demoProblems(given: SetOptions): readonly string[] {
  if (Object.keys(given).some((name) => name in options && name.startsWith('AUTH_'))) return [];
  const problems: string[] = [];
  if (!loopback.includes(given.HOST ?? options.HOST.default))
    problems.push(
      `HOST must be a loopback address (${loopback.join(', ')}) without sign-in; for other addresses, ${howToSignIn}.`,
    );
  if (given.NODE_ENV === 'production')
    problems.push(`NODE_ENV is production, which requires sign-in: ${howToSignIn}.`);
  return problems;
}

function tokensOf({
  AUTH_JWKS_URL,
  AUTH_JWT_SECRET,
  AUTH_ISSUER = '',
  AUTH_AUDIENCE = '',
  ...given
}: SetOptions) {
  const provision = given.AUTH_PROVISION === 'jwt';
  const issued = { issuer: AUTH_ISSUER, audience: AUTH_AUDIENCE, provision };
  if (AUTH_JWKS_URL) return { ...issued, key: { jwksUrl: AUTH_JWKS_URL } };
  return AUTH_JWT_SECRET ? { ...issued, key: { secret: AUTH_JWT_SECRET } } : undefined;
}

function oidcOf({ AUTH_OIDC_ISSUER: issuer, AUTH_OIDC_CLIENT_ID: clientId, ...given }: SetOptions) {
  const scope = given.AUTH_OIDC_SCOPE ?? options.AUTH_OIDC_SCOPE.default;
  return issuer && clientId ? { issuer, clientId, scope } : undefined;
}

function signInOf(given: SetOptions): SignInConfig | undefined {
  const tokens = tokensOf(given);
  const apiKeySecret = given.AUTH_API_KEY_SECRET;
  const sessionSecret = given.AUTH_SESSION_SECRET ?? apiKeySecret ?? given.AUTH_JWT_SECRET;
  return tokens || apiKeySecret ? { tokens, apiKeySecret, sessionSecret, oidc: oidcOf(given) } : undefined;
}

function conflicts(values: OptionValues): readonly string[] {
  const { WORKERS, DATABASE_POOL_SIZE, LIMIT_BUCKET, LIMIT_COST } = values;
  const problems: string[] = [];
  if (DATABASE_POOL_SIZE < WORKERS)
    problems.push(
      `DATABASE_POOL_SIZE is ${DATABASE_POOL_SIZE} and WORKERS is ${WORKERS}, but each process needs a connection: set DATABASE_POOL_SIZE to ${WORKERS} or more, or WORKERS to ${DATABASE_POOL_SIZE} or less.`,
    );
  if (values.METRICS_PORT === values.PORT && values.PORT !== 0)
    problems.push(
      `METRICS_PORT and PORT are both ${values.PORT}: set METRICS_PORT to another port, which is not public.`,
    );
  if (LIMIT_BUCKET < LIMIT_COST)
    problems.push(
      `LIMIT_BUCKET is ${LIMIT_BUCKET}; it must be at least LIMIT_COST, ${LIMIT_COST}, so that callers can pay for every permitted request.`,
    );
  if (values.DATABASE_POOLING === 'transaction' && !(values.DATABASE_URL && values.DIRECT_DATABASE_URL))
    problems.push(
      'DATABASE_POOLING=transaction requires DATABASE_URL, the pooler, and DIRECT_DATABASE_URL, the same login at PostgreSQL itself: a pooler in transaction mode does not deliver change notifications.',
    );
  if (values.PERSISTED_ONLY && values.PERSISTED_DOCUMENTS === undefined)
    problems.push('PERSISTED_ONLY requires PERSISTED_DOCUMENTS; without it, all requests would be rejected.');
  if (values.WEBHOOK_URL !== undefined && values.WEBHOOK_SECRET === undefined)
    problems.push('WEBHOOK_URL requires WEBHOOK_SECRET, which messages are signed with.');
  return problems;
}

interface ParsedOptions {
  readonly values: OptionValues;
  /** One line for each invalid option; `values` has the defaults of these. */
  readonly problems: readonly string[];
}

function parseOptions(given: SetOptions): ParsedOptions {
  const problems: string[] = [];
  const parsed = Object.entries<Option<unknown>>(options).map(([name, { rule, default: usual }]) => {
    const text = given[name];
    const result = text === undefined ? undefined : rule.safeParse(text);
    for (const { message } of result?.error?.issues ?? []) problems.push(`${name} ${message}.`);
    return [name, result?.success ? result.data : usual];
  });
  // Each value has passed its rule or is the default.
  return { values: Object.fromEntries(parsed) as OptionValues, problems };
}

function directOf(values: OptionValues): DirectConfig {
  const direct = Object.entries(values).filter(([name]) => !/^(AUTH|LIMIT)_/.test(name));
  // The names that the filter leaves.
  return camelCased(Object.fromEntries(direct) as Pick<OptionValues, Direct>);
}

function limitsOf(values: OptionValues): Limits {
  const limits: Limits = camelCased(values, 'LIMIT_');
  return { ...limits, expensiveMs: Math.min(limits.expensiveMs, limits.statementMs) };
}

/** No other code reads the environment. If `serving`, also rejects options that are unsafe for serving. */
export function readConfig(environment: NodeJS.ProcessEnv, { serving = false } = {}): Config {
  const given = setOf(environment);
  const { values, problems: invalid } = parseOptions(given);
  const problems = [
    ...invalid,
    ...signInProblems(given),
    ...(serving ? demoProblems(given) : []),
    ...(invalid.length === 0 ? conflicts(values) : []),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...directOf(values), signIn: signInOf(given), limits: limitsOf(values) };
}
