import { expect, test } from 'vitest';
import { scopes, type Viewer } from '../../../src/auth/viewer.ts';
import { defaultLimits } from '../../../src/limits.ts';
import { Observation } from '../../../src/observe/observation.ts';
import { schema } from '../../../src/schema/index.ts';
import { CostLimiter, MemoryBucket } from '../../../src/server/cost/cost-limiter.ts';
import { Preparation } from '../../../src/server/operation/prepare.ts';
import { SharedCache } from '../../../src/shared-cache.ts';

const limits = defaultLimits;
const bucket = new MemoryBucket({ capacity: limits.bucket, refillPerSecond: limits.refill });

function open() {
  const preparation = new Preparation({
    schema,
    limits,
    showsSchema: true,
    cache: new SharedCache(10_000_000),
    costLimiter: new CostLimiter(limits, bucket),
  });
  const order: string[] = [];
  const prepare = async (caller: string, query: string) => {
    const viewer: Viewer = { accountId: `acc_${caller}`, accountUserId: null, scopes, caller };
    await preparation.prepare({
      query,
      viewer,
      requestId: '',
      signal: new AbortController().signal,
      readsOnly: false,
      observation: new Observation('', 'POST'),
      present: (result) => result,
    });
    order.push(caller);
  };
  return { prepare, order };
}

test('while one caller sends many documents, another waits for at most two of them', async () => {
  const { prepare, order } = open();
  const flood = Array.from({ length: 40 }, (_, at) => prepare('loud', `{ a${at}: viewer { scopes } }`));
  await Promise.all([...flood, prepare('quiet', '{ viewer { scopes } }')]);

  expect(order).toHaveLength(41);
  expect(order.indexOf('quiet')).toBeLessThanOrEqual(2);
});
