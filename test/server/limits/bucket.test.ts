import { expect, test } from 'vitest';
import { MemoryBucket } from '../../../src/server/cost/cost-limiter.ts';
import { codesOf, openHttpGateway } from './http-gateway.ts';

const rate = { capacity: 100, refillPerSecond: 10 };

test('a bucket is full at first, refills continuously and never exceeds its capacity', async () => {
  let now = 0;
  const bucket = new MemoryBucket(rate, () => now);

  expect(await bucket.take('a', 80)).toEqual({ isPaid: true, available: 20 });
  expect(await bucket.take('a', 30)).toEqual({ isPaid: false, available: 20 });
  now = 1_000;
  expect(await bucket.take('a', 30)).toEqual({ isPaid: true, available: 0 });
  expect(await bucket.refund('a', 25)).toEqual({ isPaid: true, available: 25 });
  now = 60_000;
  expect(await bucket.refund('a', 50)).toEqual({ isPaid: true, available: 100 });
});

test('a charge can exceed the balance, down to minus the capacity', async () => {
  const bucket = new MemoryBucket(rate, () => 0);

  expect(await bucket.charge('a', 150)).toEqual({ isPaid: true, available: -50 });
  expect(await bucket.charge('a', 10)).toEqual({ isPaid: false, available: -50 });
  expect(await bucket.refund('a', 60)).toEqual({ isPaid: true, available: 10 });
  expect(await bucket.charge('a', 500)).toEqual({ isPaid: true, available: -100 });
});

test('each caller has a bucket, and the least recently used ones are evicted', async () => {
  const bucket = new MemoryBucket(rate, () => 0, 2);
  for (const caller of ['a', 'b', 'a', 'c']) await bucket.take(caller, 40);

  expect(await bucket.take('b', 0)).toEqual({ isPaid: true, available: 100 });
  expect(await bucket.take('c', 0)).toEqual({ isPaid: true, available: 60 });
});

test('a request with an empty bucket gets a 429 with the time to wait', async () => {
  const { ask } = await openHttpGateway({ limits: { bucket: 300, cost: 300, refill: 1 } });
  const query = '{ customers(first: 250) { nodes { id } } }';

  const first = await ask(query);
  // The response is delayed by 250 ms, so that a caller that repeats the request immediately is slowed down.
  const events: string[] = [];
  setTimeout(() => events.push('200 ms'), 200);
  const second = await ask(query).finally(() => events.push('response'));

  expect(events).toEqual(['200 ms', 'response']);
  expect(first.extensions.cost).toMatchObject({ requested: 251, actual: 251 });
  expect([second.status, codesOf(second)]).toEqual([429, ['THROTTLED']]);
  expect(second.headers.get('retry-after')).toMatch(/^(19\d|20[0-3])$/);
  expect(second.errors?.[0]?.message).toMatch(
    /^The request costs 251; the cost bucket has (4[89]|5\d) left\. Retry in (19\d|20[0-3]) s\.$/,
  );
  expect(second.errors?.[0]?.extensions).toHaveProperty('retryAfter');
  expect(second.extensions.cost).toMatchObject({ requested: 251, actual: 0, bucket: { capacity: 300 } });
  expect((await ask('{ viewer { scopes } }')).status).toBe(200);
});
