import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { type EmbeddedServer, openEmbeddedServer } from '../../src/embedded/server.ts';

/** An empty directory that other users can enter (unlike mkdtemp's), removed after the test. */
export async function createDirectory(mode = 0o755): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'embedded-'));
  await chmod(directory, mode);
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Not durable: no data here outlives the test. */
export async function open(dataDir: string): Promise<EmbeddedServer> {
  const server = await openEmbeddedServer({ dataDir, durable: false });
  onTestFinished(() => server.stop());
  return server;
}

export async function query(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(server.connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function serverPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
}

/** Processes of a killed gateway belong to process 1, which may never reap them in a container. */
function isZombie(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
