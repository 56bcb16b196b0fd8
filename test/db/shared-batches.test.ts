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

const transaction = `select pg_backend_pid(), now()`;

/** What the statements have in common if they are sent together: connection, and time of the transaction. */
const batchesOf = async (sessions: readonly Session[], statement = repeated(transaction)) =>
  (await Promise.all(sessions.map((session) => session.send(statement)))).map(([row = []]) => row.join(' '));

/** Batches grow while they return fast. */
beforeEach(async () => {
  for (let at = 0; at < 8; at++) await open().send(repeated('select 1'));
});

test('look-ups share a transaction, whatever their sessions and accounts', async () => {
  const batches = await batchesOf([open(), open(secondDemoAccountId), open(), open(secondDemoAccountId)]);

  expect(new Set(batches).size).toBe(1);
});

test('in a shared transaction, each account reads its own rows', async () => {
  const accounts = [demoAccountId, secondDemoAccountId, demoAccountId, 'acc_unknown', secondDemoAccountId];
  const read = repeated(`select current_setting('app.account_id'), now(), min(account_id), max(account_id),
    count(distinct account_id) from customers`);

  const rows = await Promise.all(accounts.map((account) => open(account).send(read)));

  expect(new Set(rows.map(([row]) => row?.[1])).size).toBe(1);
  expect(rows.map(([row]) => row?.toSpliced(1, 1))).toEqual(
    accounts.map((account) =>
      account === 'acc_unknown' ? [account, null, null, '0'] : [account, account, account, '1'],
    ),
  );
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
    open(secondDemoAccountId).send(repeated('select 2')),
    open().send(repeated('select 1 / 0')),
    open(secondDemoAccountId).send(repeated('select 4')),
  ]);

  expect(answers).toMatchObject([
    { value: [['1']] },
    { value: [['2']] },
    { reason: { message: 'division by zero' } },
    { value: [['4']] },
  ]);
});

test('an account that cannot be selected does not affect others', async () => {
  const account = repeated(`select current_setting('app.account_id')`);

  const answers = await Promise.allSettled(
    [demoAccountId, 'acc_\0', secondDemoAccountId].map((id) => open(id).send(account)),
  );

  expect(answers).toMatchObject([
    { value: [[demoAccountId]] },
    { reason: { message: 'invalid byte sequence for encoding "UTF8": 0x00' } },
    { value: [[secondDemoAccountId]] },
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

/** Holds all connections, until the returned function is called for each of them. */
async function holdAll(): Promise<(() => void)[]> {
  const requester = { accountId: 'acc_other', caller: 'other' };
  const clients = await Promise.all(
    Array.from({ length: pool.options.max }, () => queue.acquire(requester, {})),
  );
  return clients.map((client) => () => queue.release(client, false));
}

test('accounts that wait for a connection share the next one', async () => {
  const holders = await holdAll();
  const sent = batchesOf([open(), open(secondDemoAccountId), open('acc_third'), open()]);
  await expect.poll(() => queue.waiting).toBe(3);

  holders.pop()?.();

  expect(new Set(await sent).size).toBe(1);
  expect(queue.waiting).toBe(0);
  for (const release of holders) release();
  expect(queue.held).toBe(0);
});

test('a session that is aborted while its batch waits for a connection does not run', async () => {
  const holders = await holdAll();
  const stop = new AbortController();
  const aborted = open(secondDemoAccountId, stop.signal).send(repeated(`select pg_sleep(${endlessSeconds})`));
  const other = open().send(repeated('select 2'));
  await expect.poll(() => queue.waiting).toBe(2);

  stop.abort(new Error('not needed'));
  for (const release of holders) release();

  await expect(aborted).rejects.toThrow('not needed');
  expect(await other).toEqual([['2']]);
});

test('if the sessions of several accounts are aborted, their common statement is cancelled', async () => {
  const holders = await holdAll();
  const stop = new AbortController();
  const text = `select pg_sleep(${endlessSeconds}) /* taken */`;
  const answers = Promise.allSettled([
    open(demoAccountId, stop.signal).send(repeated(text)),
    open(secondDemoAccountId, stop.signal).send(repeated(text)),
  ]);
  await expect.poll(() => queue.waiting).toBe(2);
  for (const release of holders) release();
  await untilRunning(owner, '/* taken */', 1);

  stop.abort(new Error('not needed'));

  expect(await answers).toMatchObject([
    { reason: { message: 'not needed' } },
    { reason: { message: 'not needed' } },
  ]);
  await untilRunning(owner, '/* taken */', 0);
  await expect.poll(() => queue.held).toBe(0);
});

test('while connections are rare, an account with many look-ups does not delay another one', async () => {
  const holders = await holdAll();
  const order: string[] = [];
  const send = async (account: string) => {
    await open(account).send(repeated('select 1'));
    order.push(account);
  };
  const many = Array.from({ length: 40 }, () => send(demoAccountId));
  const one = send(secondDemoAccountId);
  await expect.poll(() => queue.waiting).toBe(6);

  holders.pop()?.();

  await Promise.all([...many, one]);
  for (const release of holders) release();
  expect(order.indexOf(secondDemoAccountId)).toBe(8);
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
