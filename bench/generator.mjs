import { join } from 'node:path';
import { requestFor } from './arena.mjs';
import { jobOf } from './measure.mjs';
import { home } from './paths.mjs';
import { address, start, stop } from './processes.mjs';
import { exchange } from './requests.mjs';

/**
 * Starts a server whose answers cost nothing, and returns a function that measures the load process with it: the
 * same requests as an operation's, and answers of the same size.
 */
export async function openGenerator() {
  const child = start('constant', process.execPath, [join(home, 'contestants', 'constant', 'server.mjs')], {
    env: { NODE_ENV: 'production' },
    ipc: true,
  });
  const url = await address(child, 'constant');

  /** @returns {Promise<{ rate: number, p50: number, p99: number, bytes: number }>} */
  async function limitOf(load, runner, operation, subjects, timed) {
    const { bytes } = await exchange(requestFor(runner, operation, subjects));
    const headers = { ...runner.headers, 'answer-bytes': String(bytes) };
    const { rate, p50, p99 } = await load.run(jobOf({ ...runner, url, headers }, operation, subjects, timed));
    return { rate, p50, p99, bytes };
  }
  return { limitOf, close: () => stop(child) };
}
