import { describe, expect, test } from 'vitest';
import { absent, kinds, openLoader } from './loader-kinds.ts';
import { capitals, failing, heldLoad } from './words.ts';

describe.each(kinds)('%s', (_name, create) => {
  const open = (load = capitals) => openLoader(create, load);

  test('loads a key', async () => {
    const { loader } = open();
    const promise = loader.load('a');

    expect(promise).toBeInstanceOf(Promise);
    expect(await promise).toBe('A');
  });

  test('loads many keys in one read, with the values in their order', async () => {
    const { loader, reads } = open();

    expect(await loader.loadMany(['c', 'a', 'b', 'a'])).toEqual(['C', 'A', 'B', 'A']);
    expect(await loader.loadMany([])).toEqual([]);

    expect(reads).toEqual([['c', 'a', 'b']]);
  });

  test('loads keys that are never awaited', async () => {
    const { loader, reads } = open();

    void loader.load('a');
    void loader.load('b');
    await new Promise(setImmediate);

    expect(reads).toEqual([['a', 'b']]);
  });

  test('reads the keys of a promise job with those of the jobs before it', async () => {
    const { loader, reads } = open();

    await Promise.all([loader.load('a'), Promise.resolve().then(() => loader.load('b'))]);

    expect(reads).toEqual([['a', 'b']]);
  });

  test('reads concurrent and later loads of a key once', async () => {
    const { loader, reads } = open();

    expect(await Promise.all([loader.load('a'), loader.load('a')])).toEqual(['A', 'A']);
    expect(await loader.load('a')).toBe('A');
    expect(await Promise.all([loader.load('a'), loader.load('b')])).toEqual(['A', 'B']);

    expect(reads).toEqual([['a'], ['b']]);
  });

  test('rejects only the key without a value, and caches its error', async () => {
    const { loader, reads } = open(failing);

    const outcomes = await Promise.allSettled(['a', 'bad'].map((key) => loader.load(key)));

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(loader.load('bad')).rejects.toThrow('no such key');
    expect(reads).toEqual([['a', 'bad']]);
  });

  test('returns the errors of loadMany among its values', async () => {
    const { loader } = open(failing);

    expect(await loader.loadMany(['a', 'bad', 'b'])).toEqual(['A', absent(), 'B']);
  });

  test('rejects all keys of a failed read, and reads them again', async () => {
    let isDown = true;
    const { loader, reads } = open(async (keys) => {
      if (isDown) throw new Error('no connection');
      return capitals(keys);
    });

    expect(await loader.loadMany(['a', 'b'])).toEqual([
      new Error('no connection'),
      new Error('no connection'),
    ]);
    isDown = false;

    expect(await loader.loadMany(['a', 'b'])).toEqual(['A', 'B']);
    expect(reads).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  test('clears a key', async () => {
    const { loader, reads } = open();
    await loader.loadMany(['a', 'b']);

    expect(loader.clear('a')).toBe(loader);

    expect(await loader.loadMany(['a', 'b'])).toEqual(['A', 'B']);
    expect(reads).toEqual([['a', 'b'], ['a']]);
  });

  test('clears all keys', async () => {
    const { loader, reads } = open();
    await loader.loadMany(['a', 'b']);

    expect(loader.clearAll()).toBe(loader);

    expect(await loader.loadMany(['a', 'b'])).toEqual(['A', 'B']);
    expect(reads).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  test('reads a key again that was cleared while it was in flight', async () => {
    const { load, release } = heldLoad();
    const { loader, reads } = open(load);
    const first = loader.load('a');
    await new Promise(setImmediate);

    loader.clear('a');
    const second = loader.load('a');
    await new Promise(setImmediate);
    release();

    expect(await Promise.all([first, second])).toEqual(['A', 'A']);
    expect(reads).toEqual([['a'], ['a']]);
  });

  test.each([null, undefined])('throws for the key %s', (key) => {
    const { loader } = open();

    expect(() => loader.load(key as never)).toThrow(TypeError);
    expect(() => loader.loadMany(key as never)).toThrow(TypeError);
  });
});
