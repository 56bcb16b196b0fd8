import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, inject, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import * as add from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { run, start } from './command.ts';

const { url, pool } = await openTestDatabase(inject('template'));
const db = createDb(pool);
const folder = await mkdtemp(join(tmpdir(), 'failures-'));
afterAll(() => rm(folder, { recursive: true }));

const newAccount = async () => (await add.addAccount(db)).id;
const countIn = (accountId: string) => db.customer.count({ where: { accountId } });

const customer = (shortID: string, values: object = {}) => ({
  shortID,
  name: `Customer ${shortID}`,
  ...values,
});
const lines = (documents: readonly unknown[]) =>
  documents.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');

async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(folder, add.word());
  await writeFile(path, content);
  return path;
}

const argumentsOf = (account: string, input: string, ...more: readonly string[]) => [
  ...['import', 'inventory-pro', input, '--account', account, '--time-zone', 'UTC', ...more],
];
const env = { DATABASE_URL: url };
const imported = (...given: Parameters<typeof argumentsOf>) => run(argumentsOf(...given), env);

const again = 'Run the command again: it continues with the records that are missing.';

test('an import whose rejects cannot be written stops, and is repeated with another file', async () => {
  const account = await newAccount();
  const input = await fileOf(lines([customer('A'), { name: 'No id' }, customer('B')]));

  const { code, err } = await imported(account, input, '--rejects', '/dev/full');
  expect([code, err]).toEqual([
    4,
    expect.stringMatching(/^The rejects cannot be written to “\/dev\/full”: ENOSPC.*for --rejects\. .*\n$/),
  ]);

  const other = join(folder, 'rejects.ndjson');
  expect((await imported(account, input, '--rejects', other)).code).toBe(3);
  expect(await countIn(account)).toBe(2);
  expect(await imported(account, input, '--rejects', join(folder, 'none', 'x'))).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^The rejects cannot be written to “.*none\/x”: ENOENT.*\n$/),
  });
});

test('a damaged compressed file stops the import with what could be read, and is repeated when it is whole', async () => {
  const account = await newAccount();
  const documents = Array.from({ length: 20_000 }, (_, at) =>
    customer(`C${at}`, { contact: `${at * 7919}` }),
  );
  const whole = gzipSync(lines(documents.slice(0, 3_000)));

  const { code, err, out } = await imported(account, await fileOf(whole.subarray(0, whole.length - 9)));

  expect({ code, err }).toEqual({
    code: 4,
    err: expect.stringMatching(new RegExp(`: the gzip file is damaged; compress it again\\. ${again}\n$`)),
  });
  expect(out).toMatch(/^customer +2000 /m);
  expect((await imported(account, await fileOf(whole))).code).toBe(0);
  expect(await countIn(account)).toBe(3_000);
});

test('more rejects than --max-rejects stop an import, and --strict rejects what would be a warning', async () => {
  const account = await newAccount();
  const input = await fileOf(lines([customer('A', { email: 'none' }), { name: 'No id' }, customer('B')]));

  const stopped = await imported(account, input, '--max-rejects', '0');
  expect([stopped.code, stopped.err]).toEqual([
    4,
    `More than 0 records were rejected. The first record that was not processed is ${input.slice(folder.length + 1)}:1. ${again}\n`,
  ]);
  expect((await imported(account, input, '--strict', '--max-rejects', '2')).code).toBe(3);
  expect(await countIn(account)).toBe(1);
});

test('records of any size and depth are saved or rejected, and others are not lost', async () => {
  const account = await newAccount();
  const large = 'x'.repeat(10 << 20);
  const deep = `{"shortID": "D", "name": "Deep", "list": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const input = await fileOf(
    lines([
      ...['', '{}', customer('A'), deep, customer('B', { address1: large }), '   '],
      ...[customer('C', { unknown: large }), customer('E', { name: '' }), `{"shortID": "${large}`],
    ]),
  );

  const { code, out, err } = await imported(account, input, '--json');

  const { kinds, warnings } = JSON.parse(out);
  expect({ code, err }).toEqual({
    code: 3,
    err: '3 records were rejected: add --rejects FILE to write them to a file.\n',
  });
  expect(kinds).toMatchObject({ customer: { created: 4, rejected: 0 }, unknown: { rejected: 3 } });
  expect(warnings).toMatchObject([{ code: 'INVALID', path: 'address1' }]);
  expect(out.length).toBeLessThan(5_000);
  const [{ length } = { length: 0 }] = await db.$queryRaw<{ length: number }[]>`
    select length(raw->>'unknown') from customer_sources where account_id = ${account} and source_id = 'C'`;
  expect(length).toBe(large.length);
});

test('an input that ends early or is empty loses nothing', async () => {
  const account = await newAccount();

  const cut = await imported(
    account,
    await fileOf(`${lines([customer('A'), customer('B')])}\n{"shortID": "C`),
  );
  expect([cut.code, await countIn(account)]).toEqual([3, 2]);
  const empty = await imported(account, await fileOf(''), '--complete');
  expect([empty.code, empty.err]).toEqual([0, '']);
  expect(await db.customerSource.count({ where: { accountId: account, goneAt: { not: null } } })).toBe(0);
});

test('an import that loses its lock stops, before another can write', async () => {
  const account = await newAccount();
  const importing = start(argumentsOf(account, '-'), env, [customer('A')]);
  const holder = () =>
    pool.query(
      `select l.pid from pg_locks l join pg_database d on d.oid = l.database
       where d.datname = current_database() and l.locktype = 'advisory' and l.granted`,
    );
  await expect.poll(async () => (await holder()).rowCount).toBe(1);

  await pool.query('select pg_terminate_backend($1)', [(await holder()).rows[0]?.pid]);

  expect(await importing.ended).toBe(4);
  expect(importing.printed()).toContain(
    `The database closed the connection that keeps other imports out of the account. ${again}`,
  );
});
