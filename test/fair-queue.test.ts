import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FairQueue, type FairQueueOptions, QueueFullError, type Release } from '../src/fair-queue.ts';
import { asyncProperty } from './property.ts';
import { runs } from './runs.ts';

interface Granted {
  readonly of: string;
  readonly release: Release;
}

/** A queue, and the grants in their order; requesters are written as `account/caller`; `~` marks long work, `!` expensive work. */
function observed(options: FairQueueOptions) {
  const queue = new FairQueue(options);
  const granted: Granted[] = [];
  const rejected: string[] = [];
  function request(of: string, signal?: AbortSignal): void {
    const [accountId = '', caller = ''] = of.replace(/[~!]/, '').split('/');
    const work = of.endsWith('!') ? 'expensive' : of.endsWith('~') ? 'long' : 'short';
    queue.acquire({ accountId, caller }, { work, signal }).then(
      (release) => granted.push({ of, release }),
      (error: unknown) => rejected.push(`${of} ${error instanceof QueueFullError ? 'full' : error}`),
    );
  }
  async function grants(): Promise<readonly string[]> {
    await new Promise(setImmediate);
    return granted.map(({ of }) => of);
  }
  /** Returns the oldest slot of a requester. */
  async function release(of: string): Promise<readonly string[]> {
    const at = granted.findIndex((each) => each.of === of);
    granted.splice(at, 1)[0]?.release();
    return grants();
  }
  return { queue, request, grants, release, granted, rejected };
}

test('one caller holds all slots while no one else waits', async () => {
  const { request, grants } = observed({ slots: 4 });
  for (let at = 0; at < 6; at++) request('a/1');

  expect(await grants()).toEqual(['a/1', 'a/1', 'a/1', 'a/1']);
});

test('each class has a slot, unless there are none at all', async () => {
  const single = observed({ slots: 1, expensiveSlots: 0 });
  single.request('a/1!');
  expect(await single.grants()).toEqual(['a/1!']);

  const none = observed({ slots: 0, maxWaiting: 0 });
  none.request('a/1');
  none.request('a/1!');
  expect(await none.grants()).toEqual([]);
  expect(none.rejected).toEqual(['a/1 full', 'a/1! full']);
});

test('slots are granted by account, then by caller', async () => {
  const { request, grants, release } = observed({ slots: 1 });
  for (const of of ['a/1', 'a/1', 'a/1', 'a/2', 'b/1', 'c/1']) request(of);
  const order = [...(await grants())];
  while (order.length < 6) order.push(...(await release(order.at(-1) ?? '')));

  expect(order).toEqual(['a/1', 'a/1', 'b/1', 'c/1', 'a/2', 'a/1']);
});

test('no account holds more than a quarter while others wait', async () => {
  const { request, grants, release } = observed({ slots: 8 });
  for (let at = 0; at < 12; at++) request('a/1');
  for (let at = 0; at < 4; at++) request('b/1');
  await grants();
  for (let at = 0; at < 4; at++) await release('a/1');

  expect((await grants()).filter((of) => of === 'b/1')).toHaveLength(2);
  expect((await grants()).filter((of) => of === 'a/1')).toHaveLength(4);
});

test('an account that comes later finds a slot when two others have their shares', async () => {
  const { request, grants, release } = observed({ slots: 8 });
  for (let at = 0; at < 12; at++) request('a/1');
  for (let at = 0; at < 12; at++) request('b/1');
  await grants();
  for (let at = 0; at < 8; at++) await release('a/1');
  request('c/1');

  expect(await grants()).toContain('c/1');
});

test('each class of work leaves slots to the classes before it', async () => {
  const { request, grants, release } = observed({ slots: 6, longSlots: 3, expensiveSlots: 2 });
  for (let at = 0; at < 4; at++) request('a/1!');
  for (let at = 0; at < 4; at++) request('a/1~');
  for (let at = 0; at < 2; at++) request('a/1');

  expect(await grants()).toEqual(['a/1!', 'a/1!', 'a/1~', 'a/1', 'a/1']);
  expect(await release('a/1!')).toEqual(['a/1!', 'a/1~', 'a/1', 'a/1', 'a/1!']);
});

test('a request that is aborted leaves the queue', async () => {
  const { request, grants, release, queue, rejected } = observed({ slots: 1 });
  const abort = new AbortController();
  request('a/1');
  request('a/2', abort.signal);
  request('a/3');
  await grants();
  abort.abort('gone');

  expect(await release('a/1')).toEqual(['a/3']);
  expect([queue.waiting, rejected]).toEqual([0, ['a/2 gone']]);
});

test('of a full queue the largest account loses its newest request', async () => {
  const { request, grants, rejected, queue } = observed({ slots: 1, maxWaiting: 3 });
  for (const of of ['a/1', 'a/1', 'a/2', 'a/1']) request(of);
  request('b/1');

  await grants();
  expect([rejected, queue.waiting]).toEqual([['a/1 full'], 3]);
});

test('a slot is returned once', async () => {
  const { queue } = observed({ slots: 1 });
  const release = queue.tryAcquire({ accountId: 'a', caller: '1' });
  release?.();
  release?.();

  expect(queue.held).toBe(0);
});

const step = fc.record({
  account: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  caller: fc.constantFrom('1', '2'),
  work: fc.constantFrom('', '~', '!'),
  releases: fc.nat(3),
});

test('limits hold and every request is granted in the end, whatever the order', async () => {
  await fc.assert(
    asyncProperty(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (steps, slots) => {
      const longSlots = Math.max(1, Math.floor(slots / 2));
      const expensiveSlots = Math.max(1, Math.floor(slots / 4));
      const { queue, request, grants, release, granted } = observed({ slots, longSlots, expensiveSlots });
      let requested = 0;
      let released = 0;
      for (const { account, caller, work, releases } of steps) {
        request(`${account}/${caller}${work}`);
        requested += 1;
        await grants();
        for (let at = 0; at < releases && granted[0] !== undefined; at++) {
          await release(granted[0].of);
          released += 1;
        }
        expect(queue.held).toBeLessThanOrEqual(slots);
        expect(granted.filter(({ of }) => /[~!]$/.test(of)).length).toBeLessThanOrEqual(longSlots);
        expect(granted.filter(({ of }) => of.endsWith('!')).length).toBeLessThanOrEqual(expensiveSlots);
        expect(queue.held + queue.waiting + released).toBe(requested);
      }
      while (granted[0] !== undefined) await release(granted[0].of);
      expect([queue.held, queue.waiting]).toEqual([0, 0]);
    }),
    runs(100),
  );
});
