import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CacheOwner, SharedCache } from '../src/shared-cache.ts';
import { runs } from './runs.ts';

const ofA: CacheOwner = { accountId: 'A', caller: 'a' };
const ofB: CacheOwner = { accountId: 'B', caller: 'b' };

const step = fc.record({
  kind: fc.constantFrom('get', 'set', 'set', 'set', 'resize', 'delete'),
  key: fc.nat(40).map(String),
  bytes: fc.integer({ min: 1, max: 40 }),
  owner: fc.record({
    accountId: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    caller: fc.constantFrom('1', '2'),
  }),
});

test('the cache holds the sizes that it accounts for, within its bounds', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const cache = new SharedCache(1_000, () => 0);
      const last = new Map<string, { value: object; bytes: number }>();
      for (const { kind, key, bytes, owner } of steps) {
        const known = last.get(key);
        if (kind === 'get') cache.get(key, owner);
        else if (kind === 'delete') cache.delete(key);
        else if (kind === 'resize' && known) {
          cache.resize(key, known.value, bytes);
          last.set(key, { ...known, bytes });
        } else if (kind === 'set') {
          const value = {};
          cache.set(key, value, bytes, owner);
          last.set(key, { value, bytes });
        }
        const accounts = ['A', 'B', 'C', 'D', 'E'].map((id) => cache.bytesOf(id));
        expect(cache.bytes).toBeLessThanOrEqual(1_000);
        expect(Math.max(...accounts)).toBeLessThanOrEqual(250);
        expect(cache.sharedBytes).toBeLessThanOrEqual(500);
        expect(accounts.reduce((a, b) => a + b, cache.sharedBytes)).toBe(cache.bytes);
      }
      const held = [...last].filter(
        ([key, { value }]) => cache.get(key, { accountId: '', caller: '' }) === value,
      );
      expect(held.reduce((sum, [, { bytes }]) => sum + bytes, 0)).toBe(cache.bytes);
    }),
    runs(200),
  );
});

test('a flood by one account does not evict the entries of an account that holds less', () => {
  const flood = fc.array(
    fc.record({ key: fc.nat(), bytes: fc.integer({ min: 1, max: 40 }), caller: fc.nat(20) }),
    {
      minLength: 100,
      maxLength: 300,
    },
  );
  fc.assert(
    fc.property(flood, (sets) => {
      const cache = new SharedCache(1_000, () => 0);
      cache.set('of B', 1, 15, ofB);
      for (const { key, bytes, caller } of sets)
        cache.set(`A ${key}`, key, Math.min(bytes, cache.maxEntryBytes), {
          accountId: 'A',
          caller: `${caller}`,
        });

      expect(cache.get('of B', ofB)).toBe(1);
    }),
    runs(100),
  );
});

test('within an account, the caller with the most bytes loses entries first', () => {
  const cache = new SharedCache(1_000, () => 0);
  cache.set('quiet', 1, 15, { accountId: 'A', caller: 'quiet' });
  for (let at = 0; at < 100; at++) cache.set(`loud ${at}`, at, 15, { accountId: 'A', caller: 'loud' });

  expect(cache.get('quiet', ofA)).toBe(1);
  expect(cache.get('loud 0', ofA)).toBeUndefined();
  expect(cache.get('loud 99', ofA)).toBe(99);
});

test('an entry that two accounts use counts for neither of them', () => {
  const cache = new SharedCache(1_000, () => 0);
  cache.set('common', 1, 10, ofA);
  cache.get('common', ofA);
  const before = [cache.bytesOf('A'), cache.sharedBytes];
  cache.get('common', ofB);

  expect(before).toEqual([10, 0]);
  expect([cache.bytesOf('A'), cache.bytesOf('B'), cache.sharedBytes]).toEqual([0, 0, 10]);
});

test('the least recently used entry of a caller is evicted first', () => {
  const cache = new SharedCache(640, () => 0);
  for (let at = 0; at < 16; at++) cache.set(`${at}`, at, 10, ofA);
  cache.get('0', ofA);

  cache.set('16', 16, 10, ofA);

  expect([cache.get('0', ofA), cache.get('1', ofA), cache.get('16', ofA)]).toEqual([0, undefined, 16]);
});

test('entries unused for ten minutes are evicted first', () => {
  let now = 0;
  const cache = new SharedCache(640, () => now);
  cache.set('idle', 1, 10, ofB);
  now = 11 * 60_000;
  for (const accountId of ['C', 'D', 'E', 'F'])
    for (let at = 0; at < 16; at++) cache.set(`${accountId} ${at}`, at, 10, { accountId, caller: '' });

  expect(cache.get('idle', ofB)).toBeUndefined();
  expect(cache.bytes).toBe(640);
});

test('a value above a 64th of the cache is not cached, and one that grows beyond it is evicted', () => {
  const cache = new SharedCache(640, () => 0);
  const value = {};
  cache.set('large', 1, 11, ofA);
  cache.set('growing', value, 5, ofA);
  cache.resize('growing', value, 10);
  const grown = cache.bytes;
  cache.resize('growing', value, 11);

  expect(cache.get('large', ofA)).toBeUndefined();
  expect(grown).toBe(10);
  expect([cache.bytes, cache.size]).toEqual([0, 0]);
});
