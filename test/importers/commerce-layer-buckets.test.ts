import { expect, test } from 'vitest';
import { Buckets } from '../../src/importers/commerce-layer/buckets.ts';
import { UnnamedFile } from '../../src/importers/unnamed-file.ts';
import { collect } from './read.ts';

test('values of a key are together, in the order of their addition, whether in memory or in the file', async () => {
  const file = new UnnamedFile();
  try {
    const buckets = [
      new Buckets<readonly [number, string]>(file),
      new Buckets<readonly [number, string]>(file),
    ];
    const text = 'ä\n\u2028'.repeat(2_000);
    for (let at = 0; at < 3_000; at += 1) await buckets[at % 2]?.add(`k${at % 500}`, [at, text]);
    for (const [parity, each] of buckets.entries()) {
      const found = await collect(each.takeAll());
      const values = found.flat();
      expect(values.map(([at]) => at).toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: 1_500 }, (_, at) => at * 2 + parity),
      );
      expect(values.every(([, value]) => value === text)).toBe(true);
      for (let key = parity; key < 500; key += 2) {
        const own = found.filter((bucket) => bucket.some(([at]) => at % 500 === key));
        expect(own).toHaveLength(1);
        const order = own.flat().flatMap(([at]) => (at % 500 === key ? [at] : []));
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }
      expect(await collect(each.takeAll())).toEqual([]);
    }
  } finally {
    await file.close();
  }
});
