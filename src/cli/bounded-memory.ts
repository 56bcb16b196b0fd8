import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const maxBytes = 200 * 1024 * 1024;
const maxGarbageBytes = 24 * 1024 * 1024;
const checkMs = 25;

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * Collects garbage while `work` runs, when the process is large and its heap has grown since the last time. By itself,
 * the heap of a fast import grows to its limit, which is meant for `serve`, before old objects are collected.
 */
export async function withBoundedMemory<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString('--expose-gc');
  // The function that the flag adds to new contexts.
  const collect = runInNewContext('gc') as () => void;
  let before = 0;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() < maxBytes || used() < before + maxGarbageBytes) return;
    collect();
    before = used();
  }, checkMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
