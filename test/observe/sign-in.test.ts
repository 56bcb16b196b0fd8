import { expect, test } from 'vitest';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { createCredentialStore } from '../../src/db/wire/credential.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { observers } from '../../src/observe/observers.ts';
import { apiKeySecret, signToken, tokens } from '../auth/gateway.ts';
import { openHttpGateway, serve } from '../server/limits/http-gateway.ts';
import { send } from '../server/raw-request.ts';
import { SeenSpans, watch } from './watch.ts';

const traced = new Map<string, SeenSpans>();
const pools: string[] = [];
const seen = watch((observation) => {
  const spans = new SeenSpans();
  observation.trace(spans);
  traced.set(observation.requestId, spans);
});
if (seen.observer === undefined) throw new Error('no observer');
const observer = observers([seen.observer, { acquired: (_ms, pool) => void pools.push(pool) }]);
const usual = await openHttpGateway();
const gateway = await serve(usual, {
  observer,
  viewer: createAuthenticate(
    { tokens, apiKeySecret },
    createCredentialStore(usual.serving, observer),
    () => undefined,
  ),
});
const unknownKey = `ck_${'x'.repeat(43)}`;
const token = await signToken(demoAccountId, 'customers:read');

const ask = (id: string, credential: string) =>
  send(gateway.url, {
    body: JSON.stringify({ query: '{ __typename }' }),
    headers: { authorization: `Bearer ${credential}`, 'x-request-id': id },
  });
const statementsOf = (id: string) => traced.get(id)?.named('statement') ?? [];

test.each([
  ['a token', token, 200, 'canSignIn', 1],
  ['an API key', unknownKey, 401, 'apiKeyLookup', 0],
])('the statement that checks %s is observed', async (what, credential, status, name, rows) => {
  const id = what.replaceAll(' ', '-');
  const before = [seen.statements.length, pools.length] as const;

  expect((await ask(id, credential)).status).toBe(status);

  const observation = await seen.of(id);
  expect(statementsOf(id)).toMatchObject([{ attributes: { name, rows }, parent: undefined, ends: 1 }]);
  expect(seen.statements.slice(before[0])).toMatchObject([{ name, rows, isFailed: false }]);
  expect(pools.slice(before[1])).toEqual(['sign-in']);
  expect(observation).toMatchObject({ statements: 0, rows: 0 });
  expect(observation.databaseMs).toBeGreaterThan(0);
});

test('a cached token has no statement', async () => {
  await ask('first', token);
  const before = seen.statements.length;
  await ask('second', token);

  await seen.of('second');
  expect(statementsOf('second')).toEqual([]);
  expect(seen.statements).toHaveLength(before);
});

test('a failed statement is a part of each request that waited for it', async () => {
  await usual.pool.query('alter function api_key_lookup(text) rename to renamed');
  const ids = ['one', 'two'];
  const replies = await Promise.all(ids.map((id, at) => ask(id, `ck_${String(at).repeat(43)}`)));
  await usual.pool.query('alter function renamed(text) rename to api_key_lookup');

  expect(replies.map(({ status }) => status)).toEqual([503, 503]);
  for (const id of ids)
    expect(statementsOf(id)).toMatchObject([
      { attributes: { name: 'apiKeyLookup' }, error: { code: '42883' } },
    ]);
  expect(seen.statements.at(-1)).toMatchObject({ name: 'apiKeyLookup', isFailed: true });
});
