import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import * as add from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { bare, customer } from '../importers/augno.ts';
import { run } from './command.ts';

const { url, pool } = await openTestDatabase(inject('template'));
const db = createDb(pool);
const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
afterAll(() => rm(folder, { recursive: true }));

const words = [
  ...['password', 'customer password', 'password confirmation', 'passphrase', 'secret', 'client secret'],
  ...['token', 'access token', 'reset password token', 'payment source token', 'authorization', 'cvv'],
  ...['customer payment source token', 'customer token', 'api key', 'private key', 'card number', 'pan'],
  ...['password hash', 'gateway token', 'payment method nonce', 'security code'],
];
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const spellings: readonly ((words: readonly string[]) => string)[] = [
  (each) => each.join('_'),
  (each) => each.join('-').toUpperCase(),
  ([first = '', ...rest]) => [first, ...rest.map(capital)].join(''),
  (each) => each.map(capital).join(' '),
  // In one word, `pan` is also a part of others.
  (each) => each.join(''),
];
const names = [...new Set(words.flatMap((each) => spellings.map((spelling) => spelling(each.split(' ')))))];

const sign = 'CANARY';
const visible = 'VISIBLE';
let count = 0;
const canary = () => {
  count += 1;
  return `${sign}${count}`;
};

/** A secret as a text, in a list and in an object, each under another name. */
const secrets = () =>
  Object.fromEntries(
    names.map((name, at) => [name, [canary(), [canary()], { value: canary(), list: [canary()] }][at % 3]]),
  );

/** The document with secrets in all of its objects. */
function salted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(salted);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).map(([name, each]) => [name, salted(each)]);
  return { ...secrets(), ...Object.fromEntries(own) };
}

const unknown = { unknown_field: visible, unknown_list: [{ deep: [{ deeper: {} }] }] };
const tooDeep = () => JSON.parse(`${'['.repeat(80)}{"password": "${canary()}"}${']'.repeat(80)}`);
const damaged = () => [
  `{"id": "x", "password": "${canary()}"`,
  `{"id": "x", "pass\\u0077ord": "${canary()}",}`,
  `{"id": "x", "apiKey": "${canary()}"}}`,
];

const resource = (type: string, id: string, attributes: object, relationships: object = {}) => ({
  ...{ type, id, attributes: { ...attributes, ...unknown }, relationships },
});
const owner = { customer: { data: { type: 'customers', id: 'c1' } } };

const documents: Readonly<Record<string, readonly unknown[]>> = {
  augno: [
    { ...customer, ...unknown },
    { ...bare('', 'C-7'), ...unknown },
    { id: 'x_1', object: 'webhook', ...unknown },
    { object: 'address', id: 'ad_9', name: 'No customer', ...unknown },
    { ...bare('ac_8', 'C-8'), unknown_deep: tooDeep() },
  ],
  'inventory-pro': [
    { shortID: 'ALF', name: 'Alf', city: 'Bonn', active: true, email: 'not an address', ...unknown },
    { name: 'No id', ...unknown },
    [1],
  ],
  'commerce-layer': [
    {
      data: [
        resource('customers', 'c1', { email: 'kim@shop.example', metadata: { tier: 'gold', list: [{}] } }),
        resource('customer_payment_sources', 'p1', { name: 'Visa' }, owner),
        resource('orders', 'o1', { number: 7, currency_code: 'EUR' }, owner),
        resource('orders', 'o2', { number: 8 }),
        resource('orders', 'o3', { number: 9 }, { customer: { data: { type: 'customers', id: 'none' } } }),
        resource('gift_cards', 'g1', { code: 'x' }),
      ],
      included: [resource('stripe_payments', 's1', {}), resource('tags', 't1', { name: 'vip' })],
    },
    { errors: [{ title: 'Unauthorized' }] },
  ],
};

const header = ['id', 'name', 'unknown', ...names];
const row = (...cells: readonly string[]) => [...cells, ...names.map(canary)].join();
const table = [
  header.join(),
  row('1', 'Anne', visible),
  row('', 'No id', visible),
  row('3', 'Too', 'many', 'cells'),
  `4,Damaged,"${canary()}`,
];
const mapping = JSON.stringify({
  ...{ system: 'OTHER', name: 'crm' },
  columns: { ...Object.fromEntries(header.map((each) => [each, null])), id: 'sourceId', name: 'name' },
});

/** All columns of all rows of all tables. */
async function everything(): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const texts = rows.map(async ({ name }) => {
    const found = await pool.query(`select t::text as text from ${name} t`);
    return found.rows.map(({ text }) => `${name} ${text}\n`).join('');
  });
  return (await Promise.all(texts)).join('');
}

const linesWith = (text: string) => text.split('\n').filter((line) => line.includes(sign));

const fileOf = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const env = { DATABASE_URL: url };

/** Imports a file; no output and no reject has a secret. Returns the file of rejects. */
async function imported(account: string, system: string, input: string, ...more: readonly string[]) {
  const path = `${input}.rejects`;
  const args = ['import', system, input, '--account', account, '--rejects', path, ...more];
  const { code, out, err } = await run(args, env);
  const rejects = await readFile(path, 'utf8');
  expect(linesWith(`${out}\n${err}\n${rejects}`)).toEqual([]);
  expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(/^\d+ records? w\w+ rejected/) });
  return path;
}

test.for([...Object.keys(documents), 'csv'])('no secret of a document of %s is kept', async (system) => {
  const account = (await add.addAccount(db)).id;
  const isTable = system === 'csv';
  const lines = isTable
    ? table
    : [...(documents[system] ?? []).map((each) => JSON.stringify(salted(each))), ...damaged()];
  const options = isTable ? ['--map', await fileOf('map.json', mapping)] : ['--time-zone', 'America/Chicago'];
  const input = await fileOf(system, lines.join('\n'));

  const rejects = await imported(account, system, input, ...options);
  // Corrected by hand: the record has a secret again, and its text is no JSON.
  const [first = '{}'] = (await readFile(rejects, 'utf8')).split('\n');
  const edited = [
    { ...JSON.parse(first), raw: salted({ id: 'x' }) },
    { ...JSON.parse(first), raw: `password = ${canary()}` },
    ...(isTable ? [] : [{ ...JSON.parse(first), kind: 'order', sourceId: 'o1', raw: salted(unknown) }]),
  ];
  const again = edited.map((each) => JSON.stringify(each)).join('\n');
  await imported(account, system, await fileOf(`${system}.edited`, again), ...options);

  const stored = await everything();
  expect(linesWith(stored)).toEqual([]);
  expect(stored).toContain(visible);
  expect(await readFile(rejects, 'utf8')).toContain(visible);
  for (const format of ['ndjson', system]) {
    const zone = format === 'inventory-pro' ? ['--time-zone', 'UTC'] : [];
    const { code, out, err } = await run(['export', '--account', account, '--format', format, ...zone], env);
    expect([code, linesWith(out + err)]).toEqual([0, []]);
  }
});

test('a proposed mapping shows no secret', async () => {
  const input = await fileOf('proposal.csv', table.join('\n'));

  const { code, out } = await run(['import', 'map', 'init', input], env);

  expect([code, linesWith(out)]).toEqual([0, []]);
  expect(out).toContain(visible);
});
