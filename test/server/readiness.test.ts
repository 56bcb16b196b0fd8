import { afterEach, expect, inject, test, vi } from 'vitest';
import { DatabaseProbe } from '../../src/db/admin/probe.ts';
import { createDb } from '../../src/db/client.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { openTestDatabase } from '../database.ts';
import { eventually } from '../eventually.ts';
import { onServer } from '../global-setup.ts';
import { createLoggedGateway } from './logged-gateway.ts';

const { pool, url } = await openTestDatabase(inject('demo'));
const name = new URL(url).pathname.slice(1);
const server = inject('server');

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await onServer(server, `alter database ${name} reset default_transaction_read_only`);
  for (const close of closing.splice(0)) await close();
});

/** A gateway with its own connections, like a separate process. */
function open({ requiresWrites = false } = {}) {
  const connection = { connectionString: url };
  const serving = createServingPool(connection, () => undefined);
  const probe = new DatabaseProbe(connection, () => undefined);
  const check = vi.fn((options: Parameters<DatabaseProbe['check']>[0]) => probe.check(options));
  const { send, ask, lines } = createLoggedGateway(createDb(serving), check, requiresWrites);
  closing.push(async () => void (await Promise.all([serving.end(), probe.close()])));
  const ready = async () => {
    const { status, text, headers } = await send({}, '/ready');
    return { status, ...JSON.parse(text), retryAfter: headers.get('retry-after') };
  };
  const becomes = (expected: object) => eventually(async () => expect(await ready()).toMatchObject(expected));
  const write = () => ask('mutation { customerCreate(input: { name: "Written" }) { customer { id } } }');
  const read = () => ask('{ customers(first: 1) { nodes { id } } }');
  return { ready, becomes, write, read, check, lines };
}

const beReadOnly = () => onServer(server, `alter database ${name} set default_transaction_read_only = on`);
const beWritable = () => onServer(server, `alter database ${name} reset default_transaction_read_only`);

const readOnly = {
  status: 200,
  state: 'writes-fail',
  writes: false,
  reason: 'The database is read-only.',
};

test('a gateway that starts on a read-only server reports it, warns once and serves reads', async () => {
  await beReadOnly();
  const { ready, read, lines } = open();

  expect(await ready()).toEqual({ ...readOnly, retryAfter: null });
  expect(await ready()).toMatchObject(readOnly);

  expect((await read()).data.customers.nodes).toHaveLength(1);
  const warnings = lines.filter(({ level }) => level === 40);
  expect(warnings).toMatchObject([{ msg: 'database accepts no writes', reason: readOnly.reason }]);
});

test('a failed write detects that the server has become read-only, and its connections are replaced', async () => {
  const { becomes, write, read, ready } = open();
  expect((await write()).data.customerCreate.customer).not.toBeNull();
  expect(await ready()).toMatchObject({ status: 200, state: 'ready', writes: true });

  await beReadOnly();
  // Sessions keep the setting from their start.
  await onServer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  const rejected = await eventually(async () => {
    const reply = await write();
    expect(reply.errors?.[0]?.message).toBe('The database accepts no writes; retry in a few seconds.');
    return reply;
  });

  expect(rejected.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  expect(rejected.headers.get('retry-after')).toBe('1');
  expect(await ready()).toMatchObject(readOnly);
  expect((await read()).data.customers.nodes).toHaveLength(1);

  await beWritable();
  await eventually(async () => expect((await write()).errors).toBeUndefined());
  await becomes({ status: 200, state: 'ready', writes: true });
});

test('a check over a new connection ends the read-only state without a write', async () => {
  await beReadOnly();
  const { becomes, write, ready } = open({ requiresWrites: true });
  expect((await write()).headers.get('retry-after')).toBe('1');
  expect(await ready()).toEqual({ ...readOnly, status: 503, retryAfter: '1' });

  await beWritable();

  await becomes({ status: 200, state: 'ready' });
});

test('a full disk is reported until a write succeeds', async () => {
  const { write, ready, lines } = open();
  await pool.query(`create function no_space() returns trigger language plpgsql as
    $$ begin raise 'could not extend file' using errcode = '53100'; end $$`);
  await pool.query('create trigger no_space before insert on customers execute function no_space()');

  const rejected = await write();

  expect(rejected.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  expect(rejected.headers.get('retry-after')).toBe('1');
  expect(await ready()).toEqual({
    ...readOnly,
    reason: 'The database is out of disk space or memory.',
    retryAfter: null,
  });

  await pool.query('drop function no_space() cascade');
  expect((await write()).errors).toBeUndefined();
  expect(await ready()).toMatchObject({ status: 200, state: 'ready' });
  expect(lines.map(({ msg }) => msg)).toEqual(['database full', 'database accepts no writes', 'ready']);
});

test('a test write to a new connection ends the report of a full disk', async () => {
  const { write, ready, becomes, check } = open({ requiresWrites: true });
  await pool.query(`create function no_space() returns trigger language plpgsql as
    $$ begin raise 'could not extend file' using errcode = '53100'; end $$`);
  await pool.query('create trigger no_space before insert on customers execute function no_space()');
  await write();
  await pool.query('drop function no_space() cascade');
  expect(await ready()).toMatchObject({ status: 503, state: 'writes-fail' });

  await becomes({ status: 200, state: 'ready' });

  const [options] = check.mock.lastCall ?? [];
  expect(options).toEqual({ isFresh: true, tryWrite: true });
  expect(await check.mock.results.at(-1)?.value).toMatchObject({ hasWritten: true });
});

test('a database with pending migrations, or without migrations, is not ready', async () => {
  const { becomes } = open();
  await becomes({ status: 200, state: 'ready' });
  const { rows } = await pool.query(
    `delete from _prisma_migrations where migration_name in (select max(migration_name) from _prisma_migrations) returning *`,
  );
  await becomes({
    status: 503,
    state: 'migrations-behind',
    reason: '1 migrations are pending: run `customer-gateway migrate`.',
    retryAfter: '1',
  });

  await pool.query('alter table _prisma_migrations rename to hidden');
  await becomes({ status: 503, state: 'migrations-behind', reason: 'The database has no migrations.' });

  await pool.query('alter table hidden rename to _prisma_migrations');
  await pool.query(
    `insert into _prisma_migrations select * from json_populate_record(null::_prisma_migrations, $1)`,
    [JSON.stringify(rows[0])],
  );
  await becomes({ status: 200, state: 'ready' });
});

test('an unresponsive database is reported in time, and checked by one probe', async () => {
  let resolve: (value: undefined) => void = () => undefined;
  const promise = new Promise<undefined>((settle) => {
    resolve = settle;
  });
  const check = vi.fn(() => promise);
  const { send } = createLoggedGateway(createDb(pool), check);
  const states = async () => {
    const replies = await Promise.all([send({}, '/ready'), send({}, '/ready'), send({}, '/ready')]);
    return replies.map(({ status, text }) => [status, JSON.parse(text).state]);
  };

  expect(await states()).toEqual(Array(3).fill([503, 'starting']));
  expect(await states()).toEqual(Array(3).fill([503, 'starting']));
  expect(check).toHaveBeenCalledOnce();

  resolve(undefined);
  await eventually(async () => expect(await states()).toEqual(Array(3).fill([200, 'ready'])));
  expect(check).toHaveBeenCalledOnce();

  check.mockReturnValue(new Promise(() => undefined));
  await eventually(async () => expect(await states()).toEqual(Array(3).fill([503, 'reads-fail'])));
  expect(check).toHaveBeenCalledTimes(2);
});

test('a collation that changed with ICU is reported, and logged once, while requests are served', async () => {
  await pool.query(`update pg_collation set collversion = '1' where collname = 'natural_order'`);
  const { ready, read, lines } = open();

  expect(await ready()).toMatchObject({
    ...{ status: 200, state: 'ready', writes: true },
    reason: expect.stringContaining('natural_order were built under another version of ICU'),
  });
  await eventually(async () => expect(await ready()).toMatchObject({ state: 'ready' }));

  expect((await read()).errors).toBeUndefined();
  expect(lines.filter(({ msg }) => msg === 'collation version changed')).toHaveLength(1);
  await pool.query('alter collation natural_order refresh version');
});
