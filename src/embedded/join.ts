import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { EmbeddedServerError } from './error.ts';
import { clearStaleLocks, lockHolder } from './lock-file.ts';
import { reasonIn } from './log-reason.ts';
import { type Postmaster, startPostmaster } from './postmaster.ts';
import { announce, type Presence } from './presence.ts';
import { socketHost } from './socket.ts';

const JOIN_POLL_MS = 10;
const JOIN_TIMEOUT_MS = 60_000;

export async function joinServer(cluster: Cluster, timeoutMs = JOIN_TIMEOUT_MS): Promise<Presence> {
  const deadline = performance.now() + timeoutMs;
  let own: Postmaster | undefined;
  for (;;) {
    const answer = await announce(await socketHost(cluster.dir));
    if (answer.kind === 'present') {
      await settle(own, cluster);
      return answer.presence;
    }
    if (performance.now() > deadline) throw await unanswered(cluster, own, answer.reason, timeoutMs);
    if (own?.hasExited()) {
      await checkStartable(own, cluster);
      own = undefined;
    } else if (own === undefined && answer.kind === 'absent') {
      own = await startPostmaster(cluster);
    }
    await Promise.race([sleep(JOIN_POLL_MS), own?.exited ?? sleep(JOIN_POLL_MS)]);
  }
}

/** Of two servers started concurrently, one has given up or is about to. */
async function settle(own: Postmaster | undefined, { dir }: Cluster): Promise<void> {
  await (own?.pid === (await lockHolder(dir)) ? own?.keepLog() : own?.dropLog());
}

/** Returns if another start makes sense; otherwise throws. */
async function checkStartable(own: Postmaster, { dir }: Cluster): Promise<void> {
  if (await own.hasExitedCleanly()) {
    await own.dropLog();
    return clearStaleLocks(dir);
  }
  const reason = reasonIn(await own.log());
  await own.keepLog();
  throw new EmbeddedServerError(
    `The embedded PostgreSQL in ${dir} does not start (${reason}): ${remedyFor(reason, dir)}, or set DATABASE_URL.`,
  );
}

function remedyFor(reason: string, dir: string): string {
  // A machine crash or a manual edit can damage the file; PostgreSQL starts only without it.
  if (/bogus data in lock file|invalid data in file ".*postmaster\.pid"/.test(reason))
    return `remove ${dir}/postmaster.pid if no PostgreSQL runs in this directory`;
  return /No space left on device/.test(reason) ? 'free disk space' : 'solve that';
}

async function unanswered(
  { dir }: Cluster,
  own: Postmaster | undefined,
  reason: string,
  timeoutMs: number,
): Promise<EmbeddedServerError> {
  const log = own === undefined ? '' : ` / ${reasonIn(await own.log())}`;
  await own?.keepLog();
  return new EmbeddedServerError(
    `The embedded PostgreSQL in ${dir} accepted no connection within ${timeoutMs / 1000} s (${reason}${log}): ` +
      'it may still be recovering, so try again, or set DATABASE_URL.',
  );
}
