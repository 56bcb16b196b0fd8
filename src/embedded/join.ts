import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { EmbeddedServerError } from './error.ts';
import { clearStaleLocks, lockHolder } from './lock-file.ts';
import { type Postmaster, startPostmaster } from './postmaster.ts';
import { announce, type Presence } from './presence.ts';
import { socketHost } from './socket.ts';

const POLL_MS = 10;
const PATIENCE_MS = 60_000;

/** Takes a share in the cluster's server, which it starts when there is none. */
export async function joinServer(cluster: Cluster): Promise<Presence> {
  const deadline = Date.now() + PATIENCE_MS;
  let own: Postmaster | undefined;
  for (;;) {
    const answer = await announce(await socketHost(cluster.dir));
    if (answer.kind === 'present') {
      await settle(own, cluster);
      return answer.presence;
    }
    if (Date.now() > deadline) throw await unanswered(cluster, own, answer.reason);
    if (own?.hasExited()) {
      await giveWay(own, cluster);
      own = undefined;
    } else if (own === undefined && answer.kind === 'absent') {
      own = await startPostmaster(cluster);
    }
    await Promise.race([sleep(POLL_MS), own?.exited ?? sleep(POLL_MS)]);
  }
}

/** Of two servers that were started at once, one has given up or is about to. */
async function settle(own: Postmaster | undefined, { dir }: Cluster): Promise<void> {
  await (own?.pid === (await lockHolder(dir)) ? own?.keepLog() : own?.dropLog());
}

/** Returns when starting once more makes sense. */
async function giveWay(own: Postmaster, { dir }: Cluster): Promise<void> {
  if (await own.gaveWay()) {
    await own.dropLog();
    return clearStaleLocks(dir);
  }
  const lines = lastLines(await own.log());
  await own.keepLog();
  throw new EmbeddedServerError(
    `The embedded PostgreSQL in ${dir} does not start (${lines}): put that right, or set DATABASE_URL.`,
  );
}

async function unanswered({ dir }: Cluster, own: Postmaster | undefined, reason: string) {
  const lines = own === undefined ? '' : ` / ${lastLines(await own.log())}`;
  await own?.keepLog();
  return new EmbeddedServerError(
    `The embedded PostgreSQL in ${dir} gave no connection within ${PATIENCE_MS / 1000} s (${reason}${lines}): ` +
      'it may still be recovering, so try again, or set DATABASE_URL.',
  );
}

function lastLines(log: string): string {
  return log.trim().split('\n').slice(-3).join(' / ') || 'it says nothing';
}
