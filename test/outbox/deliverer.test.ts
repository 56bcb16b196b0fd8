import { beforeEach, expect, test } from 'vitest';
import { listMessages, retryFailed, retryMessage } from '../../src/db/admin/outbox.ts';
import { createDb } from '../../src/db/client.ts';
import { claimMessages } from '../../src/db/write/outbox.ts';
import { maxAttempts } from '../../src/outbox/schedule.ts';
import * as add from '../builders.ts';
import { deliver, isSent, openOutbox } from './messages.ts';
import { openReceiver, status, verify } from './receiver.ts';

const outbox = await openOutbox();
const { db, serving, accountId, write, row, until, makeDue } = outbox;

beforeEach(async () => void (await outbox.pool.query('delete from outbox_messages')));

const isFailed = ({ failedAt }: { readonly failedAt: Date | null }) => failedAt !== null;
const hasTried = ({ lastError }: { readonly lastError: string | null }) => lastError !== null;

test('a message is delivered with its signature, and its payload is cleared', async () => {
  const receiver = await openReceiver();
  const id = await write({ payload: { customerId: 'cus_1', token: 'a secret token' } });
  const { createdAt } = await row(id);

  const { lines } = deliver(outbox, { url: receiver.url });
  await until(id, isSent);

  const [delivery, ...more] = receiver.deliveries;
  expect(more).toEqual([]);
  expect(delivery?.headers).toMatchObject({ 'webhook-id': id, 'content-type': 'application/json' });
  expect(delivery && verify(delivery)).toEqual({
    type: 'test.sent',
    timestamp: createdAt.toISOString(),
    data: { accountId, recipient: 'ada@example.com', customerId: 'cus_1', token: 'a secret token' },
  });
  expect(await row(id)).toMatchObject({ attempts: 1, payload: {}, failedAt: null, lastError: null });
  expect(lines.join()).not.toContain('a secret token');
});

test('of several processes, one delivers each message', async () => {
  const receiver = await openReceiver();
  const ids = await Promise.all(Array.from({ length: 60 }, () => write()));

  for (let each = 0; each < 3; each += 1) deliver(outbox, { url: receiver.url });
  for (const id of ids) await until(id, isSent);

  expect(receiver.deliveries.map(({ headers }) => headers['webhook-id']).toSorted()).toEqual(ids.toSorted());
});

test('after a failed attempt, the same message is sent again when it is due', async () => {
  const receiver = await openReceiver(status(503));
  const id = await write();
  const { lines } = deliver(outbox, { url: receiver.url });
  await until(id, hasTried);
  const failed = await row(id);

  receiver.respond = status(200);
  await makeDue(id);
  await until(id, isSent);

  const pauseMs = failed.nextAttemptAt.getTime() - failed.createdAt.getTime();
  expect(failed).toMatchObject({ attempts: 1, lastError: 'HTTP 503', failedAt: null, sentAt: null });
  expect(pauseMs).toBeGreaterThan(3_900);
  const [first, second, ...more] = receiver.deliveries;
  expect(more).toEqual([]);
  expect(second?.body).toBe(first?.body);
  expect(second?.headers['webhook-id']).toBe(id);
  expect(await row(id)).toMatchObject({ attempts: 2, lastError: null });
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
    'messages cannot be delivered now',
    'messages are delivered again',
  ]);
});

test('a message of a process that was killed is delivered when its claim expires', async () => {
  const receiver = await openReceiver();
  const id = await write();
  const killed = { most: 8, leaseMs: 60_000, after: '' };
  expect((await claimMessages(createDb(serving), killed)).map((message) => message.id)).toEqual([id]);

  deliver(outbox, { url: receiver.url });
  const other = await write();
  await until(other, isSent);
  expect(receiver.deliveries.map(({ headers }) => headers['webhook-id'])).toEqual([other]);
  await makeDue(id);
  await until(id, isSent);

  expect(await row(id)).toMatchObject({ attempts: 2 });
});

test('after the last attempt a message fails, is listed, and can be retried', async () => {
  const receiver = await openReceiver(status(400));
  const [tried, killed] = [
    await write({ attempts: maxAttempts - 1 }),
    await write({ attempts: maxAttempts }),
  ];
  const { lines } = deliver(outbox, { url: receiver.url });
  await until(tried, isFailed);
  await until(killed, isFailed);

  const listed = await listMessages(db, { onlyFailed: true });
  expect(receiver.deliveries.map(({ headers }) => headers['webhook-id'])).toEqual([tried]);
  expect(listed.map(({ id, lastError }) => [id, lastError]).toSorted()).toEqual(
    [
      [tried, 'HTTP 400'],
      [killed, 'the gateway stopped during the last attempt'],
    ].toSorted(),
  );
  expect(JSON.stringify(listed)).not.toContain('token');
  expect(lines.filter((line) => line.includes('message failed'))).toHaveLength(2);

  receiver.respond = status(200);
  expect(await retryMessage(db, tried)).toBeUndefined();
  await until(tried, isSent);
  expect(await retryFailed(db)).toBe(1);
  await until(killed, isSent);
  expect(await retryMessage(db, tried)).toBe('sent');
  expect(await retryMessage(db, 'msg_unknown')).toBe('no such message');
});

test('an expired message is not sent: it fails, and its payload is cleared', async () => {
  const receiver = await openReceiver();
  const past = new Date(Date.now() - 1_000);
  const expired = await write({ expiresAt: past, lastError: 'HTTP 500' });
  const sent = await write({ expiresAt: past, sentAt: past });
  const old = await write({ expiresAt: new Date(0), payload: {}, sentAt: past });

  deliver(outbox, { url: receiver.url });
  await until(expired, isFailed);

  expect(await row(expired)).toMatchObject({ payload: {}, lastError: 'expired; last attempt: HTTP 500' });
  expect(await row(sent)).toMatchObject({ payload: {}, failedAt: null });
  expect(await db.outboxMessage.count({ where: { id: old } })).toBe(0);
  expect(receiver.deliveries).toEqual([]);
  expect(await retryMessage(db, expired)).toBe('expired');
});

test('accounts take turns: many messages of one do not delay those of others', async () => {
  const [{ id: flooded }, { id: next }] = [await add.addAccount(db), await add.addAccount(db)];
  await outbox.pool.query(
    `insert into outbox_messages (account_id, id, topic, recipient, payload, next_attempt_at)
      select $1, 'msg_' || n, 'test.sent', 'ada@example.com', '{}', now() - interval '1 minute'
      from generate_series(1, 300) n`,
    [flooded],
  );
  const singles = [await write(), await write({ accountId: next })];
  const receiver = await openReceiver();

  const { deliverer } = deliver(outbox, { url: receiver.url });
  await receiver.arrived(20);
  await deliverer.stop(60_000);

  const first = receiver.deliveries.slice(0, 16).map(({ headers }) => headers['webhook-id']);
  expect(first).toEqual(expect.arrayContaining(singles));
});
