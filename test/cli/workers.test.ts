import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { issued, secret } from '../auth/gateway.ts';
import { openTestDatabase } from '../database.ts';
import { createDirectory, isRunning } from '../embedded/data-directory.ts';
import { eventually } from '../eventually.ts';
import { holdTable } from '../server/held-table.ts';
import { run, serve } from './command.ts';
import { connectTo } from './held-connection.ts';
import { workersOf } from './workers-of.ts';

const { url, pool } = await openTestDatabase(inject('demo'));
const two = { DATABASE_URL: url, WORKERS: '2' };
const names = '{ customers(first: 1) { nodes { name } } }';

/** Two requests, one to each of two workers: connections are distributed round-robin. */
const connections = async (url: string, count: number) => {
  const opened = [];
  for (let each = 0; each < count; each += 1) opened.push(await connectTo(url));
  return opened;
};

test('a killed worker is replaced, and the others keep answering', async () => {
  const gateway = await serve({ ...two, LIMIT_BUCKET: '1000000' });
  expect(gateway.printed()).toMatch(
    /Without sign-in, .*\n {2}2 workers; each counts the costs of callers separately \(no REDIS_URL\)\.\n {2}Ctrl-C stops it\.\n\n$/,
  );
  const before = workersOf(gateway);
  expect(before).toHaveLength(2);
  const [killed = 0, left] = before;
  const [one, other] = await connections(gateway.url, 2);
  expect([await one?.ask(names), await other?.ask(names)]).toEqual([200, 200]);

  process.kill(killed, 'SIGKILL');
  const survivor = await Promise.race([one?.closed.then(() => other), other?.closed.then(() => one)]);
  let isReplaced = false;
  const replaced = gateway.prints(/worker restarted/).then(() => (isReplaced = true));
  const statuses: unknown[] = [];
  while (!isReplaced) statuses.push(await survivor?.ask(names));

  await replaced;
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(gateway.printed()).toContain(`"worker":${killed},"how":"SIGKILL","msg":"worker exited"`);
  const after = workersOf(gateway);
  expect(after).toEqual([left, expect.any(Number)]);
  const fresh = await connections(gateway.url, 2);
  expect(await Promise.all(fresh.map((each) => each.ask(names)))).toEqual([200, 200]);
  expect(await gateway.end('SIGTERM')).toBe(0);
  expect(after.map(isRunning)).toEqual([false, false]);
});

test.for([
  ['SIGINT', 'group'],
  ['SIGTERM', 'process'],
  ['SIGTERM', 'group'],
  ['SIGHUP', 'process'],
] as const)('after %s to its %s, all workers finish their running requests', async ([signal, to]) => {
  const gateway = await serve(two);
  const workers = workersOf(gateway);
  const opened = await connections(gateway.url, 2);
  const held = await holdTable(url, 'customers');
  const answers = Promise.all(opened.map((each) => each.ask(names)));
  await held.waited(2);

  const ended = gateway.end(signal, to);
  await gateway.prints(/Stopping …\n$/);
  await held.release();

  expect(await answers).toEqual([200, 200]);
  expect(await ended).toBe(0);
  expect(workers.map(isRunning)).toEqual([false, false]);
});

test('a killed gateway leaves no worker running', async () => {
  const gateway = await serve(two);
  const workers = workersOf(gateway);

  expect(await gateway.end('SIGKILL')).toBe('SIGKILL');

  // The workers share its output, so they have closed their files, but the system may still be ending them.
  await eventually(() => expect(workers.map(isRunning)).toEqual([false, false]));
});

test('connections to the database, running requests and waiting requests are divided between workers', async () => {
  const gateway = await serve({ ...two, DATABASE_POOL_SIZE: '5', LIMIT_IN_FLIGHT: '9', LIMIT_WAITING: '2' });
  const opened = await connections(gateway.url, 14);
  const served = async () => {
    const { rows } = await pool.query(
      `select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'customer-gateway'`,
    );
    return rows[0].count;
  };
  const held = await holdTable(url, 'customers');

  const answers = Promise.all(opened.map((each) => each.ask(names)));
  await eventually(async () => expect(await served()).toBe(5));
  await held.release();

  expect((await answers).toSorted()).toEqual([...Array(12).fill(200), 503, 503]);
  expect(await served()).toBe(5);
  expect(await gateway.end('SIGTERM')).toBe(0);
});

test('every worker authenticates callers', async () => {
  const { rows } = await pool.query('select id from accounts limit 1');
  const issuer = { AUTH_JWT_SECRET: secret, AUTH_ISSUER: issued.issuer, AUTH_AUDIENCE: issued.audience };
  const { out } = await run(['token', '--account', rows[0].id, '--scope', 'customers:read'], issuer);
  const gateway = await serve({ ...two, ...issuer });
  const opened = await connections(gateway.url, 2);

  const asked = (headers: Readonly<Record<string, string>>) =>
    Promise.all(opened.map((each) => each.ask(names, headers)));
  expect(await asked({})).toEqual([401, 401]);
  expect(await asked({ authorization: `Bearer ${out.trim()}` })).toEqual([200, 200]);
  expect(await gateway.end('SIGTERM')).toBe(0);
});

test('workers that end before they serve are not restarted forever', async () => {
  const script = `if (process.argv[2] === 'worker') process.exit(7)`;
  const env = { ...two, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}` };

  expect(await run(['serve'], env)).toEqual({
    code: 1,
    out: '',
    err: 'A worker ended (code 7) before it served, 3 times in a row.\n',
  });
});

test('a worker that cannot be replaced ends the gateway with the reason', async () => {
  const manifest = join(await createDirectory(), `${randomUUID()}.json`);
  await writeFile(manifest, '{}');
  const gateway = await serve({ ...two, PERSISTED_DOCUMENTS: manifest });
  const [killed = 0, left = 0] = workersOf(gateway);

  await rm(manifest);
  process.kill(killed, 'SIGKILL');

  expect(await gateway.ended).toBe(1);
  expect(gateway.printed()).toMatch(/\nPERSISTED_DOCUMENTS \(.*\) cannot be used: ENOENT.*\.\n$/);
  expect(isRunning(left)).toBe(false);
});

test('a worker cannot be started from the command line', async () => {
  const { code, err } = await run(['worker']);

  expect({ code, err }).toEqual({
    code: 1,
    err: 'Workers are started by `customer-gateway serve`: set WORKERS.\n',
  });
});
