import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { Listener } from '../../src/db/feed/listener.ts';
import { raw } from '../../src/db/model/table.ts';
import { databaseFailure } from '../../src/db/wire/failure.ts';
import { createServingPool, createSignInPool } from '../../src/db/wire/pool.ts';
import { transaction } from '../../src/db/write/transaction.ts';
import { openTestDatabase } from '../database.ts';
import { openProxy } from '../postgres-proxy.ts';

const { url, pool } = await openTestDatabase();
const requester = { accountId: 'a', caller: 'a' };
const [statementMs, connectMs] = [200, 400];

async function open(size = 4) {
  const proxy = await openProxy(url);
  const connection = { connectionString: proxy.url };
  const errors: Error[] = [];
  const serving = createServingPool(connection, (e) => void errors.push(e), statementMs, size, connectMs);
  const signIn = createSignInPool(connection, (e) => void errors.push(e), 3, statementMs, connectMs);
  onTestFinished(async () => {
    await Promise.all([serving, signIn].map((pool) => pool.ending || pool.end()));
  });
  const db = createDb(serving, { expensiveMs: 100 });
  const ask = async (text: string) => {
    const rows = await db.$session(requester).send({ text, values: [] });
    return rows[0]?.[0];
  };
  const process = () => ask('select pg_backend_pid()');
  const processes = (count: number) => Promise.all(Array.from({ length: count }, process));
  return { proxy, errors, serving, signIn, db, ask, process, processes };
}

test('a read on a silent connection is repeated on a new one, and idle connections are replaced', async () => {
  const { proxy, processes, serving, signIn, errors } = await open();
  await signIn.query('select 1');
  const before = new Set(await processes(4));
  expect([before.size, serving.totalCount, signIn.totalCount]).toEqual([4, 4, 1]);

  proxy.silence();
  const during = await processes(2);
  const after = await processes(4);

  for (const id of [...during, ...after]) expect(before).not.toContain(id);
  expect((await signIn.query('select 1')).rows).toHaveLength(1);
  const phases = errors.map((error) => ('phase' in error ? error.phase : undefined));
  expect(phases.filter((phase) => phase === 'answering').length).toBeLessThanOrEqual(2);
  expect(phases.filter((phase) => phase === 'resting').length).toBeGreaterThanOrEqual(3);
});

test('an expensive statement is repeated with its own settings', async () => {
  const { proxy, db, process } = await open(2);
  await process();
  proxy.silence();

  const text = `select current_setting('statement_timeout')`;
  const rows = await db.$session(requester).sendAlone({ text, values: [] }, { isExpensive: true });

  expect(rows).toEqual([['100ms']]);
});

test('a read is repeated once', async () => {
  const { proxy, ask, process } = await open();
  await process();
  proxy.silence();
  const outcome = ask('select 2 /* repeated */').then(() => 'answered', databaseFailure);

  await proxy.hold('request', '/* repeated */');

  expect(await outcome).toBe('unavailable');
});

test('a transaction on a silent connection fails as unavailable and is not repeated', async () => {
  const { proxy, db } = await open();
  let runs = 0;
  const write = () =>
    transaction(db, requester, async ({ run }) => {
      runs += 1;
      return run(raw('/* write */ select 1'));
    });
  await write();
  const held = proxy.hold('request', '/* write */');

  const outcome = write().then(() => 'answered', databaseFailure);
  await held;

  expect(await outcome).toBe('unavailable');
  expect(runs).toBe(2);
  expect(await write()).toEqual([['1']]);
});

test('the locks of a transaction whose connection went silent are released', async () => {
  const { proxy, db } = await open();
  const lock = 'select pg_advisory_xact_lock(42)';

  const outcome = transaction(db, requester, async ({ run }) => {
    await run(raw(lock));
    proxy.silence();
    // Has no timeout: it waits for the server to end the transaction.
    await pool.query(`begin; set local statement_timeout = 0; set local lock_timeout = 0; ${lock}; commit`);
    return run(raw('select 1'));
  }).then(() => 'answered', databaseFailure);

  expect(await outcome).toBe('unavailable');
});

test('an unresponsive server fails requests until it responds', async () => {
  const { proxy, process, db } = await open();
  await process();
  proxy.silence({ all: true });
  const failed = async () => process().then(() => 'answered', databaseFailure);

  expect(await failed()).toBe('unavailable');
  expect(await failed()).toBe('unavailable');
  proxy.heal();

  expect(await process()).toEqual(expect.any(String));
  expect([db.$queue.held, db.$queue.waiting]).toEqual([0, 0]);
});

test('waiting for a connection fails as unavailable', async () => {
  const { db, process } = await open(1);
  const held = await db.$queue.acquire(requester);

  const failures = await Promise.all([process().catch((e) => e), process().catch((e) => e)]);

  for (const error of failures) {
    expect(error).toMatchObject({ name: 'AcquireTimeoutError' });
    expect(databaseFailure(error)).toBe('unavailable');
  }
  expect(db.$queue.waiting).toBe(0);
  db.$queue.release(held, false);
  expect(await process()).toEqual(expect.any(String));
});

test('a pool closes its silent connections when it ends', async () => {
  const { proxy, serving, process, errors } = await open();
  await process();
  proxy.silence();

  const removed = once(serving, 'remove');
  await serving.end();

  const [client] = await removed;
  expect(client.connection.stream.destroyed).toBe(true);
  expect(errors).toEqual([]);
});

test('a listener replaces a connection that went silent', async () => {
  const { proxy, serving } = await open();
  let notices = 0;
  let wake = (): void => undefined;
  const listener = new Listener({
    config: serving.options,
    onNotice: () => {
      notices += 1;
      wake();
    },
  });
  onTestFinished(() => listener.close());
  const noticed = async (count: number) => {
    while (notices < count) await new Promise<void>((resolve) => (wake = resolve));
  };
  await noticed(1);

  proxy.silence();

  await noticed(2);
  expect(notices).toBe(2);
});
