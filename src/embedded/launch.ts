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

/** Starts a program of PostgreSQL's; rejects when it cannot be run here at all. */
export async function launch(
  program: 'initdb' | 'postgres',
  args: readonly string[],
  options: LaunchOptions,
): Promise<ChildProcess> {
  try {
    return await start(join(await packagedBinaries(), 'bin', program), args, options);
  } catch (error) {
    // A directory on the way to the package is closed to the server's user, or the package is not executable.
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
    // Its own session: Ctrl-C in the terminal is for the gateway, which then stops the server itself.
    detached: true,
    // PG_GRANDPARENT_PID: in a container that was killed, the lock file may name the pid that npm has now.
    env: { LC_ALL: 'C', TZ: 'UTC', PG_GRANDPARENT_PID: String(process.ppid) },
  });
  await once(child, 'spawn');
  return child;
}

/**
 * As seen from a process that stands in it. The server's user need not be able to enter what lies above
 * (/root), and Linux lets a process name its own directory without that.
 */
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
