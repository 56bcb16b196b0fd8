import { expect, test } from 'vitest';
import { failing, openBatch } from './words.ts';

test('a deferred value is the value of its batch, mapped', async () => {
  const { batch } = openBatch();
  const deferred = batch
    .defer('a')
    .map((text) => `${text}!`)
    .map((text) => text.length);
  expect(deferred.request()).toBe(false);
  await batch.flush();

  expect(deferred.request()).toBe(true);
  expect(deferred.value).toBe(2);
});

test('a deferred value is requested only when it is awaited', async () => {
  const { batch, reads } = openBatch();

  batch.defer('a').map((text) => text.length);
  await batch.defer('b');

  expect(reads).toEqual([['b']]);
});

test('a deferred value keeps the error of its read, whatever is read later', async () => {
  let isDown = true;
  const { batch } = openBatch(async (keys) => {
    if (isDown) throw new Error('no connection');
    return new Map(keys.map((key) => [key, key.toUpperCase()]));
  });
  const [failed, later] = [batch.defer('a'), batch.defer('a')];
  failed.request();
  await batch.flush();
  isDown = false;
  later.request();
  await batch.flush();

  expect(() => failed.value).toThrow('no connection');
  expect(later.value).toBe('A');
});

test('a deferred value is a promise for callers that await it', async () => {
  const { batch, reads } = openBatch(failing);
  let ended = 0;
  const count = () => {
    ended += 1;
  };

  const outcomes = await Promise.all([
    batch.defer('a').map((text) => `${text}!`),
    batch.defer('a').finally(count),
    batch.defer('bad').catch(String),
    batch
      .defer('bad')
      .finally(count)
      .catch(() => 'caught'),
    batch.defer('a').then((text) => text.toLowerCase()),
  ]);

  expect(outcomes).toEqual(['A!', 'A', 'Error: no such key', 'caught', 'a']);
  expect(ended).toBe(2);
  expect(reads).toEqual([['a', 'bad']]);
});

test('an error of a map is only that of its value', async () => {
  const { batch } = openBatch();
  const deferred = batch.defer('a');
  const wrong = deferred.map((): string => {
    throw new Error('not that');
  });

  await expect(wrong).rejects.toThrow('not that');
  wrong.request();
  deferred.request();
  expect(() => wrong.value).toThrow('not that');
  expect(deferred.value).toBe('A');
});
