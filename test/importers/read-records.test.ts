import { mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { InputError } from '../../src/importers/input-error.ts';
import { inventoryPro } from '../../src/importers/inventory-pro/mapper.ts';
import { sizeOf } from '../../src/importers/read/source.ts';
import { readRecords } from '../../src/importers/read-records.ts';
import { collect, positions, readText } from './read.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'importers-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const file = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
};

const line = '{"shortID":"Ä"}';

test.each([
  ['a byte order mark', `\ufeff${line}`],
  ['gzip', gzipSync(`\ufeff${line}`)],
  ['gzip in two parts', Buffer.concat([gzipSync(line.slice(0, 5)), gzipSync(line.slice(5))])],
  ['UTF-16, little-endian', Buffer.from(`\ufeff${line}`, 'utf16le')],
  ['UTF-16, big-endian', Buffer.from(`\ufeff${line}`, 'utf16le').swap16()],
])('reads %s in any chunks', async (_name, content) => {
  const bytes = Buffer.from(content);
  for (const cuts of [[], [1], [2, 3], [...bytes.keys()]])
    expect(await readText(inventoryPro, bytes, { timeZone: 'UTC' }, cuts)).toMatchObject([{ sourceId: 'Ä' }]);
});

test.each([
  ['another encoding', Buffer.from('{"shortID":"\xc4"}', 'latin1'), /stdin: the text is not UTF-8/],
  ['a damaged gzip file', gzipSync(line.repeat(100)).subarray(0, 30), /stdin: the gzip file is damaged/],
  [
    'a wrong gzip file',
    Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    /stdin: the gzip file is damaged/,
  ],
])('%s is an error of the input', async (_name, content, message) => {
  const reading = readText(inventoryPro, content);
  await expect(reading).rejects.toThrow(InputError);
  await expect(readText(inventoryPro, content)).rejects.toThrow(message);
});

test('reads the files of a folder by name, without hidden ones', async () => {
  await file('b.json', '[{"shortID":"B"}]');
  await file('a/2.json.gz', gzipSync('{"shortID":"A2"}'));
  await file('a/10.ndjson', '{"shortID":"A1"}\n{"shortID":"A1"}\n');
  await file('.hidden', 'x');
  await file('notes.txt', 'See above.');
  const records = await collect(readRecords({ path: folder }, inventoryPro));
  expect(positions(records)).toEqual([
    'a/10.ndjson:1',
    'a/10.ndjson:2',
    'a/2.json.gz',
    'b.json#/0',
    '!notes.txt',
  ]);
});

test('a missing file is an error of the input', async () => {
  const path = join(folder, 'missing.json');
  await expect(collect(readRecords({ path }, inventoryPro))).rejects.toThrow(/does not exist/);
});

test('a file that is deleted while the folder is read is an error of the input', async () => {
  await file('a.json', '{"shortID":"A"}');
  const path = await file('b.json', '{"shortID":"B"}');
  const records = readRecords({ path: folder }, inventoryPro, { timeZone: 'UTC' });
  expect(await records.next()).toMatchObject({ value: { sourceId: 'A' } });

  await unlink(path);
  await expect(records.next()).rejects.toThrow(/cannot be read: ENOENT/);
  await symlink('nowhere', path);
  const all = collect(readRecords({ path: folder }, inventoryPro, { timeZone: 'UTC' }));
  await expect(all).rejects.toThrow(InputError);
});

test('a time without offset is an error before the first record', async () => {
  const path = await file('page.json', '[{"shortID":"A"},{"shortID":"B","created":"2024-01-01T00:00:00"}]');
  const records = readRecords({ path }, inventoryPro);
  await expect(records.next()).rejects.toThrow(/page.json#\/1: `created` .* state the time zone/);
  expect(await collect(readRecords({ path }, inventoryPro, { timeZone: 'Europe/Berlin' }))).toHaveLength(2);
});

test('times with offsets do not require a time zone, except in a stream', async () => {
  const text = '{"shortID":"A","created":"2024-01-01T00:00:00Z"}';
  const path = await file('one.json', text);
  expect(await collect(readRecords({ path }, inventoryPro))).toHaveLength(1);
  await expect(readText(inventoryPro, text, {})).rejects.toThrow(InputError);
});

test('an unknown time zone is an error of the input', async () => {
  await expect(readText(inventoryPro, line, { timeZone: 'Mars/Olympus' })).rejects.toThrow(/“Mars\/Olympus”/);
});

test('a document that is nested too deeply is rejected', async () => {
  const text = `{"shortID":"A","x":${'['.repeat(5_000)}${']'.repeat(5_000)}}\n{"shortID":"B"}`;
  const results = await readText(inventoryPro, text);
  expect(positions(results)).toEqual(['!stdin:1', 'stdin:2']);
  const deep = `{"shortID":"A","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  // The second form is a list that is longer than a document.
  for (const [list, maxDocument] of [[`[${deep}]`], [`[{"shortID":"B"},${deep}]`, 50]] as const)
    expect(positions(await readText(inventoryPro, list, { timeZone: 'UTC', maxDocument })).at(-1)).toMatch(
      /^!/,
    );
});

test('the bytes of an input are reported as they are read, compressed as they are', async () => {
  const zipped = gzipSync(line.repeat(3));
  await file('a.json.gz', zipped);
  await file('b.json', line);
  const input = { path: folder };
  let bytes = 0;
  const onBytes = (read: number) => {
    bytes += read;
  };

  // Without a time zone, the input is first read for times without offset.
  for (const timeZone of ['UTC', undefined]) {
    bytes = 0;
    await collect(readRecords(input, inventoryPro, { timeZone, onBytes }));
    expect(bytes).toBe(zipped.length + Buffer.byteLength(line));
  }
  expect(await sizeOf(input)).toBe(bytes);
});

test('the size of a stream is not known, and that of no input is an error', async () => {
  const stream = (async function* () {
    yield Buffer.from(line);
  })();

  expect(await sizeOf({ stream, name: 'stdin' })).toBeUndefined();
  await expect(sizeOf({ path: join(folder, 'none') })).rejects.toThrow(InputError);
});
