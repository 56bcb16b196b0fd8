import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../free-port.ts';

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

async function started(port: number, dir: string): Promise<ChildProcess> {
  const redis = spawn('redis-server', [
    '--port',
    String(port),
    '--dir',
    dir,
    '--save',
    '',
    '--bind',
    '127.0.0.1',
  ]);
  for await (const chunk of redis.stdout) if (String(chunk).includes('Ready to accept')) break;
  return redis;
}

async function stop(redis: ChildProcess): Promise<void> {
  if (redis.exitCode !== null || redis.signalCode !== null) return;
  redis.kill();
  await once(redis, 'exit');
}

/** A Redis server for a test, which can be stopped and restarted. */
export async function openRedis() {
  const [port, dir] = [await freePort(), await mkdtemp(join(tmpdir(), 'cg-redis-'))];
  let redis = await started(port, dir);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => stop(redis),
    async start() {
      redis = await started(port, dir);
    },
    async close() {
      await stop(redis);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
