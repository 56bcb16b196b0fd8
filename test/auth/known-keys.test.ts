import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { makeKey, openWithKeys } from './key-server.ts';

afterEach(() => void vi.useRealTimers());

/** Advances the wall clock and the monotonic clock. */
function advanceClocks() {
  const { now } = performance;
  let advancedMs = 0;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + advancedMs);
  onTestFinished(() => void spy.mockRestore());
  return (minutes: number) => {
    advancedMs += minutes * 60_000;
    vi.setSystemTime(Date.now() + minutes * 60_000);
  };
}

test('a known token is rejected once its key is withdrawn and the set is fetched again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const [old, next] = [await makeKey('one', 'ES256'), await makeKey('one', 'ES256')];
  const { ask, sign, server } = await openWithKeys(old);
  const token = await sign(old);
  const status = async () => (await ask(`Bearer ${token}`)).status;
  const advance = advanceClocks();
  expect(await status()).toBe(200);

  server.keys = [next.jwk];
  advance(9);
  expect(await status()).toBe(200);
  advance(2);
  expect(await status()).toBe(401);

  expect(server.fetched).toBe(2);
});

test('a known token is verified again only after the set is fetched again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const pair = await makeKey('one', 'ES256');
  const { ask, sign, server } = await openWithKeys(pair);
  const token = await sign(pair);
  const status = async () => (await ask(`Bearer ${token}`)).status;
  const advance = advanceClocks();
  const verify = vi.spyOn(crypto.subtle, 'verify');

  for (let minute = 0; minute < 10; minute += 1) {
    expect(await status()).toBe(200);
    advance(1);
  }
  expect([verify.mock.calls.length, server.fetched]).toEqual([1, 1]);
  expect(await status()).toBe(200);
  expect([verify.mock.calls.length, server.fetched]).toEqual([2, 2]);

  server.isDown = true;
  advance(11);
  expect(await status()).toBe(503);
});
