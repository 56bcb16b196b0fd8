import fc from 'fast-check';
import { onTestFinished } from 'vitest';

type Predicate<T extends unknown[]> = (...values: T) => Promise<void>;
type Given<T extends [unknown, ...unknown[]]> = [
  ...arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  predicate: Predicate<T>,
];

/** Like `fc.asyncProperty`, but a test that times out waits for the current run to complete. */
export function asyncProperty<T extends [unknown, ...unknown[]]>(
  ...given: Given<T>
): fc.IAsyncPropertyWithHooks<T> {
  const predicate = given.at(-1) as Predicate<T>;
  const running = new Set<Promise<unknown>>();
  // Without this, an interrupted run would continue during the next test, which uses the same rows.
  onTestFinished(async () => void (await Promise.allSettled(running)));
  const tracked: Predicate<T> = async (...values) => {
    const run = predicate(...values);
    running.add(run);
    try {
      return await run;
    } finally {
      running.delete(run);
    }
  };
  return fc.asyncProperty<T>(...([...given.slice(0, -1), tracked] as Given<T>));
}
