import { expect, onTestFinished, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { breaksConnection, databaseFailure } from '../../src/db/failure.ts';
import { createServingPool } from '../../src/db/pool.ts';
import { sql } from '../../src/db/table.ts';
import { transaction } from '../../src/db/transaction.ts';
import { addAccount } from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { openProxy } from '../postgres-proxy.ts';

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
  transaction(createDb(one), { accountId, caller: 'test' }, async ({ run }) => run(sql`select`));

test('a connection that breaks where a transaction begins is a database that cannot be reached', async () => {
  const proxy = await openProxy(url);
  const one = poolOfOne(proxy.url);

  proxy.breakAt('begin');

  expect(await failureOf(begin(one))).toBe('unavailable');
  expect(await failureOf(begin(one))).toBe('none');
});

test('so is one that has no connection free for a transaction in its time', async () => {
  const one = poolOfOne(url);
  const taken = await one.connect();

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

const withCode = (code: string) => Object.assign(new Error('of a database'), { code });

/** As Prisma wraps what its driver adapter reports. */
const asPrisma = (code: string, originalCode: string) =>
  Object.assign(new Error('Database error.'), {
    code,
    meta: { driverAdapterError: Object.assign(new Error('postgres'), { cause: { originalCode } }) },
  });

test.each([
  ['unavailable', ['EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', '57P04', '57P05', '25P03', '58030', '08006']],
  ['readOnly', ['25006']],
  ['full', ['53100', '53200', '53400']],
  ['conflict', ['40001', '40P01']],
  ['timeout', ['57014', '55P03']],
  [undefined, ['22P02', '23505', '42601', 'P2002', '']],
] as const)('%s: %s', (failure, codes) => {
  for (const code of codes) expect([code, databaseFailure(withCode(code))]).toEqual([code, failure]);
});

test('the error that Prisma wraps decides', () => {
  expect(databaseFailure(asPrisma('P2039', '57P03'))).toBe('unavailable');
  expect(databaseFailure(asPrisma('P2010', '25006'))).toBe('readOnly');
  expect(databaseFailure(asPrisma('P2039', '42601'))).toBeUndefined();
});

test('causes that form a cycle end', () => {
  const error = new Error('first');
  error.cause = new Error('second', { cause: error });

  expect(databaseFailure(error)).toBeUndefined();
});

test('a connection to a server that accepts no writes is not used again', () => {
  expect(['57P01', '25006', '57014', '40001'].map((code) => breaksConnection(withCode(code)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
