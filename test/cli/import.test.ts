import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import * as add from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { run, type Started, start } from './command.ts';

const { url, pool } = await openTestDatabase(inject('template'));
const db = createDb(pool);
const folder = await mkdtemp(join(tmpdir(), 'import-'));
afterAll(() => rm(folder, { recursive: true }));

const customer = (shortID: string, values: object = {}) => ({
  ...{ shortID, name: `Customer ${shortID}`, active: true, country: 'US', ...values },
});

const env = { DATABASE_URL: url };
const newAccount = async () => (await add.addAccount(db)).id;

async function fileOf(documents: readonly unknown[]): Promise<string> {
  const path = join(folder, `${add.word()}.ndjson`);
  await writeFile(path, documents.map((each) => `${JSON.stringify(each)}\n`).join(''));
  return path;
}

const importOf = (account: string, input: string, ...more: readonly string[]) =>
  run(['import', 'inventory-pro', input, '--account', account, ...more], env);

const counts = async (account: string, input: string, ...more: readonly string[]) => {
  const { code, out } = await importOf(account, input, '--json', ...more);
  return [code, JSON.parse(out).kinds.customer];
};

test('documents are imported with a summary, and again without a change', async () => {
  const account = await newAccount();
  const input = await fileOf([customer('ONE'), customer('TWO', { email: 'none', tier: 'gold' })]);

  const { code, out, err } = await importOf(account, input);

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(await db.importRun.findMany({ where: { accountId: account } })).toMatchObject([
    { system: 'WAREHOUSE', state: 'COMPLETED', input: basename(input) },
  ]);
  expect(out.split('\n').slice(0, 2)).toEqual([
    '          created  updated  unchanged  rejected  warned',
    'customer        2        0          0         0       1',
  ]);
  expect(out).toMatch(/^Warnings:\n {2}customer INVALID \S*email, 1 ×: .+"none"\)$/m);
  expect(out).toMatch(/^Fields that the import does not know:\n {2}customer tier, 1 × /m);
  expect(await db.customer.count({ where: { accountId: account } })).toBe(2);
  expect(await counts(account, input)).toMatchObject([0, { created: 0, updated: 0 }]);
});

test('rejects are written to a file, which is imported when it is corrected', async () => {
  const account = await newAccount();
  const input = await fileOf([customer('ONE'), { name: 'No id' }]);
  const rejects = join(folder, 'rejects.ndjson');

  const dry = await importOf(account, input, '--dry-run');
  expect(dry.out).toMatch(/^Dry run: nothing was written\.\n/);
  const { code, out, err } = await importOf(account, input, '--rejects', rejects);
  expect({ code, err }).toEqual({ code: 3, err: `1 record was rejected: they are in ${rejects}.\n` });
  expect(out).toMatch(/^Rejected:\n {2}unknown REQUIRED shortID, 1 ×: .+ \(first in \S+:2\)$/m);
  const [line = ''] = (await readFile(rejects, 'utf8')).split('\n');
  const reject = JSON.parse(line);
  expect(reject).toMatchObject({ position: expect.stringContaining(':2'), raw: { name: 'No id' } });

  const repeated = await importOf(account, rejects, '--rejects', join(folder, 'again.ndjson'));
  expect(repeated.code).toBe(3);
  await writeFile(rejects, `${JSON.stringify({ ...reject, raw: customer('TWO') })}\n`);
  expect(await counts(account, rejects)).toMatchObject([0, { created: 1 }]);
  expect(await importOf(account, rejects, '--rejects', rejects)).toMatchObject({
    code: 1,
    err: 'The rejects would replace the input: use another file for --rejects.\n',
  });
});

test('a table is imported by a mapping file, which `import map init` proposes', async () => {
  const account = await newAccount();
  const [table, map, rejects] = ['csv', 'yaml', 'ndjson'].map((end) => join(folder, `table.${end}`));
  await writeFile(`${table}`, 'id,name,number\n7,Harbor Lane Books,7007\n,No id,1\n');
  const of = (input = '') =>
    run(['import', 'csv', input, '--account', account, '--map', `${map}`, '--rejects', `${rejects}`], env);

  const { code, out } = await run(['import', 'map', 'init', `${table}`]);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('columns:') });
  await writeFile(`${map}`, out);

  expect((await of(table)).code).toBe(3);
  expect(await db.customer.findMany({ where: { accountId: account } })).toMatchObject([{ number: '7007' }]);
  const corrected = join(folder, 'corrected.ndjson');
  const reject = JSON.parse(await readFile(`${rejects}`, 'utf8'));
  await writeFile(corrected, JSON.stringify({ ...reject, raw: { id: '8', name: 'Corrected' } }));
  expect((await of(corrected)).code).toBe(0);
  expect(await db.customer.count({ where: { accountId: account } })).toBe(2);
  expect(await run(['import', 'csv', `${table}`, '--account', account], env)).toMatchObject({
    code: 2,
    err: 'A CSV table needs --map FILE: `customer-gateway import map init` proposes one.\n',
  });
});

test('stored records are mapped again', async () => {
  const account = await newAccount();
  await importOf(account, await fileOf([customer('ONE')]));
  const remap = (...args: string[]) => run(['import', 'remap', ...args, '--account', account, '--json'], env);
  expect((await run(['import', 'remap', 'inventory-pro', '--account', account], env)).out).toBe(
    'No records.\n',
  );

  const { code, out } = await remap('inventory-pro', '--all');
  expect({ code, kinds: JSON.parse(out).kinds }).toMatchObject({
    code: 0,
    kinds: { customer: { unchanged: 1 } },
  });
  expect(JSON.parse((await remap('inventory-pro')).out).kinds).toEqual({});
  expect(await remap('gateway')).toMatchObject({
    ...{ code: 2, err: 'Records of an export are not stored: import the export again.\n' },
  });
});

test('a dry run writes nothing', async () => {
  const account = await newAccount();
  const input = await fileOf([customer('ONE')]);

  expect(await counts(account, input, '--dry-run')).toMatchObject([0, { created: 1 }]);

  expect(await db.customer.count({ where: { accountId: account } })).toBe(0);
});

test('two imports into one account run one after the other', async () => {
  const account = await newAccount();
  const input = await fileOf([customer('ONE')]);
  const other = await pool.connect();
  await other.query('select pg_advisory_lock(20261117, hashtext($1))', [account]);

  const waiting = start(['import', 'inventory-pro', input, '--account', account], env);
  await waiting.prints(/^Waiting for the other import into account/m);
  other.release(true);

  expect(await waiting.ended).toBe(0);
});

/** Resolves when there are more customers than `before`; rejects if the import ends without that. */
async function moreThan(before: number, imported: () => Promise<number>, { ended, printed }: Started) {
  let isOver = false;
  const over = ended.then(() => {
    isOver = true;
  });
  while ((await imported()) <= before) {
    if (isOver) throw new Error(`The import ended: ${printed()}`);
    await Promise.race([over, new Promise(setImmediate)]);
  }
}

test('SIGINT ends an import with a summary; SIGKILL leaves one that can be repeated', async () => {
  const account = await newAccount();
  const list = Array.from({ length: 2_500 }, (_, at) => customer(`C${at}`));
  const imported = () => db.customer.count({ where: { accountId: account } });
  const importFrom = (input: string) => [
    ...['import', 'inventory-pro', input, '--account', account, '--time-zone', 'UTC'],
  ];
  const input = await fileOf(list);

  const killed = start(importFrom(input), env);
  await moreThan(0, imported, killed);
  expect(await killed.end('SIGKILL')).toBe('SIGKILL');
  const before = await imported();
  const stopped = start(importFrom('-'), env, [...list].reverse().slice(0, 2_100));
  await moreThan(before, imported, stopped);
  expect(await stopped.end('SIGINT')).toBe(4);
  expect(stopped.printed()).toMatch(/^The import was interrupted\./m);
  expect(stopped.printed()).toMatch(/^customer /m);

  expect((await run(importFrom(input), env)).code).toBe(0);
  expect(await imported()).toBe(2_500);
  expect(await db.customerSource.count({ where: { accountId: account, contentHash: null } })).toBe(0);
});

test.for<readonly [readonly string[], number, RegExp]>([
  [['sap', 'x.json', '--account', 'first'], 2, /It must be an account's id/],
  [['inventory-pro', 'x.json'], 2, /required option '--account <id>' not specified/],
  [
    ['sap', '-', '--match', 'name', '--account', 'acc_1'],
    2,
    /one or more of number, shortId, reference, email/,
  ],
  [['sap', '-', '--max-rejects', 'few', '--account', 'acc_1'], 2, /It must be a number, such as 100/],
  [['sap', '-', '--on-new-field', 'drop', '--account', 'acc_1'], 2, /Allowed choices are ignore, warn, fail/],
])('%j ends with code %i', async ([args, code, message]) => {
  const ended = await run(['import', ...args], env);

  expect(ended.code).toBe(code);
  expect(ended.err).toMatch(message);
});

test('wrong systems, accounts and files end with one line', async () => {
  const account = await newAccount();
  const input = await fileOf([]);
  const of = (...args: string[]) => run(['import', ...args], env);

  expect(await of('sap', input, '--account', account)).toEqual({
    ...{ code: 2, out: '' },
    err: expect.stringMatching(/^“sap” is not a system: use .*inventory-pro.*\.\n$/),
  });
  const missing = account.replace(/.{6}$/, '000000');
  expect((await importOf(missing, input)).err).toBe(
    `Account ${missing} does not exist; \`customer-gateway account list\` lists all accounts.\n`,
  );
  expect(await importOf(account, join(folder, 'none.json'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('does not exist; give the path of a file or folder.'),
  });
  expect(await db.importRun.count({ where: { accountId: account } })).toBe(0);
});
