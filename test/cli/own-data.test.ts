import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { SignJWT } from 'jose';
import { afterAll, expect, inject, test, vi } from 'vitest';
import { makeKey, openKeyServer } from '../auth/key-server.ts';
import { openPages } from '../browser/pages.ts';
import { databaseUrl, onServer } from '../global-setup.ts';
import { run, serve } from './command.ts';

const read = (page: string) => readFile(new URL(`../../${page}`, import.meta.url), 'utf8');
const [page, readme] = [await read('docs/own-data.md'), await read('README.md')];

const server = inject('server');
const empty = `cg_test_cli_${randomBytes(6).toString('hex')}`;
await onServer(server, `create database ${empty} template template0 encoding 'UTF8'`);
afterAll(() => onServer(server, `drop database ${empty} with (force)`));

const keys = await openKeyServer();
const pair = await makeKey('one');
keys.keys = [pair.jwk];

/** The values of the page that belong to the reader's own installation. */
const own: Readonly<Record<string, string>> = {
  'postgresql://gateway_owner:…@db.example/customers': databaseUrl(server, empty),
  'https://id.acme.example/jwks.json': keys.url,
};

const words = (text: string) =>
  [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const block = /```sh\n([^`]*customer-gateway migrate\n[^`]*)```/.exec(page)?.[1] ?? '';
const env = Object.fromEntries(
  [...block.matchAll(/^export (.*)$/gm)]
    .flatMap(([, pairs = '']) => pairs.split(' '))
    .map((each) => /^(.*?)=(.*)$/.exec(each)?.slice(1) ?? [])
    .map(([name, value = '']) => [name, own[value] ?? value]),
);
const commands = [...block.matchAll(/^npx customer-gateway (.*)$/gm)].map(([, args = '']) => words(args));
const check = JSON.parse(/^curl .*\n +-d '(.*)'$/m.exec(page)?.[1] ?? '').query;
const examples = [...page.matchAll(/```graphql\n(.*?)```.*?```json\n(.*?)```/gs)].map(
  ([, query = '', response = '']) => ({ query, response: JSON.parse(response) }),
);

/** All outcomes in a response, at any depth. */
function outcomesOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (name === 'outcome' ? [part] : outcomesOf(part)));
}

async function signIn(claims: object): Promise<string> {
  return new SignJWT({ ...claims, sub: 'ada' })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuer(env.AUTH_ISSUER ?? '')
    .setAudience(env.AUTH_AUDIENCE ?? '')
    .setExpirationTime('5m')
    .sign(pair.privateKey);
}

async function ask(url: string, token: string, query: string) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { extensions: _cost, ...body } = await response.json();
  return body;
}

/** Signs in to GraphiQL with the token, runs the query, and waits for this text in the result’s first lines. */
async function showInGraphiql(url: string, token: string, query: string, text: string) {
  const { page, faults } = await (await openPages(url)).open(`/graphql?query=${encodeURIComponent(query)}`);
  await page.getByLabel('Token or API key').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await vi.waitFor(
    async () => {
      await page.getByRole('button', { name: 'Execute query' }).click();
      await page.locator('.result-window').getByText(text).first().waitFor({ timeout: 5_000 });
    },
    { timeout: 60_000 },
  );
  return faults;
}

test('docs/own-data.md leads from an empty served database to a customer with orders', async () => {
  const [migrate = [], init = []] = commands;
  expect(commands.map(([name]) => name)).toEqual(['migrate', 'init', 'serve']);
  expect(readme).toContain('(docs/own-data.md)');
  expect((await run(migrate, env)).code).toBe(0);
  const made = await run(init, env);
  const gateway = await serve(env);
  const token = await signIn(JSON.parse(made.out));

  expect(await ask(gateway.url, token, check)).toMatchObject({
    data: {
      viewer: {
        account: { name: 'Acme' },
        accountUser: { name: 'Ada Lovelace', role: { name: 'Administrator' } },
      },
    },
  });
  expect(examples).toHaveLength(5);
  for (const { query, response } of examples) expect(await ask(gateway.url, token, query)).toEqual(response);
  for (const { query, response } of examples)
    expect(outcomesOf(await ask(gateway.url, token, query))).toEqual(
      outcomesOf(response).map(() => 'UNCHANGED'),
    );
  if (existsSync('/usr/bin/chromium')) {
    const faults = await showInGraphiql(
      gateway.url,
      token,
      examples.at(-1)?.query ?? '',
      '"Riverside Tools"',
    );
    expect(faults.filter((fault) => !/status of 401/.test(fault))).toEqual([]);
  }
  expect(await gateway.end('SIGINT')).toBe(0);
});
