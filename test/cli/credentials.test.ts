import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { addAccount, apiKeySecret, issued, openSigned, secret } from '../auth/gateway.ts';

const signed = await openSigned();
const { ask, url } = signed;
const account = await addAccount(signed, 'ours');
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

const environment = {
  DATABASE_URL: url,
  AUTH_JWT_SECRET: secret,
  AUTH_ISSUER: issued.issuer,
  AUTH_AUDIENCE: issued.audience,
  AUTH_API_KEY_SECRET: apiKeySecret,
};

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built `customer-gateway …`. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = environment): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

const read = ['--account', account, '--scope', 'customers:read'];
const create = (name: string, ...more: string[]) =>
  run(['api-key', 'create', ...read, '--name', name, ...more]);
const idOf = ({ err }: Run) => /key_\w+/.exec(err)?.[0] ?? '';
const statusWith = async ({ out }: Run) => (await ask(`Bearer ${out.trim()}`)).status;

test('only the token is printed, and it is valid for 15 minutes', async () => {
  const made = await run(['token', ...read]);

  const { iat = 0, exp } = decodeJwt(made.out);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(exp).toBe(iat + 900);
  const { body } = await ask(
    `Bearer ${made.out.trim()}`,
    '{ customers { nodes { name } } viewer { scopes } }',
  );
  expect(body).toEqual({
    data: { customers: { nodes: [{ name: 'ours' }] }, viewer: { scopes: ['customers:read'] } },
  });
});

test('a token has the given subject, scopes and lifetime', async () => {
  const scope = 'settings:write  customers:write';
  const more = ['--sub', 'nightly', '--ttl', '90s'];
  const { out } = await run(['token', '--account', account, '--scope', scope, ...more]);

  const { iat = 0, ...claims } = decodeJwt(out);
  expect(claims).toEqual({
    iss: issued.issuer,
    aud: issued.audience,
    account,
    scope: 'customers:write settings:write',
    sub: 'nightly',
    exp: iat + 90,
  });
});

test('an API key is printed once, listed without its secret, and revoked', async () => {
  const list = ['api-key', 'list', '--account', account];
  const made = await create('nightly');
  const id = idOf(made);
  expect(made).toEqual({
    code: 0,
    out: expect.stringMatching(/^ck_[\w-]{43}\n$/),
    err: `Key ${id}, "nightly", of account ${account}: customers:read, does not expire.\nThe key is not stored and cannot be shown again. Send it as \`Authorization: Bearer …\`.\n`,
  });
  expect(await statusWith(made)).toBe(200);

  const listed = await run(list);
  expect(listed.out).toMatch(
    new RegExp(`^${id}\tnightly\tcustomers:read\tlive\t(never used|used \\S+)$`, 'm'),
  );
  expect(listed.out).not.toContain(made.out.trim().slice(3));

  expect(await run(['api-key', 'revoke', id])).toEqual({ code: 0, out: `Revoked ${id}.\n`, err: '' });
  expect(await statusWith(made)).toBe(401);
  expect((await run(list)).out).toMatch(new RegExp(`^${id}\tnightly\tcustomers:read\trevoked `, 'm'));
});

test('an API key expires at the given time', async () => {
  const inDays = await create('ends', '--expires', '90d');
  const onDate = await create('ends', '--expires', '2999-01-31');

  const end = Date.parse(/expires (\S+)\./.exec(inDays.err)?.[1] ?? '');
  expect(Math.abs(end - Date.now() - 90 * 86_400_000)).toBeLessThan(60_000);
  expect(onDate.err).toContain('expires 2999-01-31T00:00:00.000Z');
});

test('a third live key of a name is rejected with a remedy', async () => {
  await create('rotated');
  await create('rotated');

  expect(await create('rotated')).toEqual({
    code: 1,
    out: '',
    err: `2 keys named "rotated" are live, the maximum: revoke one that is not in use (\`customer-gateway api-key list --account ${account}\`).\n`,
  });
});

const elsewhere = 'acc_00000000000000000000000000000000';

test.for<readonly [readonly string[], string]>([
  [
    ['api-key', 'create', '--account', elsewhere, '--scope', 'customers:read', '--name', 'n'],
    `Account ${elsewhere} does not exist.`,
  ],
  [['api-key', 'list', '--account', elsewhere], `Account ${elsewhere} does not exist.`],
  [
    ['api-key', 'revoke', 'ck_the-key-itself'],
    'This key does not exist: pass the id that `api-key list` shows, not the key itself.',
  ],
])('%j: an object that does not exist ends with code 1 and one line', async ([args, line]) => {
  expect(await run(args)).toEqual({ code: 1, out: '', err: `${line}\n` });
});

test.for<readonly [readonly string[], string]>([
  [
    ['token', ...read],
    'AUTH_JWT_SECRET must be set (with AUTH_ISSUER and AUTH_AUDIENCE): a token is signed with it.',
  ],
  [
    ['api-key', 'create', ...read, '--name', 'n'],
    'AUTH_API_KEY_SECRET must be set, to the one of the gateway: keys are stored hashed with it.',
  ],
])('%j: a missing option ends with code 2 and one line', async ([args, line]) => {
  expect(await run(args, { DATABASE_URL: url })).toEqual({ code: 2, out: '', err: `${line}\n` });
});

const newKey = ['api-key', 'create', ...read];

test.for<readonly [readonly string[], string]>([
  [['token', '--account', account], "required option '--scope <scopes>' not specified"],
  [
    ['token', '--account', 'ours', '--scope', 'customers:read'],
    'It must be an account\'s id, which begins with "acc_".',
  ],
  [
    ['token', '--account', account, '--scope', 'customers:delete'],
    'It must be one or more of customers:read, customers:write, customers:import, settings:write, account:admin, shoppers:authenticate, with spaces between.',
  ],
  [['token', ...read, '--ttl', '25h'], 'It must be a time of at most a day, such as 90s, 15m or 8h.'],
  [[...newKey, '--name', ' '], 'It must be a text of 1 to 100 characters.'],
  [
    [...newKey, '--name', 'n', '--expires', '2020-01-01'],
    'It must be a time from now, such as 90d or 12h, or a date in the future',
  ],
  [['api-key'], 'Usage: customer-gateway api-key'],
])('%j: an invalid argument ends with code 2, one line and the usage', async ([args, line]) => {
  const { code, out, err } = await run(args);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(line);
  expect(err).toContain('Usage: customer-gateway');
});

test('a gateway on a public address does not start without sign-in, and names the options to set', async () => {
  const how =
    'set AUTH_JWKS_URL or AUTH_JWT_SECRET (with AUTH_ISSUER and AUTH_AUDIENCE), or AUTH_API_KEY_SECRET.';

  expect(await run(['serve'], { DATABASE_URL: url, HOST: '0.0.0.0', NODE_ENV: 'production' })).toEqual({
    code: 2,
    out: '',
    err: `HOST must be a loopback address (127.0.0.1, ::1, localhost) without sign-in; for other addresses, ${how}\nNODE_ENV is production, which requires sign-in: ${how}\n`,
  });
});
