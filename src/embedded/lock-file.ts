import { randomUUID } from 'node:crypto';
import { link, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, EmbeddedServerError } from './error.ts';
import { PORT } from './socket.ts';

const LOCK_FILE = 'postmaster.pid';
const RELEASE_POLL_MS = 5;
const STOP_MS = 60_000;
// A server removes its lock file last; its process exits right after that.
const EXIT_MS = 250;
const EMPTY_MS = 5_000;

export async function lockHolder(dir: string): Promise<number | undefined> {
  return holderOf(join(dir, LOCK_FILE));
}

export async function waitForRelease(dir: string, pid: number): Promise<void> {
  if (!(await until(async () => (await lockHolder(dir)) !== pid, STOP_MS))) {
    throw new EmbeddedServerError(`PostgreSQL in ${dir} (process ${pid}) did not stop after a stop signal.`);
  }
  await until(async () => !isAlive(pid), EXIT_MS);
}

async function until(condition: () => Promise<boolean>, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > deadline) return false;
    await sleep(RELEASE_POLL_MS);
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

/** PostgreSQL only checks that the named process is alive, and would wait for it forever. */
export async function clearStaleLocks(dir: string): Promise<void> {
  for (const name of [LOCK_FILE, `.s.PGSQL.${PORT}.lock`]) {
    const path = join(dir, name);
    const holder = await holderOf(path);
    const isStale = holder === undefined ? await isOldAndEmpty(path) : await runsElsewhere(holder, dir);
    if (isStale) await removeLock(path, holder);
  }
}

/** A server writes its lock file's content immediately after creating it; a crash may lose that content. */
async function isOldAndEmpty(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.size === 0 && Date.now() - found.mtimeMs > EMPTY_MS;
}

/** A server's working directory is its data directory; Linux shows it for processes of the same user. */
async function runsElsewhere(pid: number, dir: string): Promise<boolean> {
  const place = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return place !== undefined && place !== dir;
}

/** Renames the file and checks it again: by now it may belong to a server that has just started. */
async function removeLock(path: string, holder: number | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await holderOf(aside)) !== holder) await link(aside, path);
  } catch {
    // Another process has removed or replaced it.
  }
  await rm(aside, { force: true });
}

async function holderOf(path: string): Promise<number | undefined> {
  const content = await readFile(path, 'utf8').catch(() => '');
  const pid = Math.abs(Number.parseInt(content, 10));
  return Number.isNaN(pid) ? undefined : pid;
}
