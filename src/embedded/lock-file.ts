import { randomUUID } from 'node:crypto';
import { link, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, EmbeddedServerError } from './error.ts';
import { PORT } from './socket.ts';

const LOCK_FILE = 'postmaster.pid';
const POLL_MS = 5;
const STOP_MS = 60_000;
// The lock file is the last that a server lets go of; what its process still does takes no time.
const EXIT_MS = 250;
const EMPTY_MS = 5_000;

/** The process that the data directory's lock file names. */
export async function lockHolder(dir: string): Promise<number | undefined> {
  return holderOf(join(dir, LOCK_FILE));
}

/** Resolves once a server that was told to stop has let go of its directory and its process has gone. */
export async function waitForRelease(dir: string, pid: number): Promise<void> {
  if (!(await until(async () => (await lockHolder(dir)) !== pid, STOP_MS))) {
    throw new EmbeddedServerError(`PostgreSQL in ${dir} (process ${pid}) was told to stop and still runs.`);
  }
  await until(async () => !isAlive(pid), EXIT_MS);
}

async function until(condition: () => Promise<boolean>, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * After a crash of the machine a lock file may name a process that has nothing to do with it, and PostgreSQL,
 * which only sees that such a process lives, would wait for it for ever.
 */
export async function clearStaleLocks(dir: string): Promise<void> {
  for (const name of [LOCK_FILE, `.s.PGSQL.${PORT}.lock`]) {
    const path = join(dir, name);
    const holder = await holderOf(path);
    const isStale = holder === undefined ? await isOldAndEmpty(path) : await standsElsewhere(holder, dir);
    if (isStale) await removeLock(path, holder);
  }
}

/** A server fills its lock file at once; a crash may lose what was written. */
async function isOldAndEmpty(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.size === 0 && Date.now() - found.mtimeMs > EMPTY_MS;
}

/** A server stands in its data directory; Linux tells where, of one's own processes. */
async function standsElsewhere(pid: number, dir: string): Promise<boolean> {
  const place = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return place !== undefined && place !== dir;
}

/** Taken aside first and looked at again: by now it may be that of a server that has just started. */
async function removeLock(path: string, holder: number | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await holderOf(aside)) !== holder) await link(aside, path);
  } catch {
    // Somebody else has dealt with it.
  }
  await rm(aside, { force: true });
}

async function holderOf(path: string): Promise<number | undefined> {
  const content = await readFile(path, 'utf8').catch(() => '');
  const pid = Math.abs(Number.parseInt(content, 10));
  return Number.isNaN(pid) ? undefined : pid;
}
