import { execFile } from 'node:child_process';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/db/admin/migrate.ts';
import { createPool } from '../../src/db/wire/pool.ts';
import { seedDemoData } from '../../src/demo/seed.ts';
import { createDirectory } from '../embedded/data-directory.ts';
import { backUp, restore } from './backup-fixture.ts';
import { type DebianServer, debianBinaries, debianVersion, startDebianServer } from './debian-server.ts';

const isMissing = debianVersion === undefined;
if (isMissing) process.stderr.write('Debian’s PostgreSQL is not installed: tests of pg_dump are skipped.\n');

// biome-ignore lint/style/noProcessEnv: the tools are found by PATH
const environment = process.env;
const path = environment.PATH;
let server: DebianServer;

beforeAll(async () => {
  if (isMissing) return;
  environment.PATH = `${debianBinaries}:${path}`;
  server = await startDebianServer();
  await server.query('postgres', 'create role customer_gateway nologin');
  await server.query('postgres', `create role owner_a login password 'pass:word'`);
  await server.query('postgres', 'create role owner_b login');
  await server.query('postgres', 'grant customer_gateway to owner_a, owner_b');
  await server.query('postgres', 'create database source owner owner_a template template0');
  const pool = createPool({ connectionString: server.url('source', 'owner_a') }, () => undefined);
  await migrate(pool);
  await seedDemoData(pool, { customers: 50 });
  await pool.end();
}, 300_000);
afterAll(async () => {
  environment.PATH = path;
  await server?.stop();
});

const counts = (database: string) =>
  server.query(
    database,
    `select (select count(*)::int from customers) as customers, (select count(*)::int from customer_events) as events,
      (select array_agg(distinct r.rolname::text) from pg_policy p join pg_roles r on r.oid = any (p.polroles)
        where p.polname = 'maintenance') as owners`,
  );

test.skipIf(isMissing)('the owner’s dump without app.maintenance fails, and is not empty', async () => {
  const env = { ...environment, PGOPTIONS: '' };
  const dump = promisify(execFile)(
    'pg_dump',
    ['--enable-row-security', `--dbname=${server.url('source', 'owner_a')}`, '--file=/dev/null'],
    { env },
  );

  await expect(dump).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /can use its rows only with app\.maintenance on[\s\S]*HINT: .*PGOPTIONS='-c app\.maintenance=on'/,
    ),
  });
});

test.skipIf(isMissing)(
  'a backup by the owner restores into an empty database, also of another owner',
  {
    timeout: 300_000,
  },
  async () => {
    const file = join(await createDirectory(), 'backup.tar.gz');
    const [source] = await counts('source');
    const url = server.url('source', 'owner_a').replace('owner_a@', 'owner_a:pass%3Aword@');
    expect(await backUp({ DATABASE_URL: url }, file)).toMatch(/^Wrote .*: \d+ customers, /);
    expect((await readdir(join(file, '..'))).sort()).toEqual(['backup.tar.gz']);

    for (const owner of ['owner_a', 'owner_b']) {
      await server.query('postgres', `create database copy_${owner} owner ${owner} template template0`);
      const target = { DATABASE_URL: server.url(`copy_${owner}`, owner) };
      expect(await restore(target, file)).toContain('into the database: ');
      expect(await counts(`copy_${owner}`)).toEqual([{ ...source, owners: [owner] }]);
      await expect(restore(target, file)).rejects.toThrow(
        /^The database already has the table public\.\w+: restore into an empty/,
      );
    }
    await expect(restore({ DATA_DIR: await createDirectory() }, file)).rejects.toThrow(
      /contains database\.dump and no data directory of an embedded server: set DATABASE_URL/,
    );
  },
);

test.skipIf(isMissing)(
  'a backup by a login with BYPASSRLS is complete; other logins are rejected',
  async () => {
    const file = join(await createDirectory(), 'backup.tar.gz');
    await server.query('postgres', 'create role dumper login bypassrls; grant pg_read_all_data to dumper');
    await server.query('postgres', 'create role serving login; grant customer_gateway to serving');

    await expect(backUp({ DATABASE_URL: server.url('source', 'serving') }, file)).rejects.toThrow(
      'The login serving cannot see all rows: set MIGRATION_DATABASE_URL to the login of the owner (owner_a), or to one with BYPASSRLS.',
    );
    const env = {
      DATABASE_URL: server.url('source', 'serving'),
      MIGRATION_DATABASE_URL: server.url('source', 'dumper'),
    };
    expect(await backUp(env, file)).toMatch(/^Wrote /);
  },
);

test.skipIf(isMissing)(
  'the necessary steps for an administrator are printed before anything is restored',
  async () => {
    const file = join(await createDirectory(), 'backup.tar.gz');
    await backUp({ DATABASE_URL: server.url('source') }, file);
    await server.query('postgres', 'create role outsider login');
    await server.query('postgres', 'create database outside owner outsider template template0');
    const env = { DATABASE_URL: server.url('outside', 'outsider') };

    await expect(restore(env, file)).rejects.toThrow(
      'An administrator must first run: grant customer_gateway to "outsider";',
    );
    expect(await server.query('outside', `select from pg_tables where schemaname = 'public'`)).toEqual([]);
  },
);

test.skipIf(isMissing)(
  'missing tools, and tools older than the server, are named with the version to install',
  async () => {
    const directory = await createDirectory();
    const file = join(directory, 'backup.tar.gz');
    const env = { DATABASE_URL: server.url('source', 'owner_a') };
    const remedy = `install the client tools of PostgreSQL ${debianVersion} or newer, and put their directory first in PATH.`;
    try {
      environment.PATH = directory;
      await expect(backUp(env, file)).rejects.toThrow(`pg_dump is not in PATH: ${remedy}`);
      await writeFile(join(directory, 'pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.24"\n');
      await chmod(join(directory, 'pg_dump'), 0o755);
      await expect(backUp(env, file)).rejects.toThrow(
        `pg_dump in PATH is version 9, and the server is version ${debianVersion}: ${remedy}`,
      );
    } finally {
      environment.PATH = `${debianBinaries}:${path}`;
    }
    expect(await readdir(directory)).toEqual(['pg_dump']);
  },
);

test('an unreachable database is reported in one line, and leaves no file', async () => {
  const file = join(await createDirectory(), 'backup.tar.gz');

  await expect(backUp({ DATABASE_URL: 'postgresql://x@127.0.0.1:1/none' }, file)).rejects.toThrow(
    /^The database cannot be reached \(/,
  );
});
