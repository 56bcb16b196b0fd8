import { expect, test } from 'vitest';
import { hashApiKey, newApiKey } from '../../src/auth/api-key.ts';
import { signToken as sign } from '../../src/auth/token.ts';
import { addApiKey } from '../../src/db/admin/api-key.ts';
import { createDb } from '../../src/db/client.ts';
import { follow, rest } from '../server/live/follower.ts';
import { changed, openLive } from '../server/live/subscriber.ts';
import { addAccount, apiKeySecret, openSigned, secret, signToken, tokens } from './gateway.ts';

const signed = await openSigned();
const { pool, ask, store } = signed;
const closeAccount = (database: typeof pool, id: string) =>
  database.query('update accounts set closed_at = now() where id = $1', [id]);

async function addKey(database: typeof pool, accountId: string): Promise<string> {
  const key = newApiKey();
  const hash = hashApiKey(key, apiKeySecret);
  await addApiKey(createDb(database), {
    ...{ accountId, hash, scopes: ['customers:read'], expiresAt: null },
    name: 'service',
  });
  return key;
}

test('tokens and API keys of a closed account are rejected, and those of others are not', async () => {
  const [ours, theirs] = [await addAccount(signed, 'ours'), await addAccount(signed, 'theirs')];
  const key = await addKey(pool, ours);
  const other = await signToken(theirs, 'customers:read');
  expect((await ask(`Bearer ${key}`)).status).toBe(200);

  await closeAccount(pool, ours);

  expect((await ask(`Bearer ${key}`)).status).toBe(401);
  expect((await ask(`Bearer ${await signToken(ours, 'customers:read')}`)).status).toBe(401);
  expect((await ask(`Bearer ${other}`)).status).toBe(200);
  expect(
    await store.canSignIn([
      { accountId: ours, accountUserId: null },
      { accountId: theirs, accountUserId: null },
    ]),
  ).toEqual([false, true]);
});

test('a person cannot sign in to a closed account, and no account user is created in it', async () => {
  const provider = await openSigned({ tokens: { ...tokens, provision: true } });
  const account = await addAccount(provider, 'ours');
  const statusOf = async (sub: string, seconds = 300) => {
    const claims = { account, scope: 'customers:read', sub, email: `${sub}@example.com` };
    return (await provider.ask(`Bearer ${await sign(tokens, secret, claims, seconds)}`)).status;
  };
  expect(await statusOf('ada')).toBe(200);

  await closeAccount(provider.pool, account);

  // Another token of a known person, and one of an unknown person.
  expect([await statusOf('ada', 200), await statusOf('bob')]).toEqual([401, 401]);
  expect((await provider.pool.query('select from account_users')).rowCount).toBe(1);
});

test('the subscriptions of a closed account end', async () => {
  const live = await openLive();
  const gateway = await live.signedGateway({ signInMs: 50 });
  const claims = { account: live.accountId, scope: 'customers:read', sub: 'a service' };
  const credentials = [await addKey(live.pool, live.accountId), await sign(tokens, secret, claims, 300)];
  const streams = await Promise.all(
    credentials.map((credential) =>
      follow(gateway.url, { query: changed, headers: { authorization: `Bearer ${credential}` } }),
    ),
  );

  await closeAccount(live.pool, live.accountId);

  for (const stream of streams) {
    const answers = await rest(stream);
    expect(answers.at(-1)?.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  }
});
