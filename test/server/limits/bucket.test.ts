import { expect, test } from 'vitest';
import { MemoryBucket } from '../../../src/server/cost/bucket.ts';
import { codesOf, openHttpGateway } from './http-gateway.ts';

const rate = { capacity: 100, refillPerSecond: 10 };

test('a bucket is full at first, refills all the time and never beyond its capacity', async () => {
  let now = 0;
  const bucket = new MemoryBucket(rate, () => now);

  expect(await bucket.take('a', 80)).toEqual({ isPaid: true, available: 20 });
  expect(await bucket.take('a', 30)).toEqual({ isPaid: false, available: 20 });
  now = 1_000;
  expect(await bucket.take('a', 30)).toEqual({ isPaid: true, available: 0 });
  expect(await bucket.giveBack('a', 25)).toEqual({ isPaid: true, available: 25 });
  now = 60_000;
  expect(await bucket.giveBack('a', 50)).toEqual({ isPaid: true, available: 100 });
});

test('a charge can take more than there is, down to minus the capacity', async () => {
  const bucket = new MemoryBucket(rate, () => 0);

  expect(await bucket.charge('a', 150)).toEqual({ isPaid: true, available: -50 });
  expect(await bucket.charge('a', 10)).toEqual({ isPaid: false, available: -50 });
  expect(await bucket.giveBack('a', 60)).toEqual({ isPaid: true, available: 10 });
  expect(await bucket.charge('a', 500)).toEqual({ isPaid: true, available: -100 });
});

test('each caller has a bucket, and those that spent longest ago are forgotten', async () => {
  const bucket = new MemoryBucket(rate, () => 0, 2);
  for (const caller of ['a', 'b', 'a', 'c']) await bucket.take(caller, 40);

  expect(await bucket.take('b', 0)).toEqual({ isPaid: true, available: 100 });
  expect(await bucket.take('c', 0)).toEqual({ isPaid: true, available: 60 });
});

test('an empty bucket is a 429 that says how long to wait', async () => {
  const { ask } = await openHttpGateway({ limits: { bucket: 300, cost: 300, refill: 10 } });
  const query = '{ customers(first: 250) { nodes { id } } }';

  const first = await ask(query);
  const sentAt = performance.now();
  const second = await ask(query);
  // A caller that repeats it at once is slowed down.
  expect(performance.now() - sentAt).toBeGreaterThan(200);

  expect(first.extensions.cost).toMatchObject({ requested: 251, actual: 251 });
  expect([second.status, codesOf(second)]).toEqual([429, ['THROTTLED']]);
  expect(second.headers.get('retry-after')).toMatch(/^2[01]$/);
  expect(second.errors?.[0]?.message).toMatch(
    /^The request costs 251; the cost bucket has (4[89]|5\d) left\. Retry in 2[01] s\.$/,
  );
  expect(second.errors?.[0]?.extensions).toHaveProperty('retryAfter');
  expect(second.extensions.cost).toMatchObject({ requested: 251, actual: 0, bucket: { capacity: 300 } });
  expect((await ask('{ viewer { scopes } }')).status).toBe(200);
});
