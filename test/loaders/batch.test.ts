import DataLoader from 'dataloader';
import { expect, test } from 'vitest';
import { Batch, createLevels } from '../../src/loaders/batch.ts';
import { capitals, failing, heldLoad, openBatch } from './words.ts';

test('a batch is a DataLoader', () => {
  expect(openBatch().batch).toBeInstanceOf(DataLoader);
});

test('a flush loads the requested keys in one read, each once', async () => {
  const { batch, reads, request, values } = openBatch();

  expect(request('b', 'a', 'b')).toEqual([false, false, false]);
  expect(reads).toEqual([]);
  const flushed = batch.flush();
  expect(reads).toEqual([['b', 'a']]);
  await flushed;

  expect(values('a', 'b')).toEqual(['A', 'B']);
});

test('a loaded key is available and is not read again', async () => {
  const { batch, reads, request } = openBatch();
  request('a');
  await batch.flush();

  expect(request('a')).toEqual([true]);
  await batch.flush();

  expect(await batch.load('a')).toBe('A');
  expect(await batch.defer('a')).toBe('A');
  expect(reads).toEqual([['a']]);
});

test('a flush waits for keys in flight, and reads only the other keys', async () => {
  const { load, release } = heldLoad();
  const { batch, reads, request, values } = openBatch(load);
  request('a');
  const first = batch.flush();

  expect(request('a')).toEqual([false]);
  const second = batch.flush();
  request('b');
  const third = batch.flush();
  release();
  await Promise.all([second, third]);

  expect(values('a', 'b')).toEqual(['A', 'B']);
  await first;
  expect(reads).toEqual([['a'], ['b']]);
});

test('loaded and requested keys share one read', async () => {
  const { batch, reads, request, values } = openBatch();

  request('a');
  const promised = [batch.load('b'), batch.load('a'), batch.defer('a').then()];
  request('c', 'b');
  await batch.flush();

  expect(values('a', 'b', 'c')).toEqual(['A', 'B', 'C']);
  expect(await Promise.all(promised)).toEqual(['B', 'A', 'A']);
  expect(reads).toEqual([['a', 'b', 'c']]);
});

test('a level flushes requested keys together with loaded keys', async () => {
  const { batch, reads, request, values } = openBatch();

  request('a');
  expect(await batch.load('b')).toBe('B');

  expect(values('a')).toEqual(['A']);
  expect(reads).toEqual([['a', 'b']]);
});

test('a key that is loaded while it is in flight joins its read', async () => {
  const { load, release } = heldLoad();
  const { batch, reads, request } = openBatch(load);
  request('a');
  const flushed = batch.flush();

  const promised = Promise.all([batch.load('a'), batch.load('b')]);
  request('a');
  release();
  await flushed;

  expect(await promised).toEqual(['A', 'B']);
  expect(reads).toEqual([['a'], ['b']]);
});

test('a key without a value fails alone', async () => {
  const { batch, request, values } = openBatch(failing);
  request('a', 'bad', 'b');

  await batch.flush();

  expect(() => values('bad')).toThrow('no such key');
  await expect(batch.load('bad')).rejects.toThrow('no such key');
  expect(values('a', 'b')).toEqual(['A', 'B']);
});

test('the keys of a failed read have its error, and are read again when they are requested again', async () => {
  let isDown = true;
  const { batch, reads } = openBatch(async (keys) => {
    if (isDown) throw new Error('no connection');
    return capitals(keys);
  });
  const rounds = [batch.request('a'), batch.request('b')];
  await batch.flush();
  isDown = false;

  const again = batch.request('a');
  await batch.flush();

  for (const round of rounds) expect(() => round.value('a')).toThrow('no connection');
  expect(again.value('a')).toBe('A');
  expect(await batch.load('b')).toBe('B');
  expect(reads).toEqual([['a', 'b'], ['a'], ['b']]);
});

test('clearing a requested key does not take its value from those that requested it', async () => {
  const { batch, reads } = openBatch();
  const before = batch.request('a');

  batch.clear('a');
  const after = batch.request('a');
  await batch.flush();
  batch.clearAll();

  expect([before.value('a'), after.value('a')]).toEqual(['A', 'A']);
  expect(batch.find('a')).toBeUndefined();
  expect(reads).toEqual([['a']]);
});

test('values of another batch are available without a read, also null', async () => {
  const reads: (readonly string[])[] = [];
  const load = async (keys: readonly string[]) => {
    reads.push(keys);
    return new Map();
  };
  const batch = new Batch<string | null>(createLevels(), load, () => null);
  let unpacked = 0;
  batch.primeFrom(() => {
    unpacked += 1;
    return [
      ['a', 'from a page'],
      ['empty', null],
    ];
  });
  expect(unpacked).toBe(0);
  batch.request('none');
  await batch.flush();

  const found = ['a', 'empty', 'none'].map((key) => batch.request(key));

  expect(found.map((round) => round.isLoaded)).toEqual([true, true, true]);
  expect(found.map((round, index) => round.value(['a', 'empty', 'none'][index] ?? ''))).toEqual([
    'from a page',
    null,
    null,
  ]);
  expect([unpacked, reads]).toEqual([1, [['none']]]);
});

test('a loaded value is not replaced by one of another batch', async () => {
  const { batch, request, values } = openBatch();
  request('a');
  await batch.flush();

  batch.primeFrom(() => [['a', 'from a page']]);

  expect(values('a')).toEqual(['A']);
});

test('cleared keys of another batch are read', async () => {
  const { batch, reads } = openBatch();
  batch.primeFrom(() => [['a', 'from a page']]);
  expect(await batch.clear('a').load('a')).toBe('A');

  batch.primeFrom(() => [['b', 'from a page']]);
  expect(await batch.clearAll().load('b')).toBe('B');

  expect(reads).toEqual([['a'], ['b']]);
});

test('a value that is not loaded is an error', () => {
  const { batch } = openBatch();

  expect(() => batch.request('a').value('a')).toThrow('The value of a is not loaded.');
  expect(() => batch.defer('a').value).toThrow('The key a was not requested.');
});
