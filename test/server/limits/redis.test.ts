import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { RedisBucket } from '../../../src/server/cost/redis-bucket.ts';
import { hasRedis, openRedis } from './redis-server.ts';

if (!hasRedis) process.stderr.write('redis-server not found: the tests of REDIS_URL are skipped.\n');

const rate = { capacity: 1_000, refillPerSecond: 1 };
const lines: string[] = [];
const log = pino({}, { write: (line: string) => void lines.push(line) });
const warnings = () => lines.filter((line) => line.includes('redis unreachable')).length;

const redis = hasRedis ? await openRedis() : null;
const buckets = redis
  ? await Promise.all([1, 2].map(() => new RedisBucket(redis.url, rate, log).ready()))
  : [];
const [one, other] = buckets;

afterAll(async () => {
  for (const bucket of buckets) await bucket.close();
  await redis?.close();
});

/** Repeats requests without cost until Redis responds. */
async function untilBack(bucket: RedisBucket): Promise<void> {
  while (!lines.some((line) => line.includes('redis reachable again'))) {
    await bucket.take('c', 0);
    await new Promise(setImmediate);
  }
}

test.skipIf(!hasRedis)(
  'two processes share a bucket, and refunds of one are available to the other',
  async () => {
    if (!one || !other) return;
    const taken = await Promise.all(
      [one, other].flatMap((bucket) => [1, 2, 3].map(() => bucket.take('a', 200))),
    );
    const back = await one.refund('a', 500);
    const again = await other.take('a', 400);

    expect(taken.filter(({ isPaid }) => isPaid)).toHaveLength(5);
    expect(back.available).toBeGreaterThanOrEqual(500);
    expect(again.isPaid).toBe(true);
    expect((await one.refund('a', 5_000)).available).toBe(1_000);
  },
);

test.skipIf(!hasRedis)('a charge can exceed the balance, down to minus the capacity', async () => {
  if (!one || !other) return;

  expect(await one.charge('charged', 1_500)).toMatchObject({ isPaid: true, available: -500 });
  expect((await other.charge('charged', 10)).isPaid).toBe(false);
  expect((await other.refund('charged', 600)).available).toBeGreaterThanOrEqual(100);
  expect((await one.charge('charged', 5_000)).available).toBe(-1_000);
});

test.skipIf(!hasRedis)(
  'while Redis is unavailable, each process counts alone and warns once, and later reconnects',
  async () => {
    if (!one || !other || !redis) return;
    await one.take('b', 900);
    lines.length = 0;
    await redis.stop();

    const alone = await Promise.all([1, 2, 3].map(() => one.take('b', 400)));
    const warned = warnings();
    await redis.start();
    await untilBack(one);
    const shared = await other.take('b', 0);

    expect(alone.map(({ isPaid }) => isPaid)).toEqual([true, true, false]);
    expect(warned).toBeLessThanOrEqual(2);
    expect(shared.isPaid).toBe(true);
  },
);
