import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isLarge, LargeBodies } from '../../../src/server/limits/bodies.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const signal = new AbortController().signal;
const by = (accountId: string) => ({ accountId, caller: accountId });

/** The accounts whose bodies of these sizes started, in order. */
function begin(bodies: LargeBodies, waiting: readonly (readonly [account: string, bytes: number])[]) {
  const begun: string[] = [];
  for (const [account, bytes] of waiting)
    bodies.begin(by(account), Buffer.alloc(bytes), signal).then(() => begun.push(account));
  return begun;
}

test('a body of 64 KiB or more is large', () => {
  expect([65_536, 65_537].map((bytes) => isLarge(Buffer.alloc(bytes)))).toEqual([false, true]);
});

test('4 MB are processed per second', async () => {
  const begun = begin(new LargeBodies(), [
    ['one', 400_000],
    ['one', 1_000_000],
    ['one', 100_000],
  ]);

  const counts: number[] = [];
  for (const ms of [0, 99, 1, 249, 1]) {
    await vi.advanceTimersByTimeAsync(ms);
    counts.push(begun.length);
  }

  expect(counts).toEqual([1, 1, 2, 2, 3]);
});

test('accounts take turns', async () => {
  const begun = begin(new LargeBodies(), [
    ['one', 100_000],
    ['one', 100_000],
    ['one', 100_000],
    ['two', 100_000],
  ]);

  await vi.advanceTimersByTimeAsync(1_000);

  expect(begun).toEqual(['one', 'one', 'two', 'one']);
});
