import { createServer } from 'node:net';
import type pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { databaseFailure } from '../../src/db/wire/failure.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { transaction } from '../../src/db/write/transaction.ts';
import type { WorkClass } from '../../src/waiting-requests.ts';
import { openTestDatabase } from '../database.ts';
import { untilRunning } from '../server/limits/statements-under-way.ts';

const { pool, url } = await openTestDatabase();

function open(size: number, { connectionString = url, expensiveMs = 30_000 } = {}) {
  const serving = createServingPool({ connectionString }, () => undefined, 60_000, size);
  const db = createDb(serving, { expensiveMs });
  const stops: AbortController[] = [];
  /** Runs a statement that takes until its controller is aborted. */
  const sleep = (caller: string, work: WorkClass = 'short') => {
    const stop = new AbortController();
    stops.push(stop);
    const session = db.$session({ accountId: caller, caller }, stop.signal);
    const statement = { text: `select pg_sleep(60) /* ${caller} */`, values: [] };
    const isExpensive = work === 'expensive';
    const sent = work === 'short' ? session.send(statement) : session.sendAlone(statement, { isExpensive });
    const outcome = sent.then(
      () => 'answered',
      (error: Error) => error.name,
    );
    return { stop: () => stop.abort(), outcome };
  };
  const ask = (caller: string, text: string) =>
    db.$session({ accountId: caller, caller }).send({ text, values: [] });
  onTestFinished(async () => {
    for (const stop of stops) stop.abort();
    await serving.end();
  });
  return { db, sleep, ask, serving };
}

const times = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

test('one caller uses all connections while no other caller waits', async () => {
  const { db, sleep } = open(4);

  times(6, () => sleep('alone'));

  await untilRunning(pool, 'pg_sleep(60) /* alone', 4);
  expect([db.$queue.held, db.$queue.waiting]).toEqual([4, 2]);
});

test("the next free connection goes to another account's statement", async () => {
  const { db, sleep, ask } = open(2);
  const [first] = times(8, () => sleep('greedy'));
  await untilRunning(pool, 'pg_sleep(60) /* greedy', 2);
  const answer = ask('other', 'select 1');
  expect(db.$queue.waiting).toBe(7);

  first?.stop();

  expect(await answer).toEqual([['1']]);
  await untilRunning(pool, 'pg_sleep(60) /* greedy', 2);
});

test('statements that callers shape hold at most a third of the connections', async () => {
  const { db, sleep, ask } = open(6);

  for (const caller of ['a', 'b', 'c']) times(2, () => sleep(`long ${caller}`, 'long'));

  await untilRunning(pool, 'pg_sleep(60) /* long', 2);
  expect(await Promise.all(['a', 'd'].map((caller) => ask(caller, 'select 1')))).toEqual([[['1']], [['1']]]);
  expect([db.$queue.held, db.$queue.waiting]).toEqual([2, 4]);
});

test('expensive statements hold at most a quarter of the connections', async () => {
  const { db, sleep, ask } = open(8);

  for (const caller of ['a', 'b', 'c']) times(2, () => sleep(`expensive ${caller}`, 'expensive'));

  await untilRunning(pool, 'pg_sleep(60) /* expensive', 2);
  expect(await Promise.all(['a', 'd'].map((caller) => ask(caller, 'select 1')))).toEqual([[['1']], [['1']]]);
  expect([db.$queue.held, db.$queue.waiting]).toEqual([2, 4]);
});

test('a transaction waits in the same queue, and leaves it when its request is aborted', async () => {
  const { db, sleep } = open(1);
  const [running, waiting] = times(2, () => sleep('greedy'));
  await untilRunning(pool, 'pg_sleep(60) /* greedy', 1);
  const stop = new AbortController();
  const requester = { accountId: 'other', caller: 'other' };
  const aborted = transaction(db, requester, async () => 'done', { signal: stop.signal });
  const granted = transaction(db, requester, async () => 'done');

  stop.abort(new Error('too late'));
  waiting?.stop();

  await expect(aborted).rejects.toThrow('too late');
  expect(await waiting?.outcome).toBe('AbortError');
  expect(db.$queue.waiting).toBe(1);
  running?.stop();
  expect(await granted).toBe('done');
});

const settings = `select current_setting('statement_timeout'), current_setting('plan_cache_mode')`;

test('an expensive statement has a shorter timeout, and its connection keeps its settings', async () => {
  const { db, ask, serving } = open(1, { expensiveMs: 50 });
  const session = db.$session({ accountId: 'a', caller: 'a' });
  const text = `${settings}, current_setting('application_name')`;

  const within = await session.sendAlone({ text, values: [] }, { isExpensive: true });
  const failed = await session
    .sendAlone({ text: 'select pg_sleep(60)', values: [] }, { isExpensive: true })
    .catch(databaseFailure);

  expect(within).toEqual([['50ms', 'force_custom_plan', 'customer-gateway']]);
  expect(failed).toBe('timeout');
  expect(await ask('a', settings)).toEqual([['1min', 'force_generic_plan']]);
  expect(serving.totalCount).toBe(1);
});

test('after an expensive statement was cancelled, the next one finds the usual settings', async () => {
  const { sleep, ask } = open(1);
  const slow = sleep('cancelled', 'expensive');
  await untilRunning(pool, 'pg_sleep(60) /* cancelled', 1);

  slow.stop();

  expect(await slow.outcome).toBe('AbortError');
  expect(await ask('a', settings)).toEqual([['1min', 'force_generic_plan']]);
});

test('a rejected setting fails only its own statement', async () => {
  const { ask, serving } = open(1);
  const other = createDb(serving, { expensiveMs: -5 });

  const answer = other
    .$session({ accountId: 'a', caller: 'a' })
    .sendAlone({ text: 'select 1', values: [] }, { isExpensive: true });

  await expect(answer).rejects.toThrow('outside the valid range');
  expect(await ask('a', 'select 1')).toEqual([['1']]);
});

test('a database that refuses connections occupies no slots', async () => {
  const { db, ask } = open(2, { connectionString: 'postgresql://nobody@127.0.0.1:1/none' });

  const failures = await Promise.all(
    times(6, () => ask('a', 'select 1').then(() => 'none', databaseFailure)),
  );

  expect(failures).toEqual(times(6, () => 'unavailable'));
  expect([db.$queue.held, db.$queue.waiting]).toEqual([0, 0]);
});

test('all waiting requests fail as soon as one connection attempt to an unresponsive database has failed', async () => {
  let attempts = 0;
  const silent = createServer((socket) => {
    attempts += 1;
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as { readonly port: number };
  const { ask } = open(1, { connectionString: `postgresql://nobody@127.0.0.1:${port}/none` });

  const failures = await Promise.all(
    times(5, () => ask('a', 'select 1').then(() => 'none', databaseFailure)),
  );

  expect(failures).toEqual(times(5, () => 'unavailable'));
  expect(attempts).toBe(1);
});

test('connections are replaced when they are old, but not while they are in use', async () => {
  const serving: pg.Pool = createServingPool({ connectionString: url }, () => undefined, 60_000, 1);
  onTestFinished(() => serving.end());
  const ages = new Set(times(50, () => serving.options.maxLifetimeSeconds ?? 0));

  expect(ages.size).toBeGreaterThan(1);
  for (const age of ages) expect(Math.abs(age / 60 - 30)).toBeLessThanOrEqual(3);
  Object.defineProperty(serving.options, 'maxLifetimeSeconds', { value: 0.05 });
  const db = createDb(serving);
  const process = () =>
    db.$session({ accountId: 'a', caller: 'a' }).send({
      text: 'select pg_backend_pid(), pg_sleep(0.3)',
      values: [],
    });
  const [first, second] = await Promise.all([process(), process()]);

  expect(first?.[0]?.[0]).toEqual(expect.any(String));
  expect(second?.[0]?.[0]).not.toBe(first?.[0]?.[0]);
});
