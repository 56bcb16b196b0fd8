import {
  lchown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, EmbeddedServerError } from './error.ts';
import { initialise } from './initialise.ts';
import { leftoversIn } from './restore-leftover.ts';
import { serverUser, type User } from './user.ts';

const MAJOR_VERSION = '18';
const SCRATCH = 'postgres-new-';
const ABANDONED_MS = 10 * 60_000;

export interface Cluster {
  readonly home: string;
  readonly dir: string;
  readonly user: User | undefined;
  readonly durable: boolean;
}

export async function openCluster(dataDir: string, durable: boolean): Promise<Cluster> {
  await mkdir(dataDir, { recursive: true });
  const home = await realpath(dataDir);
  const dir = join(home, 'postgres');
  const cluster: Cluster = { home, dir, user: await serverUser(home, dir), durable };
  if ((await versionOf(dir)) === undefined) {
    await checkLeftovers(home);
    await createCluster(cluster);
  }
  const version = await versionOf(dir);
  if (version === MAJOR_VERSION) return cluster;
  throw new EmbeddedServerError(
    `${dir} was made by PostgreSQL ${version} and the embedded server is ${MAJOR_VERSION}: ` +
      'move it away to start with an empty database, or serve it yourself and set DATABASE_URL.',
  );
}

/** A new database beside an unfinished restore would look like lost data. */
async function checkLeftovers(home: string): Promise<void> {
  const [leftover] = await leftoversIn(home);
  if (leftover === undefined) return;
  throw new EmbeddedServerError(
    `A restore into ${home} is running or was interrupted: run \`customer-gateway restore FILE\` again, ` +
      `or remove ${leftover} to start with an empty database.`,
  );
}

export async function hasCluster(dataDir: string): Promise<boolean> {
  return (await versionOf(join(dataDir, 'postgres'))) !== undefined;
}

async function versionOf(dir: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dir, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Creates the cluster under a temporary name and renames it, so that it is never visible half-finished. */
async function createCluster(cluster: Cluster): Promise<void> {
  await removeAbandoned(cluster.home);
  const scratch = await mkdtemp(join(cluster.home, SCRATCH));
  try {
    await initialise(scratch, cluster.user, cluster.durable);
    await giveTo(scratch, cluster.user);
    await rename(scratch, cluster.dir);
    await syncDirectory(cluster.home);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
    // Another gateway was faster, or the directory contains something else.
    if ((await versionOf(cluster.dir)) !== undefined) return;
    throw new EmbeddedServerError(
      `${cluster.dir} is not empty and not PostgreSQL's: move it away, or choose another DATA_DIR.`,
    );
  }
}

async function giveTo(dir: string, user: User | undefined): Promise<void> {
  if (user === undefined) return;
  for (const entry of ['.', ...(await readdir(dir, { recursive: true }))]) {
    await lchown(join(dir, entry), user.uid, user.gid);
  }
}

/** Of a first start that was killed. Checks their age: another start may be in progress. */
async function removeAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(SCRATCH)) continue;
    const path = join(home, name);
    const changed = await stat(path).catch(() => undefined);
    if (changed !== undefined && Date.now() - changed.mtimeMs > ABANDONED_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** Syncs a directory: a rename survives a power failure only once its directory is on disk. */
export async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir);
  await handle.sync();
  await handle.close();
}
