import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { copiedBinaries, packagedBinaries } from './binaries.ts';
import { codeOf, EmbeddedServerError, messageOf } from './error.ts';
import type { User } from './user.ts';

export interface LaunchOptions {
  readonly cwd: string;
  readonly user: User | undefined;
  readonly stdio: NonNullable<SpawnOptions['stdio']>;
}

export async function launch(
  program: 'initdb' | 'postgres',
  args: readonly string[],
  options: LaunchOptions,
): Promise<ChildProcess> {
  try {
    return await start(join(await packagedBinaries(), 'bin', program), args, options);
  } catch (error) {
    // The server's user cannot enter a parent directory, or the package is not executable.
    if (codeOf(error) !== 'EACCES') throw cannotRun(error);
  }
  try {
    return await start(join(await copiedBinaries(), 'bin', program), args, options);
  } catch (error) {
    throw cannotRun(error);
  }
}

async function start(file: string, args: readonly string[], { user, ...options }: LaunchOptions) {
  const child = spawn(file, args, {
    ...options,
    ...user,
    // A separate session: Ctrl-C reaches only the gateway, which stops the server itself.
    detached: true,
    // PG_GRANDPARENT_PID: in a container that was killed, the lock file may contain the pid that npm has now.
    env: { LC_ALL: 'C', TZ: 'UTC', PG_GRANDPARENT_PID: String(process.ppid) },
  });
  await once(child, 'spawn');
  return child;
}

/** The server's user may be unable to enter parents such as /root; on Linux it names its own directory. */
export function ownDirectory(dir: string, user: User | undefined): string {
  return user !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : dir;
}

function cannotRun(error: unknown): EmbeddedServerError {
  if (error instanceof EmbeddedServerError) return error;
  return new EmbeddedServerError(
    `The embedded PostgreSQL cannot run on this machine (${messageOf(error)}): set DATABASE_URL.`,
    { cause: error },
  );
}
