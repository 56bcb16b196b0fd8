import { expect, test } from 'vitest';
import { Batch } from '../../src/loaders/batch.ts';
import { createLevels } from '../../src/loaders/levels.ts';
import { capitals, failing, heldLoad, openBatch } from './words.ts';

test('keys that are wanted are read in one go, each once', async () => {
  const { batch, reads } = openBatch();

  const there = ['a', 'b', 'a'].map((key) => batch.want(key));
  await batch.send();

  expect(there).toEqual([false, false, false]);
  expect(reads).toEqual([['a', 'b']]);
  expect(['a', 'b'].map((key) => batch.found(key))).toEqual(['A', 'B']);
});

test('what was found is there, and not read again', async () => {
  const { batch, reads } = openBatch();
  batch.want('a');
  await batch.send();

  const isThere = batch.want('a');
  await batch.send();

  expect(isThere).toBe(true);
  expect(await batch.load('a')).toBe('A');
  expect(reads).toEqual([['a']]);
});

test('a key that is wanted while it is under way is waited for, not read again', async () => {
  const { load, release } = heldLoad();
  const { batch, reads } = openBatch(load);
  batch.want('a');
  const first = batch.send();

  const isThere = batch.want('a');
  const second = batch.send();
  release();
  await second;

  expect(isThere).toBe(false);
  expect(batch.found('a')).toBe('A');
  await first;
  expect(reads).toEqual([['a']]);
});

test('keys that are wanted while others are under way are read beside them, and sent once all are found', async () => {
  const { load, release } = heldLoad();
  const { batch, reads } = openBatch(load);
  batch.want('a');
  const first = batch.send();

  batch.want('a');
  batch.want('b');
  const second = batch.send();
  release();
  await second;

  expect(['a', 'b'].map((key) => batch.found(key))).toEqual(['A', 'B']);
  await first;
  expect(reads).toEqual([['a'], ['b']]);
});

test('a key that fails leaves the others what they are', async () => {
  const { batch } = openBatch(failing);
  for (const key of ['a', 'bad', 'b']) batch.want(key);

  await batch.send();

  expect(() => batch.found('bad')).toThrow('no such key');
  await expect(batch.load('bad')).rejects.toThrow('no such key');
  expect(['a', 'b'].map((key) => batch.found(key))).toEqual(['A', 'B']);
});

test('a read that fails fails its keys, and no later ones', async () => {
  let isDown = true;
  const { batch } = openBatch(async (keys) => {
    if (isDown) throw new Error('no connection');
    return capitals(keys);
  });
  batch.want('a');
  await batch.send();
  isDown = false;
  batch.want('b');
  await batch.send();

  expect(() => batch.found('a')).toThrow('no connection');
  await expect(batch.load('a')).rejects.toThrow('no connection');
  expect(batch.found('b')).toBe('B');
});

test('promises and what is wanted share their reads', async () => {
  const { load, release } = heldLoad();
  const { batch, reads } = openBatch(load);
  batch.want('a');
  const sent = batch.send();

  const promised = Promise.all([batch.load('a'), batch.load('b')]);
  batch.want('a');
  release();
  await sent;

  expect(await promised).toEqual(['A', 'B']);
  expect(reads).toEqual([['a'], ['b']]);
});

test('promises of one moment are one read', async () => {
  const { batch, reads } = openBatch(failing);

  const outcomes = await Promise.allSettled(['a', 'bad', 'a'].map((key) => batch.load(key)));

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(reads).toEqual([['a', 'bad']]);
});

test('what another batch brought is there without a read, also where it is nothing', async () => {
  const reads: (readonly string[])[] = [];
  const load = async (keys: readonly string[]) => {
    reads.push(keys);
    return new Map();
  };
  const batch = new Batch<string | null>(createLevels(), load, () => null);
  batch.prime(() => [['a', 'from a page']]);
  batch.want('none');
  await batch.send();

  expect(batch.want('a')).toBe(true);
  expect(batch.want('none')).toBe(true);
  expect([batch.found('a'), batch.found('none'), await batch.load('none')]).toEqual([
    'from a page',
    null,
    null,
  ]);
  expect(reads).toEqual([['none']]);
});

test('what was found first stays', async () => {
  const { batch } = openBatch();
  batch.want('a');
  await batch.send();

  batch.prime(() => [['a', 'from a page']]);

  expect(batch.found('a')).toBe('A');
});

test('a value that nobody asked for is an error', () => {
  const { batch } = openBatch();

  expect(() => batch.found('a')).toThrow('The batch has no request for a.');
});
