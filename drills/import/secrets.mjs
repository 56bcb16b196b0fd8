import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const sign = 'CANARY';
/** All customers have an email address of this domain: texts without it were not read. */
const visible = '.example';

const names = [
  ...['password', 'passwordHash', 'password_confirmation', 'Password Confirmation', 'reset-password-token'],
  ...[
    'payment_source_token',
    'paymentSourceToken',
    'PAYMENT_SOURCE_TOKEN',
    'customer_token',
    'customerToken',
  ],
  ...['gateway_token', 'gatewayToken', 'token', 'client_secret', 'clientSecret', 'CLIENT-SECRET', 'api_key'],
  ...['API-Key', 'apiKey', 'card_number', 'security_code', 'cvv', 'payment_method_nonce', 'Authorization'],
];
const perObject = 3;
let count = 0;

/** A secret as a text, in a list and in an object. */
function secret() {
  count += 1;
  const canary = `${sign}${count}`;
  const value = [canary, [canary], { value: canary, list: [{ deep: canary }] }][count % 3];
  return [names[count % names.length], value];
}

/** The document with secrets in each of its objects. */
export function salted(value) {
  if (Array.isArray(value)) return value.map(salted);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).map(([name, each]) => [name, salted(each)]);
  return Object.fromEntries([...own, ...Array.from({ length: perObject }, secret)]);
}

/** A line that is not JSON. */
export const damagedLine = () => `{"name": "Damaged", "pass\\u0077ord": "${sign}"\n`;

async function storedIn(query) {
  const { rows } = await query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found = [];
  let seen = 0;
  for (const { name } of rows) {
    const { rows: counts } = await query(
      `select count(*) filter (where t::text like $1) as secrets, count(*) filter (where t::text like $2) as seen
       from ${name} t`,
      [`%${sign}%`, `%${visible}%`],
    );
    seen += Number(counts[0].seen);
    if (counts[0].secrets !== '0') found.push(`${counts[0].secrets} rows of ${name} have a secret`);
  }
  return seen > 0 ? found : ['no row of a customer was read'];
}

const exportsOf = (system) => [
  ['ndjson', '--shop-records'],
  ['csv'],
  system === 'inventory-pro' ? [system, '--time-zone', 'UTC'] : [system],
];

async function exportedOf(server, [system, account]) {
  const found = exportsOf(system).map(async ([format, ...options]) => {
    const text = await server.command('export', '--account', account, '--format', format, ...options);
    const problems = [
      ...(text.includes(visible) ? [] : ['no customer']),
      ...(text.includes(sign) ? ['a secret'] : []),
    ];
    return problems.map((each) => `the export of ${system} as ${format} has ${each}`);
  });
  return (await Promise.all(found)).flat();
}

async function filesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const texts = entries
    .filter((each) => each.isFile())
    .map(async ({ name }) => [name, await readFile(join(folder, name), 'utf8')]);
  return Promise.all(texts);
}

/**
 * Finds secrets of the imported documents in all tables, in the exports of the accounts, and in all files and outputs
 * of the commands and the database.
 * @param {Record<string, string>} accounts ids by system
 * @returns {Promise<string[]>} findings
 */
export async function leaks(server, accounts) {
  const found = await storedIn(server.query);
  for (const each of Object.entries(accounts)) found.push(...(await exportedOf(server, each)));
  const files = [
    ...(await filesIn(server.rejects)),
    ...(await filesIn(server.temporary)),
    ['the log of PostgreSQL', await server.cluster.log()],
    ['the output of imports', server.printed.join('')],
  ];
  for (const [name, text] of files) if (text.includes(sign)) found.push(`${name} has a secret`);
  return found;
}
