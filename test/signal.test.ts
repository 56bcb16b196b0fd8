import { expect, test } from 'vitest';
import { Cancellation } from '../src/signal.ts';

test('an abort calls the listeners in order, once, with the reason of the first call', () => {
  const signal = new Cancellation();
  const called: unknown[] = [];
  signal.addEventListener('abort', () => called.push(1, signal.reason));
  signal.addEventListener('abort', () => called.push(2, signal.aborted));
  signal.throwIfAborted();
  const reason = new Error('too slow');
  signal.abort(reason);
  signal.abort(new Error('again'));
  expect(called).toEqual([1, reason, 2, true]);
  expect(() => signal.throwIfAborted()).toThrow(reason);
});

test('removed listeners and those that are added after the abort are not called', () => {
  const signal = new Cancellation();
  const called: string[] = [];
  const removed = () => called.push('removed');
  const removedByFirst = () => called.push('removed by the first');
  signal.addEventListener('abort', removed);
  signal.addEventListener('abort', () => signal.removeEventListener('abort', removedByFirst));
  signal.addEventListener('abort', removedByFirst);
  signal.addEventListener('abort', () => called.push('last'));
  signal.removeEventListener('abort', removed);
  signal.removeEventListener('abort', () => called.push('unknown'));
  signal.abort(new Error('left'));
  signal.addEventListener('abort', () => called.push('late'));
  expect(called).toEqual(['last']);
});
