import { chown, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EmbeddedServerError, openEmbeddedServer } from '../../src/embedded/server.ts';
import { createDirectory, isRunning, open, query, serverPid } from './data-directory.ts';

test('a second start finds the data of the first', async () => {
  const dataDir = join(await createDirectory(), 'not/there/yet');
  const first = await open(dataDir);
  await query(first, 'create table note (body text)');
  await query(first, "insert into note values ('kept')");
  const pid = await serverPid(dataDir);

  await first.stop();
  expect(isRunning(pid)).toBe(false);

  const second = await open(dataDir);
  expect(await query(second, 'select body from note')).toEqual([{ body: 'kept' }]);
});

test('the database is in UTC, sorts by code point and classifies letters of every script', async () => {
  const server = await open(await createDirectory());
  await query(server, 'create extension pg_trgm');

  const [row] = await query(
    server,
    `select current_database() as database, current_user as role, current_setting('timezone') as zone,
       current_setting('server_encoding') as encoding, 'Z' < 'a' as "byCodePoint", lower('ÄÖ') as lower,
       cardinality(show_trgm('東京')) > 0 as "hasTrigrams"`,
  );

  expect(row).toEqual({
    database: 'gateway',
    role: 'gateway',
    zone: 'UTC',
    encoding: 'UTF8',
    byCodePoint: true,
    lower: 'äö',
    hasTrigrams: true,
  });
});

test('commits are durable unless a test disables that', async () => {
  const dataDir = await createDirectory();
  const settings = "select string_agg(setting, ' ' order by name) as value from pg_settings where name in ";
  const names = "('fsync', 'full_page_writes', 'synchronous_commit')";

  const hasty = await open(dataDir);
  expect(await query(hasty, settings + names)).toEqual([{ value: 'off off off' }]);
  await hasty.stop();

  const durable = await openEmbeddedServer({ dataDir });
  expect(await query(durable, settings + names)).toEqual([{ value: 'on on on' }]);
  await durable.stop();
});

test("only the server's user can connect", async () => {
  const dataDir = await createDirectory();
  const server = await open(dataDir);

  expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
  expect(await query(server, "select current_setting('listen_addresses') as addresses")).toEqual([
    { addresses: '' },
  ]);
});

test('two concurrent starts on an empty directory share one server, and the last stop ends it', async () => {
  const dataDir = await createDirectory();

  const [one, other] = await Promise.all([open(dataDir), open(dataDir)]);
  await query(one, 'create table note (body text)');
  expect(await query(other, 'select count(*)::int as notes from note')).toEqual([{ notes: 0 }]);
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);

  const pid = await serverPid(dataDir);
  await one.stop();
  expect(isRunning(pid)).toBe(true);
  await other.stop();
  expect(isRunning(pid)).toBe(false);
});

test('a start during the last stop gets a running server', async () => {
  const dataDir = await createDirectory();
  let current = await open(dataDir);

  for (let round = 0; round < 10; round += 1) {
    const [next] = await Promise.all([open(dataDir), current.stop()]);
    expect(await query(next, 'select 1 as one')).toEqual([{ one: 1 }]);
    current = next;
  }
});

test('a server that dies during a run is restarted', async () => {
  const dataDir = await createDirectory();
  const server = await open(dataDir);
  const pid = await serverPid(dataDir);

  process.kill(pid, 'SIGKILL');

  await expect.poll(() => query(server, 'select 1 as one'), { timeout: 20_000 }).toEqual([{ one: 1 }]);
  await server.stop();
  expect(isRunning(pid)).toBe(false);
});

test('lock files of a crashed machine that name a living process are ignored', async () => {
  const dataDir = await createDirectory();
  await (await open(dataDir)).stop();
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
    const lock = join(dataDir, 'postgres', name);
    await writeFile(lock, `${process.pid}\n/elsewhere\n1700000000\n5432\n.\n\n\n`, { mode: 0o600 });
    await giveToServer(lock);
  }

  const server = await open(dataDir);

  expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a path too long for a socket is replaced by a shorter one, always the same', async () => {
  const dataDir = join(await createDirectory(), 'a-long-name/'.repeat(12));

  const [one, other] = await Promise.all([open(dataDir), open(dataDir)]);

  expect(one.connection.host.length).toBeLessThan(90);
  expect(other.connection).toEqual(one.connection);
  expect(await query(one, 'select 1 as one')).toEqual([{ one: 1 }]);
  await rm(one.connection.host);
});

test('a directory given by two paths is one directory', async () => {
  const dataDir = await createDirectory();
  const alias = join(await createDirectory(), 'alias');
  await symlink(dataDir, alias);

  const [one, other] = await Promise.all([open(dataDir), open(alias)]);

  expect(other.connection).toEqual(one.connection);
});

test("another version's data is rejected in one line", async () => {
  const dataDir = await createDirectory();
  await mkdir(join(dataDir, 'postgres'));
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '16\n');
  await giveToServer(join(dataDir, 'postgres'));

  const opening = openEmbeddedServer({ dataDir });

  await expect(opening).rejects.toThrow(EmbeddedServerError);
  await expect(opening).rejects.toThrow(/^.*was made by PostgreSQL 16 .*set DATABASE_URL\.$/);
});

test('a server that does not start reports the reason immediately', async () => {
  const dataDir = await createDirectory();
  await (await open(dataDir)).stop();
  await writeFile(join(dataDir, 'postgres/postgresql.conf'), 'nonsense = 1\n');

  await expect(openEmbeddedServer({ dataDir })).rejects.toThrow(
    /^.*does not start \(.*"nonsense".*set DATABASE_URL\.$/,
  );
});

test.each([
  ['text', 'garbage\n'],
  ['lines', `${'one of many lines\n'.repeat(30)}`],
  ['binary data', '\u0001\u0002\u001b[2J\n\n\n\n'],
])('a lock file of %s is reported with the reason and a remedy in one line', async (_, content) => {
  const dataDir = await createDirectory();
  await (await open(dataDir)).stop();
  const lock = join(dataDir, 'postgres/postmaster.pid');
  await writeFile(lock, content, { mode: 0o600 });
  await giveToServer(lock);

  const { message } = await openEmbeddedServer({ dataDir }).then(
    () => new Error('it started'),
    (error: Error) => error,
  );

  expect(message).toMatch(
    /^The embedded PostgreSQL in .* does not start \(FATAL: bogus data in lock file "postmaster\.pid": .*\): remove .*\/postmaster\.pid if no PostgreSQL runs in this directory, or set DATABASE_URL\.$/,
  );
  expect(message).not.toMatch(/\p{Cc}/u);
  expect(message.length).toBeLessThan(700);
});

/** Files of root would be rejected because of their owner. */
async function giveToServer(path: string): Promise<void> {
  if (process.geteuid?.() === 0) await chown(path, 65530, 65530);
}
