import { expect, inject, onTestFinished, test } from 'vitest';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { scopes } from '../../src/auth/viewer.ts';
import { migrationState } from '../../src/db/admin/migration-state.ts';
import { createCredentialStore } from '../../src/db/wire/credential.ts';
import { createServingPool, createSignInPool } from '../../src/db/wire/pool.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { signToken, tokens } from '../auth/gateway.ts';
import { openTestDatabase } from '../database.ts';
import { eventually } from '../eventually.ts';
import { openProxy } from '../postgres-proxy.ts';
import { codesOf, serve } from './limits/http-gateway.ts';
import { follow, next } from './live/follower.ts';

const database = await openTestDatabase(inject('demo'));
const [statementMs, connectMs] = [200, 400];
const authorization = `Bearer ${await signToken(demoAccountId, scopes.join(' '))}`;
const headers = { authorization, 'content-type': 'application/json' };

/** A gateway with sign-in whose connections to the database can go silent. */
async function open() {
  const proxy = await openProxy(database.url);
  const connection = { connectionString: proxy.url };
  const serving = createServingPool(connection, () => undefined, statementMs, 4, connectMs);
  const signIn = createSignInPool(connection, () => undefined, 3, statementMs, connectMs);
  const store = createCredentialStore(signIn);
  const gateway = await serve(
    { serving },
    {
      viewer: createAuthenticate({ tokens, apiKeySecret: undefined }, store, () => undefined),
      checkReady: async () => void (await migrationState(signIn)),
    },
  );
  onTestFinished(async () => {
    await gateway.stop();
    await Promise.all([serving.end(), signIn.end()]);
  });
  const read = () => gateway.ask('{ customers(first: 1) { nodes { name } } }', {}, { headers });
  const create = (name: string) =>
    gateway.ask(
      'mutation ($name: String!) { customerCreate(input: { name: $name }) { customer { id } userErrors { code } } }',
      { name },
      { headers },
    );
  const ready = async () => (await fetch(new URL('/ready', gateway.url))).status;
  /** The database is checked at most once a second. */
  const untilReady = () => eventually(async () => expect(await ready()).toBe(200));
  return { proxy, gateway, read, create, ready, untilReady };
}

const countOf = async (name: string) =>
  Number((await database.pool.query('select count(*) from customers where name = $1', [name])).rows[0].count);

test('reads succeed while existing connections are silent and new ones work', async () => {
  const { proxy, read, untilReady } = await open();
  const warm = await Promise.all([read(), read(), read()]);
  expect(warm.map(codesOf)).toEqual([[], [], []]);

  proxy.silence();
  const during = await Promise.all([read(), read(), read(), read()]);

  expect(during.map(codesOf)).toEqual([[], [], [], []]);
  expect(during.map(({ data }) => data)).toEqual(Array(4).fill(warm[0]?.data));
  await untilReady();
});

test('a write on a silent connection is SERVICE_UNAVAILABLE, and is not repeated', async () => {
  const { proxy, read, create } = await open();
  expect(codesOf(await create('Before'))).toEqual([]);

  proxy.silence();
  const reply = await create('Silent');

  expect([reply.status, codesOf(reply), reply.headers.get('retry-after')]).toEqual([
    503,
    ['SERVICE_UNAVAILABLE'],
    '1',
  ]);
  expect(await countOf('Silent')).toBe(0);
  expect(codesOf(await read())).toEqual([]);
  expect(codesOf(await create('After'))).toEqual([]);
});

test('a write whose commit is not acknowledged is SERVICE_UNAVAILABLE, and is executed once', async () => {
  const { proxy, create } = await open();
  const held = proxy.hold('answer', 'COMMIT');

  const reply = create('Committed');
  await held;

  expect(codesOf(await reply)).toEqual(['SERVICE_UNAVAILABLE']);
  expect(await countOf('Committed')).toBe(1);
});

test('a database that is silent for all connections fails requests and /ready until it answers', async () => {
  const { proxy, read, create, ready, untilReady } = await open();
  expect([codesOf(await read()), await ready()]).toEqual([[], 200]);

  proxy.silence({ all: true });
  const failed = await Promise.all([read(), read(), create('Never'), create('Never')]);
  expect(failed.map(codesOf)).toEqual(Array(4).fill(['SERVICE_UNAVAILABLE']));
  expect(await ready()).toBe(503);
  proxy.heal();

  expect([codesOf(await read()), codesOf(await create('Healed'))]).toEqual([[], []]);
  await untilReady();
  expect(await countOf('Never')).toBe(0);
});

test('a subscription continues after its connections went silent', async () => {
  const { proxy, gateway } = await open();
  const other = await serve(database, {
    viewer: { accountId: demoAccountId, accountUserId: null, scopes, caller: 'other' },
  });
  const change = (name: string) =>
    other.ask('mutation ($name: String!) { customerCreate(input: { name: $name }) { customer { id } } }', {
      name,
    });
  const stream = await follow(gateway.url, {
    query: 'subscription { customerChanged { customer { name } } }',
    headers: { authorization },
  });
  const nameOf = async () => (await next(stream)).data.customerChanged.customer.name;
  await change('First');
  expect(await nameOf()).toBe('First');

  proxy.silence();
  await change('Second');

  expect(await nameOf()).toBe('Second');
  stream.hangUp();
});
