import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { databaseUrl, onServer } from '../global-setup.ts';
import { run, serve } from './command.ts';

const server = inject('server');
const names: string[] = [];

afterAll(async () => {
  for (const name of names) await onServer(server, `drop database ${name} with (force)`);
});

/** A database for the test, created from the template if one is given. */
async function createDatabase(
  template = 'template0',
): Promise<{ readonly name: string; readonly url: string }> {
  const name = `cg_test_cli_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template} encoding 'UTF8'`);
  names.push(name);
  return { name, url: databaseUrl(server, name) };
}

async function count(url: string, from: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client
    .query(`select count(*)::int as count from ${from}`)
    .finally(() => client.end());
  return rows[0].count;
}

test('an empty database is migrated, seeded, topped up and served', async () => {
  const { url } = await createDatabase();
  const env = { DATABASE_URL: url };
  const migrations = (await readdir(new URL('../../prisma/migrations', import.meta.url))).filter((name) =>
    /^\d/.test(name),
  );

  const unmigrated = await run(['serve'], env);
  expect(unmigrated).toEqual({
    code: 1,
    out: '',
    err: 'The database is behind this version of the gateway: run `customer-gateway migrate`, then start again.\n',
  });
  expect(await run(['seed'], env)).toEqual({
    code: 1,
    out: '',
    err: 'The database is behind this version of the gateway: run `customer-gateway migrate` first.\n',
  });

  expect(await run(['migrate'], env)).toEqual({
    code: 0,
    out: `${migrations.map((name) => `applied ${name}\n`).join('')}Applied ${migrations.length}.\n`,
    err: '',
  });
  expect(await run(['migrate'], env)).toEqual({
    code: 0,
    out: `Nothing to do: all ${migrations.length} migrations are applied.\n`,
    err: '',
  });
  expect(await run(['serve'], env)).toEqual({
    code: 1,
    out: '',
    err: 'The database has no account yet: run `customer-gateway init` for your own data, or `customer-gateway seed` for demo data.\n',
  });

  const seeded = (out: string) => ({ code: 0, out, err: '' });
  expect(await run(['seed', '--customers', '50'], env)).toEqual(
    seeded('Added 50 customers; there are 50.\n'),
  );
  expect(await run(['seed', '--customers', '50'], env)).toEqual(
    seeded('Nothing to do: there are 50 customers.\n'),
  );
  expect(await run(['seed', '--customers', '60'], env)).toEqual(
    seeded('Added 10 customers; there are 60.\n'),
  );
  expect(
    await count(
      url,
      `customers join accounts on accounts.id = account_id where accounts.name like 'Meridian%'`,
    ),
  ).toBe(60);

  const gateway = await serve(env);
  expect(gateway.printed()).toMatch(
    /^\n {2}Customer gateway: http:\/\/127\.0\.0\.1:\d+\/graphql\n {2}Without sign-in, every caller sees the account "Meridian Supply Co\." \(acc_\w+\)\.\n {2}Ctrl-C stops it\.\n\n$/,
  );
  expect(await gateway.ask('{ customers { totalCount } viewer { account { name } } }')).toEqual({
    status: 200,
    data: { customers: { totalCount: 60 }, viewer: { account: { name: 'Meridian Supply Co.' } } },
  });
  expect(await gateway.end('SIGINT')).toBe(0);
  expect(gateway.printed()).toMatch(/Stopping …\n$/);
});

test('a read-only database with pending migrations is explained', async () => {
  const { name, url } = await createDatabase();
  await onServer(server, `alter database ${name} set default_transaction_read_only = on`);

  expect(await run(['serve'], { DATABASE_URL: url })).toEqual({
    code: 1,
    out: '',
    err: 'The database is behind this version of the gateway: run `customer-gateway migrate` on the primary server (this one is read-only), then start again.\n',
  });
});

test('an outage of a served database is reported by /ready only', async () => {
  const { name, url } = await createDatabase(inject('demo'));
  const gateway = await serve({ DATABASE_URL: url });
  const status = async (path: string) => (await fetch(new URL(path, gateway.url))).status;
  // The result of a database check is cached for a second.
  const becomes = (ready: number) =>
    eventually(async () => expect([await status('/health'), await status('/ready')]).toEqual([200, ready]));
  const names = '{ customers(first: 1) { nodes { name } } }';
  const before = await gateway.ask(names);

  await onServer(server, `alter database ${name} allow_connections false`);
  await onServer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await becomes(503);

  await onServer(server, `alter database ${name} allow_connections true`);
  await becomes(200);
  expect(await gateway.ask(names)).toEqual(before);
  expect(await gateway.end('SIGTERM')).toBe(0);
});

test('a gateway whose output is no longer read stops gracefully', async () => {
  const { url } = await createDatabase(inject('demo'));
  const gateway = await serve({ DATABASE_URL: url });

  gateway.hangUp();

  expect((await gateway.ask('{ viewer { scopes } }')).status).toBe(200);
  expect(await gateway.end('SIGTERM')).toBe(0);
});

test.each(['serve', 'migrate', 'seed'])(
  '%s reports in one line that the database cannot be reached',
  async (command) => {
    const unreachable = createServer().listen(0, '127.0.0.1');
    await once(unreachable, 'listening');
    const address = unreachable.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    unreachable.close();

    const { code, out, err } = await run([command], {
      DATABASE_URL: `postgresql://gateway:secret@127.0.0.1:${port}/x`,
    });

    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: `The database cannot be reached (connect ECONNREFUSED 127.0.0.1:${port}): check DATABASE_URL.\n`,
    });
  },
);

test('a database that does not exist is reported in one line', async () => {
  const { code, err } = await run(['serve'], { DATABASE_URL: databaseUrl(server, 'cg_nowhere') });

  expect(code).toBe(1);
  expect(err).toBe(
    'The database cannot be reached (database "cg_nowhere" does not exist): check DATABASE_URL.\n',
  );
});
