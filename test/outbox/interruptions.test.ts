import { beforeEach, expect, test } from 'vitest';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { openProxy } from '../postgres-proxy.ts';
import { deliver, isSent, openOutbox } from './messages.ts';
import { openReceiver } from './receiver.ts';

const outbox = await openOutbox();
const { write, row, until } = outbox;

beforeEach(async () => void (await outbox.pool.query('delete from outbox_messages')));

test('no connection to the database is held while a receiver does not respond', async () => {
  const receiver = await openReceiver(() => undefined);
  const pool = createServingPool({ connectionString: outbox.url }, () => undefined, 5_000, 1);
  const id = await write();
  const { deliverer } = deliver({ serving: pool }, { url: receiver.url });
  await receiver.arrived(1);

  const { rows } = await pool.query('select 1 as one');

  expect(rows).toEqual([{ one: 1 }]);
  const { rows: open } = await outbox.pool.query(
    `select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  );
  expect(open).toEqual([]);
  await deliverer.stop(0);
  await pool.end();
  expect(await row(id)).toMatchObject({ attempts: 0, sentAt: null, lastError: null });
});

test('at a shutdown, a running request can end; the claims of longer ones are released', async () => {
  let finish = (): void => undefined;
  const receiver = await openReceiver((response) => {
    finish = () => void response.writeHead(200).end();
  });
  const id = await write();
  const { deliverer } = deliver(outbox, { url: receiver.url });
  await receiver.arrived(1);
  const stopped = deliverer.stop(60_000);
  finish();
  await stopped;
  expect(await row(id)).toMatchObject({ attempts: 1, sentAt: expect.any(Date) });

  const slow = await write();
  const silent = await openReceiver(() => undefined);
  const { deliverer: other, lines } = deliver(outbox, { url: silent.url });
  await silent.arrived(1);
  await other.stop(0);
  const released = await row(slow);
  expect(released).toMatchObject({ attempts: 0, sentAt: null, failedAt: null });
  expect(released.nextAttemptAt.getTime()).toBeLessThan(Date.now() + 1_000);
  expect(lines).toEqual([]);

  deliver(outbox, { url: receiver.url });
  await receiver.arrived(2);
  finish();
  await until(slow, isSent);
});

test('a result is recorded when the connection to the database breaks, without a second request', async () => {
  const proxy = await openProxy(outbox.url);
  const pool = createServingPool({ connectionString: proxy.url }, () => undefined);
  const receiver = await openReceiver();
  proxy.breakAt('outboxSent');
  const id = await write();

  const { deliverer } = deliver({ serving: pool }, { url: receiver.url });
  await until(id, isSent);
  await deliverer.stop(0);
  await pool.end();

  expect(receiver.deliveries).toHaveLength(1);
});

test('an unreachable database is logged once, and messages are delivered after it returns', async () => {
  const proxy = await openProxy(outbox.url);
  const pool = createServingPool({ connectionString: proxy.url }, () => undefined, 200, 2, 100);
  const receiver = await openReceiver();
  proxy.silence({ all: true });

  const { deliverer, lines } = deliver({ serving: pool }, { url: receiver.url });
  await expect.poll(() => lines.length, { timeout: 20_000 }).toBe(1);
  const id = await write();
  proxy.heal();
  await until(id, isSent);
  await deliverer.stop(0);
  await pool.end();

  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['outbox cannot be read now']);
});
