import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Phase, SilentConnectionError, Watchdog } from '../../src/db/wire/watchdog.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limits = { connectMs: 800, answerMs: 1_600 };
const tickMs = 100;

function connection({ server = 'one', isExpendable = true, answerMs = limits.answerMs } = {}) {
  const errors: Error[] = [];
  const state = { phase: 'resting' as Phase, bytesRead: 0 };
  const watchdog = new Watchdog(
    {
      get phase() {
        return state.phase;
      },
      get isExpendable() {
        return isExpendable && state.phase === 'resting';
      },
      get socket() {
        return {
          bytesRead: state.bytesRead,
          destroy(error?: Error) {
            errors.push(error ?? new Error(`closed while ${state.phase}`));
            state.phase = 'closed';
            return this as never;
          },
        };
      },
    },
    { ...limits, answerMs },
    server,
  );
  watchdog.join();
  return {
    errors,
    begin(phase: Phase) {
      watchdog.watch();
      state.phase = phase;
    },
    receive(phase: Phase) {
      state.bytesRead += 1;
      state.phase = phase;
    },
    leave: () => watchdog.leave(),
  };
}

test.for([
  ['answering', limits.answerMs],
  ['connecting', limits.connectMs],
] as const)('a connection that is silent while %s is closed after %i ms', ([phase, ms]) => {
  const { begin, errors } = connection();

  begin(phase);
  vi.advanceTimersByTime(ms);
  expect(errors).toEqual([]);
  vi.advanceTimersByTime(2 * tickMs);

  expect(errors).toMatchObject([{ code: 'ETIMEDOUT', phase }]);
});

test('a server that does not close a connection does not delay a release', () => {
  const { begin, errors } = connection();

  begin('closing');
  vi.advanceTimersByTime(limits.connectMs + 2 * tickMs);

  expect(errors).toMatchObject([{ message: 'closed while closing' }]);
});

test.for([
  ['answering', limits.answerMs],
  ['connecting', limits.connectMs],
] as const)('bytes that arrive restart the time while %s', ([phase, ms]) => {
  const { begin, receive, errors } = connection();
  begin(phase);

  for (let times = 0; times < 5; times += 1) {
    vi.advanceTimersByTime(ms - tickMs);
    receive(phase);
  }

  expect(errors).toEqual([]);
});

test('an idle connection is not closed and needs no timer', () => {
  const { begin, receive, errors } = connection();
  begin('answering');
  receive('resting');

  vi.advanceTimersByTime(10 * limits.answerMs);

  expect(errors).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a pause of the process does not count as silence', () => {
  const { begin, errors } = connection();
  begin('answering');
  vi.advanceTimersByTime(3 * tickMs);

  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 3_600_000);
  vi.advanceTimersByTime(3 * tickMs);

  expect(errors).toEqual([]);
});

test('without a timeout, a statement can take any time', () => {
  const { begin, errors } = connection({ answerMs: Number.POSITIVE_INFINITY });
  begin('answering');

  vi.advanceTimersByTime(3_600_000);

  expect(errors).toEqual([]);
});

test('connections of the same server that were idle for longer are closed with a silent one', () => {
  const silent = connection();
  const idle = connection();
  const answered = connection();
  const inTransaction = connection({ isExpendable: false });
  const elsewhere = connection({ server: 'two' });
  const maintenance = connection({ answerMs: Number.POSITIVE_INFINITY });
  const closed = connection();
  closed.leave();
  vi.advanceTimersByTime(10 * tickMs);

  silent.begin('answering');
  vi.advanceTimersByTime(limits.answerMs / 2);
  answered.begin('answering');
  vi.advanceTimersByTime(2 * tickMs);
  answered.receive('resting');
  vi.advanceTimersByTime(limits.answerMs / 2);

  expect(silent.errors).toHaveLength(1);
  expect(idle.errors).toEqual([expect.any(SilentConnectionError)]);
  for (const other of [answered, inTransaction, elsewhere, maintenance, closed])
    expect(other.errors).toEqual([]);
});
