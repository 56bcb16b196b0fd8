import { expect, test } from 'vitest';
import { hashApiKey, newApiKey } from '../../../src/auth/api-key.ts';
import { signToken } from '../../../src/auth/token.ts';
import { addApiKey, revokeApiKey } from '../../../src/db/admin/api-key.ts';
import { createDb } from '../../../src/db/client.ts';
import { apiKeySecret, secret, tokens } from '../../auth/gateway.ts';
import type { Answer } from '../../gateway.ts';
import { codesOf } from '../limits/http-gateway.ts';
import { follow, next, rest } from './follower.ts';
import { changed, listeners, openLive, untilHolds } from './subscriber.ts';

const { pool, accountId, gateway, signedGateway, change } = await openLive();
const maintenance = createDb(pool);

const lastCode = (answers: readonly Answer[]): readonly string[] =>
  answers.flatMap((answer) => codesOf(answer)).slice(-1);
const none = { subscriptions: 0, followers: 0 };

const signed = await signedGateway({ signInMs: 50 });
const followAs = (credential: string) =>
  follow(signed.url, { query: changed, headers: { authorization: `Bearer ${credential}` } });

async function newKey(expiresAt: Date | null = null) {
  const key = newApiKey();
  const hash = hashApiKey(key, apiKeySecret);
  const name = `key ${hash}`;
  const added = await addApiKey(maintenance, {
    accountId,
    name,
    hash,
    scopes: ['customers:read'],
    expiresAt,
  });
  if (typeof added === 'string') throw new Error(added);
  return { key, id: added.id };
}

test('a subscription ends when its token expires', async () => {
  const claims = { account: accountId, scope: 'customers:read', sub: 'a service' };
  const stream = await followAs(await signToken(tokens, secret, claims, 1));

  expect(lastCode(await rest(stream))).toEqual(['UNAUTHENTICATED']);
  expect(signed.open()).toEqual(none);
});

test('a subscription ends when its API key is revoked', async () => {
  const { key, id } = await newKey();
  const stream = await followAs(key);
  await revokeApiKey(maintenance, id);

  expect(lastCode(await rest(stream))).toEqual(['UNAUTHENTICATED']);
});

test('a subscription ends when its API key expires', async () => {
  const { key } = await newKey(new Date(Date.now() + 1_000));

  expect(lastCode(await rest(await followAs(key)))).toEqual(['UNAUTHENTICATED']);
});

test('a client that disconnects leaves no subscription behind', async () => {
  const ours = await gateway();
  const streams = [await follow(ours.url, { query: changed }), await follow(ours.url, { query: changed })];
  const listening = async () => (await pool.query(`select ${listeners}`)).rowCount;
  await change(ours);
  for (const stream of streams) await next(stream);
  expect(ours.open()).toEqual({ subscriptions: 2, followers: 1 });
  expect(await listening()).toBe(1);

  for (const stream of streams) stream.hangUp();

  await untilHolds(() => ours.open().subscriptions === 0 && ours.open().followers === 0);
  await untilHolds(async () => (await listening()) === 0);
});

test('a client that does not read is disconnected, and gets the reason when it reads again', async () => {
  const ours = await gateway({ feedLagMs: 1_000 });
  // The first write of a gateway takes longer.
  await change(ours);
  const long = 'x'.repeat(200);
  const query = `subscription { customerChanged { a: changes { newValue } b: changes { newValue } c: changes { newValue } } }`;
  const ask = async (_url: string, init: RequestInit) => ours.fetch('http://gateway.test/graphql', init);
  const stream = await follow(ours.url, { query, ask });
  await change(ours, long);
  expect((await next(stream)).errors).toBeUndefined();
  for (let n = 0; n < 100; n += 1) await change(ours, long);

  await untilHolds(() => ours.open().subscriptions === 0 && ours.open().followers === 0);

  const left = await rest(stream);
  expect(lastCode(left)).toEqual(['SLOW_CONSUMER']);
  expect(left.length).toBeLessThan(90);
  expect(ours.log.join()).toContain('"code":"SLOW_CONSUMER"');
});

test('a gateway that stops completes its subscriptions and does not wait for clients', async () => {
  const ours = await gateway();
  const stream = await follow(ours.url, { query: changed });

  const [left] = await Promise.all([rest(stream), ours.stop()]);

  expect(lastCode(left)).toEqual(['GOING_AWAY']);
  expect(ours.open()).toEqual(none);
});

test('the number of subscriptions is limited per caller and in total', async () => {
  const [few, full] = [await gateway({ subscriptionsOfCaller: 1 }), await gateway({ subscriptions: 1 })];
  const streams = [await follow(few.url, { query: changed }), await follow(full.url, { query: changed })];

  const [ofCaller, ofAll] = [
    await follow(few.url, { query: changed }),
    await follow(full.url, { query: changed }),
  ];

  expect([ofCaller.status, ofAll.status]).toEqual([429, 503]);
  expect(lastCode(await rest(ofCaller))).toEqual(['LIMIT_EXCEEDED']);
  expect(lastCode(await rest(ofAll))).toEqual(['OVERLOADED']);
  for (const stream of streams) stream.hangUp();
  await untilHolds(() => few.open().subscriptions === 0);
  (await follow(few.url, { query: changed })).hangUp();
});
