import { describe, expect, test } from 'vitest';
import { kinds, openLoader } from './loader-kinds.ts';
import { capitals, heldLoad } from './words.ts';

describe.each(kinds)('%s', (_name, create) => {
  const open = (load = capitals) => openLoader(create, load);

  test('does not read a primed key', async () => {
    const { loader, reads } = open();

    expect(loader.prime('a', 'primed')).toBe(loader);
    loader.prime('later', Promise.resolve('primed later'));

    expect(await loader.loadMany(['a', 'later', 'b'])).toEqual(['primed', 'primed later', 'B']);
    expect(reads).toEqual([['b']]);
  });

  test('keeps the first value of a key that is primed again', async () => {
    const { loader } = open();
    loader.prime('a', 'first').prime('a', 'second');
    await loader.load('b');
    loader.prime('b', 'primed');

    expect(await loader.loadMany(['a', 'b'])).toEqual(['first', 'B']);
    loader.clear('a').prime('a', 'third');
    expect(await loader.load('a')).toBe('third');
  });

  test('rejects a key that is primed with an error', async () => {
    const { loader, reads } = open();

    loader.prime('a', new Error('primed')).prime('b', Promise.reject(new Error('primed later')));

    await expect(loader.load('a')).rejects.toThrow('primed');
    await expect(loader.load('b')).rejects.toThrow('primed later');
    await expect(loader.load('b')).rejects.toThrow('primed later');
    expect(reads).toEqual([]);
  });

  test('resolves cached keys together with the keys of their batch', async () => {
    const { load, release } = heldLoad();
    const { loader } = open(load);
    loader.prime('a', 'primed');
    const resolved: string[] = [];

    const cached = loader.load('a').then((value) => resolved.push(value));
    const loaded = loader.load('b').then((value) => resolved.push(value));
    await new Promise(setImmediate);
    expect(resolved).toEqual([]);
    release();
    await Promise.all([cached, loaded]);

    expect(resolved.toSorted()).toEqual(['B', 'primed']);
  });
});
