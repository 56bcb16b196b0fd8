import fc from 'fast-check';
import { afterEach } from 'vitest';

type Predicate<T extends unknown[]> = (...values: T) => Promise<void>;
type Given<T extends [unknown, ...unknown[]]> = [
  ...arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  predicate: Predicate<T>,
];

const running = new Set<Promise<unknown>>();

// Otherwise the run that was interrupted would go on beside the next test, which uses the same rows.
afterEach(async () => {
  await Promise.allSettled(running);
});

/** As `fc.asyncProperty`; a test whose time is up ends when the run that has begun is complete. */
export function asyncProperty<T extends [unknown, ...unknown[]]>(
  ...given: Given<T>
): fc.IAsyncPropertyWithHooks<T> {
  const predicate = given.at(-1) as Predicate<T>;
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
