import { vi } from 'vitest';

/** Repeats the check until it passes. The time limit only ends a test that would hang: a busy machine is slow. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 50_000, interval: 20 });
