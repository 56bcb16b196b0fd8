import { expect, inject, test, vi } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import * as add from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { openReceiver, secret, status, verify } from '../outbox/receiver.ts';
import { run, serve } from './command.ts';

const { url, pool } = await openTestDatabase(inject('demo'));
const db = createDb(pool);
const shopper = await db.customer.findFirstOrThrow({
  where: { accountId: demoAccountId, shopperEmail: { not: null } },
});
const email = shopper.shopperEmail ?? '';

async function write(values: object = {}): Promise<string> {
  const id = `msg_${add.word()}`;
  const payload = { token: 'a secret token' };
  const expiresAt = new Date(Date.now() + 3_600_000);
  const data = { accountId: demoAccountId, id, topic: 'test.sent', recipient: email, payload, expiresAt };
  await db.outboxMessage.create({ data: { ...data, ...values } });
  return id;
}

const outbox = (...args: string[]) => run(['outbox', ...args], { DATABASE_URL: url });
const isSent = async () => (await db.outboxMessage.count({ where: { sentAt: null } })) === 0;

const requestReset = `mutation { shopperPasswordResetRequest(input: { email: "${email}" }) { userErrors { code } } }`;

test('messages are listed without their content, and retried', async () => {
  const failed = await write({ failedAt: new Date(), attempts: 12, lastError: 'HTTP 500' });
  const pending = await write({ recipient: 'ada\n@example.com', nextAttemptAt: new Date('2999-01-01') });
  const { id: other } = await add.addAccount(db);

  const all = await outbox('list');
  const [first, second] = all.out.split('\n');
  expect(first?.split('\t')).toEqual([
    ...[pending, demoAccountId, 'test.sent', 'ada�@example.com', expect.stringMatching(/^created \S+Z$/)],
    ...['next attempt 2999-01-01T00:00:00.000Z', '0 attempts'],
  ]);
  expect(second?.split('\t').slice(5)).toEqual([
    expect.stringMatching(/^failed \S+Z$/),
    '12 attempts',
    'HTTP 500',
  ]);
  expect(all).toMatchObject({ code: 0, err: '' });
  expect(all.out).not.toContain('token');
  expect((await outbox('list', '--failed')).out).toMatch(new RegExp(`^${failed}\\t.*\\n$`));
  expect((await outbox('list', '--account', other)).out).toBe('No messages.\n');

  expect(await outbox('retry', pending)).toEqual({ code: 0, out: `${pending} is due.\n`, err: '' });
  expect((await outbox('retry', '--all-failed')).out).toBe('1 failed messages are due again.\n');
  expect((await outbox('retry', '--all-failed')).out).toBe('0 failed messages are due again.\n');
  expect((await outbox('list')).out.match(/\tdue\t0 attempts/g)).toHaveLength(2);
  await db.outboxMessage.deleteMany();
});

test.for<readonly [readonly string[], string]>([
  [['retry'], 'Pass either the id of a message or --all-failed.'],
  [['retry', 'msg_1', '--all-failed'], 'Pass either the id of a message or --all-failed.'],
  [['retry', 'msg_1'], 'This message does not exist: pass an id that `outbox list` shows.'],
])('%j ends with code 1 and one line', async ([args, line]) => {
  expect(await outbox(...args)).toEqual({ code: 1, out: '', err: `${line}\n` });
});

test('workers deliver the message of a password reset once, and log no token', async () => {
  const receiver = await openReceiver(status(200));
  const options = { WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: secret, WORKERS: '2', LOG_LEVEL: 'trace' };
  const gateway = await serve({ DATABASE_URL: url, ...options });

  await gateway.ask(requestReset);
  await receiver.arrived(1);
  await vi.waitFor(async () => expect(await isSent()).toBe(true), { timeout: 20_000, interval: 10 });
  expect(await gateway.end('SIGTERM')).toBe(0);

  const [delivery, ...more] = receiver.deliveries;
  const { token, ...data } =
    (delivery && (verify(delivery) as { readonly data: Readonly<Record<string, string>> }))?.data ?? {};
  expect(more).toEqual([]);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(data).toEqual({
    accountId: demoAccountId,
    recipient: email,
    customerId: shopper.id,
    expiresAt: expect.any(String),
  });
  expect(gateway.printed()).not.toContain(token);
  await db.outboxMessage.deleteMany();
});

test('a gateway that stops releases its message, for the next one to deliver', async () => {
  const receiver = await openReceiver(() => undefined);
  const options = { DATABASE_URL: url, WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: secret };
  const first = await serve(options);
  const id = await write();
  await receiver.arrived(1);

  expect(await first.end('SIGTERM')).toBe(0);
  expect(await db.outboxMessage.findFirst({ where: { id } })).toMatchObject({ attempts: 0, sentAt: null });
  receiver.respond = status(200);
  const second = await serve(options);
  await vi.waitFor(async () => expect(await isSent()).toBe(true), { timeout: 20_000, interval: 10 });

  expect(receiver.deliveries.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
  expect(await second.end('SIGTERM')).toBe(0);
  await db.outboxMessage.deleteMany();
});

test('without WEBHOOK_URL, a gateway claims no messages', async () => {
  const id = await write();
  const gateway = await serve({ DATABASE_URL: url });

  await gateway.ask(requestReset);
  expect(await gateway.end('SIGTERM')).toBe(0);

  expect(await db.outboxMessage.findFirst({ where: { id } })).toMatchObject({ attempts: 0, sentAt: null });
  expect(await db.outboxMessage.count({ where: { attempts: 0 } })).toBe(2);
});

const https = 'must be an https URL without user and password (http on a loopback address only).';

test.for<readonly [Readonly<Record<string, string>>, string]>([
  [
    { WEBHOOK_URL: 'https://example.com' },
    'WEBHOOK_URL requires WEBHOOK_SECRET, which messages are signed with.',
  ],
  [{ WEBHOOK_URL: 'http://example.com', WEBHOOK_SECRET: secret }, `WEBHOOK_URL ${https}`],
  [{ WEBHOOK_URL: 'https://a:b@example.com', WEBHOOK_SECRET: secret }, `WEBHOOK_URL ${https}`],
  ...['whsec_', 'whsec_c2hvcnQ=', 'plain text', secret.slice(6), `${secret} whsec_c2hvcnQ=`].map(
    (WEBHOOK_SECRET) =>
      [
        { WEBHOOK_SECRET },
        'WEBHOOK_SECRET must be whsec_ and the base64 of 24 to 64 random bytes, or several of these separated by spaces: create one with `echo whsec_$(openssl rand -base64 32)`.',
      ] as const,
  ),
])('%j ends with code 2 and one line, without the value', async ([env, line]) => {
  expect(await run(['serve'], { DATABASE_URL: url, ...env })).toEqual({ code: 2, out: '', err: `${line}\n` });
});
