import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { launch, ownDirectory } from './launch.ts';

const SETTINGS = [
  'listen_addresses=',
  // In the data directory, which only the server's user can enter; relative to its working directory.
  'unix_socket_directories=.',
  'unix_socket_permissions=0700',
  'timezone=UTC',
  'log_timezone=UTC',
  'max_connections=100',
  'shared_buffers=128MB',
  'max_wal_size=1GB',
  // The log grows without limit, so statement errors are not written to it: the gateway receives them.
  'log_min_messages=log',
  'log_checkpoints=off',
];

const VOLATILE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export interface Postmaster {
  readonly pid: number;
  readonly exited: Promise<void>;
  hasExited(): boolean;
  /** Whether it exited without an error: asked to stop, or another server holds the directory. */
  hasExitedCleanly(): Promise<boolean>;
  log(): Promise<string>;
  keepLog(): Promise<void>;
  dropLog(): Promise<void>;
}

export async function startPostmaster(cluster: Cluster): Promise<Postmaster> {
  // Of two concurrent starts one fails, and must not write to the other's log.
  const draft = join(cluster.home, `postgres-${randomUUID()}.log`);
  const output = await open(draft, 'ax', 0o600);
  try {
    return supervise(cluster, await run(cluster, output), draft);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await output.close();
  }
}

async function run({ dir, user, durable }: Cluster, output: FileHandle): Promise<ChildProcess> {
  const settings = durable ? SETTINGS : [...SETTINGS, ...VOLATILE];
  const args = ['-D', ownDirectory(dir, user), ...settings.flatMap((setting) => ['-c', setting])];
  return launch('postgres', args, { cwd: dir, user, stdio: ['ignore', output.fd, output.fd] });
}

function supervise({ home }: Cluster, child: ChildProcess, draft: string): Postmaster {
  child.unref();
  const log = () => readFile(draft, 'utf8').catch(() => '');
  return {
    pid: child.pid ?? 0,
    exited: once(child, 'exit').then(() => undefined),
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
    hasExitedCleanly: async () => child.exitCode === 0 || isContention(await log()),
    log,
    keepLog: () => rename(draft, join(home, 'postgres.log')),
    dropLog: () => rm(draft, { force: true }),
  };
}

function isContention(log: string): boolean {
  return /lock file ".*" already exists|lock file ".*" is empty|pre-existing shared memory block/.test(log);
}
