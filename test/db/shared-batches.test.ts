import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { ConnectionQueue } from '../../src/db/wire/connection-queue.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { Session } from '../../src/db/wire/session.ts';
import type { TextStatement } from '../../src/db/wire/text-batch.ts';
import { demoAccountId, secondDemoAccountId } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';
import { endlessSeconds, untilRunning } from '../server/limits/statements-under-way.ts';

const { pool: owner, url } = await openTestDatabase(inject('demo'));
const pool = createServingPool({ connectionString: url }, () => undefined, 60_000);
afterAll(() => pool.end());

const queue = new ConnectionQueue(pool, 500);
const open = (accountId = demoAccountId, signal?: AbortSignal) =>
  new Session(queue, { accountId, caller: 'test' }, signal);

/** With the name that a text gets when it is used again. */
const repeated = (text: string): TextStatement => ({
  text,
  name: `repeated ${text.slice(0, 40)}`,
  values: [],
});

const transaction = `select current_setting('app.account_id'), pg_backend_pid(), now()`;

/** What the statements have in common if they are sent together: account, connection, and time of the transaction. */
const batchesOf = async (sessions: readonly Session[], statement = repeated(transaction)) =>
  (await Promise.all(sessions.map((session) => session.send(statement)))).map(([row = []]) => row.join(' '));

/** Batches grow while they return fast. */
beforeEach(async () => {
  for (let at = 0; at < 8; at++) await open().send(repeated('select 1'));
});

test('look-ups of one account share a transaction, whatever their sessions', async () => {
  const batches = await batchesOf([open(), open(), open()]);

  expect(new Set(batches).size).toBe(1);
});

test('accounts do not share a transaction', async () => {
  const batches = await batchesOf([open(), open(secondDemoAccountId), open(), open(secondDemoAccountId)]);

  expect(batches.map((batch) => batch.split(' ')[0])).toEqual([
    demoAccountId,
    secondDemoAccountId,
    demoAccountId,
    secondDemoAccountId,
  ]);
  expect(batches[0]).toBe(batches[2]);
  expect(batches[1]).toBe(batches[3]);
  expect(batches[0]).not.toBe(batches[1]);
});

test('a statement that is used for the first time shares its transaction with no other session', async () => {
  const batches = await batchesOf([open(), open()], { ...repeated(transaction), name: '' });

  expect(new Set(batches).size).toBe(2);
});

test('a batch accepts no further session when it has eight statements', async () => {
  const batches = await batchesOf(Array.from({ length: 20 }, () => open()));

  const sizes = [...new Set(batches)].map((batch) => batches.filter((each) => each === batch).length);
  expect(sizes).toEqual([8, 8, 4]);
});

test('while the database is slow, sessions share no transaction', async () => {
  for (let at = 0; at < 3; at++) await open().send(repeated('select pg_sleep(0.06)'));

  const slow = await batchesOf([open(), open(), open()]);
  await open().send(repeated('select 1'));
  const fast = await batchesOf([open(), open(), open()]);

  expect([new Set(slow).size, new Set(fast).size]).toEqual([3, 1]);
});

test('a failed statement does not affect other sessions', async () => {
  const answers = await Promise.allSettled([
    open().send(repeated('select 1')),
    open().send(repeated('select 1 / 0')),
    open().send(repeated('select 3')),
  ]);

  expect(answers).toMatchObject([
    { value: [['1']] },
    { reason: { message: 'division by zero' } },
    { value: [['3']] },
  ]);
});

test('a value that has no text does not affect other sessions', async () => {
  const answers = await Promise.allSettled([
    open().send(repeated('select 1')),
    open().send({ ...repeated('select $1'), values: [Object.create(null)] }),
    open(secondDemoAccountId).send(repeated('select 3')),
  ]);

  expect(answers).toMatchObject([
    { value: [['1']] },
    { reason: { message: 'Cannot convert object to primitive value' } },
    { value: [['3']] },
  ]);
  expect(queue.held).toBe(0);
  expect(await open().send(repeated('select 4'))).toEqual([['4']]);
});

test('an aborted session does not wait for the others, which get their rows', async () => {
  const stop = new AbortController();
  const holder = await owner.connect();
  await holder.query('select pg_advisory_lock(31)');
  const aborted = open(demoAccountId, stop.signal).send(repeated('select 1'));
  const other = open().send(repeated('select pg_advisory_xact_lock(31)'));
  await untilRunning(owner, 'pg_advisory_xact_lock(31)', 1);

  stop.abort(new Error('not needed'));

  await expect(aborted).rejects.toThrow('not needed');
  await holder.query('select pg_advisory_unlock(31)');
  holder.release();
  expect(await other).toEqual([['']]);
});

test('the statements of a session that is aborted before the batch is sent do not run', async () => {
  const stop = new AbortController();
  const session = open(demoAccountId, stop.signal);
  const aborted = session.send(repeated(`select pg_sleep(${endlessSeconds})`));
  const other = open().send(repeated('select 2'));

  stop.abort(new Error('not needed'));

  expect(() => session.send(repeated('select 3'))).toThrow('not needed');
  await expect(aborted).rejects.toThrow('not needed');
  expect(await other).toEqual([['2']]);
});

test('if all sessions of a batch are aborted, the running statement is cancelled', async () => {
  const stop = new AbortController();
  const text = `select pg_sleep(${endlessSeconds}) /* all */`;
  const answers = Promise.allSettled([
    open(demoAccountId, stop.signal).send(repeated(text)),
    open(demoAccountId, stop.signal).send(repeated('select 2')),
  ]);
  await untilRunning(owner, '/* all */', 1);

  stop.abort(new Error('not needed'));

  expect(await answers).toMatchObject([
    { reason: { message: 'not needed' } },
    { reason: { message: 'not needed' } },
  ]);
  await untilRunning(owner, '/* all */', 0);
  await expect.poll(() => queue.held).toBe(0);
});

test('if all sessions of a batch are aborted before it is sent, it is not sent', async () => {
  const stop = new AbortController();
  const answer = open(demoAccountId, stop.signal).send(repeated('select 1'));

  stop.abort(new Error('not needed'));

  await expect(answer).rejects.toThrow('not needed');
  await expect.poll(() => queue.held).toBe(0);
});
