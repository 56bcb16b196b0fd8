import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, onTestFinished } from 'vitest';
import { PORT, socketHost } from '../../../src/embedded/socket.ts';
import { isRunning, serverPid } from '../../embedded/data-directory.ts';

/** A data directory for the tests of a file; removed after them, and its processes are ended. */
export async function createDataDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'crash-'));
  const dataDir = join(directory, 'data');
  afterAll(async () => {
    await killServer(dataDir).catch(() => undefined);
    await rm(directory, { recursive: true, force: true });
  });
  return dataDir;
}

const childrenOf = (pid: number): readonly number[] => {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
};

/** Kills all PostgreSQL processes. They are stopped first, so that none can act or fork in between. */
export async function killServer(dataDir: string): Promise<void> {
  const pid = await serverPid(dataDir);
  if (!isRunning(pid)) return;
  process.kill(pid, 'SIGSTOP');
  for (const each of [...childrenOf(pid), pid]) process.kill(each, 'SIGKILL');
}

/** A direct connection to the database, without row-level security. */
export async function connectToServer(dataDir: string): Promise<pg.Client> {
  const host = await socketHost(join(dataDir, 'postgres'));
  const client = new pg.Client({ host, port: PORT, user: 'gateway', database: 'gateway' });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}
