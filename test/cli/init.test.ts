import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { apiKeySecret, issued, secret } from '../auth/gateway.ts';
import { openTestDatabase } from '../database.ts';
import { createDirectory } from '../embedded/data-directory.ts';
import { databaseUrl, onServer } from '../global-setup.ts';
import { run, serve } from './command.ts';

const server = inject('server');
const empty = `cg_test_cli_${randomBytes(6).toString('hex')}`;
await onServer(server, `create database ${empty} template template0 encoding 'UTF8'`);
afterAll(() => onServer(server, `drop database ${empty} with (force)`));

const init = ['init', '--name', 'Acme', '--email', 'Ada@Acme.example', '--admin-name', 'Ada Lovelace'];
const who = '{ viewer { account { name } accountUser { role { name } user { name email } } scopes } }';
const signIn = {
  AUTH_JWT_SECRET: secret,
  AUTH_ISSUER: issued.issuer,
  AUTH_AUDIENCE: issued.audience,
};

async function ask(url: string, credential: string, query = who): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}` },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { readonly data: unknown }).data;
}

const create = 'mutation { customerCreate(input: { name: "First" }) { customer { number } } }';

test('from an empty served database to the first customer with an API key', async () => {
  const env = { DATABASE_URL: databaseUrl(server, empty), AUTH_API_KEY_SECRET: apiKeySecret };
  expect(await run(init, env)).toEqual({
    code: 1,
    out: '',
    err: 'The database is behind this version of the gateway: run `customer-gateway migrate` first.\n',
  });
  expect((await run(['migrate'], env)).code).toBe(0);

  const made = await run(init, env);

  const [, account, user] = /^Account (acc_\w+), "Acme", .*\nAdministrator (acu_\w+): /.exec(made.err) ?? [];
  expect(made).toEqual({
    code: 0,
    out: expect.stringMatching(/^ck_[\w-]{43}\n$/),
    err: expect.stringMatching(
      new RegExp(
        [
          `^Account ${account}, "Acme", with customer numbers from GW-000001\\.`,
          `Administrator ${user}: Ada Lovelace <ada@acme\\.example>\\.`,
          'API key key_\\w+, "administrator", with all scopes; .*',
          'Next:',
          '  customer-gateway serve\n.*',
          `  customer-gateway api-key create --account ${account} .*\n.*`,
          `  customer-gateway user invite --account ${account} --email EMAIL\n.*\n$`,
        ].join('\n'),
      ),
    ),
  });
  const gateway = await serve(env);
  expect(await ask(gateway.url, made.out.trim(), create)).toEqual({
    customerCreate: { customer: { number: 'GW-000001' } },
  });
  expect(await gateway.end('SIGINT')).toBe(0);

  const again = await run([...init, '--number-prefix', 'X-'], env);
  expect(again).toEqual({
    code: 1,
    out: '',
    err: `The account ${account}, "Acme", already exists. \`customer-gateway account create\` adds another one.\n`,
  });
  expect((await run(['account', 'list'], env)).out).toBe(`${account}\tAcme\tGW-\t1 customer\topen\n`);
});

test('without the secret of API keys, the printed command makes a token of the administrator', async () => {
  const { url } = await openTestDatabase();
  const env = { DATABASE_URL: url, ...signIn };

  const { code, out, err } = await run(init, env);

  expect(code).toBe(0);
  expect(err).toContain('AUTH_API_KEY_SECRET is not set, so no API key was created.');
  const [, ...words] = [...out.trim().matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  const token = await run(words, env);
  expect(token.err).toBe('');
  const gateway = await serve(env);
  expect(await ask(gateway.url, token.out.trim())).toMatchObject({
    viewer: {
      account: { name: 'Acme' },
      accountUser: {
        role: { name: 'Administrator' },
        user: { name: 'Ada Lovelace', email: 'ada@acme.example' },
      },
    },
  });
  expect(await gateway.end('SIGINT')).toBe(0);
});

test('two concurrent calls create one account', async () => {
  const { url, pool } = await openTestDatabase();

  const ended = await Promise.all([run(init, { DATABASE_URL: url }), run(init, { DATABASE_URL: url })]);

  expect(ended.map(({ code }) => code).toSorted()).toEqual([0, 1]);
  expect((await pool.query('select from accounts')).rowCount).toBe(1);
  expect((await pool.query('select from account_users')).rowCount).toBe(1);
});

test('an embedded database with an account gets no demo data', { timeout: 120_000 }, async () => {
  const env = { DATA_DIR: join(await createDirectory(), 'data') };

  expect((await run(init, env)).code).toBe(0);
  const gateway = await serve(env);

  expect(gateway.printed()).not.toContain('First start');
  expect(gateway.printed()).toContain('every caller sees the account "Acme"');
  expect(await gateway.ask('{ customers { totalCount } priorities { code } }')).toEqual({
    status: 200,
    data: {
      customers: { totalCount: 0 },
      priorities: [{ code: 'LOW' }, { code: 'NORMAL' }, { code: 'HIGH' }],
    },
  });
  expect(await gateway.end('SIGINT')).toBe(0);
});

test.concurrent.each([
  [['init', '--email', 'a@b.example'], "required option '--name <name>' not specified"],
  [['init', '--name', 'Acme'], "required option '--email <email>' not specified"],
  [
    ['init', '--name', ' ', '--email', 'a@b.example'],
    'It must be a text of 1 to 255 characters, in one line.',
  ],
  [['init', '--name', 'x'.repeat(256), '--email', 'a@b.example'], 'It must be a text of 1 to 255 characters'],
  [['init', '--name', 'A', '--email', 'ada'], 'It must be an email address, such as ada@example.com.'],
  ...['', '1', 'A1', 'A B', 'ÄÖ-', 'ABCDEFGHIJK'].map((prefix): [string[], string] => [
    [...init, '--number-prefix', prefix],
    'It must have 1 to 10 letters, digits and . _ / -, begin with a letter and not end with a digit, such as GW-.',
  ]),
])('%j is rejected with the usage', async (args, message) => {
  const { code, out, err } = await run(args);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain('Usage: customer-gateway init');
});
