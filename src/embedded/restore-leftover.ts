import { once } from 'node:events';
import { readdir, rm, stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, EmbeddedServerError } from './error.ts';
import { announce, leave } from './presence.ts';
import { socketHost } from './socket.ts';

export const restorePrefix = 'postgres-restore-';

const RESTORE_POLL_MS = 50;
const STOP_MS = 60_000;
const MARK_MS = 10_000;

// At most as long as the name of the server's own socket, for which socketHost finds a short path.
const markOf = async (dir: string): Promise<string> => join(await socketHost(dir), '.restore.sock');

export async function markLive(dir: string): Promise<() => Promise<void>> {
  const server = createServer((socket) => socket.destroy()).listen(await markOf(dir));
  await once(server, 'listening');
  server.unref();
  return async () => {
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
}

async function isLive(dir: string): Promise<boolean> {
  const socket = connect(await markOf(dir));
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    if (codeOf(error) === 'ECONNREFUSED') return false;
    const created = await stat(dir).catch(() => undefined);
    return created !== undefined && Date.now() - created.mtimeMs < MARK_MS;
  } finally {
    socket.destroy();
  }
}

export async function leftoversIn(home: string): Promise<readonly string[]> {
  return (await readdir(home))
    .filter((name) => name.startsWith(restorePrefix))
    .map((name) => join(home, name));
}

/** Removes the remains of killed restores; throws while another restore is running. */
export async function removeLeftovers(home: string): Promise<void> {
  for (const dir of await leftoversIn(home)) {
    if (await isLive(dir))
      throw new EmbeddedServerError(`Another restore into ${home} is running: wait until it has ended.`);
    await stopServerIn(dir);
    await rm(dir, { recursive: true, force: true });
  }
}

export async function stopServerIn(dir: string): Promise<void> {
  const deadline = performance.now() + STOP_MS;
  for (;;) {
    const answer = await announce(await socketHost(dir));
    if (answer.kind === 'present') return leave(answer.presence.client, dir);
    if (answer.kind === 'absent') return;
    if (performance.now() > deadline)
      throw new EmbeddedServerError(`The PostgreSQL in ${dir} does not stop (${answer.reason}).`);
    await sleep(RESTORE_POLL_MS);
  }
}
