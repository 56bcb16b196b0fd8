import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const maxBytes = 200 * 1024 * 1024;
const maxGarbageBytes = 32 * 1024 * 1024;

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * Collects garbage when the process is large and its heap has grown since the last time. By itself, the heap of a fast
 * import grows to its limit, which is meant for `serve`, before old objects are collected.
 */
export function boundedMemory(): () => void {
  setFlagsFromString('--expose-gc');
  // The function that the flag adds to new contexts.
  const collect = runInNewContext('gc') as () => void;
  let before = 0;
  return () => {
    if (process.memoryUsage.rss() < maxBytes || used() < before + maxGarbageBytes) return;
    collect();
    before = used();
  };
}

const recordsBetween = 64;

/** The values; `work` is called between some of them. */
export async function* withPauses<T>(values: AsyncIterable<T>, work: () => void): AsyncGenerator<T> {
  let count = 0;
  for await (const value of values) {
    yield value;
    count += 1;
    if (count % recordsBetween === 0) work();
  }
}
