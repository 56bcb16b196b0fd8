import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../free-port.ts';

const versions = (() => {
  try {
    return readdirSync('/usr/lib/postgresql').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
})();

/** Debian's newest PostgreSQL, with its client tools; undefined where none is installed. */
export const debianVersion = versions.length === 0 ? undefined : Math.max(...versions);
export const debianBinaries = `/usr/lib/postgresql/${debianVersion}/bin`;

export interface DebianServer {
  /** The URL of a database, as the superuser or another login. */
  url(database: string, login?: string): string;
  query(database: string, sql: string): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** A separate server on a loopback port. PostgreSQL does not run as root. */
export async function startDebianServer(): Promise<DebianServer> {
  const user = process.geteuid?.() === 0 ? { uid: 65530, gid: 65530 } : {};
  const directory = await mkdtemp(join(tmpdir(), 'cg-debian-'));
  await chmod(directory, 0o700);
  if (user.uid !== undefined) await chown(directory, user.uid, user.gid);
  const options = { ...user, cwd: directory, env: { LC_ALL: 'C' } };
  // initdb needs an account in /etc/passwd; the server does not.
  const named = user.uid === undefined ? options : { ...options, uid: 1, gid: 1 };
  if (user.uid !== undefined) await chown(directory, 1, 1);
  const data = join(directory, 'data');
  await promisify(execFile)(
    join(debianBinaries, 'initdb'),
    ['-D', data, '-U', 'admin', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    named,
  );
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${directory}`,
    'fsync=off',
  ];
  const child = spawn(
    join(debianBinaries, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...named, stdio: 'ignore' },
  );
  const url = (database: string, login = 'admin') => `postgresql://${login}@127.0.0.1:${port}/${database}`;
  async function query(database: string, sql: string) {
    const client = new pg.Client(url(database));
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }
  while (child.exitCode === null) {
    const isUp = await query('postgres', 'select 1').then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await sleep(50);
  }
  return {
    url,
    query,
    async stop() {
      const exited = once(child, 'exit');
      if (child.exitCode === null && child.kill('SIGQUIT')) await exited;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
