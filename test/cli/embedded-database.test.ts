import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDirectory, isRunning, serverPid } from '../embedded/data-directory.ts';
import { run, serve } from './command.ts';

const names = '{ customers(first: 1) { totalCount nodes { name } } }';

test('a first start creates demo data; every stop ends the database', async () => {
  const dataDir = join(await createDirectory(), 'data');
  const env = { DATA_DIR: dataDir };

  const first = await serve(env);
  expect(first.printed()).toMatch(
    /^First start: creating demo data; this takes some seconds …\nAdded 5000 customers; there are 5000\.\n\n {2}Customer gateway: .*\n {2}Without sign-in, every caller sees the account "Meridian Supply Co\." .*\n {2}Ctrl-C stops it, the database too\.\n\n$/,
  );
  const answer = await first.ask(names);
  expect(answer).toMatchObject({ status: 200, data: { customers: { totalCount: 5_000 } } });
  const database = await serverPid(dataDir);
  expect(await first.end('SIGINT', 'group')).toBe(0);
  expect(isRunning(database)).toBe(false);

  for (const [signal, to] of [
    ['SIGINT', 'process'],
    ['SIGTERM', 'process'],
    ['SIGTERM', 'group'],
    ['SIGHUP', 'process'],
  ] as const) {
    const again = await serve(env);
    expect(again.printed()).not.toContain('First start');
    expect(await again.ask(names)).toEqual(answer);
    const pid = await serverPid(dataDir);
    expect(await again.end(signal, to)).toBe(0);
    expect(isRunning(pid)).toBe(false);
  }

  const killed = await serve(env);
  const left = await serverPid(dataDir);
  expect(await killed.end('SIGKILL')).toBe('SIGKILL');
  expect(isRunning(left)).toBe(true);

  const heir = await serve(env);
  expect(await serverPid(dataDir)).toBe(left);
  expect(await heir.ask(names)).toEqual(answer);
  expect(await run(['seed', '--customers', '5000'], env)).toEqual({
    code: 0,
    out: 'Nothing to do: there are 5000 customers.\n',
    err: '',
  });
  expect(await heir.end('SIGINT')).toBe(0);
  expect(isRunning(left)).toBe(false);
});

test('several workers share the database that the first start created once', async () => {
  const dataDir = join(await createDirectory(), 'data');
  const gateway = await serve({ DATA_DIR: dataDir, WORKERS: '2' });

  expect(gateway.printed()).toMatch(
    /^First start: creating demo data; this takes some seconds …\nAdded 5000 customers; there are 5000\.\n\n {2}Customer gateway: .*\n {2}Without sign-in, .*\n {2}2 workers; .*\n {2}Ctrl-C stops it, the database too\.\n\n$/,
  );
  expect(await gateway.ask(names)).toMatchObject({
    status: 200,
    data: { customers: { totalCount: 5_000 } },
  });
  const database = await serverPid(dataDir);
  expect(await gateway.end('SIGINT', 'group')).toBe(0);
  expect(isRunning(database)).toBe(false);
});

test('an interrupted first start leaves no database running, and the next start resumes it', async () => {
  const dataDir = join(await createDirectory(), 'data');
  const env = { DATA_DIR: dataDir };

  const stopped = await serve(env, /First start/);
  const pid = await serverPid(dataDir);
  expect(await stopped.end('SIGINT', 'group')).toBe(1);
  expect(stopped.printed()).toMatch(
    /\nStopped after \d+ customers: run `customer-gateway seed` for the rest\.\n$/,
  );
  expect(isRunning(pid)).toBe(false);

  const { code, out } = await run(['seed', '--customers', '1010'], env);
  expect([code, out]).toEqual([0, expect.stringMatching(/^(Added \d+|Nothing to do:).* there are \d+/)]);
  const next = await serve(env);
  expect(next.printed()).not.toContain('First start');
  expect(await next.end('SIGINT')).toBe(0);
});

test('an unusable directory is reported in one line', async () => {
  const { code, out, err } = await run(['serve'], { DATA_DIR: '/dev/null/data' });

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    /^The embedded PostgreSQL cannot use \/dev\/null\/data \(.*\): choose another DATA_DIR, or set DATABASE_URL\.\n$/,
  );
});
