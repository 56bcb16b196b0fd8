import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { freePort } from '../free-port.ts';

const pgbouncer = '/usr/sbin/pgbouncer';
export const isMissing = !existsSync(pgbouncer);
if (isMissing) process.stderr.write('PgBouncer is not installed: its tests are skipped.\n');

const page = readFileSync(new URL('../../docs/poolers.md', import.meta.url), 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page)?.[1] ?? '';

/** The configuration and the statements of docs/poolers.md. */
export const documentedIni = block('ini');
export const documentedSql = block('sql');

const stops: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

/** The test server at a port: the pooler's user has no access to the socket's directory. */
async function openBridge(url: string): Promise<number> {
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

/** Replaces the values of options, or appends them to the last section. */
function withValues(ini: string, values: Readonly<Record<string, string | number>>): string {
  let changed = ini;
  for (const [name, value] of Object.entries(values)) {
    const line = new RegExp(`^${name} = .*$`, 'm');
    changed = line.test(ini) ? changed.replace(line, `${name} = ${value}`) : `${changed}${name} = ${value}\n`;
  }
  return changed;
}

/** Starts PgBouncer as documented, except for the given options; returns the URL of the database behind it. */
export async function openPooler(
  url: string,
  login: string,
  options: Readonly<Record<string, string | number>> = {},
): Promise<string> {
  const database = new URL(url).pathname.slice(1);
  const directory = await mkdtemp(join(tmpdir(), 'cg-pooler-'));
  await chmod(directory, 0o755);
  const [port, users, file] = [await freePort(), join(directory, 'users'), join(directory, 'pgbouncer.ini')];
  await writeFile(users, `"${login}" ""\n`);
  const ini = withValues(documentedIni, {
    customers: `host=127.0.0.1 port=${await openBridge(url)} dbname=${database}`,
    listen_port: port,
    auth_type: 'trust',
    auth_file: users,
    unix_socket_dir: '',
    ...options,
  });
  await writeFile(file, ini);
  // PgBouncer does not run as root.
  const asUser = process.geteuid?.() === 0 ? { uid: 65530, gid: 65530 } : {};
  const child = spawn(pgbouncer, [file], { ...asUser, stdio: ['ignore', 'ignore', 'pipe'] });
  stops.push(async () => {
    const exited = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGKILL')) await exited;
    await rm(directory, { recursive: true, force: true });
  });
  await whenListening(child);
  return `postgresql://${login}@127.0.0.1:${port}/customers`;
}
