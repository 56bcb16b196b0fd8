import type pg from 'pg';
import { afterAll, expect, inject, onTestFinished, test } from 'vitest';
import { ConnectionQueue, type ConnectionSource } from '../../src/db/wire/connection-queue.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { Session } from '../../src/db/wire/session.ts';
import type { TextBatch, TextRows, TextStatement } from '../../src/db/wire/text-batch.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';
import { openProxy } from '../postgres-proxy.ts';
import { untilRunning } from '../server/limits/statements-under-way.ts';

/** An open connection on which every statement fails with this code. */
function failing(code: string): pg.PoolClient {
  const query = (batch: TextBatch) => batch.handleError(Object.assign(new Error(code), { code }));
  // The part of a connection that a session uses.
  return { query } as unknown as pg.PoolClient;
}

test.for([
  ['57P01', true],
  ['08006', true],
  ['23505', false],
  ['57014', false],
] as const)(
  'a connection on which a statement failed with %s is released as broken: %s',
  async ([code, isBroken]) => {
    const back = new Promise((resolve) => {
      const source: ConnectionSource = {
        acquire: async () => failing(code),
        release: (_client, broken) => resolve(broken),
        setUp: () => [],
      };
      const session = new Session(source, { accountId: 'acc_1', caller: 'test' });
      session.send({ text: 'select 1', values: [] }).catch(() => undefined);
    });

    expect(await back).toBe(isBroken);
  },
);

const { pool: owner, url } = await openTestDatabase(inject('demo'));
const pool = createServingPool({ connectionString: url }, () => undefined, 1_000);
afterAll(() => pool.end());
const requester = { accountId: demoAccountId, caller: 'test' };
const open = (signal?: AbortSignal) => new Session(new ConnectionQueue(pool, 500), requester, signal);

const settled = async (promises: readonly Promise<TextRows>[]) =>
  (await Promise.allSettled(promises)).map((each) =>
    each.status === 'fulfilled' ? each.value : String((each.reason as Error).message),
  );

const statement = (text: string): TextStatement => ({ text, values: [] });

test('a failed statement does not affect the others of its write', async () => {
  const session = open();
  const texts = ['select 1', 'select 1 / 0', 'select 2', 'select nothing', 'select 3'];

  const answers = await settled(texts.map((text) => session.send(statement(text))));

  expect(answers).toEqual([[['1']], 'division by zero', [['2']], 'column "nothing" does not exist', [['3']]]);
});

test('prepared statements of a write in which one fails are usable afterwards', async () => {
  const session = open();
  const named = (n: number, text: string) => ({ name: `session_test_${n}`, text, values: [] });

  for (let round = 0; round < 3; round += 1) {
    const sent = [named(1, 'select 1'), named(2, 'select nothing'), named(3, 'select 3')];
    expect(await settled(sent.map((each) => session.send(each)))).toEqual([
      [['1']],
      'column "nothing" does not exist',
      [['3']],
    ]);
  }
});

test('the settings of a long or expensive statement apply to that statement only', async () => {
  const session = open();
  const text = `select current_setting('plan_cache_mode'), current_setting('statement_timeout')`;

  expect(await session.send(statement(text))).toEqual([['force_generic_plan', '1s']]);
  expect(await session.sendAlone(statement(text))).toEqual([['force_custom_plan', '1s']]);
  expect(await session.sendAlone(statement(text), { isExpensive: true })).toEqual([
    ['force_custom_plan', '500ms'],
  ]);
  for (let n = 0; n < 10; n += 1)
    expect(await session.send(statement(text))).toEqual([['force_generic_plan', '1s']]);
});

test('a statement that exceeds its timeout fails alone', async () => {
  const answers = await settled(
    ['select 1', 'select pg_sleep(30)', 'select 2'].map((text) => open().send(statement(text))),
  );
  const together = open();
  const shared = ['select 1', 'select pg_sleep(30)', 'select 2'].map((text) =>
    together.send(statement(text)),
  );

  const expected = [[['1']], 'canceling statement due to statement timeout', [['2']]];
  expect(answers).toEqual(expected);
  expect(await settled(shared)).toEqual(expected);
});

test('an aborted session cancels the running statement and does not run the others', async () => {
  const stop = new AbortController();
  const session = open(stop.signal);
  const answers = settled(['select pg_sleep(30)', 'select 2'].map((text) => session.send(statement(text))));
  await untilRunning(owner, 'pg_sleep(30)', 1);

  stop.abort(new Error('not needed'));

  expect(await answers).toEqual(['not needed', 'not needed']);
});

test('a cancel request that is lost is sent again', async () => {
  const proxy = await openProxy(url);
  const served = createServingPool({ connectionString: proxy.url }, () => undefined, 60_000);
  onTestFinished(() => served.end());
  const lost = proxy.loseCancel();
  const stop = new AbortController();
  const session = new Session(new ConnectionQueue(served, 500), requester, stop.signal);
  const answers = settled([session.send(statement('select pg_sleep(31)'))]);
  await untilRunning(owner, 'pg_sleep(31)', 1);

  stop.abort(new Error('not needed'));

  await lost;
  expect(await answers).toEqual(['not needed']);
});
