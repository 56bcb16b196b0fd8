import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const maxBytes = 220 * 1024 * 1024;
const pauseMs = 1_000;

/**
 * Collects garbage when the process has grown. By itself, the heap of a fast import grows to its limit, which is meant
 * for `serve`, before old objects are collected.
 */
export function boundedMemory(): () => void {
  setFlagsFromString('--expose-gc');
  // The function that the flag adds to new contexts.
  const collect = runInNewContext('gc') as () => void;
  let last = 0;
  return () => {
    const now = performance.now();
    if (now - last < pauseMs || process.memoryUsage.rss() < maxBytes) return;
    last = now;
    collect();
  };
}
