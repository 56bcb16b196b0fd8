import { expect, test } from 'vitest';
import { Lazy } from '../../src/loaders/lazy.ts';
import { failing, openBatch } from './words.ts';

test('a lazy value is what its batch found, mapped', async () => {
  const { batch } = openBatch();
  const lazy = Lazy.of(batch, 'a')
    .map((text) => `${text}!`)
    .map((text) => text.length);
  lazy.batch.want(lazy.key);
  await lazy.batch.send();

  expect(lazy.value).toBe(2);
});

test('a lazy value is a promise to whoever awaits it', async () => {
  const { batch, reads } = openBatch(failing);
  let ended = 0;
  const count = () => {
    ended += 1;
  };

  const outcomes = await Promise.all([
    Lazy.of(batch, 'a').map((text) => `${text}!`),
    Lazy.of(batch, 'a').finally(count),
    Lazy.of(batch, 'bad').catch(String),
    Lazy.of(batch, 'bad')
      .finally(count)
      .catch(() => 'caught'),
    Lazy.of(batch, 'a').then((text) => text.toLowerCase()),
  ]);

  expect(outcomes).toEqual(['A!', 'A', 'Error: no such key', 'caught', 'a']);
  expect(ended).toBe(2);
  expect(reads).toEqual([['a', 'bad']]);
});

test('what goes wrong in a map is the value’s error, and no other’s', async () => {
  const { batch } = openBatch();
  const lazy = Lazy.of(batch, 'a');
  const wrong = lazy.map((): string => {
    throw new Error('not that');
  });

  await expect(wrong).rejects.toThrow('not that');
  expect(() => wrong.value).toThrow('not that');
  expect(lazy.value).toBe('A');
});
