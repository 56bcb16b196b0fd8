import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { run } from './command.ts';

const pgbouncer = '/usr/sbin/pgbouncer';
const isMissing = !existsSync(pgbouncer);
if (isMissing) process.stderr.write('PgBouncer is not installed: its tests are skipped.\n');

const { url } = await openTestDatabase(inject('demo'));
const stops: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

/** The test's server at a port: its socket lies where the pooler's user may not go. */
async function openBridge(): Promise<number> {
  const { hostname, port, searchParams } = new URL(url);
  const directory = searchParams.get('host');
  const target =
    directory === null
      ? { host: hostname, port: Number(port || 5432) }
      : { path: `${directory}/.s.PGSQL.5432` };
  const bridge = createServer((from) => {
    const to = connect(target);
    for (const end of [from, to]) end.on('error', () => from.destroy() && to.destroy());
    from.pipe(to).pipe(from);
  }).listen(0, '127.0.0.1');
  await once(bridge, 'listening');
  stops.push(async () => bridge.close());
  return (bridge.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function whenListening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (chunk) => {
      printed += chunk;
      if (/process up/.test(printed)) resolve();
    });
    child.once('exit', () => reject(new Error(`PgBouncer ended:\n${printed}`)));
  });
}

/** A pooler of transactions before the test's database, as one sets it up when clients send options. */
async function openPooler(): Promise<string> {
  const { pathname, username } = new URL(url);
  const directory = await mkdtemp(join(tmpdir(), 'cg-pooler-'));
  await chmod(directory, 0o755);
  const port = await freePort();
  const file = join(directory, 'pgbouncer.ini');
  await writeFile(
    file,
    `[databases]
* = host=127.0.0.1 port=${await openBridge()} user=${username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
ignore_startup_parameters = options
`,
  );
  // As the embedded server, it refuses to run as root.
  const asUser = process.geteuid?.() === 0 ? { uid: 65530, gid: 65530 } : {};
  const child = spawn(pgbouncer, [file], { ...asUser, stdio: ['ignore', 'ignore', 'pipe'] });
  stops.push(async () => {
    const exited = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGKILL')) await exited;
    await rm(directory, { recursive: true, force: true });
  });
  await whenListening(child);
  return `postgresql://${username}@127.0.0.1:${port}${pathname}`;
}

test.skipIf(isMissing)('behind PgBouncer in transaction mode the gateway does not start', async () => {
  const pooled = await openPooler();

  const { code, out, err } = await run(['serve'], { DATABASE_URL: pooled, PORT: '0' });

  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(
    /^The database's sessions (do not keep the gateway's settings .*PgBouncer drops them|are in .*, not in UTC: .*PgBouncer)/,
  );
});

test('pooling by transaction is refused by its option, too', async () => {
  const { code, err } = await run(['serve'], { DATABASE_URL: url, DATABASE_POOLING: 'transaction' });

  expect([code, err]).toEqual([
    2,
    'DATABASE_POOLING can only be "session": each session is told its account, which a pooler of transactions would hand to the next caller. Connect to PostgreSQL itself.\n',
  ]);
});
