import { expect, inject, test, vi } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createPool } from '../../src/db/pool.ts';
import { seedDemoData } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';
import { createDirectory, open } from '../embedded/data-directory.ts';
import { onServer } from '../global-setup.ts';
import { holdTable } from './held-table.ts';
import { createLoggedGateway, expectErrors } from './logged-gateway.ts';

const { pool, url } = await openTestDatabase(inject('demo'));
const { ask, lines } = createLoggedGateway(createDb(pool));

const names = '{ customers(first: 2) { nodes { name } } }';
const unavailable = 'The database cannot be reached; retry in a few seconds.';

test('a database that stops and starts again is an error of its own code in between', async () => {
  const dataDir = await createDirectory();
  const server = await open(dataDir);
  const own = createPool(server.connection, () => undefined);
  await migrate(own);
  await seedDemoData(own, { customers: 20 });
  const { ask, send, lines } = createLoggedGateway(createDb(own), async () => {
    await own.query('select 1');
    return undefined;
  });
  // A check of the database is used for a second.
  const becomes = (ready: number) =>
    vi.waitFor(async () => expect(await statuses()).toEqual([200, ready]), { timeout: 5_000 });
  const statuses = async () => [(await send({}, '/health')).status, (await send({}, '/ready')).status];
  const before = await ask(names);
  expect(before.data.customers.nodes).toHaveLength(2);
  await becomes(200);

  await server.stop();
  const during = await Promise.all([ask(names), ask(names)]);

  for (const reply of during) {
    expectErrors(reply, 'SERVICE_UNAVAILABLE');
    expect(reply).toMatchObject({ status: 503, data: null, errors: [{ message: unavailable }] });
    expect(reply.headers.get('retry-after')).toBe('1');
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 40, requestId: reply.headers.get('x-request-id') }),
    );
  }
  await becomes(503);

  const back = await open(dataDir);
  const after = await ask(names);

  expect(after.data).toEqual(before.data);
  await becomes(200);
  await own.end();
  await back.stop();
});

test('a connection that breaks in the middle of a request fails that request alone', async () => {
  const customers = await holdTable(url, 'customers');
  const broken = ask(names);
  const pid = await customers.waited();

  await onServer(url, `select pg_terminate_backend(${pid})`);

  expectErrors(await broken, 'SERVICE_UNAVAILABLE');
  expect(await broken).toMatchObject({ status: 503, data: null });
  await customers.release();
  expect((await ask(names)).data.customers.nodes).toHaveLength(2);
});

test('a statement that takes too long is an error of its own code', async () => {
  const customers = await holdTable(url, 'customers');
  const seen = lines.length;

  const reply = await ask(names);

  await customers.release();
  expectErrors(reply, 'TIMEOUT');
  expect(reply).toMatchObject({
    status: 504,
    data: null,
    errors: [
      { message: 'The database did not respond in time; request less data, or use a narrower filter.' },
    ],
  });
  expect(lines.slice(seen)).toMatchObject([{ level: 40, msg: 'database timeout' }]);
});

test('what could be read stands beside what could not', async () => {
  const addresses = await holdTable(url, 'addresses');

  const reply = await ask('{ customers(first: 1) { nodes { name shipToAddress { name } } } }');

  await addresses.release();
  expectErrors(reply, 'TIMEOUT');
  expect(reply.status).toBe(200);
  expect(reply.data.customers.nodes).toEqual([{ name: expect.any(String), shipToAddress: null }]);
});
