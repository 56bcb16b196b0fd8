import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createDb } from '../../../src/db/client.ts';
import { isPassword } from '../../../src/domain/shopper/password.ts';
import { createGateway } from '../../../src/server/gateway.ts';
import * as add from '../../builders.ts';
import { type Caller, openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';
import { addShopper, allText } from './shoppers.ts';

const { db, as, pool, serving } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);

const request = (email: string, caller: Caller = us) =>
  mutate(caller, 'shopperPasswordResetRequest', { email }, '__typename');
const reset = (token: string, newPassword: string, caller: Caller = us) =>
  mutate(caller, 'shopperPasswordReset', { token, newPassword }, '__typename');
const messagesTo = (recipient: string) =>
  db.outboxMessage.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } });
const attempts = async () => (await pool.query('select sum(count) from attempt_counts')).rows[0].sum;

async function tokenFor(email: string): Promise<string> {
  await request(email);
  return tokenOf((await messagesTo(email)).at(-1));
}

/** The content of a message for the mailer. */
const tokenOf = (message: { readonly payload: unknown } | undefined): string =>
  (message?.payload as { readonly token?: string } | undefined)?.token ?? 'no token';

async function newShopper() {
  const { id, shopperEmail } = await addShopper(db, accountId);
  return { id, email: shopperEmail ?? '' };
}

test('a request publishes a message with a token, of which only the hash is stored', async () => {
  const { id, email } = await newShopper();

  const answer = await request(` ${email.toUpperCase()} `);

  const [message, ...more] = await messagesTo(email);
  const { token, ...payload } = (message?.payload ?? {}) as Readonly<Record<string, string>>;
  const [kept] = await db.passwordResetToken.findMany({ where: { customerId: id } });
  expect(answer.userErrors).toEqual([]);
  expect(more).toEqual([]);
  expect(message).toMatchObject({ accountId, topic: 'shopper.passwordReset', sentAt: null });
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(payload).toEqual({ customerId: id, expiresAt: expect.any(String) });
  expect(kept?.tokenHash).toBe(createHash('sha256').update(String(token)).digest('base64url'));
  expect(Number(kept?.expiresAt) - Number(kept?.createdAt)).toBe(3_600_000);
  expect(Date.parse(String(payload.expiresAt))).toBe(Number(kept?.expiresAt));
});

test('for an unknown email, or one of another account, the response and the work are the same', async () => {
  const { email } = await newShopper();
  const { shopperEmail: foreign } = await addShopper(db, (await add.addAccount(db)).id);
  const work = (to: string) =>
    us.statementsOf(
      'mutation ($email: String!) { shopperPasswordResetRequest(input: { email: $email }) { userErrors { code } } }',
      { email: to },
    );
  const known = await work(email);
  const before = await everythingWritten(pool);

  for (const unknown of [`${add.word()}@example.com`, foreign ?? '']) {
    expect(await work(unknown)).toEqual(known);
    expect(await request(unknown)).toEqual(await request(email, as((await add.addAccount(db)).id)));
  }
  expect(await everythingWritten(pool)).toBe(before);
});

test.for([
  ['', 'REQUIRED email'],
  ['ada', 'INVALID email'],
  [`${'x'.repeat(250)}@example.com`, 'TOO_LONG email'],
] as const)('a reset request for %s is rejected', async ([email, fault]) => {
  const before = [await everythingWritten(pool), await attempts()];

  expect(faultsOf(await request(email))).toEqual([fault]);
  expect([await everythingWritten(pool), await attempts()]).toEqual(before);
});

test('after five requests within an hour, further ones for that email have no effect until the hour is over', async () => {
  const { email } = await newShopper();
  const emails = [email, `${add.word()}@example.com`];

  const rejections = [];
  for (const each of emails) {
    for (let at = 0; at < 5; at += 1) expect((await request(each)).userErrors).toEqual([]);
    const before = [await everythingWritten(pool), await attempts()];
    rejections.push(await request(each.toUpperCase()));
    expect([await everythingWritten(pool), await attempts()]).toEqual(before);
  }
  await pool.query(`update attempt_counts set started_at = started_at - interval '1 hour'`);
  const later = await request(email);

  expect(rejections.map(faultsOf)).toEqual([['LIMIT_EXCEEDED email'], ['LIMIT_EXCEEDED email']]);
  expect(rejections[0]).toEqual(rejections[1]);
  expect(later.userErrors).toEqual([]);
  expect(await messagesTo(email)).toHaveLength(6);
});

test('of 20 concurrent requests for one email, five take effect', async () => {
  const { email } = await newShopper();

  const answers = await Promise.all(Array.from({ length: 20 }, () => request(email)));

  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(5);
  expect(await messagesTo(email)).toHaveLength(5);
});

test('a token sets a password once, with an event, and invalidates the other tokens', async () => {
  const { id, email } = await newShopper();
  const [other, token] = [await tokenFor(email), await tokenFor(email)];

  const answer = await reset(token, 'a new password');
  const before = await everythingWritten(pool);
  const again = await reset(token, 'another password');
  const late = await reset(other, 'another password');

  const credential = await db.shopperCredential.findFirst({ where: { customerId: id } });
  const [event] = await db.customerEvent.findMany({ where: { customerId: id } });
  expect(answer.userErrors).toEqual([]);
  expect(await isPassword('a new password', credential?.passwordHash ?? '')).toBe(true);
  expect(event).toMatchObject({ action: 'UPDATE', actor: 'test' });
  expect(JSON.stringify(event?.changes)).not.toContain('scrypt');
  expect(again).toEqual(late);
  expect(faultsOf(again)).toEqual(['INVALID token']);
  expect(await everythingWritten(pool)).toBe(before);
  expect(await allText(pool)).not.toContain('a new password');
});

test('an unknown, expired or foreign token is rejected with the same message', async () => {
  const { email } = await newShopper();
  const { email: expiring, id } = await newShopper();
  const [token, expired] = [await tokenFor(email), await tokenFor(expiring)];
  await pool.query(
    `update password_reset_tokens set created_at = created_at - interval '1 hour',
      expires_at = expires_at - interval '1 hour' where customer_id = $1`,
    [id],
  );
  const before = await everythingWritten(pool);

  const answers = [
    await reset('', 'long enough'),
    await reset('x'.repeat(1_000), 'long enough'),
    await reset(expired, 'long enough'),
    await reset(token, 'long enough', as((await add.addAccount(db)).id)),
  ];

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers.map(faultsOf)[0]).toEqual(['INVALID token']);
  expect(faultsOf(await reset('', 'short'))).toEqual(['INVALID newPassword', 'INVALID token']);
  expect(faultsOf(await reset(token, 'x'.repeat(257)))).toEqual(['TOO_LONG newPassword']);
  expect(await everythingWritten(pool)).toBe(before);
  expect((await reset(token, 'long enough')).userErrors).toEqual([]);
});

test('of five concurrent uses of one token, one sets its password', async () => {
  const { id, email } = await newShopper();
  const token = await tokenFor(email);

  const answers = await Promise.all(Array.from({ length: 5 }, (_, at) => reset(token, `password ${at}`)));

  const winner = answers.findIndex(({ userErrors }) => userErrors.length === 0);
  const credential = await db.shopperCredential.findFirst({ where: { customerId: id } });
  expect(answers.filter((answer) => faultsOf(answer)[0] === 'INVALID token')).toHaveLength(4);
  expect(await isPassword(`password ${winner}`, credential?.passwordHash ?? '')).toBe(true);
  expect(await db.customerEvent.count({ where: { customerId: id } })).toBe(1);
});

test.for([
  [
    'their password is set',
    (id: string) => mutate(us, 'shopperPasswordSet', { by: { id: id }, password: 'set by hand' }),
  ],
  [
    'their email is changed',
    (id: string) =>
      mutate(us, 'customerUpdate', { by: { id }, shopper: { email: `${add.word()}@example.com` } }),
  ],
  [
    'they are not a shopper any more',
    (id: string) => mutate(us, 'customerUpdate', { by: { id }, shopper: null }),
  ],
] as const)('a sent token is void once %s', async ([, change]) => {
  const { id, email } = await newShopper();
  const token = await tokenFor(email);

  expect((await change(id)).userErrors).toEqual([]);

  expect(faultsOf(await reset(token, 'long enough'))).toEqual(['INVALID token']);
});

test('in the demo, a debug log line reports the message without the token', async () => {
  const { email } = await newShopper();
  const lines: string[] = [];
  const caller = 'demo';
  const { fetch } = createGateway({
    db: createDb(serving),
    viewer: { accountId, accountUserId: null, scopes: ['customers:write'], caller },
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    checkReady: async () => undefined,
  });
  const query = `mutation { shopperPasswordResetRequest(input: { email: "${email}" }) { userErrors { code } } }`;

  await fetch('http://gateway.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });

  const [message] = await messagesTo(email);
  const told = lines.map((line) => JSON.parse(line)).filter(({ messageId }) => messageId !== undefined);
  expect(told).toMatchObject([{ level: 20, messageId: message?.id }]);
  expect(lines.join()).not.toContain(tokenOf(message));
});
