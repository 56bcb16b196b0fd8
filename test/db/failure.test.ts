import { expect, onTestFinished, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { sql } from '../../src/db/model/table.ts';
import { breaksConnection, databaseFailure } from '../../src/db/wire/failure.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { transaction } from '../../src/db/write/transaction.ts';
import { addAccount } from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { openProxy } from '../postgres-proxy.ts';

const { pool, url } = await openTestDatabase();
const { id: accountId } = await addAccount(createDb(pool));

/** A pool of one connection, which is in use or broken. */
function poolOfOne(connectionString: string) {
  const one = createServingPool({ connectionString }, () => undefined, 5_000, 1);
  onTestFinished(() => one.end());
  return one;
}

const failureOf = (work: Promise<unknown>) => work.then(() => 'none', databaseFailure);
const begin = (one: ReturnType<typeof poolOfOne>) =>
  transaction(createDb(one), { accountId, caller: 'test' }, async ({ run }) => run(sql`select`));

test('a connection that breaks at the start of a transaction is reported as an unavailable database', async () => {
  const proxy = await openProxy(url);
  const one = poolOfOne(proxy.url);

  proxy.breakAt('begin');

  expect(await failureOf(begin(one))).toBe('unavailable');
  expect(await failureOf(begin(one))).toBe('none');
});

test('a pool without a free connection in time is reported as an unavailable database', async () => {
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
])('"%s" means that the database is unavailable', (message) => {
  expect(databaseFailure(new Error(message))).toBe('unavailable');
});

const withCode = (code: string) => Object.assign(new Error('of a database'), { code });

/** Wraps an error like Prisma wraps those of its driver adapter. */
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

test('the error that Prisma wraps is decisive', () => {
  expect(databaseFailure(asPrisma('P2039', '57P03'))).toBe('unavailable');
  expect(databaseFailure(asPrisma('P2010', '25006'))).toBe('readOnly');
  expect(databaseFailure(asPrisma('P2039', '42601'))).toBeUndefined();
});

test('a cycle of causes ends', () => {
  const error = new Error('first');
  error.cause = new Error('second', { cause: error });

  expect(databaseFailure(error)).toBeUndefined();
});

test('a connection to a read-only server is not reused', () => {
  expect(['57P01', '25006', '57014', '40001'].map((code) => breaksConnection(withCode(code)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
