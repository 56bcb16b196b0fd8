import { lchown, mkdir, mkdtemp, open, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Cluster, syncDirectory } from './cluster.ts';
import { codeOf, EmbeddedServerError } from './error.ts';
import { joinServer } from './join.ts';
import { leave, type Presence } from './presence.ts';
import { markLive, removeLeftovers, restorePrefix, stopServerIn } from './restore-leftover.ts';
import { PORT, type SocketConnection, socketHost } from './socket.ts';
import { serverUser } from './user.ts';

const RECOVERY_MS = 60 * 60_000;

/** Files created by starts and restores; none of them is a database. */
const harmless = new RegExp(
  `^(postgres(-[0-9a-f-]{36})?\\.log|postgres-new-.*|${restorePrefix}.*|lost\\+found)$`,
);

export interface Restoration {
  directory(path: string): Promise<void>;
  file(path: string, chunks: AsyncIterable<Buffer>): Promise<void>;
  start(): Promise<SocketConnection>;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

export async function beginRestore(dataDir: string): Promise<Restoration> {
  const created = await mkdir(dataDir, { recursive: true });
  const home = await realpath(dataDir);
  const other = (await readdir(home)).find((name) => !harmless.test(name));
  if (other !== undefined)
    throw new EmbeddedServerError(
      `${dataDir} is not empty (${other}): move its contents away, or set DATA_DIR to an empty directory.`,
    );
  await removeLeftovers(home);
  const user = await serverUser(home, join(home, 'postgres'));
  const dir = await mkdtemp(join(home, restorePrefix));
  const release = await markLive(dir);
  const cluster: Cluster = { home, dir, user, durable: true };
  await give(dir, cluster);
  return restorationOf(cluster, release, created && { first: resolve(created), last: resolve(dataDir) });
}

type Created = { readonly first: string; readonly last: string } | undefined | '';

function restorationOf(cluster: Cluster, release: () => Promise<void>, created: Created): Restoration {
  const { home, dir } = cluster;
  let presence: Presence | undefined;
  return {
    async directory(path) {
      await mkdir(join(dir, path), { mode: 0o700 });
      await give(join(dir, path), cluster);
    },
    async file(path, chunks) {
      const handle = await open(join(dir, path), 'wx', 0o600);
      try {
        for await (const chunk of chunks) await handle.writeFile(chunk);
      } finally {
        await handle.close();
      }
      await give(join(dir, path), cluster);
    },
    async start() {
      presence = await joinServer(cluster, RECOVERY_MS);
      return { host: await socketHost(dir), port: PORT, user: 'gateway', database: 'gateway' };
    },
    async commit() {
      if (presence !== undefined) await leave(presence.client, dir);
      presence = undefined;
      await release();
      await rename(dir, join(home, 'postgres')).catch((error: unknown) => refuseOccupied(home, error));
      await syncDirectory(home);
    },
    async discard() {
      if (presence !== undefined) await leave(presence.client, dir).catch(() => undefined);
      await stopServerIn(dir);
      await release();
      await rm(dir, { recursive: true, force: true });
      await rm(join(home, 'postgres.log'), { force: true });
      if (created) await removeCreated(created.first, created.last);
    },
  };
}

async function give(path: string, { user }: Cluster): Promise<void> {
  if (user !== undefined) await lchown(path, user.uid, user.gid);
}

function refuseOccupied(home: string, error: unknown): never {
  if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  throw new EmbeddedServerError(
    `Another process created a database in ${home} meanwhile: nothing was restored.`,
  );
}

async function removeCreated(first: string, last: string): Promise<void> {
  for (let path = last; path.length >= first.length; path = dirname(path))
    await rmdir(path).catch(() => undefined);
}
