import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { z } from 'zod';

export const loopback = ['127.0.0.1', '::1', 'localhost'];

/** A rule for a text, with a message that says what would be right; the message follows the option's name. */
const textRule = (isValid: (text: string) => boolean, message: string) => z.string().refine(isValid, message);

const matching = (pattern: RegExp, message: string) => textRule((given) => pattern.test(given), message);

const isUrl = (given: string, ...protocols: readonly string[]): boolean =>
  URL.canParse(given) && protocols.includes(new URL(given).protocol);

export const anyText = z.string();

export const directory = z.string().min(1, 'must name a directory');

export const databaseUrl = textRule(
  (url) => isUrl(url, 'postgres:', 'postgresql:'),
  'must be a PostgreSQL URL, such as postgresql://user:password@host:5432/database',
);

export const redisUrl = textRule(
  (url) => isUrl(url, 'redis:', 'rediss:'),
  'must be a Redis URL, such as redis://host:6379',
);

export const collectorUrl = textRule(
  (url) => isUrl(url, 'http:', 'https:'),
  'must be an http or https URL, such as http://localhost:4318',
);

export const secret = textRule(
  (given) => Buffer.byteLength(given) >= 32,
  'must have at least 32 bytes: create one with `openssl rand -base64 32`',
);

const isEncrypted = (url: string): boolean =>
  isUrl(url, 'https:') ||
  (isUrl(url, 'http:') && loopback.includes(new URL(url).hostname.replaceAll(/[[\]]/g, '')));

/** Keys fetched over an unencrypted network could be forged. */
export const keySetUrl = textRule(isEncrypted, 'must be an https URL (http on a loopback address only)');

/** Messages contain tokens. `fetch` rejects URLs with a user or a password. */
export const webhookUrl = textRule(
  (url) => isEncrypted(url) && new URL(url).username === '' && new URL(url).password === '',
  'must be an https URL without user and password (http on a loopback address only)',
);

const isWebhookSecret = (given: string): boolean => {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(given) ?? [];
  const { length } = Buffer.from(base64 ?? '', 'base64');
  return length >= 24 && length <= 64;
};

export const webhookSecrets = z
  .string()
  .transform((given): readonly string[] => given.split(/\s+/).filter((each) => each !== ''))
  .refine(
    (secrets) => secrets.length > 0 && secrets.every(isWebhookSecret),
    'must be whsec_ and the base64 of 24 to 64 random bytes, or several of these separated by spaces: create one with `echo whsec_$(openssl rand -base64 32)`',
  );

export const natural = matching(/^[1-9]\d{0,11}$/, 'must be a whole number, at least 1').transform(Number);

const portRule = 'must be a port number, 0 to 65535 (0: any free port)';
export const port = matching(/^\d{1,5}$/, portRule)
  .transform(Number)
  .refine((given) => given <= 65_535, portRule);

export const milliseconds = matching(/^\d{1,6}$/, 'must be a number of milliseconds, 0 to 999999').transform(
  Number,
);

const maxWorkers = 64;
const workersRule = `must be auto, or a number of processes from 1 to ${maxWorkers}`;
export const workers = matching(/^(auto|[1-9]\d?)$/, workersRule)
  .transform((given) => (given === 'auto' ? Math.min(availableParallelism(), maxWorkers) : Number(given)))
  .refine((count) => count <= maxWorkers, workersRule);

export const oneOf = <const Value extends string>(...values: readonly [Value, ...Value[]]) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

export const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((given) => given === 'true');

/** Transactions of a pooler would be executed by connections with another account's settings. */
export const pooling = z.enum(['session', 'transaction'], {
  error: 'must be "session" or "transaction": in statement mode, the gateway’s transactions would be split',
});

const listRule = (isValid: (entry: string) => boolean, message: string) =>
  z
    .string()
    .transform((given): readonly string[] => given.split(',').map((each) => each.trim()))
    .refine((entries) => entries.every(isValid), message);

export const origins = listRule(
  (given) => URL.canParse(given) && new URL(given).origin === given,
  'must be a comma-separated list of origins, such as https://shop.example.com',
);

function isProxy(entry: string): boolean {
  const [address = '', bits = '0', ...rest] = entry.split('/');
  const max = { 4: 32, 6: 128 }[isIP(address)];
  const isRange = max !== undefined && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= max;
  return entry === 'loopback' || isRange;
}

export const proxies = listRule(
  isProxy,
  'must be a comma-separated list of proxies (addresses, CIDR ranges or loopback), such as 10.0.0.0/8,loopback',
);
