import { expect, onTestFinished, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { databaseFailure } from '../../src/db/failure.ts';
import { createServingPool } from '../../src/db/pool.ts';
import { transaction } from '../../src/db/transaction.ts';
import { addAccount } from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { openProxy } from '../postgres-proxy.ts';
import { lend } from './query-as.ts';

const { pool, url } = await openTestDatabase();
const { id: accountId } = await addAccount(createDb(pool));

/** One connection, which is taken or broken. */
function poolOfOne(connectionString: string) {
  const one = createServingPool({ connectionString }, () => undefined, 5_000, 1);
  onTestFinished(() => one.end());
  return one;
}

const failureOf = (work: Promise<unknown>) => work.then(() => 'none', databaseFailure);
const begin = (one: ReturnType<typeof poolOfOne>) =>
  transaction(createDb(one), { accountId, caller: 'test' }, async () => undefined);

test('a connection that breaks where a transaction begins is a database that cannot be reached', async () => {
  const proxy = await openProxy(url);
  const one = poolOfOne(proxy.url);

  proxy.breakAt('BEGIN');

  expect(await failureOf(begin(one))).toBe('unavailable');
  expect(await failureOf(begin(one))).toBe('none');
});

test('so is one that has no connection free for a transaction in its time', async () => {
  const one = poolOfOne(url);
  const taken = await lend(one, accountId);

  const failure = await failureOf(begin(one));

  taken.release();
  expect(failure).toBe('unavailable');
});

test.each([
  'Connection terminated unexpectedly',
  'Client was closed and is not queryable',
  'Transaction API error: Transaction already closed: a commit cannot be executed',
])('"%s" says that the database cannot be reached', (message) => {
  expect(databaseFailure(new Error(message))).toBe('unavailable');
});
