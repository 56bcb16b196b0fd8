import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createGunzip, gzipSync } from 'node:zlib';
import { extract, type Header, pack } from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedServer } from '../../src/embedded/server.ts';
import { createDirectory } from '../embedded/data-directory.ts';
import { backUp, openGateway, restore } from './backup-fixture.ts';

const shared = mkdtempSync(join(tmpdir(), 'cg-backup-'));
const backup = join(shared, 'backup.tar.gz');

beforeAll(async () => {
  const env = { DATA_DIR: join(shared, 'data') };
  await (await openGateway(env.DATA_DIR)).close();
  await backUp(env, backup);
}, 300_000);
afterAll(() => rm(shared, { recursive: true, force: true }));

interface Member {
  readonly header: Partial<Header> & { readonly name: string };
  readonly content: Buffer;
}

async function members(): Promise<readonly Member[]> {
  const found: Member[] = [];
  const entries = createReadStream(backup)
    .pipe(createGunzip())
    .pipe(extract() as unknown as NodeJS.WritableStream);
  for await (const entry of entries as unknown as AsyncIterable<AsyncIterable<Buffer> & { header: Header }>) {
    const { name, type, size } = entry.header;
    found.push({ header: { name, type, size }, content: await buffer(entry) });
  }
  return found;
}

const sums = (list: readonly Member[]): Member => {
  const lines = list
    .filter(({ header }) => header.type === 'file')
    .map(({ header, content }) => `${createHash('sha256').update(content).digest('hex')}  ${header.name}\n`);
  return file('SHA256SUMS', lines.join(''));
};

const file = (name: string, text: string): Member => {
  const content = Buffer.from(text);
  return { header: { name, type: 'file', size: content.length }, content };
};

async function archive(path: string, list: readonly Member[]): Promise<string> {
  const tar = pack();
  for (const { header, content } of list) tar.entry(header, content);
  tar.finalize();
  await writeFile(path, gzipSync(await buffer(tar), { level: 1 }));
  return path;
}

/** Expects a rejection that leaves neither DATA_DIR nor files in it. */
async function expectRejected(path: string, message: RegExp | string): Promise<void> {
  const directory = await createDirectory();
  await expect(restore({ DATA_DIR: join(directory, 'new/data') }, path)).rejects.toThrow(message);
  expect(await readdir(directory)).toEqual([]);
}

test('a truncated file or one with a changed byte is rejected, and no files are left', {
  timeout: 300_000,
}, async () => {
  const whole = await readFile(backup);
  const damaged = join(await createDirectory(), 'damaged.tar.gz');
  const message = /is damaged or is not a backup \(.+\): nothing was restored\.$/;
  for (const part of [0, whole.length / 2, whole.length - 1]) {
    await writeFile(damaged, whole.subarray(0, part));
    await expectRejected(damaged, message);
  }
  // A changed bit within the compressed data can mean the same bytes, such as another distance in a run of zeros.
  const checksum = Buffer.from(whole);
  checksum.writeUInt8(checksum.readUInt8(whole.length - 8) ^ 1, whole.length - 8);
  await writeFile(damaged, checksum);
  await expectRejected(damaged, message);
  const list = await members();
  const largest = list.reduce((one, other) => (other.content.length > one.content.length ? other : one));
  const middle = Math.floor(largest.content.length / 2);
  largest.content.writeUInt8(largest.content.readUInt8(middle) ^ 1, middle);
  await expectRejected(await archive(damaged, list), message);
  await writeFile(damaged, 'not a backup');
  await expectRejected(damaged, message);
  await expectRejected(join(shared, 'missing'), /missing cannot be read \(ENOENT/);
});

test('an archive with unknown members is rejected, and no files are left', {
  timeout: 300_000,
}, async () => {
  const good = (await members()).filter(({ header }) => header.name !== 'SHA256SUMS');
  const path = join(await createDirectory(), 'changed.tar.gz');
  const complete = (list: readonly Member[]) => archive(path, [...list, sums(list)]);
  const small = good.filter(({ header }) => ['postgres/', 'postgres', 'manifest.json'].includes(header.name));
  const nothing = Buffer.alloc(0);

  for (const name of [
    'postgres/../../evil',
    '../evil',
    '/tmp/evil',
    'postgres//evil',
    'postgres/./evil',
    'postgres/a\\b',
  ])
    await expectRejected(await complete([...small, file(name, 'x')]), / is damaged .*an entry has the name /);
  for (const type of ['symlink', 'link', 'fifo', 'character-device'] as const) {
    const header = { name: 'postgres/evil', type, linkname: '/etc/passwd', size: 0 };
    await expectRejected(
      await complete([...small, { header, content: nothing }]),
      `postgres/evil is a ${type}`,
    );
  }
  await expectRejected(
    await complete([...small, file('other', 'x')]),
    /contains other and no data directory/,
  );
  await expectRejected(
    await complete([...small, file('database.dump', 'x')]),
    /contains database\.dump .*: set DATABASE_URL/,
  );
  await expectRejected(await complete([...small, ...small]), /is in it twice/);
  await expectRejected(await archive(path, small), /it is incomplete/);
  await expectRejected(
    await archive(path, [...small, sums(small), file('postgres/x', 'x')]),
    /SHA256SUMS is not the last/,
  );
  await expectRejected(
    await archive(path, [...small, file('postgres/x', 'y'), sums([...small, file('postgres/x', 'x')])]),
    /the checksum of postgres\/x is wrong/,
  );
  await expectRejected(
    await archive(path, [...small, file('postgres/x', 'x'), sums(small)]),
    /the checksum of postgres\/x/,
  );
  const rest = small.filter(({ header }) => header.name !== 'manifest.json');
  await expectRejected(
    await complete([...rest, file('manifest.json', '{"format": 2}')]),
    /manifest\.json has an unknown format/,
  );

  const manifest = good.find(({ header }) => header.name === 'manifest.json')?.content.toString() ?? '';
  const elsewhere = manifest.replace(/"platform": ".*?"/, '"platform": "plan9-x64"');
  await expectRejected(
    await complete([...rest, file('manifest.json', elsewhere)]),
    /was made on plan9-x64; .* Move the data with pg_dump\.$/,
  );
  const others = good.filter(({ header }) => header.name !== 'manifest.json');
  const more = manifest.replace(/"public.customers": \d+/, '"public.customers": 7');
  await expectRejected(
    await complete([...others, file('manifest.json', more)]),
    /differs from the backup's manifest; nothing was restored:\n {2}public\.customers: 7 in the backup, \d+ in the database$/,
  );
});

test('a data directory that is not empty is not changed', async () => {
  const directory = await createDirectory();
  await writeFile(join(directory, 'notes.txt'), 'mine');

  await expect(restore({ DATA_DIR: directory }, backup)).rejects.toThrow(
    `${directory} is not empty (notes.txt): move its contents away, or set DATA_DIR to an empty directory.`,
  );
  expect(await readdir(directory)).toEqual(['notes.txt']);
});

test('a start does not replace an interrupted restore; the next restore does', {
  timeout: 300_000,
}, async () => {
  const directory = await createDirectory();
  const leftover = join(directory, 'postgres-restore-Ab12Cd');
  await mkdir(leftover, { mode: 0o700 });
  await writeFile(join(leftover, 'PG_VERSION'), '18\n');

  // The directory is younger than a restore that has not marked it yet.
  await expect(restore({ DATA_DIR: directory }, backup)).rejects.toThrow(
    /^Another restore into .* is running/,
  );
  await utimes(leftover, new Date(0), new Date(0));
  await expect(openEmbeddedServer({ dataDir: directory })).rejects.toThrow(
    `A restore into ${directory} is running or was interrupted: run \`customer-gateway restore FILE\` again, or remove ${leftover} to start with an empty database.`,
  );
  expect(await readdir(directory)).toEqual(['postgres-restore-Ab12Cd']);

  expect(await restore({ DATA_DIR: directory }, backup)).toContain('All counts match');
  await expect(stat(leftover)).rejects.toThrow('ENOENT');
  await expect(restore({ DATA_DIR: directory }, backup)).rejects.toThrow(/is not empty \(postgres\)/);
});
