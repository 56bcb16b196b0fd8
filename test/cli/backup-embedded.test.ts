import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDirectory } from '../embedded/data-directory.ts';
import { backUp, openGateway, restore } from './backup-fixture.ts';
import { startWrites } from './write-stream.ts';

/** Customers without a search text, and feeds whose positions do not end at their head. */
const inconsistencies = `select
  (select count(*)::int from customers c
    left join customer_search s on s.account_id = c.account_id and s.customer_id = c.id
    where s.customer_id is null) as "withoutSearch",
  (select count(*)::int from (select count(*) as events, max(e.position) as last, h.position as head
    from customer_events e join change_heads h on h.account_id = e.account_id
    group by e.account_id, h.position) f where events <> last or last <> head) as "brokenFeeds"`;

test('a backup under writes has all writes acknowledged before it, and restores a consistent database', {
  timeout: 300_000,
}, async () => {
  const directory = await createDirectory();
  const data = { DATA_DIR: join(directory, 'data') };
  const restored = { DATA_DIR: join(directory, 'restored') };
  const file = join(directory, 'backup.tar.gz');
  const gateway = await openGateway(data.DATA_DIR);
  const writes = startWrites(gateway);
  await writes.reaches(20);
  const before = [...writes.acknowledged];

  expect(await backUp(data, file)).toMatch(
    /^Wrote .*backup\.tar\.gz: [\d,]+ customers, [\d,]+ rows in \d+ tables, \d+ migrations, [\d.]+ MB\.\n$/,
  );
  await writes.reaches(writes.acknowledged.length + 5);
  expect(await writes.stop()).toEqual([]);
  await gateway.close();
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  expect(await restore(restored, file)).toContain('All counts match those of the backup.');
  expect((await readdir(restored.DATA_DIR)).sort()).toEqual(['postgres', 'postgres.log']);
  await expect(stat(join(restored.DATA_DIR, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT');

  const again = await openGateway(restored.DATA_DIR);
  const rows = await again.query(`select number from customers where number like 'BK-%' order by number`);
  const numbers = rows.map(({ number }) => number);
  expect(numbers).toEqual(expect.arrayContaining(before));
  // The first acknowledged writes; at most one more was committed when the backup ended.
  expect(numbers).toEqual(writes.acknowledged.slice(0, numbers.length));
  expect(numbers.length).toBeLessThan(writes.acknowledged.length);
  expect(await again.query(inconsistencies)).toEqual([{ withoutSearch: 0, brokenFeeds: 0 }]);
  const last = numbers.at(-1);
  expect(await again.execute(`{ customers(query: "${last}") { nodes { number } } }`)).toEqual({
    customers: { nodes: [{ number: last }] },
  });
  await again.close();
});

test('a backup without a gateway starts the server and stops it; files are replaced only when asked', {
  timeout: 300_000,
}, async () => {
  const directory = await createDirectory();
  const env = { DATA_DIR: join(directory, 'data') };
  const file = join(directory, 'backup.tar.gz');
  await (await openGateway(env.DATA_DIR)).close();

  await backUp(env, file);
  await expect(stat(join(env.DATA_DIR, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT');
  const first = await readFile(file);

  await expect(backUp(env, file)).rejects.toThrow(
    `${file} exists: choose another name, or replace it with --overwrite.`,
  );
  expect((await readFile(file)).equals(first)).toBe(true);
  await backUp(env, file, true);
  expect((await readFile(file)).equals(first)).toBe(false);
  expect((await readdir(directory)).sort()).toEqual(['backup.tar.gz', 'data']);

  await expect(backUp(env, join(env.DATA_DIR, 'b.tar.gz'))).rejects.toThrow(
    / is in .*: choose a path outside of the data directory\.$/,
  );
  await expect(backUp(env, join(directory, 'no/b.tar.gz'))).rejects.toThrow(
    /^The directory .*no does not exist: create it, or choose another file\./,
  );
  const busy = join(directory, 'busy');
  await writeFile(`${busy}.part`, 'another');
  await expect(backUp(env, busy)).rejects.toThrow(/^.*busy\.part exists: another backup is writing it/);
  expect(await readFile(`${busy}.part`, 'utf8')).toBe('another');
});

test('a backup without a database fails', async () => {
  const directory = await createDirectory();
  const none = join(directory, 'none');

  await expect(backUp({ DATA_DIR: none }, join(directory, 'backup.tar.gz'))).rejects.toThrow(
    `${none} contains no database: set DATA_DIR to the gateway's data directory, or DATABASE_URL.`,
  );
  expect(await readdir(directory)).toEqual([]);
});
