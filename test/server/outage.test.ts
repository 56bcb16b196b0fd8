import { expect, inject, test } from 'vitest';
import { migrate } from '../../src/db/admin/migrate.ts';
import { createDb } from '../../src/db/client.ts';
import { createPool } from '../../src/db/wire/pool.ts';
import { seedDemoData } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';
import { createDirectory, open } from '../embedded/data-directory.ts';
import { eventually } from '../eventually.ts';
import { onServer } from '../global-setup.ts';
import { holdTable } from './held-table.ts';
import { createLoggedGateway, expectErrors } from './logged-gateway.ts';

const { pool, url } = await openTestDatabase(inject('demo'));
const { ask, lines } = createLoggedGateway(createDb(pool));

const names = '{ customers(first: 2) { nodes { name } } }';
const unavailable = 'The database cannot be reached; retry in a few seconds.';

test('requests during a restart of the database fail with a specific code', async () => {
  const dataDir = await createDirectory();
  const server = await open(dataDir);
  const own = createPool(server.connection, () => undefined);
  await migrate(own);
  await seedDemoData(own, { customers: 20 });
  const { ask, send, lines } = createLoggedGateway(createDb(own), async () => {
    await own.query('select 1');
    return undefined;
  });
  // The result of a database check is cached for a second.
  const becomes = (ready: number) => eventually(async () => expect(await statuses()).toEqual([200, ready]));
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

test('a connection that breaks during a request fails only that request', async () => {
  const customers = await holdTable(url, 'customers');
  const broken = ask(names);
  const pid = await customers.waited();

  await onServer(url, `select pg_terminate_backend(${pid})`);

  expectErrors(await broken, 'SERVICE_UNAVAILABLE');
  expect(await broken).toMatchObject({ status: 503, data: null });
  await customers.release();
  expect((await ask(names)).data.customers.nodes).toHaveLength(2);
});

test('a statement that exceeds its timeout has a specific error code', async () => {
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

test('fields that could be read are returned with errors for the others', async () => {
  const addresses = await holdTable(url, 'addresses');

  const reply = await ask('{ customers(first: 1) { nodes { name shipToAddress { name } } } }');

  await addresses.release();
  expectErrors(reply, 'TIMEOUT');
  expect(reply.status).toBe(200);
  expect(reply.data.customers.nodes).toEqual([{ name: expect.any(String), shipToAddress: null }]);
});
