import { expect, test } from 'vitest';
import { Turns } from '../../../src/server/limits/time.ts';

const nextIteration = () => new Promise(setImmediate);
/** Resolves after pending microtasks, as between events of two connections. */
const nextEvent = () => new Promise(process.nextTick);

/** Turns of requests that each take this many milliseconds, and the started requests, as `account/caller`. */
function observed(msOfEach: number) {
  let now = 0;
  const turns = new Turns(() => now);
  const begun: string[] = [];
  const begin = async (of: string, signal = new AbortController().signal) => {
    const [accountId = '', caller = ''] = of.split('/');
    const begins = turns.begin({ accountId, caller }, signal).then(
      () => {
        now += msOfEach;
        begun.push(of);
      },
      (reason: unknown) => {
        begun.push(`${of} ${reason}`);
      },
    );
    await nextEvent();
    return { begins };
  };
  return { begin, begun };
}

test('short requests that arrive together begin in one iteration of the event loop', async () => {
  const { begin, begun } = observed(0);

  const iteration = nextIteration().then(() => begun.length);
  for (let at = 0; at < 100; at += 1) await begin('a/1');

  expect(await iteration).toBe(100);
});

test('long requests begin in later iterations, round-robin by account and caller', async () => {
  const { begin, begun } = observed(5);
  const iteration = nextIteration().then(() => begun.length);
  for (const of of ['a/1', 'a/1', 'a/1', 'a/1', 'a/2', 'b/1']) await begin(of);
  expect(await iteration).toBe(1);
  while (begun.length < 6) await nextIteration();

  expect(begun).toEqual(['a/1', 'a/1', 'b/1', 'a/2', 'a/1', 'a/1']);
});

test('a request that is aborted while it waits takes no turn', async () => {
  const { begin, begun } = observed(5);
  const abort = new AbortController();
  for (const of of ['a/1', 'a/1']) await begin(of);
  const aborted = await begin('a/2', abort.signal);
  const last = await begin('a/3');
  abort.abort('gone');
  await Promise.all([aborted.begins, last.begins]);

  expect(begun).toEqual(['a/1', 'a/2 gone', 'a/1', 'a/3']);
});
