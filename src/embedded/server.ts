import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, openCluster } from './cluster.ts';
import { EmbeddedServerError, messageOf } from './error.ts';
import { joinServer } from './join.ts';
import { leave, type Presence } from './presence.ts';
import { PORT, type SocketConnection, socketHost } from './socket.ts';

// biome-ignore lint/performance/noBarrelFile: the one file of this folder that others import
export { takeBaseBackup } from './base-backup.ts';
export { hasCluster as hasDatabase } from './cluster.ts';
export { EmbeddedServerError } from './error.ts';
export { failureInLog } from './log-reason.ts';
export { beginRestore, type Restoration } from './restore.ts';

const RETRY_MS = 1_000;

export interface EmbeddedServer {
  readonly connection: SocketConnection;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** False only for tests: committed data may be lost when the machine stops. */
  readonly durable?: boolean;
}

export async function openEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, durable = true } = options;
  try {
    const cluster = await openCluster(dataDir, durable);
    const share = keepShare(cluster, await joinServer(cluster));
    let stopped: Promise<void> | undefined;
    return {
      connection: { host: await socketHost(cluster.dir), port: PORT, user: 'gateway', database: 'gateway' },
      stop: () => (stopped ??= share.giveUp()),
    };
  } catch (error) {
    if (error instanceof EmbeddedServerError) throw error;
    throw new EmbeddedServerError(
      `The embedded PostgreSQL cannot use ${dataDir} (${messageOf(error)}): choose another DATA_DIR, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** Keeps a share: when the server crashes, starts it again, or joins it if another gateway was faster. */
function keepShare(cluster: Cluster, first: Presence) {
  let isLeaving = false;
  let present: Promise<Presence | undefined> = hold(first);

  async function hold(presence: Presence): Promise<Presence> {
    presence.lost.then(() => {
      if (!isLeaving) present = rejoin();
    });
    return presence;
  }

  async function rejoin(): Promise<Presence | undefined> {
    while (!isLeaving) {
      try {
        return await hold(await joinServer(cluster));
      } catch {
        // Requests fail meanwhile and report it; the server's log has the reason.
        await sleep(RETRY_MS);
      }
    }
    return undefined;
  }

  async function giveUp(): Promise<void> {
    isLeaving = true;
    const presence = await present;
    if (presence !== undefined) await leave(presence.client, cluster.dir);
  }

  return { giveUp };
}
