import { expect, test } from 'vitest';
import { boundedCache } from '../src/bounded-cache.ts';

test('what is kept comes back, and nothing else', () => {
  const cache = boundedCache<number>();
  cache.set('a', 1);

  expect([cache.get('a'), cache.get('b')]).toEqual([1, undefined]);
});

test('the entry that was not used for longest makes room', () => {
  const cache = boundedCache<number>({ entries: 2 });
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');

  cache.set('c', 3);

  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([1, undefined, 3]);
});

test('to set an entry again is to use it, and takes no room', () => {
  const cache = boundedCache<number>({ entries: 2 });
  cache.set('a', 1);
  cache.set('b', 2);
  cache.set('a', 10);

  cache.set('c', 3);

  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([10, undefined, 3]);
});

test('long keys are not kept', () => {
  const cache = boundedCache<number>({ keyLength: 3 });
  cache.set('abc', 1);
  cache.set('abcd', 2);

  expect([cache.get('abc'), cache.get('abcd')]).toEqual([1, undefined]);
});

test('of many entries as many stay as there is room for', () => {
  const cache = boundedCache<number>({ entries: 10 });
  for (let key = 0; key < 1_000; key++) cache.set(String(key), key);

  const kept = Array.from({ length: 1_000 }, (_, key) => cache.get(String(key))).filter(
    (each) => each !== undefined,
  );

  expect(kept).toEqual([990, 991, 992, 993, 994, 995, 996, 997, 998, 999]);
});
