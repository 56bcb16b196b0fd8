import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { type ExportArguments, exportCommand } from '../../src/cli/export.ts';
import { readConfig } from '../../src/config.ts';
import { createDb } from '../../src/db/client.ts';
import { newId } from '../../src/db/model/id.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';
import { createDirectory } from '../embedded/data-directory.ts';
import { run } from './command.ts';

const { url, pool } = await openTestDatabase(inject('demo'));
const db = createDb(pool);
const total = await db.customer.count({ where: { accountId: demoAccountId } });

const exports = (...args: string[]) =>
  run(['export', '--account', demoAccountId, ...args], { DATABASE_URL: url });

const idsIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line).id);

test('the command prints every customer once, ordered by id, and the same bytes each time', async () => {
  const first = await exports();

  expect(first).toMatchObject({ code: 0, err: `Exported ${total} customers.\n` });
  const ids = idsIn(first.out);
  expect(ids.length).toBe(total);
  expect([...new Set(ids)].sort()).toEqual(ids);
  expect((await exports()).out).toBe(first.out);
});

test('a filter, search words and fields are applied', async () => {
  const statuses = ['HOLD_ALL' as const];
  const held = await db.customer.count({ where: { accountId: demoAccountId, status: 'HOLD_ALL' } });

  const { out, err } = await exports('--filter', JSON.stringify({ statuses }), '--fields', 'status, id');

  expect(err).toBe(`Exported ${held} customers.\n`);
  expect(Object.keys(JSON.parse(out.slice(0, out.indexOf('\n'))))).toEqual(['status', 'id']);
  expect((await exports('--query', 'no customer has this')).err).toBe('Exported 0 customers.\n');
});

test('CSV is written with the parts of a field', async () => {
  const directory = await createDirectory();
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'customers.csv');

  await exports('--format', 'csv', '--fields', 'number,contactInfo', '--bom', '--out', file);

  const [header] = (await readFile(file, 'utf8')).split('\r\n');
  expect(header).toBe(
    '\ufeffnumber,contactInfo.name,contactInfo.email,contactInfo.phone,contactInfo.fax,contactInfo.url',
  );
});

const config = readConfig({ DATABASE_URL: url });
const notes = () => new Writable({ write: (_chunk, _encoding, done) => done() });
const streams = () => ({ out: notes(), notes: notes() });

test.for<readonly [Omit<ExportArguments, 'account'>, RegExp]>([
  [{ filter: '{status' }, /^--filter is not JSON; an example is '\{"statuses": \["HOLD_ALL"\]\}'\.$/],
  [{ filter: '{"status": "X"}' }, /Field "status" is not defined by type "CustomerFilter"\. Did you mean/],
  [{ filter: '{"statuses": ["X"]}' }, /Value "X" does not exist in "CustomerStatus" enum\./],
  [{ filter: '{"ids": ["adr_1"]}' }, /^`filter\.ids\[0\]` /],
  [{ query: 'x '.repeat(11) }, /^`query` has 11 words; the maximum is 10\.$/],
  [{ fields: 'id,nam' }, /^--fields contains "nam", which is not a field\. The fields are: id, number, /],
  [{ format: 'xml' }, /^--format is "xml"; it must be one of ndjson, csv/],
  [{ bom: true }, /^--bom cannot be used with --format ndjson, only with csv\.$/],
  [
    { out: '/nowhere/file' },
    /^The export cannot be written to \/nowhere\/file \(ENOENT: .*\): name another file\.$/,
  ],
])('%j is rejected with an explanation', async ([args, message]) => {
  await expect(exportCommand(config, { account: demoAccountId, ...args }, streams())).rejects.toThrow(
    message,
  );
});

test('an account that does not exist is an error', async () => {
  const id = newId('Account');

  expect(await run(['export', '--account', id], { DATABASE_URL: url })).toEqual({
    code: 1,
    out: '',
    err: `The account ${id} does not exist: \`customer-gateway account list\` shows all.\n`,
  });
});

test('a file is replaced when the export is complete', async () => {
  const directory = await createDirectory();
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'customers.ndjson');

  expect(await exports('--out', file)).toEqual({ code: 0, out: '', err: `Exported ${total} customers.\n` });
  expect(idsIn(await readFile(file, 'utf8')).length).toBe(total);
  await exports('--out', file, '--fields', 'id');
  expect(JSON.parse(`[${(await readFile(file, 'utf8')).split('\n')[0]}]`)).toEqual([
    { id: expect.any(String) },
  ]);
  expect(await readdir(directory)).toEqual(['customers.ndjson']);
});

test('a signal stops the export and leaves no file', async () => {
  const directory = await createDirectory();
  await mkdir(directory, { recursive: true });
  const stop = AbortSignal.abort(new Error('stopped'));

  await expect(
    exportCommand(
      config,
      { account: demoAccountId, out: join(directory, 'customers.ndjson') },
      streams(),
      stop,
    ),
  ).rejects.toThrow('Stopped after 0 customers: no file was written.');
  expect(await readdir(directory)).toEqual([]);
});

test('a signal stops the export between two pages', async () => {
  const controller = new AbortController();
  const out = new Writable({
    write: (_chunk, _encoding, done) => {
      controller.abort(new Error('stopped'));
      done();
    },
  });

  await expect(
    exportCommand(config, { account: demoAccountId }, { out, notes: notes() }, controller.signal),
  ).rejects.toThrow('Stopped after 250 customers: the output is incomplete.');
});

test('a reader that closes the pipe ends the export without an error', async () => {
  const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, 'export', '--account', demoAccountId, '--shop-records'], {
    env: { DATABASE_URL: url },
  });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk) => errors.push(chunk));
  await once(child.stdout, 'data');
  child.stdout.destroy();

  expect((await once(child, 'close'))[0]).toBe(0);
  expect(Buffer.concat(errors).toString()).toBe('');
});
